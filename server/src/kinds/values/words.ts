/**
 * Words with a fixed meaning inside values, by tongue: connecting words, link types, weekdays, severities, results and units.
 * The first name of each tongue is canonical, so that keywords can be translated to either tongue and back.
 */
import { allNames, type Names } from '../table';
import type { DurationUnit, Severity } from '../value';
import type { Text, Tongue } from '../tongue';

export interface VocabularyEntry<K extends string = string> {
  readonly key: K;
  readonly names: Names;
  readonly doc: Text;
}

/** Words of one sort. */
export interface Vocabulary<K extends string = string> {
  readonly entries: readonly VocabularyEntry<K>[];
  /** Words that join parts of a value, so that Chinese writers attach them to what follows: 由陈伟. */
  readonly connecting: boolean;
  /** Looks a word up by any of its names in any tongue. Case matters. */
  readonly find: (word: string) => K | undefined;
  /** Words that are not understood but leave no doubt about which of the names is meant. */
  readonly meant: ReadonlyMap<string, string>;
}

/** The canonical name of a word in a tongue. */
export const nameIn = <K extends string>({ entries }: Vocabulary<K>, key: NoInfer<K>, tongue: Tongue): string =>
  entries.find((entry) => entry.key === key)?.names[tongue][0] ?? key;

/** Chinese and English names, English documentation, Chinese documentation. */
type Row = readonly [en: string, zh: string, docEn: string, docZh: string];

const vocabulary = <K extends string>(
  rows: Readonly<Record<K, Row>>,
  connecting = false,
  spellings: Readonly<Record<string, string>> = {},
): Vocabulary<K> => {
  const entries = (Object.keys(rows) as K[]).map((key) => entry(key, rows[key]));
  const byName = new Map(entries.flatMap(({ key, names }) => allNames(names).map((name) => [name, key] as const)));
  return { entries, connecting, find: (word) => byName.get(word), meant: meantBy(spellings) };
};

/** By spelling, the word that is meant; given are the spellings by word, with blanks between them. */
const meantBy = (spellings: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(spellings).flatMap(([word, those]) => those.split(' ').map((spelling) => [spelling, word] as const)),
  );

const entry = <K extends string>(key: K, [en, zh, docEn, docZh]: Row): VocabularyEntry<K> => ({
  key,
  names: { en: en.split(' '), zh: zh.split(' ') },
  doc: { en: docEn, zh: docZh },
});

/** Words that join the parts of a value: `2026-02-14 by lin`. */
export const CONNECTIVES = {
  by: vocabulary({ by: ['by', '由', 'Who did it', '由谁完成'] }, true),
  on: vocabulary({ on: ['on', '于', 'On which day', '在哪一天'] }, true),
  at: vocabulary({ at: ['at', '时间', 'At what time of day', '在几点'] }, true),
  until: vocabulary({ until: ['until', '至 到 截至', 'The last day on which it holds', '有效的最后一天'] }, true),
  rev: vocabulary({ rev: ['rev', '版本', 'The revision that the link was made for', '链接所针对的版本'] }, true, {
    rev: 'revision version ver v',
    版本: '修订 修订号 修订版 版本号 版次 第',
  }),
};

export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

/** How a dependency ties two tasks. Chinese planners write FS, SS, FF and SF as well. */
export const LINK_TYPES: Vocabulary<LinkType> = vocabulary({
  FS: [
    'FS',
    'FS 完成-开始 完成开始',
    'Finish to start: begins when the other has ended',
    '完成-开始：前置任务完成后才开始',
  ],
  SS: [
    'SS',
    'SS 开始-开始 开始开始',
    'Start to start: begins when the other has begun',
    '开始-开始：前置任务开始后才开始',
  ],
  FF: [
    'FF',
    'FF 完成-完成 完成完成',
    'Finish to finish: ends when the other has ended',
    '完成-完成：前置任务完成后才完成',
  ],
  SF: [
    'SF',
    'SF 开始-完成 开始完成',
    'Start to finish: ends when the other has begun',
    '开始-完成：前置任务开始后才完成',
  ],
});

