/** What each item itself lacks. */
import { bitOfStrand, strandsOf } from './trace';
import { familyOf, GAP_BITS, GAP_KINDS, type Gap, type GapKind } from './gaps';
import type { ItemIndex } from './item';
import type { Model } from './model';
import { defectOf, type Threads } from './threads';
import { NO_DAY, SAYS } from './threadFacts';
import { HAS, JUDGES, PARTS } from './threadRules';

/** The gaps of each item as bits; none for what is not needed. `twins`: those that share their name with one before them. */
export function findGaps(model: Model, threads: Threads, twins: readonly ItemIndex[]): Int32Array {
  const { needed, says, defects } = threads;
  const strands = strandsOf(model);
  const verdicts = judge(model, threads);
  const isTwin = new Set(twins);
  const gaps = new Int32Array(needed.length);
  for (let item = 0; item < needed.length; item++) {
    // What is still being typed has the finding that it is not whole.
    if (needed[item] === 0 || (says[item]! & SAYS.BARE) !== 0) continue;
    gaps[item] =
      defects[item]! |
      (verdicts[item] === FAILED ? GAP_BITS.failed : 0) |
      lacks(threads, item, strands[item]!, verdicts[item]!, isTwin.has(item));
  }
  return gaps;
}

const ORIGIN = bitOfStrand('origin');
const INCOMING_STRANDS: readonly (readonly [bit: number, gap: number])[] = [
  [bitOfStrand('criterion'), GAP_BITS['no-criterion']],
  [bitOfStrand('work'), GAP_BITS['no-work']],
  [bitOfStrand('milestone'), GAP_BITS['no-milestone']],
];

/** What the links and the words of an item lack, by the part that it plays. */
function lacks(
  { part, says, has }: Threads,
  item: ItemIndex,
  strands: number,
  verdict: number,
  isTwin: boolean,
): number {
  const said = says[item]!;
  const links = has[item]!;
  switch (part[item]!) {
    case PARTS.origin:
    case PARTS.need:
      return isTwin || (links & HAS.ORIGIN_FROM_IT) !== 0 ? 0 : GAP_BITS['leads-nowhere'];
    case PARTS.requirement:
      return missingStrands(strands, isTwin);
    case PARTS.criterion:
      return (
        ((links & HAS.VERIFIES) !== 0 || (said & SAYS.ACCEPTED) !== 0 ? 0 : GAP_BITS['verifies-nothing']) |
        (verdict === OPEN && (links & HAS.BROKEN_EVIDENCE) === 0 ? withoutEvidence(said) : 0)
      );
    case PARTS.evidence:
      return resultGap(said, GAP_BITS['no-result']);
    case PARTS.acceptance:
      return ((links & HAS.ACCEPTS) === 0 ? GAP_BITS['accepts-nothing'] : 0) | resultGap(said, GAP_BITS['not-signed']);
    case PARTS.work:
      if ((said & (SAYS.DONE | SAYS.HAS_PARTS)) !== 0) return 0;
      return GAP_BITS[(links & HAS.ASSIGNEE) === 0 ? 'unassigned' : 'not-done'];
    case PARTS.milestone:
      return (links & (HAS.DELIVERS | HAS.ACCEPTANCE)) === HAS.ACCEPTANCE ? GAP_BITS['delivers-nothing'] : 0;
    case PARTS.deliverable:
      return isTwin || (links & OUTPUT) !== 0 || (said & SAYS.EVIDENCE) !== 0 ? 0 : GAP_BITS['no-output'];
    case PARTS.service:
      return (links & HAS.COVERS) === 0 ? GAP_BITS['covers-nothing'] : 0;
    default:
      return 0;
  }
}

const OUTPUT = HAS.WORK | HAS.CRITERION | HAS.CHECK;

function missingStrands(strands: number, isTwin: boolean): number {
  let gaps = (strands & ORIGIN) === 0 ? GAP_BITS['no-origin'] : 0;
  if (!isTwin) for (const [bit, gap] of INCOMING_STRANDS) if ((strands & bit) === 0) gaps |= gap;
  return gaps;
}

const withoutEvidence = (said: number): number => GAP_BITS[(said & SAYS.METHOD) === 0 ? 'no-method' : 'no-evidence'];

