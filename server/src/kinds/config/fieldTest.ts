/** What a rule wants of a field: that it is there or not, or how its values compare with others, written as in a spec. */
import type { Phrase } from '../../language/ast';
import { readSegment } from '../../language/segment';
import { quantityOf } from '../quantity';
import type { Path, Report } from './report';
import type { RawTest } from './types';
import type { Field } from '../table';
import type { Text } from '../tongue';
import type { CompareOp, Value } from '../value';
import { readPhrase } from '../values';
import { cited } from '../values/source';

export interface FieldTest {
  /** `some`: one of the values fits one of the limits; `none`: no value does. */
  readonly wants: 'present' | 'absent' | 'some' | 'none';
  /** By the number of the field, for each kind has fields of its own. */
  readonly limits: ReadonlyMap<number, readonly Limit[]>;
}

export interface Limit {
  readonly op: Exclude<CompareOp, '!='>;
  readonly value: Value;
}

/** The test of fields of one name; undefined if a value fits none of them. */
export function limitsOf(raw: RawTest, fields: readonly Field[], path: Path, report: Report): FieldTest | undefined {
  if (typeof raw === 'boolean')
    return { wants: raw ? 'present' : 'absent', limits: new Map(fields.map(({ number }) => [number, []])) };
  const written = typeof raw === 'object' ? raw : [raw];
  const comparisons = written.map((one) => comparisonOf(String(one)));
  const isNegated = comparisons.some(({ op }) => op === '!=');
  const problem =
    isNegated && written.length > 1
      ? { at: comparisons.findIndex(({ op }) => op === '!='), message: ALONE }
      : undefined;
  const limits = new Map(fields.map(({ number }): [number, Limit[]] => [number, []]));
  const wrong = problem ?? firstWrong(comparisons, fields, limits);
  if (!wrong) return { wants: isNegated ? 'none' : 'some', limits };
  report.onValue(typeof raw === 'object' ? [...path, String(wrong.at)] : path, wrong.message);
  return undefined;
}

const ALONE: Text = {
  en: '`!=` stands alone, not in a list; several values are ruled out by `not`.',
  zh: '`!=` 不能写在列表中；要排除多个取值，请用 `not`。',
};

interface Comparison {
  readonly op: CompareOp;
  readonly text: string;
}

/** `<= 5d`; without operator, equal. */
function comparisonOf(text: string): Comparison {
  const [, op, rest = text] = /^\s*(<=|>=|!=|<|>|=)([^]*)$/.exec(text) ?? [];
  return { op: (op ?? '=') as CompareOp, text: rest.trim() };
}

/** Enters what each field can read, and finds the first comparison that no field can. */
function firstWrong(
  comparisons: readonly Comparison[],
  fields: readonly Field[],
  limits: ReadonlyMap<number, Limit[]>,
): { readonly at: number; readonly message: Text } | undefined {
  for (const [at, { op, text }] of comparisons.entries()) {
    const readings = fields.map((field) => ({ field, reading: limitOf(op === '!=' ? '=' : op, text, field) }));
    if (readings.every(({ reading }) => 'message' in reading))
      return { at, message: (readings[0]!.reading as { readonly message: Text }).message };
    for (const { field, reading } of readings) if ('limit' in reading) limits.get(field.number)!.push(reading.limit);
  }
  return undefined;
}

type LimitReading = { readonly limit: Limit } | { readonly message: Text };

function limitOf(op: Limit['op'], text: string, field: Field): LimitReading {
  const phrase = phraseOf(text);
  const reading = phrase && readPhrase(phrase, field);
  const value = reading && 'value' in reading ? reading.value : wordsOf(text, field);
  if (!value) return { message: reading && 'problem' in reading ? reading.problem.message : NO_VALUE(text) };
  if (op !== '=' && !quantityOf(value)) return { message: NO_SIZE(field) };
  return { limit: { op, value } };
}

/** The phrase that the text would be in a spec, if it would be just one. */
function phraseOf(text: string): Phrase | undefined {
  const { declarations, problems } = readSegment(`x { x: ${text}\n}`);
  const [field, ...others] = declarations[0]?.block?.fields ?? [];
  const isOne = problems.length + others.length === 0 && declarations.length === 1 && field?.phrases.length === 1;
  return isOne ? field.phrases[0] : undefined;
}

const WORDS: ReadonlySet<string> = new Set(['string', 'name', 'text', 'path', 'url']);

/** Texts need no further quotes in the configuration, and may hold `*` for any signs. */
const wordsOf = (text: string, { types }: Field): Value | undefined =>
  text !== '' && types.some((type) => WORDS.has(type)) ? { type: 'string', text } : undefined;

const NO_VALUE = (text: string): Text => ({
  en: `${cited(text)} is no value as it could stand in a spec.`,
  zh: `${cited(text)} 不是文档中可以写的取值。`,
});

const NO_SIZE = ({ key }: Field): Text => ({
  en: `Values of \`${key}\` have no size: compare with \`=\` or \`!=\`.`,
  zh: `\`${key}\` 的取值不能比较大小，只能用 \`=\` 或 \`!=\`。`,
});
