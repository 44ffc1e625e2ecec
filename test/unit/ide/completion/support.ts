/** Completes specs with a cursor. */
import assert from 'node:assert/strict';
import { completeAt, type Completion, type Completions } from '../../../../server/src/ide/completion';
import { snippetText } from '../../../../server/src/ide/completion/snippet';
import { dayFromDate } from '../../../../server/src/kinds/time';
import type { Tongue } from '../../../../server/src/kinds/tongue';
import { fixture } from '../../../support/world';

/** A Wednesday. */
const TODAY = dayFromDate(2026, 3, 4);

export function complete(source: string, tongue: Tongue = 'en', trigger?: string): Completions {
  const { world, cursor } = fixture(source, TODAY);
  return completeAt(world, cursor, tongue, trigger);
}

export const labels = (source: string, tongue: Tongue = 'en'): string[] =>
  complete(source, tongue).entries.map(({ label }) => label);

/** The first entries are these, in this order. */
export const starts = (source: string, wanted: readonly string[], tongue: Tongue = 'en'): void =>
  assert.deepEqual(labels(source, tongue).slice(0, wanted.length), wanted);

/** The entry of a label; fails if there is none. */
export function entry(source: string, label: string, tongue: Tongue = 'en'): Completion {
  const { entries } = complete(source, tongue);
  const found = entries.find((each) => each.label === label);
  assert.ok(found, `no ${label} among ${entries.map((each) => each.label).join()}`);
  return found;
}

/** The snippet of an entry, as an editor gets it that shows choices. */
export function snippet(source: string, label: string, tongue: Tongue = 'en'): string {
  const found = entry(source, label, tongue);
  return found.snippet ? snippetText(found.snippet, true) : found.insert;
}
