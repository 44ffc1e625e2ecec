/** Reads and writes durations such as `5d`, `2ed`, `3个工作日`. */
import type { Atom } from '../../language/ast';
import type { Duration, DurationUnit } from '../value';
import { digitsOf, readAmount } from './amount';
import { nearest } from '../near';
import type { PhraseReader } from './reader';
import { cited, sourceOf, spanOf } from './source';
import { nameIn, UNIT_SPELLINGS, type UnitKey, UNITS } from './words';
import type { Text, Tongue } from '../tongue';

export const DURATION: Text = { en: 'a duration', zh: '工期' };

const UNIT_NAMES = UNITS.entries.flatMap(({ names }) => [...names.en, ...names.zh]);

/** A thousand years: longer ones are slips of the finger, and no calendar could be walked that far. */
const LONGEST: Readonly<Record<DurationUnit, number>> = {
  min: 525_960_000,
  h: 8_766_000,
  d: 365_250,
  w: 52_179,
  mo: 12_000,
};

/** Reads a duration; undefined when there is none. */
export function readDuration(reader: PhraseReader): Duration | undefined {
  if (reader.at('minus') && reader.behind('quantity', 'number')) return negative(reader);
  offerUnits(reader);
  const atom = reader.at('quantity');
  if (!atom) return withoutUnit(reader);
  const { digits, unit } = partsOf(atom);
  const key = UNITS.find(unit);
  if (key === undefined) return unknownUnit(reader, digits, unit, atom);
  const { name, elapsed } = unitOf(key);
  const amount = readAmount(reader, digits, atom, LONGEST[name]);
  if (amount === undefined) return undefined;
  reader.position++;
  return { type: 'duration', amount, unit: name, elapsed };
}

/** `2ed`, `2自然日`. */
export const formatDuration = ({ amount, unit, elapsed }: Duration, tongue: Tongue): string =>
  digitsOf(amount) + nameIn(UNITS, elapsed ? `e${unit}` : unit, tongue);

/** `1.5d` in its parts. */
export function partsOf({ text }: Atom): { readonly digits: string; readonly unit: string } {
  const digits = /^[\d.]*/.exec(text)?.[0] ?? '';
  return { digits, unit: text.slice(digits.length) };
}

/** The unit that a word means. */
export const unitOf = (key: UnitKey): { readonly name: DurationUnit; readonly elapsed: boolean } =>
  key.startsWith('e')
    ? { name: key.slice(1) as DurationUnit, elapsed: true }
    : { name: key as DurationUnit, elapsed: false };

/** The unit that was probably meant: `d` for `days`. */
export function meantUnit(word: string): string | undefined {
  return (
    UNIT_SPELLINGS.get(word.toLowerCase()) ??
    (word.length > 1 || word !== word.toLowerCase() ? nearest(word, UNIT_NAMES) : undefined)
  );
}

/** Minutes of a duration that every calendar counts alike: working minutes and hours, elapsed time but for months. */
export function fixedMinutes({ amount, unit, elapsed }: Duration): number | undefined {
  const minutes: Readonly<Record<DurationUnit, number | undefined>> = elapsed
    ? { min: 1, h: 60, d: 1440, w: 10_080, mo: undefined }
    : { min: 1, h: 60, d: undefined, w: undefined, mo: undefined };
  const factor = minutes[unit];
  return factor === undefined ? undefined : amount * factor;
}

function negative(reader: PhraseReader): undefined {
  const [minus, amount] = reader.atoms.slice(reader.position);
  const positive = sourceOf([amount!]);
  reader.fail(
    spanOf([minus!, amount!]),
    {
      en: `A duration cannot be negative. Did you mean ${cited(positive)}?`,
      zh: `工期不能为负数。是否想写 ${cited(positive)}？`,
    },
    positive,
  );
}

function offerUnits(reader: PhraseReader): void {
  const atom = reader.completing ? reader.at('number', 'quantity') : undefined;
  if (!atom || !reader.isLast(atom)) return;
  const { digits, unit } = partsOf(atom);
  if (UNITS.find(unit) !== undefined) return;
  for (const { names, doc } of UNITS.entries)
    for (const name of [names.en[0]!, names.zh[0]!]) reader.suggest({ text: digits + name, documentation: doc });
}

/** `5 d`, `5 days`, `5`. */
function withoutUnit(reader: PhraseReader): undefined {
  const number = reader.at('number');
  if (!number) return;
  const word = reader.behind('name');
  const unit = word && (UNITS.find(word.text) === undefined ? meantUnit(word.text) : word.text);
  if (word && unit === undefined) return;
  const right = number.text + (unit ?? usualUnit(reader));
  const span = word ? spanOf([number, word]) : number;
  reader.fail(span, unit === undefined ? missingUnit(number, right) : written(right), right);
}

/** The unit in the field's example: a day length is most likely meant in hours. */
const usualUnit = ({ field, example }: PhraseReader): string => {
  const match = /\d([a-z]+)\b/.exec(field.example ?? '') ?? /\d([a-z]+)\b/.exec(example);
  return match?.[1] && UNITS.find(match[1]) !== undefined ? match[1] : 'd';
};

function unknownUnit(reader: PhraseReader, digits: string, unit: string, atom: Atom): undefined {
  const meant = meantUnit(unit);
  if (meant !== undefined) return reader.fail(atom, written(digits + meant), digits + meant);
  reader.fail(
    { start: atom.start + digits.length, end: atom.end },
    {
      en: `${cited(unit)} is no unit of time. Units are \`min\`, \`h\`, \`d\`, \`w\` and \`mo\`; with \`e\` in front (\`2ed\`) nights and holidays count too.`,
      zh: `${cited(unit)} 不是时间单位。可用 \`分钟\`、\`小时\`、\`天\`、\`周\`、\`个月\`；\`2自然日\` 含夜间和节假日。`,
    },
    undefined,
    'mismatch',
  );
}

const missingUnit = ({ text }: Atom, right: string): Text => ({
  en: `A duration takes a unit: ${cited(right)} instead of ${cited(text)}.`,
  zh: `工期要带单位：应写 ${cited(right)}，而不是 ${cited(text)}。`,
});

const written = (right: string): Text => ({
  en: `A duration is written as ${cited(right)}.`,
  zh: `工期写作 ${cited(right)}。`,
});
