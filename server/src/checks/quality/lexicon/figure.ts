/** How figures are written in words, and which numbers are none. */
import type { WordList } from '../phrases';

/** Types of requirement that nobody can verify without a figure. */
export const TYPES_WITH_FIGURE: ReadonlySet<string> = new Set(['performance', 'stability']);

/** Numbers in words. `one` is more often a pronoun, so it takes a unit. */
export const NUMBERS: readonly WordList<true>[] = [
  {
    meaning: true,
    words: `zero | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | fifteen | twenty | thirty
      | forty | fifty | sixty | ninety | hundred | thousand | million | billion | half | double | twice | dozen | per cent
      | one second | one minute | one hour | one day | one week | one month | one year | one percent | one millisecond
      | a second | a minute | an hour | a day | a week | a month | a millisecond | hourly | daily | weekly | never`,
  },
  {
    meaning: true,
    words: `百分之 | 一秒 | 一分钟 | 一小时 | 一天 | 一日 | 一周 | 一个月 | 一年 | 一倍 | 一成 | 半秒 | 半分钟 | 半小时 | 半天 | 半年
      | 两倍 | 零丢失 | 零中断 | 零故障 | 每秒 | 每分钟 | 每小时 | 每天 | 每日`,
  },
];

/** A Chinese numeral of more than one, with what it counts. */
export const CHINESE_NUMBER =
  /[二两三四五六七八九十百千万亿][一二三四五六七八九十百千万亿]{0,9} ?(?:秒|毫秒|分|刻|小时|个|天|日|周|月|年|次|倍|成|人|名|条|台|项|笔|页|位|户|路|并发|用户)/;

/** Words before numbers that name something: version 2, ISO 9001, 第 3 章. */
export const NAMED_BY_NUMBER: ReadonlySet<string> = new Set(
  'version|v|release|iso|iec|ieee|rfc|din|en|gb|section|chapter|clause|table|figure|annex|phase|level|step|no|tls|http|windows'.split(
    '|',
  ),
);
