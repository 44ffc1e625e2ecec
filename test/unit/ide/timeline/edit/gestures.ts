/** Gestures on specs, and the texts that they would make. */
import { worldAfter } from '../../../../../server/src/ide/timeline/edit/after';
import { proposeEdits, type ProposedEdit } from '../../../../../server/src/ide/timeline/edit/propose';
import type { Gesture } from '../../../../../server/src/ide/timeline/types';
import type { World } from '../../../../../server/src/ide/world';
import { parseMinute } from '../../../../../server/src/kinds/time';
import type { Tongue } from '../../../../../server/src/kinds/tongue';
import { fixture } from '../../../../support/world';

/** "2026-03-05" is the midnight that begins the day, "2026-03-05T24:00" the one that closes it. */
const at = (date: string): number => {
  const minute = parseMinute(date);
  if (minute === undefined) throw new Error(`${date} is no date`);
  return minute;
};

export const move = (key: string, to: string): Gesture => ({ kind: 'move', key, to: at(to) });
/** An end: a day means that it is over. */
export const pull = (key: string, to: string): Gesture => ({
  kind: 'finish',
  key,
  to: at(to.includes('T') ? to : `${to}T24:00`),
});
export const promise = (key: string, to: string): Gesture => ({ kind: 'due', key, to: at(`${to}T24:00`) });
export const progress = (key: string, to: number): Gesture => ({ kind: 'progress', key, to });
export const link = (key: string, to: string, type: 'FS' | 'SS' | 'FF' | 'SF' = 'FS'): Gesture => ({
  kind: 'link',
  key,
  to,
  type,
});

export interface Proposal {
  readonly world: World;
  readonly options: readonly ProposedEdit[];
  readonly refused: string | undefined;
}

export function propose(source: string, gesture: Gesture, tongue: Tongue = 'en'): Proposal {
  const { world } = fixture(source);
  const found = proposeEdits(world, gesture, tongue);
  return 'refused' in found
    ? { world, options: [], refused: found.refused[tongue] }
    : { world, options: found.options, refused: undefined };
}

/** The texts of all files after an option, one behind the other. */
export const textAfter = (world: World, { edits }: ProposedEdit): string =>
  worldAfter(world, edits)
    .model.files.map(({ document }) => document.text)
    .join('');

/** By way: the lines that an option changes, as they are afterwards. "refused: …" stands for a refusal. */
export function outcome(source: string, gesture: Gesture, tongue: Tongue = 'en'): Readonly<Record<string, string>> {
  const { world, options, refused } = propose(source, gesture, tongue);
  if (refused !== undefined) return { refused };
  const before = new Set(world.model.files.flatMap(({ document }) => document.text.split('\n')));
  return Object.fromEntries(
    options.map((option) => [
      option.way,
      textAfter(world, option)
        .split('\n')
        .filter((line) => !before.has(line))
        .map((line) => line.trim())
        .join(' | '),
    ]),
  );
}
