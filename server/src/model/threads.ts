/** Which item has to hold before which other is covered, and which items are needed at all. */
import type { ItemIndex } from './item';
import { groupByValue, type Grouping } from './grouping';
import { linksBySource, perFrame } from './frame';
import type { Model } from './model';
import { revisionOf } from './revision';
import type { Shape } from './shape';
import { GAP_BITS } from './gaps';
import { SAYS, threadFactsOf } from './threadFacts';
import { BELOW, HAS, JUDGES, PARTS, threadRulesOf, type ThreadRules } from './threadRules';

export interface Threads {
  readonly rules: ThreadRules;
  /** By item, the code of its part, or 0. */
  readonly part: Uint8Array;
  /** By item, what it says of itself, as bits. */
  readonly says: Uint16Array;
  /** By item, the day of its result. */
  readonly day: Int32Array;
  /** By item, the links that it has, as bits. */
  readonly has: Uint16Array;
  /** By item, what is wrong with its links, as bits of gaps. */
  readonly defects: Int32Array;
  /** Links by which a check or a criterion's evidence gives a result. */
  readonly judgements: readonly number[];
  /** By item, 1 if it takes part and has to hold. */
  readonly needed: Uint8Array;
  /** By link, which end stands below the other; `BELOW.NONE` also where something is wrong with it. */
  readonly below: Uint8Array;
  /** For work inside other work, that other; otherwise -1. */
  readonly holder: Int32Array;
  /** The work inside other work by that other. */
  readonly partsOf: () => Grouping;
}

export function findThreads(model: Model, says: ThreadSays): Threads {
  const own: Own = { ...says, ...threadParts(model.shape.frame) };
  const links = readLinks(model, own);
  return { ...own, ...links, needed: findNeeded(model, own, links) };
}

/** What items say of themselves. */
export type ThreadSays = Pick<Threads, 'says' | 'day'>;

export function readSays({ runs, items, table }: Model): ThreadSays {
  const says = new Uint16Array(items.length);
  const day = new Int32Array(items.length);
  for (const { facts, firstItem } of runs) {
    const read = threadFactsOf(facts, table);
    says.set(read.says, firstItem);
    day.set(read.day, firstItem);
  }
  return { says, day };
}

type Parts = Pick<Threads, 'rules' | 'part' | 'holder' | 'partsOf'>;

const threadParts = perFrame(({ kinds, parents, table }): Parts => {
  const rules = threadRulesOf(table);
  const part = new Uint8Array(kinds.length);
  const holder = new Int32Array(kinds.length).fill(-1);
  // What holds an item stands before it.
  for (let item = 0; item < kinds.length; item++) {
    part[item] = kinds[item]! < 0 ? 0 : rules.part[kinds[item]!]!;
    if (part[item] !== PARTS.work) continue;
    let around = parents[item]!;
    while (around >= 0 && rules.groups[kinds[around]!] === 1) around = parents[around]!;
    if (around >= 0 && part[around] === PARTS.work) holder[item] = around;
  }
  let partsOf: Grouping | undefined;
  return { rules, part, holder, partsOf: () => (partsOf ??= groupByValue(holder, part.length)) };
});

type Own = ThreadSays & Parts;

type Links = Pick<Threads, 'has' | 'defects' | 'judgements' | 'below'>;

function readLinks(model: Model, { rules, part, says, holder }: Own): Links {
  const { from, to, field } = model.linkTable;
  const { given, received, isThread } = rules;
  const has = new Uint16Array(part.length);
  const defects = new Int32Array(part.length);
  const below = new Uint8Array(from.length);
  const judgements: number[] = [];
  for (let link = 0; link < from.length; link++) {
    const item = from[link]!;
    const target = to[link]!;
    const by = field[link]!;
    has[item]! |= given[by]!;
    if (target >= 0) has[target]! |= received[by]!;
    if (isThread[by] === 0) continue;
    const defect = defectOf(model, rules, link, says);
    defects[item]! |= defect;
    if ((defect & BROKEN) !== 0) {
      if (rules.judges[by] === JUDGES.HOLDER) has[item]! |= HAS.BROKEN_EVIDENCE;
      continue;
    }
    if (rules.judges[by] !== JUDGES.NONE) judgements.push(link);
    if (target !== item) below[link] = rules.below[by]!;
  }
  for (let item = 0; item < holder.length; item++)
    if (holder[item]! >= 0) has[item]! |= has[holder[item]!]! & HAS.ASSIGNEE;
  return { has, defects, judgements, below };
}

