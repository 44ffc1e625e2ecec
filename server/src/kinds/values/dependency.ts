import type { Tongue } from '../tongue';
import type { ValueOf } from '../value';
import { readAmount } from './amount';
import { defineType } from './define';
import { formatDuration, readDuration } from './durations';
import { formatFraction, fractionOf } from './percent';
import type { PhraseReader } from './reader';
import { formatReference, readReference } from './references';
import { cited, joined, sourceOf, spanOf } from './source';
import { LINK_TYPES, nameIn } from './words';

type Lag = NonNullable<ValueOf<'dependency'>['lag']>;

/** `T-1`, `T-1 SS + 2d`, `T-1 - 1d`, `T-1 + 50%`. */
export const dependencyType = defineType({
  name: 'dependency',
  noun: { en: 'a dependency', zh: '依赖关系' },
  examples: ['T-1', 'T-1 SS + 2d', 'T-1 - 1d', 'T-1 + 50%'],
  parse: (reader) => {
    const target = readReference(reader);
    if (!target) return undefined;
    const link = reader.word(LINK_TYPES) ?? 'FS';
    const lag = readLag(reader);
    return { type: 'dependency', target, link, lag };
  },
  format: ({ target, link, lag }, tongue) =>
    joined(
      formatReference(target, tongue),
      link === 'FS' ? undefined : nameIn(LINK_TYPES, link, tongue),
      lag && formatLag(lag, tongue),
    ),
  references: ({ target }) => [target],
});

/** Reads `+ 2d`, `- 1d`, `+ 50%`; undefined when there is none. */
function readLag(reader: PhraseReader): Lag | undefined {
  if (reader.done) for (const text of ['+', '-']) reader.suggest({ text });
  const sign = reader.take('plus', 'minus');
  if (!sign) return withoutSign(reader);
  const lag = readPercentage(reader) ?? (reader.problem ? undefined : readDuration(reader));
  if (!lag) return reader.missing({ en: 'a lag', zh: '延隔时间' }, '+ 2d');
  return sign.type === 'minus' ? negate(lag) : lag;
}

/** Reads `50%`, or `25e%` of the time on the clock. */
function readPercentage(reader: PhraseReader): Lag | undefined {
  const atom = reader.at('percent', 'quantity');
  const match = /^([\d.]+)(e?)%$/.exec(atom?.text ?? '');
  if (!atom || !match) return undefined;
  const [, digits = '', elapsed] = match;
  if (readAmount(reader, digits, atom, 1_000_000) === undefined) return undefined;
  reader.position++;
  return { type: 'percent', fraction: fractionOf(digits), elapsed: elapsed === 'e' };
}

const negate = (lag: Lag): Lag =>
  lag.type === 'percent'
    ? { ...lag, fraction: lag.fraction === 0 ? 0 : -lag.fraction }
    : { ...lag, amount: lag.amount === 0 ? 0 : -lag.amount };

/** `+ 2d`, `- 25e%`. */
function formatLag(lag: Lag, tongue: Tongue): string {
  const isLead = (lag.type === 'percent' ? lag.fraction : lag.amount) < 0;
  const size = isLead ? negate(lag) : lag;
  return `${isLead ? '-' : '+'} ${size.type === 'percent' ? formatShare(size) : formatDuration(size, tongue)}`;
}

const formatShare = ({ fraction, elapsed }: Extract<Lag, { readonly type: 'percent' }>): string =>
  elapsed ? formatFraction(fraction).replace('%', 'e%') : formatFraction(fraction);

/** `T-1 2d`. */
function withoutSign(reader: PhraseReader): undefined {
  const atom = reader.at('quantity', 'percent');
  if (!atom) return;
  const right = `+ ${sourceOf([atom])}`;
  reader.fail(
    spanOf([atom]),
    {
      en: `A lag takes a sign: ${cited(right)}, or \`-\` for a lead.`,
      zh: `延隔时间要带正负号：${cited(right)}，提前用 \`-\`。`,
    },
    right,
  );
}
