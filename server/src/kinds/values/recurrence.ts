import { allNames } from '../table';
import { formatTime } from '../time';
import type { Duration } from '../value';
import { formatDays, readManyDays } from './days';
import { defineType } from './define';
import { formatDuration, readDuration } from './durations';
import type { PhraseReader } from './reader';
import { cited, joined } from './source';
import { readTime } from './spans';
import { CONNECTIVES, nameIn, WEEKDAYS } from './words';

/** `2w on fri at 10:00`. */
export const recurrenceType = defineType({
  name: 'recurrence',
  noun: { en: 'an interval', zh: '重复周期' },
  examples: ['2w on fri at 10:00', '1d at 09:30', '1mo', '2周 于 周五 时间 10:00'],
  parse: (reader) => {
    const every = readEvery(reader);
    if (!every) return undefined;
    const on = readOn(reader);
    const at = readAt(reader);
    return { type: 'recurrence', every, on, at };
  },
  format: ({ every, on, at }, tongue) =>
    joined(
      formatDuration(every, tongue),
      on.length === 0 ? undefined : `${nameIn(CONNECTIVES.on, 'on', tongue)} ${formatDays(on, tongue)}`,
      at === undefined ? undefined : `${nameIn(CONNECTIVES.at, 'at', tongue)} ${formatTime(at)}`,
    ),
});

const ADVERBS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    daily: '1d',
    weekly: '1w',
    biweekly: '2w',
    'bi-weekly': '2w',
    fortnightly: '2w',
    monthly: '1mo',
    quarterly: '3mo',
    yearly: '12mo',
    annually: '12mo',
    每天: '1天',
    每日: '1天',
    每周: '1周',
    每两周: '2周',
    双周: '2周',
    每月: '1个月',
    每季度: '3个月',
    每年: '12个月',
  }),
);

/** Reads the interval: whole days, weeks or months, so that it has an end in every calendar. */
function readEvery(reader: PhraseReader): Duration | undefined {
  const first = reader.next;
  const adverb = reader.at('name');
  const meant = adverb && (ADVERBS.get(adverb.text.toLowerCase()) ?? /^每(\d+\D+)$/.exec(adverb.text)?.[1]);
  if (adverb && meant !== undefined)
    return reader.fail(
      adverb,
      { en: `An interval is written as ${cited(meant)}.`, zh: `重复周期写作 ${cited(meant)}。` },
      meant,
    );
  const every = readDuration(reader);
  if (!every || !first) return undefined;
  const whole = Number.isInteger(every.amount) && every.amount > 0 && every.unit !== 'h' && every.unit !== 'min';
  if (whole) return every;
  return reader.fail(first, {
    en: 'An interval is a whole number of days, weeks or months, at least one: `1w`.',
    zh: '重复周期应为整数个天、周或月，且至少为一：`1周`。',
  });
}

function readOn(reader: PhraseReader): readonly number[] {
  if (reader.word(CONNECTIVES.on) === undefined) return withoutOn(reader);
  const days = readManyDays(reader);
  if (days.length === 0) reader.missing({ en: 'a day of the week', zh: '星期几' }, 'on fri');
  return days;
}

/** `1w fri`. */
function withoutOn(reader: PhraseReader): readonly number[] {
  const name = reader.at('name');
  const day = WEEKDAYS.entries.find(({ names }) => name && allNames(names).includes(name.text));
  if (!name || !day) return [];
  const right = `${day.names.zh.includes(name.text) ? '于' : 'on'} ${name.text}`;
  reader.fail(
    name,
    { en: `\`on\` stands before the days: ${cited(right)}.`, zh: `星期前加 \`于\`：${cited(right)}。` },
    right,
  );
  return [];
}

/** The word may be left out where a time follows: 2周 于 周五 10:00. */
function readAt(reader: PhraseReader): number | undefined {
  const word = reader.word(CONNECTIVES.at);
  const time = readTime(reader);
  return word !== undefined && time === undefined ? reader.missing({ en: 'a time', zh: '时间' }, 'at 10:00') : time;
}