type WeekdayKey = '1' | '2' | '3' | '4' | '5' | '6' | '7';

/** Days of the week by number: 1 is Monday, 7 is Sunday. */
export const WEEKDAYS: Vocabulary<WeekdayKey> = vocabulary<WeekdayKey>({
  1: ['mon monday', '周一 星期一 礼拜一', 'Monday', '星期一'],
  2: ['tue tuesday tues', '周二 星期二 礼拜二', 'Tuesday', '星期二'],
  3: ['wed wednesday', '周三 星期三 礼拜三', 'Wednesday', '星期三'],
  4: ['thu thursday thur thurs', '周四 星期四 礼拜四', 'Thursday', '星期四'],
  5: ['fri friday', '周五 星期五 礼拜五', 'Friday', '星期五'],
  6: ['sat saturday', '周六 星期六 礼拜六', 'Saturday', '星期六'],
  7: ['sun sunday', '周日 周天 星期日 星期天 礼拜天', 'Sunday', '星期日'],
});

/** How bad an issue or incident is; the same names as the enum values of `severity`. */
export const SEVERITIES: Vocabulary<Severity> = vocabulary({
  critical: ['critical', '严重 致命 紧急', 'Work or service stands still', '工作或服务中断'],
  major: ['major', '重要 主要', 'An important part does not work', '重要功能不可用'],
  minor: ['minor', '一般 次要 轻微', 'Annoying, but there is a way round it', '影响较小，有替代办法'],
});

/** How a test ended. */
export const RESULTS: Vocabulary<'passed' | 'failed'> = vocabulary({
  passed: ['passed', '通过', 'The criterion is met', '满足验收标准'],
  failed: ['failed', '未通过 不通过', 'The criterion is not met', '未满足验收标准'],
});

export type UnitKey = DurationUnit | `e${DurationUnit}`;

/** Units of time; those with `e` count time on the clock, nights and holidays included. */
export const UNITS: Vocabulary<UnitKey> = vocabulary({
  d: ['d', '天 日 工作日 个工作日 人天 人日', 'Working days', '工作日'],
  h: ['h', '小时 时 个小时 工时 人时', 'Working hours', '工作小时'],
  min: ['min', '分钟 分', 'Working minutes', '工作分钟'],
  w: ['w', '周 星期 个星期 人周', 'Working weeks', '工作周'],
  mo: ['mo', '个月 月 人月', 'Working months', '工作月'],
  ed: ['ed', '自然日 自然天 个自然日', 'Calendar days, nights and holidays included', '自然日，含夜间和节假日'],
  eh: ['eh', '自然小时 个自然小时', 'Hours on the clock, nights and holidays included', '自然小时，含夜间和节假日'],
  emin: ['emin', '自然分钟', 'Minutes on the clock, nights and holidays included', '自然分钟，含夜间和节假日'],
  ew: ['ew', '自然周 自然星期', 'Calendar weeks, nights and holidays included', '自然周，含夜间和节假日'],
  emo: ['emo', '自然月 个自然月', 'Calendar months, nights and holidays included', '自然月，含夜间和节假日'],
});

/** Spellings of units that are not understood but leave no doubt about what is meant. */
export const UNIT_SPELLINGS: ReadonlyMap<string, string> = meantBy({
  min: 'mins minute minutes',
  h: 'hr hrs hour hours',
  d: 'day days wd workday workdays pd manday mandays',
  w: 'wk wks week weeks',
  mo: 'mos mon mth mths month months',
  ed: 'eday edays',
  eh: 'ehr ehrs ehour ehours',
  ew: 'ewk eweek eweeks',
  emo: 'emonth emonths',
  小时: '钟头 个钟头',
  周: '礼拜 个礼拜',
});
