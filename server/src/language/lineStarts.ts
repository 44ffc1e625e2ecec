/** Where the lines of a text start. */
import { isLineBreak, nextLine } from './characters';
import { perObject } from './perObject';
import type { Segment } from './segment';

/** The line starts of a segment's text. */
export const lineStartsOf = perObject(({ text }: Segment) => lineStartsIn(text));

/** The offset of each line's first character, from 0; one behind a line break at the end as well. */
export function lineStartsIn(text: string): readonly number[] {
  const starts = [0];
  for (let at = nextLine(text, 0); at > 0 && isLineBreak(text.charCodeAt(at - 1)); at = nextLine(text, at)) {
    starts.push(at);
    if (at === text.length) break;
  }
  return starts;
}

/** Index of the last of some rising numbers that is at most `value`; 0 if none is. */
export function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
