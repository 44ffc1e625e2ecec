/** What items say of themselves that matters to their threads, packed by run: it is read again only where the text changed. */
import { enumOf, isBare, valueOf, valuesOf, type ItemFacts } from '../kinds/facts';
import type { FactsRun } from '../kinds/factsRun';
import type { KindTable } from '../kinds/table';
import { MINUTES_PER_DAY } from '../kinds/time';
import { PARTS, threadRulesOf, type ThreadRules } from './threadRules';

/** What an item says, as bits. */
export const SAYS = {
  /** Will not be done: `wont`, dropped or cancelled. */
  UNWANTED: 1,
  /** Work that is finished. */
  DONE: 2,
  /** Names a file or an address as evidence, or is one. */
  EVIDENCE: 4,
  /** Says how it is verified. */
  METHOD: 8,
  PASSED: 16,
  FAILED: 32,
  CONDITIONAL: 64,
  /** Holds other work: what it says of its own progress is for its parts to say. */
  HAS_PARTS: 128,
  /** Still being typed. */
  BARE: 256,
  /** Refers to a certain revision of something. */
  PINS: 512,
  /** A criterion inside a sign-off, which is what it is for. */
  ACCEPTED: 1024,
} as const;

/** Stands where a result has no date. */
export const NO_DAY = -0x8000_0000;

export interface ThreadFacts {
  /** By item of the run. */
  readonly says: Uint16Array;
  /** The day of the item's result, or `NO_DAY`. */
  readonly day: Int32Array;
}

const known = new WeakMap<FactsRun, ThreadFacts>();

/** The same object as long as the run is the same. */
export function threadFactsOf(run: FactsRun, table: KindTable): ThreadFacts {
  let facts = known.get(run);
  if (!facts) known.set(run, (facts = read(run, threadRulesOf(table))));
  return facts;
}

function read({ items, kind, parent }: FactsRun, rules: ThreadRules): ThreadFacts {
  const says = new Uint16Array(items.length);
  const day = new Int32Array(items.length).fill(NO_DAY);
  items.forEach((item, index) => {
    const part = rules.part[kind[index]!] ?? 0;
    if (part === 0) return;
    const [bits, at] = readItem(item, part);
    says[index] = bits;
    day[index] = at;
    let around = parent[index]!;
    while (around >= 0 && rules.groups[kind[around]!] === 1) around = parent[around]!;
    const outer = around < 0 ? 0 : (rules.part[kind[around]!] ?? 0);
    if (part === PARTS.criterion && outer === PARTS.acceptance) says[index] |= SAYS.ACCEPTED;
    if (part !== PARTS.work || outer !== PARTS.work) return;
    says[around]! |= SAYS.HAS_PARTS;
  });
  return { says, day };
}

function readItem(item: ItemFacts, part: number): readonly [bits: number, day: number] {
  const [result, day] = resultOf(item);
  const bits =
    (isUnwanted(item) ? SAYS.UNWANTED : 0) |
    (part === PARTS.work && workShare(item) === 1 ? SAYS.DONE : 0) |
    (hasEvidence(item) ? SAYS.EVIDENCE : 0) |
    (part === PARTS.criterion && hasMethod(item) ? SAYS.METHOD : 0) |
    (isBare(item) ? SAYS.BARE : 0) |
    (item.references.some(({ reference }) => reference.revision !== undefined) ? SAYS.PINS : 0) |
    (result === undefined ? 0 : RESULT_BITS[result]);
  return [bits, day];
}

const isUnwanted = (item: ItemFacts): boolean => {
  const status = enumOf(item, 'status');
  return status === 'dropped' || status === 'cancelled' || enumOf(item, 'priority') === 'wont';
};

/** The share of work that is done, from 0 to 1, by its status, its actual period or its progress. */
export function workShare(item: Pick<ItemFacts, 'fields'>): number {
  if (enumOf(item, 'status') === 'done') return 1;
  const progress = valueOf(item, 'progress');
  if (progress?.type === 'percent') return Math.min(1, Math.max(0, progress.fraction));
  const actual = valueOf(item, 'actual');
  return actual?.type === 'period' && actual.to !== undefined ? 1 : 0;
}

const hasEvidence = (item: ItemFacts): boolean =>
  ['evidence', 'file'].some((key) => valuesOf(item, key).some(({ type }) => type !== 'ref'));

const METHODS = ['verify', 'metric', 'given', 'when', 'then'];

const hasMethod = (item: ItemFacts): boolean =>
  (item.declaration.block?.texts.length ?? 0) > 0 || METHODS.some((key) => valueOf(item, key) !== undefined);

type Result = 'passed' | 'failed' | 'conditional';

const RESULT_BITS: Readonly<Record<Result, number>> = {
  passed: SAYS.PASSED,
  failed: SAYS.FAILED,
  conditional: SAYS.CONDITIONAL,
};

/** How the enum values of checks and sign-offs are meant. */
const RESULTS: Readonly<Record<string, Result>> = {
  passed: 'passed',
  accepted: 'passed',
  failed: 'failed',
  rejected: 'failed',
  conditional: 'conditional',
};

/** The latest result of an item and its day. */
function resultOf(item: ItemFacts): readonly [Result | undefined, day: number] {
  let latest: readonly [Result | undefined, number] = [undefined, NO_DAY];
  for (const value of valuesOf(item, 'result')) {
    if (value.type === 'enum') latest = [RESULTS[value.key], dayOf(item)];
    if (value.type !== 'result') continue;
    const day = value.minute === undefined ? NO_DAY : Math.floor(value.minute / MINUTES_PER_DAY);
    // What was written later counts, unless the dates say otherwise.
    if (day >= latest[1] || day === NO_DAY) latest = [value.result, day];
  }
  return latest;
}

function dayOf(item: ItemFacts): number {
  const date = valueOf(item, 'date');
  if (date?.type === 'date') return date.day;
  const end = date?.type === 'period' ? (date.to ?? date.from) : undefined;
  return end === undefined ? NO_DAY : Math.floor(end / MINUTES_PER_DAY);
}
