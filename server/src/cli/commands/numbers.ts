/** Numbers as values of options. */
import { InvalidArgumentError } from 'commander';
import { words } from './command';

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
