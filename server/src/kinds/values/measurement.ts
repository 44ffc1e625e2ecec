import { formatDay } from '../time';
import { DATE, DATE_EXAMPLE, readDay } from './dates';
import { defineType } from './define';
import { formatMeasure, readMeasure } from './measures';
import type { PhraseReader } from './reader';
import { cited, joined } from './source';
import { CONNECTIVES, nameIn } from './words';

/** `1.8s on 2026-03-01`. */
export const measurementType = defineType({
  name: 'measurement',
  noun: { en: 'a measured figure', zh: '测量值' },
  examples: ['1.8s on 2026-03-01', '99.95%'],
  parse: (reader) => {
    const measured = readMeasure(reader);
    if (!measured) return undefined;
    const on = reader.word(CONNECTIVES.on);
    const day = on === undefined ? withoutOn(reader) : (readDay(reader) ?? reader.missing(DATE, `on ${DATE_EXAMPLE}`));
    return { type: 'measurement', measured, day };
  },
  format: ({ measured, day }, tongue) =>
    joined(
      formatMeasure(measured),
      day === undefined ? undefined : `${nameIn(CONNECTIVES.on, 'on', tongue)} ${formatDay(day)}`,
    ),
});

/** `1.8s 2026-03-01`. */
function withoutOn(reader: PhraseReader): undefined {
  const date = reader.at('date');
  if (!date) return;
  const right = `on ${date.text}`;
  reader.fail(
    date,
    { en: `\`on\` stands before the day: ${cited(right)}.`, zh: `日期前加 \`于\`：${cited(`于 ${date.text}`)}。` },
    right,
  );
}
