import { InvalidArgumentError } from 'commander';
import { nearestFew } from '../kinds/near';
import type { Text } from '../kinds/tongue';
import { words } from './commands/command';

/** The command was used wrongly, which is no finding: exit code 2. */
export class WrongUse extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** "there is no item REQ-99. Did you mean REQ-9 or REQ-98?" */
export function noneOf(what: Text, written: string, names: readonly string[]): WrongUse {
  const near = nearestFew(written, [...new Set(names)]);
  const meant = near.length === 0 ? { en: '', zh: '' } : didYouMean(near);
  return new WrongUse({
    en: `there is no ${what.en} ${written}.${meant.en}`,
    zh: `没有${what.zh} ${written}。${meant.zh}`,
  });
}

function didYouMean(near: readonly string[]): Text {
  const last = near.at(-1)!;
  const others = near.slice(0, -1);
  return {
    en: ` Did you mean ${others.length === 0 ? last : `${others.join(', ')} or ${last}`}?`,
    zh: `是否想写 ${near.join('、')}？`,
  };
}

/** Reads a percentage of an option: a number from 0 to 100. */
export function percentage(written: string): number {
  const percent = Number(written.replace(/%$/, ''));
  if (written.trim() === '' || !(percent >= 0 && percent <= 100))
    throw new InvalidArgumentError(words('It must be a number from 0 to 100.', '必须是 0 到 100 的数字。'));
  return percent;
}

/** Reads a whole number of an option, between two limits. */
export const wholeNumber =
  (least: number, most: number) =>
  (written: string): number => {
    const number = /^\d+$/.test(written) ? Number(written) : NaN;
    if (!(number >= least && number <= most))
      throw new InvalidArgumentError(
        words(`It must be a whole number from ${least} to ${most}.`, `必须是 ${least} 到 ${most} 的整数。`),
      );
    return number;
  };
