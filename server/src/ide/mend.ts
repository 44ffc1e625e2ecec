/** Mends all findings of a project that can be mended unasked, as `delivery check --fix` and *fix all* do. */
import type { Finding } from '../checks/check';
import { editsByFile, overlaps } from '../checks/repair/apply';
import { keepsWords } from '../checks/repair/keeps';
import type { Repair } from '../checks/repair/repair';
import { areMended, findingKey } from '../checks/repair/verify';
import { composed } from '../language/format/compose';
import type { Edit } from '../language/format/edits';
import type { Position } from '../language/document';
import { rangeOf } from '../model/range';
import { edited, type World } from './world';

export interface Mended {
  /** After all repairs; the same when there were none. */
  readonly world: World;
  /** What was mended, in the order in which it happened. */
  readonly mended: readonly Mending[];
  /** By index of the file, the edits of its text that lead there. */
  readonly edits: ReadonlyMap<number, readonly Edit[]>;
}

export interface Mending {
  readonly finding: Finding;
  readonly repair: Repair;
  /** Index of the finding's file. */
  readonly file: number;
  /** Where the finding stood when it was mended. */
  readonly range: { readonly start: Position; readonly end: Position };
}

/** One repair may make the next one possible; a spec that needs more rounds is not mended by machines. */
const MOST_ROUNDS = 20;

/**
 * Applies repairs that are certain to be what was meant, round by round, until none is left. Those of a round do not touch the
 * same text. Each is applied only if its finding is gone afterwards, there are no more errors than before, and no comment and no
 * text block is lost. `isAsked` says which files, by index, may be changed.
 */
export function mend(world: World, isAsked: (file: number) => boolean): Mended {
  const mended: Mending[] = [];
  const failed = new Set<string>();
  const edits = new Map<number, readonly Edit[]>();
  let current = world;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const candidates = separate(candidatesIn(current, isAsked, failed), current);
    if (candidates.length === 0) break;
    const { sound, failing } = tried(current, candidates);
    for (const { finding } of failing) failed.add(keyOf(finding));
    if (sound.length === 0) continue;
    for (const [file, own] of editsByFile(current.model, editsOf(sound)))
      edits.set(file, composed(edits.get(file) ?? [], own));
    current = applied(current, sound);
    mended.push(...sound);
  }
  return { world: current, mended, edits };
}

const keyOf = (finding: Finding): string => `${finding.place.file} ${findingKey(finding)}`;

const candidatesIn = (
  { findings, model }: World,
  isAsked: (file: number) => boolean,
  failed: ReadonlySet<string>,
): readonly Mending[] =>
  findings.flatMap((finding) => {
    const { file } = finding.place;
    if (file < 0 || !isAsked(file) || failed.has(keyOf(finding))) return [];
    const repair = finding
      .repairs(model, 'sure')
      .find(({ sure, edits }) => sure && edits.every(({ place }) => isAsked(place.file)));
    return repair ? [{ finding, repair, file, range: rangeOf(model, finding.place) }] : [];
  });

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

interface Tried {
  /** Those that hold together. */
  readonly sound: readonly Mending[];
  /** Those that do not hold by themselves. */
  readonly failing: readonly Mending[];
}

/** A large part of the candidates that holds, found by halving: mostly all of them do. */
function tried(world: World, candidates: readonly Mending[]): Tried {
  if (holds(world, candidates)) return { sound: candidates, failing: [] };
  if (candidates.length < 2) return { sound: [], failing: candidates };
  const half = candidates.length >> 1;
  const [first, second] = [tried(world, candidates.slice(0, half)), tried(world, candidates.slice(half))];
  const both = [...first.sound, ...second.sound];
  const agree = first.sound.length === 0 || second.sound.length === 0 || holds(world, both);
  // Where they do not, the second half has to wait for the next round.
  return { sound: agree ? both : first.sound, failing: [...first.failing, ...second.failing] };
}

function holds(world: World, candidates: readonly Mending[]): boolean {
  const after = applied(world, candidates);
  const findings = candidates.map(({ finding }) => finding);
  return (
    areMended(findings, world.findings, after.findings) &&
    world.model.files.every(({ document }, file) => keepsWords(document, after.model.files[file]!.document))
  );
}

const editsOf = (mendings: readonly { readonly repair: Repair }[]) => mendings.flatMap(({ repair }) => repair.edits);

/** The world after repairs that do not touch the same text. */
export const applied = (world: World, mendings: readonly { readonly repair: Repair }[]): World =>
  edited(world, editsOf(mendings));
