import type { Atom } from '../../language/ast';
import type { Duration, ValueOf } from '../value';
import { defineType } from './define';
import { fixedMinutes, formatDuration, meantUnit, partsOf, readDuration } from './durations';
import type { PhraseReader } from './reader';
import { cited, sourceOf, spanOf } from './source';
import { UNITS } from './words';

/** `3d..5d..10d`: best, likely, worst. */
export const estimateType = defineType({
  name: 'estimate',
  noun: { en: 'an estimate', zh: '估算' },
  examples: ['3d..5d..10d', '5d'],
  parse: (reader) => {
    if (unitAtEndOnly(reader)) return undefined;
    const points = readPoints(reader);
    return points && estimateOf(reader, points);
  },
  format: (estimate, tongue) =>
    fewestPoints(estimate)
      .map((point) => formatDuration(point, tongue))
      .join('..'),
});

/** Reads one to three durations. */
function readPoints(reader: PhraseReader): readonly Duration[] | undefined {
  const first = readDuration(reader);
  if (!first) return undefined;
  const points = [first];
  if (reader.at('minus') && reader.behind('quantity')) return withHyphen(reader);
  while (points.length < 3 && reader.take('range')) {
    const point = readDuration(reader);
    if (!point) return reader.missing({ en: 'a duration', zh: '工期' }, '10d');
    points.push(point);
  }
  return points;
}

function estimateOf(reader: PhraseReader, points: readonly Duration[]): ValueOf<'estimate'> | undefined {
  const [best, second, third] = points;
  if (!best) return undefined;
  const worst = third ?? second ?? best;
  const likely = third && second ? second : second ? halfway(best, second) : best;
  if (!likely) return mixedUnits(reader);
  if (falls(best, likely) || falls(likely, worst)) return wrongOrder(reader, points);
  return { type: 'estimate', best, likely, worst };
}

/** One point if all are equal, two if the likely case is halfway between them: a middle that nobody wrote stays unwritten. */
function fewestPoints({ best, likely, worst }: ValueOf<'estimate'>): readonly Duration[] {
  if (isSame(best, likely) && isSame(likely, worst)) return [best];
  const middle = halfway(best, worst);
  return middle && isSame(middle, likely) ? [best, worst] : [best, likely, worst];
}

const isSame = (a: Duration, b: Duration): boolean => a.amount === b.amount && haveOneUnit(a, b);

const haveOneUnit = (a: Duration, b: Duration): boolean => a.unit === b.unit && a.elapsed === b.elapsed;

/** The middle of two durations, if it does not depend on a calendar. */
function halfway(a: Duration, b: Duration): Duration | undefined {
  if (haveOneUnit(a, b)) return { ...a, amount: (a.amount + b.amount) / 2 };
  const [from, to] = [fixedMinutes(a), fixedMinutes(b)];
  if (from === undefined || to === undefined || a.elapsed !== b.elapsed) return undefined;
  return { type: 'duration', amount: (from + to) / 2, unit: 'min', elapsed: a.elapsed };
}

/** Is the first certainly longer than the second? */
function falls(a: Duration, b: Duration): boolean {
  if (haveOneUnit(a, b)) return a.amount > b.amount;
  const [from, to] = [fixedMinutes(a), fixedMinutes(b)];
  return a.elapsed === b.elapsed && from !== undefined && to !== undefined && from > to;
}

const readSoFar = (reader: PhraseReader): readonly Atom[] => reader.atoms.slice(0, reader.position);

function mixedUnits(reader: PhraseReader): undefined {
  const atoms = readSoFar(reader);
  reader.fail(spanOf(atoms), {
    en: `The middle of ${cited(sourceOf(atoms))} depends on the calendar. Use one unit, or give all three points: \`3d..5d..2w\`.`,
    zh: `${cited(sourceOf(atoms))} 的中间值取决于日历。请使用同一单位，或写出三点估算：\`3d..5d..2w\`。`,
  });
}

function wrongOrder(reader: PhraseReader, points: readonly Duration[]): undefined {
  const atoms = readSoFar(reader);
  const sorted = atoms.filter(({ type }) => type === 'quantity').sort((a, b) => amountOf(a) - amountOf(b));
  const oneUnit = points.every((point) => haveOneUnit(point, points[0]!));
  reader.fail(
    spanOf(atoms),
    {
      en: 'An estimate runs from the best to the worst case: `3d..5d..10d`.',
      zh: '估算应按最好、最可能、最坏的顺序填写：`3d..5d..10d`。',
    },
    oneUnit ? sorted.map(({ text }) => text).join('..') : undefined,
  );
}

const amountOf = (atom: Atom): number => Number(partsOf(atom).digits);

/** `3d-5d`. */
function withHyphen(reader: PhraseReader): undefined {
  const { atoms, position } = reader;
  const span = atoms.slice(position - 1, position + 2);
  const right = `${span[0]!.text}..${span[2]!.text}`;
  reader.fail(
    spanOf(span),
    {
      en: `The points of an estimate are joined by two dots: ${cited(right)}.`,
      zh: `估算的各点用两个点连接：${cited(right)}。`,
    },
    right,
  );
}

/** `3..5d`, `3-5d`: every point takes its unit. */
function unitAtEndOnly(reader: PhraseReader): boolean {
  const { atoms } = reader;
  if (atoms.length < 3) return false;
  const points = atoms.filter((_, index) => index % 2 === 0);
  const last = points.at(-1);
  const joined = atoms.every(({ type }, index) => index % 2 === 0 || type === 'range' || type === 'minus');
  if (!joined || points.length > 3 || last?.type !== 'quantity' || points[0]?.type !== 'number') return false;
  const { unit: word } = partsOf(last);
  const unit = UNITS.find(word) === undefined ? meantUnit(word) : word;
  if (unit === undefined || points.some(({ type }) => type !== 'number' && type !== 'quantity')) return false;
  const right = points
    .map((point) =>
      point.type === 'number' ? point.text + unit : point === last ? partsOf(last).digits + unit : point.text,
    )
    .join('..');
  reader.fail(
    spanOf(atoms),
    {
      en: `Every point of an estimate takes its unit: ${cited(right)}.`,
      zh: `估算的每个点都要带单位：${cited(right)}。`,
    },
    right,
  );
  return true;
}
