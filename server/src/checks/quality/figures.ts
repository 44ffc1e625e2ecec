/** Does a text hold a figure that something can be measured against? */
import { CHINESE_NUMBER, NAMED_BY_NUMBER, NUMBERS } from './lexicon/figure';
import { isWordSign, phraseFinder } from './phrases';

const numbers = phraseFinder(NUMBERS, '一个月内的 | second factor');

/** `within 2 seconds`, `99.9%`, `half an hour`, `三秒内`; `version 2`, `REQ-1` and dates are none. */
export const hasFigure = (text: string): boolean =>
  [...text.matchAll(/\d+(?:[.,]\d+)*/g)].some(({ index, 0: digits }) => isFigure(text, index, index + digits.length)) ||
  numbers(text).length > 0 ||
  CHINESE_NUMBER.test(text);

function isFigure(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isWordSign(before) || text[start - 1] === '第' || isJoined(text, start - 1, -1) || isJoined(text, end, 1))
    return false;
  const word = /([a-z]+)[ .]?$/.exec(text.slice(Math.max(0, start - 12), start))?.[1];
  return word === undefined || !NAMED_BY_NUMBER.has(word);
}

/** A part of a name or a date: `REQ-1`, `2026-01-05`. */
const isJoined = (text: string, at: number, step: 1 | -1): boolean =>
  text[at] === '-' && isWordSign(text.charCodeAt(at + step));
