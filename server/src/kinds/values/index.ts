/** All value types, and how a phrase is read by those of its field and written again. */
import type { Phrase } from '../../language/ast';
import type { Field } from '../table';
import type { Reading, Reference, Value, ValueName, ValueOf, ValueType } from '../value';
import { allocationType } from './allocation';
import { dateType } from './date';
import { dateTimeType } from './date-time';
import { type DefinedType, expected, type GradedReading, missingComma } from './define';
import { dependencyType } from './dependency';
import { durationType } from './duration';
import { enumType } from './enum';
import { estimateType } from './estimate';
import { hoursType } from './hours';
import { measurementType } from './measurement';
import { momentType } from './moment';
import { moneyType } from './money';
import { nameType } from './name';
import { numberType } from './number';
import { pathType } from './path';
import { perSeverityType } from './per-severity';
import { percentType } from './percent';
import { periodType } from './period';
import { rateType } from './rate';
import type { GradedProblem } from './reader';
import { recurrenceType } from './recurrence';
import { refType } from './ref';
import { resultType } from './result';
import { rewritten } from './rewritten';
import { scoreType } from './score';
import { stampType } from './stamp';
import { stringType } from './string';
import { suppressionType } from './suppression';
import { targetType } from './target';
import { textType } from './text';
import { urlType } from './url';
import { weekdaysType } from './weekdays';
import { workdayType } from './workday';
import type { Text, Tongue } from '../tongue';

const types: { readonly [N in ValueName]: DefinedType<N> } = {
  text: textType,
  string: stringType,
  name: nameType,
  number: numberType,
  percent: percentType,
  enum: enumType,
  date: dateType,
  'date-time': dateTimeType,
  period: periodType,
  duration: durationType,
  estimate: estimateType,
  money: moneyType,
  rate: rateType,
  ref: refType,
  dependency: dependencyType,
  allocation: allocationType,
  stamp: stampType,
  target: targetType,
  measurement: measurementType,
  recurrence: recurrenceType,
  hours: hoursType,
  weekdays: weekdaysType,
  workday: workdayType,
  moment: momentType,
  path: pathType,
  url: urlType,
  score: scoreType,
  'per-severity': perSeverityType,
  suppression: suppressionType,
  result: resultType,
};

const byName: ReadonlyMap<string, (typeof types)[ValueName]> = new Map(Object.entries(types));

/** Value types by the names that the kind table uses. */
export const valueTypes: ReadonlyMap<string, ValueType> = byName;

/** Reads a phrase by the field's types in their order: the first value, or the problem that explains most. */
export function readPhrase(phrase: Phrase, field: Field): Reading {
  const reading = readGraded(phrase, field);
  if ('value' in reading || reading.problem.suggestion !== undefined) return reading;
  const problem = rewritten(phrase, (other) => readGraded(other, field));
  return problem ? { problem } : reading;
}

/** References inside a value, in the order of the text. */
export const referencesOf = (value: Value): readonly Reference[] => typeOf(value).references?.(value) ?? [];

/** The canonical phrase of a value in a tongue, as it may stand in the field; see `ValueType`. A text may take several lines. */
export const formatValue = (value: Value, tongue: Tongue, field: Field): string =>
  typeOf(value).format(value, tongue, field);

const typeOf = <N extends ValueName>({ type }: ValueOf<N>): DefinedType<N> => types[type];

function readGraded(phrase: Phrase, field: Field): GradedReading {
  const problems: GradedProblem[] = [];
  for (const name of field.types) {
    const reading = byName.get(name)?.read(phrase, field);
    if (reading && 'value' in reading) return reading;
    if (reading) problems.push(reading.problem);
  }
  return { problem: explain(problems, phrase, field) };
}

function explain(problems: readonly GradedProblem[], phrase: Phrase, field: Field): GradedProblem {
  const best = problems.reduce<GradedProblem | undefined>((a, b) => (a && weight(a) >= weight(b) ? a : b), undefined);
  if (best?.grade === 'extra') {
    const from = phrase.atoms.findIndex(({ start }) => start === best.start);
    return missingComma(phrase.atoms, from, field, (rest) => readGraded(rest, field)) ?? best;
  }
  if (best && (best.grade === 'specific' || problems.length === 1)) return best;
  return { start: phrase.start, end: phrase.end, ...best, message: alternatives(field), grade: 'mismatch' };
}

/** A problem that knows the remedy explains most, then one that knows what is wrong, then the one that read furthest. */
function weight({ grade, suggestion, start }: GradedProblem): number {
  const rank =
    { specific: 3, extra: 1, mismatch: 0 }[grade] + (suggestion === undefined ? 0 : grade === 'mismatch' ? 2 : 1);
  return rank * 1e9 + start;
}

/** "Expected a date or a period, for example `2026-01-06`." */
function alternatives(field: Field): Text {
  const known = field.types.flatMap((name) => byName.get(name) ?? []);
  const noun = {
    en:
      listed(
        known.map(({ noun }) => noun.en),
        ', ',
        ' or ',
      ) || 'a value',
    zh:
      listed(
        known.map(({ noun }) => noun.zh),
        '、',
        '或',
      ) || '值',
  };
  return expected(noun, field.example ?? known[0]?.examples[0] ?? field.key);
}

/** `a, b or c`. */
const listed = (words: readonly string[], comma: string, or: string): string =>
  [words.slice(0, -1).join(comma), ...words.slice(-1)].filter((part) => part !== '').join(or);
