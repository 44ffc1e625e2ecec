/** Random edits of a text, as people and programs make them; the same seed gives the same edits. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/** What is typed and pasted: every sign that means something, in both widths, and pieces that open or close things. */
const SNIPPETS = [
  ...[
    '{',
    '}',
    '"',
    '"""',
    '/*',
    '*/',
    '//',
    ':',
    ',',
    ' ',
    '  ',
    '\t',
    '-',
    '..',
    '\\',
    '%',
    '(',
    '@',
    '\u0000',
    '\uFEFF',
  ],
  ...['\n', '\r', '\r\n', '\n\n', '\n{', '}\n}', '"x {', '\n}', '\ntask A {'],
  ...['x', '5d', '2026-01-05', '需', '需求 ', 'requirement ', '：', '，', '、', '｛', '｝', '“', '”', '“”“', '％'],
  ...['\u{1F600}', '\u{20000}', '\uD83D', 'é', 'e\u0301'],
  'task T-9 "x" { effort: 5d }\n',
  '\nrequirement R "y" {\n  priority: must\n}\n',
  '  criterion AC-1 "z" { verify: test }\n',
];

/** An endless source of edits. */
export class Edits {
  readonly #random: RandomGenerator;

  constructor(seed: number) {
    this.#random = xoroshiro128plus(seed);
  }

  /** A whole number from 0 to `below` - 1; 0 when `below` is 0. */
  below(below: number): number {
    return below <= 1 ? 0 : uniformInt(this.#random, 0, below - 1);
  }

  /** One of several, of which there is at least one. */
  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  /** The next edit of a text: a snippet, a deletion, a pasted piece of the text itself, or a replacement. */
  next(text: string): Edit {
    const start = this.below(text.length + 1);
    const delete_ = (most: number): number => Math.min(text.length, start + this.below(most));
    const snippet = (): string => SNIPPETS[this.below(SNIPPETS.length)]!;
    switch (this.below(10)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return { start, end: start, inserted: snippet() };
      case 4:
      case 5:
        return { start, end: delete_(5), inserted: '' };
      case 6:
        return { start, end: delete_(400), inserted: '' };
      case 7: {
        const from = this.below(text.length + 1);
        return { start, end: start, inserted: text.slice(from, from + this.below(600)) };
      }
      default:
        return { start, end: delete_(20), inserted: snippet() };
    }
  }
}

export const applyEdit = (text: string, { start, end, inserted }: Edit): string =>
  text.slice(0, start) + inserted + text.slice(end);
