/** The packed facts of all files, one behind the other. */
import type { SourceDocument } from '../language/document';
import type { FactsRun } from '../kinds/factsRun';
import type { Item, ItemIndex } from './item';

export interface SourceFile {
  /** "file:///plan/needs.delivery" */
  readonly uri: string;
  readonly document: SourceDocument;
}

/** A run of segments in its file. */
export interface PlacedRun {
  readonly facts: FactsRun;
  /** Index in `Model.files`. */
  readonly file: number;
  /** Index of its first segment in the file's segments. */
  readonly firstSegment: number;
  /** Index of its first item in `Model.items`. */
  readonly firstItem: ItemIndex;
}

/** Reads the runs of all files and counts where each begins. */
export function placeRuns(
  files: readonly SourceFile[],
  read: (run: SourceDocument['runs'][number]) => FactsRun,
): readonly PlacedRun[] {
  const runs: PlacedRun[] = [];
  let firstItem = 0;
  files.forEach(({ document }, file) => {
    let firstSegment = 0;
    for (const run of document.runs) {
      const facts = read(run);
      runs.push({ facts, file, firstSegment, firstItem });
      firstSegment += run.length;
      firstItem += facts.items.length;
    }
  });
  return runs;
}

/** One column of all runs. */
export function joined(
  runs: readonly PlacedRun[],
  length: number,
  column: (facts: FactsRun) => Int32Array,
): Int32Array {
  const all = new Int32Array(length);
  for (const { facts, firstItem } of runs) all.set(column(facts), firstItem);
  return all;
}

/** Items of one segment of one file. */
export function itemsOfSegment(
  items: readonly Item[],
  runs: readonly PlacedRun[],
  file: number,
  segment: number,
): readonly Item[] {
  const run = runs.findLast((candidate) => candidate.file === file && candidate.firstSegment <= segment);
  if (!run) return [];
  const inside = segment - run.firstSegment;
  const first = run.facts.firstItem[inside];
  if (first === undefined) return [];
  const end = run.facts.firstItem[inside + 1] ?? run.facts.items.length;
  return items.slice(run.firstItem + first, run.firstItem + end);
}
