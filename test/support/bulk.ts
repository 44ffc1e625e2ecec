/** The requirements of a real project that `scale` of the corpus holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from './facts';

/** What was counted in their source. */
export interface BulkFacts extends Facts {
  readonly files: number;
  readonly requirementsWithoutPriority: number;
  readonly links: Readonly<Record<string, number>>;
}

export const bulkFacts = (): BulkFacts =>
  JSON.parse(readFileSync(join(process.env.DELIVERY_CORPUS ?? '', 'scale', 'expected.json'), 'utf8')) as BulkFacts;

/** The references of the original that the language does not have, as a team would declare them. */
export function bulkConfiguration(): string {
  const names = Object.keys(bulkFacts().links).filter((name) => name !== 'refines');
  const reference = { type: 'ref', repeat: true, targets: ['requirement'] };
  return JSON.stringify({ fields: { requirement: Object.fromEntries(names.map((name) => [name, reference])) } });
}