/** What keeps a link from being part of a thread. */
const BROKEN = GAP_BITS.unresolved | GAP_BITS['wrong-kind'];

/** What is wrong with a link of a thread, as the bit of a gap, or 0. */
export function defectOf(model: Model, rules: ThreadRules, link: number, says: Uint16Array): number {
  const { from, to, field, facts } = model.linkTable;
  const target = to[link]!;
  if (target < 0) return GAP_BITS.unresolved;
  const kind = model.kinds[target]!;
  // A kind that nobody knows has its own finding.
  if (kind >= 0 && rules.targets[field[link]!]?.[kind] === 0) return GAP_BITS['wrong-kind'];
  if ((says[from[link]!]! & SAYS.PINS) === 0) return 0;
  const pinned = facts[link]!.reference?.reference.revision;
  return pinned === undefined || pinned === revisionOf(model.items[target]!) ? 0 : GAP_BITS.suspect;
}

/**
 * What will not be done or is out of scope needs nothing, and neither does what hangs on such items alone. From these down,
 * so that each link is looked at once.
 */
function findNeeded(model: Model, { rules, part, says, holder, partsOf }: Own, { below, has }: Links): Uint8Array {
  const { from, field, incoming } = model.linkTable;
  const needed = new Uint8Array(part.length);
  const unwanted: ItemIndex[] = [];
  for (let item = 0; item < part.length; item++)
    if ((says[item]! & SAYS.UNWANTED) !== 0 || (has[item]! & HAS.EXCLUSION) !== 0) unwanted.push(item);
    else if (part[item] !== 0) needed[item] = 1;
  if (unwanted.length === 0) return needed;
  const hangsOn = new Int32Array(part.length);
  for (let link = 0; link < from.length; link++) if (rules.below[field[link]!] === BELOW.FROM) hangsOn[from[link]!]!++;
  for (let item = 0; item < holder.length; item++) if (holder[item]! >= 0) hangsOn[item]!++;
  for (let item = unwanted.pop(); item !== undefined; item = unwanted.pop()) {
    for (const link of incoming(item)) if (below[link] === BELOW.FROM) letGo(from[link]!);
    eachIn(partsOf(), item, letGo);
  }
  return needed;

  function letGo(item: ItemIndex): void {
    if (--hangsOn[item]! > 0 || needed[item] === 0) return;
    needed[item] = 0;
    unwanted.push(item);
  }
}

/** For each item, hands on what stands above it, or below it; only what is needed, and what is linked twice comes twice. */
export type Neighbours = (item: ItemIndex, then: (other: ItemIndex) => void) => void;

export function aboveIn({ frame, links }: Shape, { below, needed, holder }: Threads): Neighbours {
  const { from, to } = links;
  const [out, into] = [linksBySource(frame), links.byTarget()];
  return (item, then) => {
    if (needed[item] === 0) return;
    eachIn(out, item, (link) => {
      if (below[link] === BELOW.FROM && needed[to[link]!] === 1) then(to[link]!);
    });
    eachIn(into, item, (link) => {
      if (below[link] === BELOW.TO && needed[from[link]!] === 1) then(from[link]!);
    });
    const around = holder[item]!;
    if (around >= 0 && needed[around] === 1) then(around);
  };
}

export function belowIn({ frame, links }: Shape, { below, needed, partsOf }: Threads): Neighbours {
  const { from, to } = links;
  const [out, into] = [linksBySource(frame), links.byTarget()];
  return (item, then) => {
    if (needed[item] === 0) return;
    eachIn(into, item, (link) => {
      if (below[link] === BELOW.FROM && needed[from[link]!] === 1) then(from[link]!);
    });
    eachIn(out, item, (link) => {
      if (below[link] === BELOW.TO && needed[to[link]!] === 1) then(to[link]!);
    });
    eachIn(partsOf(), item, (part) => {
      if (needed[part] === 1) then(part);
    });
  };
}

function eachIn({ starts, grouped }: Grouping, value: number, then: (index: number) => void): void {
  for (let at = starts[value]!; at < starts[value + 1]!; at++) then(grouped[at]!);
}
