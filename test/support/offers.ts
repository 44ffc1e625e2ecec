/** What the findings of a spec offer for repair, as the lines that would change. */
import assert from 'node:assert/strict';
import type { Tongue } from '../../server/src/kinds/tongue';
import { parseDay } from '../../server/src/kinds/time';
import { proveRepairs, repaired } from './repairs';
import { dedent } from './spec';
import { fixture } from './world';

/** The lines that each repair of the findings of a code adds (+) and takes away (-), behind its title. */
function offered(source: string, code: string, tongue: Tongue = 'en'): string {
  const { world } = fixture(source, parseDay('2026-03-02'));
  proveRepairs(world);
  const before = world.model.files.map(({ document }) => document.text).join('\n');
  return world.findings
    .filter((finding) => finding.code === code)
    .flatMap(({ repairs }) => repairs(world.model))
    .map(({ title, edits, sure }) => {
      assert.equal(sure, false);
      return [title[tongue], ...changes(before, repaired(world.model, edits).join('\n'))].join('\n');
    })
    .join('\n');
}

function changes(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [...without(old, now).map((line) => `- ${line}`), ...without(now, old).map((line) => `+ ${line}`)];
}

/** The lines that are left when each of the others has taken one equal to it away. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return line.trim() !== '' && index < 0;
  });
}

export const offers = (source: string, code: string, expected: string, tongue?: Tongue): void =>
  assert.equal(offered(source, code, tongue), dedent(expected).trim());
