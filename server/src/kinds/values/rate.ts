import { formatMoney, readMoney } from './currency';
import { defineType } from './define';
import { meantUnit, unitOf } from './durations';
import type { PhraseReader } from './reader';
import { cited } from './source';
import { nameIn, UNITS } from './words';
import type { Text } from '../tongue';

const UNIT: Text = { en: 'a unit of time', zh: '时间单位' };

/** `1200 CNY/d`. */
export const rateType = defineType({
  name: 'rate',
  noun: { en: 'a rate', zh: '费率' },
  examples: ['1200 CNY/d', '1200元/天'],
  parse: (reader) => {
    const money = readMoney(reader);
    if (!money) return undefined;
    if (!reader.take('slash')) return missingPer(reader);
    const unit = reader.word(UNITS);
    if (unit === undefined) return unknownUnit(reader);
    const { name, elapsed } = unitOf(unit);
    return elapsed ? elapsedUnit(reader) : { type: 'rate', ...money, per: name };
  },
  format: ({ per, ...money }, tongue) => `${formatMoney(money)}/${nameIn(UNITS, per, tongue)}`,
});

function missingPer(reader: PhraseReader): undefined {
  const last = reader.atoms[reader.position - 1]!;
  const right = `${last.text}/d`;
  const { done } = reader;
  reader.fail(
    last,
    { en: `A rate says for how much time: ${cited(right)}.`, zh: `费率要写明按什么时间单位：${cited(right)}。` },
    done ? right : undefined,
  );
}

function unknownUnit(reader: PhraseReader): undefined {
  const word = reader.at('name');
  const unit = word && meantUnit(word.text);
  if (!word || unit === undefined) return reader.missing(UNIT, 'd');
  reader.fail(word, { en: `A unit of time is written as ${cited(unit)}.`, zh: `时间单位写作 ${cited(unit)}。` }, unit);
}

function elapsedUnit(reader: PhraseReader): undefined {
  const word = reader.atoms[reader.position - 1]!;
  reader.fail(word, {
    en: 'A rate counts working time: `d`, not `ed`.',
    zh: '费率按工作时间计算：用 `天`，不用 `自然日`。',
  });
}
