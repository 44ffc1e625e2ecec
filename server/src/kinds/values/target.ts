import type { CompareOp } from '../value';
import { defineType } from './define';
import { formatMeasure, readMeasure } from './measures';
import { isName } from './name';
import type { PhraseReader } from './reader';
import { cited, joined, maybeQuoted, sourceOf, spanOf } from './source';

const SIGNS: readonly CompareOp[] = ['<=', '>=', '<', '>', '=', '!='];
const SIGN_SPELLINGS: ReadonlyMap<string, CompareOp> = new Map([
  ['=<', '<='],
  ['=>', '>='],
  ['==', '='],
  ['<>', '!='],
]);

/** `login_p95 <= 2s`, `>= 99.9%`. */
export const targetType = defineType({
  name: 'target',
  noun: { en: 'a target', zh: '目标值' },
  examples: ['login_p95 <= 2s', '>= 99.9%'],
  parse: (reader) => {
    const metric = reader.take('name', 'string')?.text;
    if (misspeltSign(reader)) return undefined;
    const op = reader.compare(SIGNS);
    if (op === undefined) return missingSign(reader);
    const limit = readMeasure(reader);
    return limit ? { type: 'target', metric, op, limit } : reader.missing({ en: 'a figure', zh: '数值' }, `${op} 2s`);
  },
  format: ({ metric, op, limit }) =>
    joined(metric !== undefined && isName(metric) ? metric : maybeQuoted(metric), op, formatMeasure(limit)),
});

/** `=<`, `==`. */
function misspeltSign(reader: PhraseReader): boolean {
  const [first, second] = [reader.at('compare'), reader.behind('compare')];
  const sign = first && second && SIGN_SPELLINGS.get(first.text + second.text);
  if (!first || !second || !sign) return false;
  reader.fail(
    spanOf([first, second]),
    { en: `This sign is written as \`${sign}\`.`, zh: `该符号写作 \`${sign}\`。` },
    sign,
  );
  return true;
}

/** `99.9%`: the example of a field that takes no metric shows which sign is usual. */
function missingSign(reader: PhraseReader): undefined {
  const figure = reader.at('number', 'quantity', 'percent');
  if (!figure) return reader.missing({ en: 'a comparison sign', zh: '比较符号' }, '<= 2s');
  const usual = /^[<>]=?/.exec(reader.field.example ?? '')?.[0];
  const right = `${usual ?? '<='} ${sourceOf([figure])}`;
  reader.fail(
    figure,
    {
      en: `A target takes a comparison sign, for example ${cited(right)}.`,
      zh: `目标值要带比较符号，例如 ${cited(right)}。`,
    },
    usual === undefined ? undefined : right,
  );
}
