/** Mends all findings of a project that can be mended, as `delivery check --fix` and *fix all* do. */
import type { Finding } from '../checks/check';
import { editsByFile, overlaps } from '../checks/repair/apply';
import type { Repair } from '../checks/repair/repair';
import { areMended, findingKey } from '../checks/repair/verify';
import type { Edit } from '../language/format/edits';
import { edited, type World } from './world';

export interface Mended {
  /** After all repairs; the same when there were none. */
  readonly world: World;
  /** What was mended, with the repair that did it, in the order in which it happened. */
  readonly mended: readonly Mending[];
}

export interface Mending {
  readonly finding: Finding;
  readonly repair: Repair;
  /** Index of the finding's file. */
  readonly file: number;
}

interface Options {
  /** `sure`: only repairs that are certain to be what was meant; `all`: the first one of each finding. */
  readonly mode: 'sure' | 'all';
  /** Which files, by index, may be changed. */
  readonly isAsked: (file: number) => boolean;
}

/** One repair may make the next one possible; a spec that needs more rounds is not mended by machines. */
const MOST_ROUNDS = 20;

/**
 * Applies repairs, round by round, until none is left. Those of a round do not touch the same text. Each is applied only if its
 * finding is gone afterwards and there are no more errors than before.
 */
export function mend(world: World, options: Options): Mended {
  const mended: Mending[] = [];
  const failed = new Set<string>();
  let current = world;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const candidates = separate(candidatesIn(current, options, failed), current);
    if (candidates.length === 0) break;
    const sound = soundOnes(current, candidates);
    for (const { finding } of candidates.filter((candidate) => !sound.includes(candidate))) failed.add(keyOf(finding));
    if (sound.length === 0) continue;
    current = applied(current, sound);
    mended.push(...sound);
  }
  return { world: current, mended };
}

const keyOf = (finding: Finding): string => `${finding.place.file} ${findingKey(finding)}`;

function candidatesIn(
  { findings }: World,
  { mode, isAsked }: Options,
  failed: ReadonlySet<string>,
): readonly Mending[] {
  return findings.flatMap((finding) => {
    const { file } = finding.place;
    if (file < 0 || !isAsked(file) || failed.has(keyOf(finding))) return [];
    const repairs = finding
      .repairs(mode === 'sure' ? 'sure' : undefined)
      .filter(({ edits }) => edits.every(({ place }) => isAsked(place.file)));
    const repair = mode === 'all' ? (repairs.find(({ sure }) => sure) ?? repairs[0]) : repairs.find(({ sure }) => sure);
    return repair ? [{ finding, repair, file }] : [];
  });
}

/** Those that touch no text which one before them touches. */
function separate(candidates: readonly Mending[], { model }: World): readonly Mending[] {
  const taken = new Map<number, Edit[]>();
  return candidates.filter(({ repair }) => {
    const edits = [...editsByFile(model, repair.edits)];
    if (edits.some(([file, own]) => own.some((edit) => taken.get(file)?.some((other) => overlaps(edit, other)))))
      return false;
    for (const [file, own] of edits) taken.set(file, [...(taken.get(file) ?? []), ...own]);
    return true;
  });
}

/** The largest part of the candidates that holds, found by halving: mostly all of them do. */
function soundOnes(world: World, candidates: readonly Mending[]): readonly Mending[] {
  if (holds(world, candidates)) return candidates;
  if (candidates.length < 2) return [];
  const half = candidates.length >> 1;
  const [first, second] = [soundOnes(world, candidates.slice(0, half)), soundOnes(world, candidates.slice(half))];
  const both = [...first, ...second];
  return first.length === 0 || second.length === 0 || holds(world, both) ? both : first;
}

const holds = (world: World, candidates: readonly Mending[]): boolean =>
  areMended(
    candidates.map(({ finding }) => finding),
    world.findings,
    applied(world, candidates).findings,
  );

/** The world after repairs that do not touch the same text. */
export const applied = (world: World, mendings: readonly { readonly repair: Repair }[]): World =>
  edited(
    world,
    mendings.flatMap(({ repair }) => repair.edits),
  );
