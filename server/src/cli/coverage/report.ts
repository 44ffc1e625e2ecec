/** What `delivery coverage` says of a project, and in sum. */
import type { World } from '../../ide/world';
import type { Tongue } from '../../kinds/tongue';
import { coverageOf } from '../../model/coverage';
import type { Item, Model } from '../../model/model';
import { coverageByKind, readinessOf, type KindTotals, type Readiness } from '../../model/readiness';

/** What is asked for. */
export interface CoverageOptions {
  readonly kind?: readonly string[];
  readonly all?: true;
  readonly min?: number;
  readonly format: 'text' | 'json';
  readonly language: Tongue;
}

/** What is said of one project. */
export interface Report {
  readonly model: Model;
  readonly root: string;
  readonly kinds: readonly KindTotals[];
  readonly milestones: readonly Readiness[];
  /** Items of the kinds that are listed which are not covered down to the evidence. */
  readonly uncovered: readonly Item[];
  /** How many items of the kinds that are measured are needed, and how many of them are covered. */
  readonly needed: number;
  readonly covered: number;
}

/** All projects, and how many of the measured items are needed and covered in them. */
export interface Total {
  readonly reports: readonly Report[];
  readonly needed: number;
  readonly covered: number;
}

/** Reasons that are named for an uncovered item. */
export const MOST_REASONS = 3;

export function reportOn(
  { model, root }: World,
  { kind: names, all }: CoverageOptions,
  isAsked: (uri: string) => boolean,
): Report {
  const { isNeeded, isDeep, partOf } = coverageOf(model);
  const named = new Set(names?.map((name) => model.table.kind(name)));
  const counts = (item: Item): boolean => isAsked(model.files[item.file]!.uri);
  const isMeasured = (item: Item): boolean =>
    isNeeded(item.index) && (names ? named.has(item.kind) : partOf(item.index) === 'requirement') && counts(item);
  const measured = model.items.filter(isMeasured);
  const listed = all && !names ? model.items.filter((item) => isNeeded(item.index) && counts(item)) : measured;
  return {
    model,
    root,
    kinds: coverageByKind(model, counts),
    milestones: readinessOf(model).filter(({ milestone }) => counts(milestone)),
    uncovered: listed.filter(({ index }) => !isDeep(index)),
    needed: measured.length,
    covered: measured.filter(({ index }) => isDeep(index)).length,
  };
}

export function totalOf(reports: readonly Report[]): Total {
  const sum = (of: 'needed' | 'covered'): number => reports.reduce((total, report) => total + report[of], 0);
  return { reports, needed: sum('needed'), covered: sum('covered') };
}

export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.floor((part * 100) / whole);
