/** What stands between the plan and its milestones, and how far each kind of item is covered. */
import { fieldOf } from '../kinds/facts';
import type { Kind } from '../kinds/table';
import { coverageOf, type Gap } from './coverage';
import type { Item, ItemIndex, Model } from './model';
import { workShare } from './threadFacts';
import { itemsOfPart } from './trace';

export interface KindTotals {
  readonly kind: Kind;
  /** Number of items. */
  readonly count: number;
  /** How many of them are needed; of these, how many are covered by their own links, and how many down to the evidence. */
  readonly needed: number;
  readonly shallow: number;
  readonly deep: number;
}

/**
 * By kind, in the order of the kind table; only kinds that play a part in traceability and have items. `counts` says which
 * items are counted.
 */
export function coverageByKind(model: Model, counts: (item: Item) => boolean = () => true): readonly KindTotals[] {
  const { partOf, isNeeded, isShallow, isDeep } = coverageOf(model);
  const totals = new Map<Kind, { count: number; needed: number; shallow: number; deep: number }>();
  for (const item of model.items) {
    const { index, kind } = item;
    if (!kind || partOf(index) === undefined || !counts(item)) continue;
    let of = totals.get(kind);
    if (!of) totals.set(kind, (of = { count: 0, needed: 0, shallow: 0, deep: 0 }));
    of.count++;
    if (isNeeded(index)) of.needed++;
    if (isShallow(index)) of.shallow++;
    if (isDeep(index)) of.deep++;
  }
  return [...totals].map(([kind, of]) => ({ kind, ...of })).sort((a, b) => a.kind.number - b.kind.number);
}

export interface Readiness {
  readonly milestone: Item;
  /** Has it been reached, by its own word? */
  readonly reached: boolean;
  /** Items that it delivers, as far as they are needed. */
  readonly delivers: number;
  /** How many of these are covered, down to the evidence. */
  readonly covered: number;
  /** How many of these have something to verify: requirements, and what criteria stand below. */
  readonly verifiable: number;
  /** How many of these have passed all of their criteria; their work may still be going on. */
  readonly verified: number;
  /** Tasks for what it delivers, and how many of them are done. Work that is made of other work is not counted itself. */
  readonly tasks: number;
  readonly done: number;
  /** Share of the work that is done, from 0 to 1, each task counted alike by its progress; undefined without tasks. */
  readonly work: number | undefined;
  /** What is missing, the nearest first. */
  readonly missing: readonly Gap[];
}

/** The milestones that deliver something, in the order of the text. */
export const readinessOf = (model: Model): readonly Readiness[] =>
  itemsOfPart(model, 'milestone')
    .filter(({ index }) => coverageOf(model).isNeeded(index))
    .map((milestone) => readiness(model, milestone))
    .filter(({ delivers }) => delivers > 0);

function readiness(model: Model, milestone: Item): Readiness {
  const { below, isDeep, nearest, weakest, partOf } = coverageOf(model);
  const delivered = below(milestone.index);
  const isVerifiable = (item: ItemIndex): boolean => partOf(item) === 'requirement' || partOf(item) === 'criterion';
  const verifiable = delivered.filter((item) => everythingBelow(item, below).some(isVerifiable));
  const isWork = (item: ItemIndex): boolean => partOf(item) === 'work';
  const tasks = everythingBelow(milestone.index, below).filter((item) => isWork(item) && !below(item).some(isWork));
  const shares = tasks.map((task) => workShare(model.items[task]!));
  return {
    milestone,
    reached: isReached(milestone),
    delivers: delivered.length,
    covered: delivered.filter(isDeep).length,
    verifiable: verifiable.length,
    verified: verifiable.filter((item) => nearest(item, 'verification') < 0).length,
    tasks: tasks.length,
    done: shares.filter((share) => share === 1).length,
    work: tasks.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / tasks.length,
    missing: weakest(milestone.index),
  };
}

const isReached = (milestone: Item): boolean =>
  workShare(milestone) === 1 || fieldOf(milestone, 'actual') !== undefined;

function everythingBelow(item: ItemIndex, below: (item: ItemIndex) => readonly ItemIndex[]): readonly ItemIndex[] {
  const seen = new Set([item]);
  for (const each of seen) for (const child of below(each)) seen.add(child); // a set also visits what is added meanwhile
  return [...seen];
}