function resultGap(said: number, none: number): number {
  if ((said & SAYS.FAILED) !== 0) return GAP_BITS.failed;
  if ((said & SAYS.CONDITIONAL) !== 0) return GAP_BITS.conditional;
  return (said & SAYS.PASSED) !== 0 ? 0 : none;
}

/** What has been said of an item so far. */
const OPEN = 0;
const PASSED = 1;
const FAILED = 2;

/** Stands for the day of a failure without date: nothing is known to have come after it. */
const LAST_DAY = 0x7fff_ffff;

/**
 * By item, the verdict of its own result, of its evidence and of the checks on it. One that failed holds until one of a
 * later day passed.
 */
function judge({ linkTable: { from, to, field } }: Model, threads: Threads): Uint8Array {
  const { part, says, day, judgements, rules } = threads;
  const verdicts = new Uint8Array(part.length);
  const failedOn = blank(0, part.length);
  const passedOn = blank(1, part.length);
  const note = (item: ItemIndex, by: ItemIndex): void => {
    const said = says[by]!;
    const on = day[by]!;
    if ((said & SAYS.UNWANTED) !== 0) return;
    if ((said & SAYS.FAILED) !== 0) failedOn[item] = on === NO_DAY ? LAST_DAY : Math.max(failedOn[item]!, on);
    if ((said & SAYS.PASSED) === 0) return;
    verdicts[item] = PASSED;
    passedOn[item] = Math.max(passedOn[item]!, on);
  };
  for (const link of judgements) {
    const [item, target] = [from[link]!, to[link]!];
    if (rules.judges[field[link]!] === JUDGES.TARGET) note(target, item);
    else if (part[target] === PARTS.evidence) note(item, target);
    else verdicts[item] = PASSED;
  }
  for (let item = 0; item < part.length; item++) {
    if (part[item] === PARTS.criterion) {
      note(item, item);
      if ((says[item]! & SAYS.EVIDENCE) !== 0) verdicts[item] = PASSED;
    }
    if (failedOn[item] !== NO_DAY && failedOn[item]! >= passedOn[item]!) verdicts[item] = FAILED;
  }
  return verdicts;
}

/** One of two arrays without a day, used again each time: arrays of this size wear out the garbage collector. */
function blank(which: 0 | 1, length: number): Int32Array {
  if (scratch[which].length < length) scratch[which] = new Int32Array(2 * length);
  return scratch[which].fill(NO_DAY, 0, length);
}

const scratch: [Int32Array, Int32Array] = [new Int32Array(), new Int32Array()];

/** The gaps that the bits stand for, with the links and checks that they come from. */
export function gapsOf(model: Model, threads: Threads, item: ItemIndex, bits: number): readonly Gap[] {
  if (bits === 0) return [];
  const found: Gap[] = [];
  for (const kind of GAP_KINDS) {
    if ((bits & GAP_BITS[kind]) === 0) continue;
    const gap: Gap = { item, kind, family: familyOf(kind) };
    if (kind === 'failed') found.push({ ...gap, ...failedCheck(model, threads, item) });
    else if (OF_LINKS.has(kind))
      found.push(...defectiveLinks(model, threads, item, kind).map((link) => ({ ...gap, link })));
    else found.push(gap);
  }
  return found;
}

const OF_LINKS: ReadonlySet<GapKind> = new Set(['unresolved', 'wrong-kind', 'suspect']);

const defectiveLinks = (model: Model, { rules, says }: Threads, item: ItemIndex, kind: GapKind): readonly number[] =>
  [...model.linkTable.outgoing(item)].filter(
    (link) =>
      rules.isThread[model.linkTable.field[link]!] === 1 && defectOf(model, rules, link, says) === GAP_BITS[kind],
  );

/** The check by which the item failed, unless its own result says so. */
function failedCheck(
  { linkTable: { from, to, field } }: Model,
  { judgements, rules, says }: Threads,
  item: ItemIndex,
): Pick<Gap, 'check'> {
  if ((says[item]! & SAYS.FAILED) !== 0) return {};
  for (const link of judgements) {
    const [target, check] =
      rules.judges[field[link]!] === JUDGES.TARGET ? [to[link], from[link]!] : [from[link], to[link]!];
    if (target === item && (says[check]! & SAYS.FAILED) !== 0) return { check };
  }
  return {};
}
