/**
 * One file's text, read piece by piece. Immutable: an edit makes a new document that shares all segments but those that the
 * edit touches. The segments after any sequence of edits equal those of a fresh read of the same text.
 */
import { nextLine } from './characters';
import { flat } from './flat';
import { readSegment, type Segment } from './segment';
import { joinsCleanly, split } from './split';

/** Zero-based, as in the Language Server Protocol; `character` counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export class SourceDocument {
  /** In the order of the text; concatenated, their texts are the file. */
  readonly segments: readonly Segment[];
  /** Offset and line at which each segment starts, and one more entry for the end; computed as far as was asked for. */
  readonly #offsets: number[] = [0];
  readonly #lines: number[] = [0];

  constructor(source: string | readonly Segment[]) {
    this.segments = typeof source === 'string' ? readAll(source) : source;
  }

  get text(): string {
    return this.segments.map(({ text }) => text).join('');
  }

  get length(): number {
    return this.offsetOf(this.segments.length);
  }

  get lineCount(): number {
    this.#index(this.segments.length);
    return this.#lines[this.segments.length]! + 1;
  }

  /** Offset at which a segment starts; for the number of segments, the text's length. */
  offsetOf(segment: number): number {
    this.#index(segment);
    return this.#offsets[segment]!;
  }

  /** Line at which a segment starts. */
  lineOf(segment: number): number {
    this.#index(segment);
    return this.#lines[segment]!;
  }

  /** Index of the segment that holds an offset; the last one for the text's end. */
  segmentAt(offset: number): number {
    this.#index(this.segments.length);
    return lastNotAbove(this.#offsets, offset, this.segments.length);
  }

  /** Offset of a position. One behind a line's or the text's end is moved to that end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.length;
    const index = lastNotAbove(this.#lines, line, this.segments.length);
    const { text } = this.segments[index]!;
    let start = 0;
    for (let skip = line - this.#lines[index]!; skip > 0; skip--) start = nextLine(text, start);
    return this.#offsets[index]! + Math.min(start + Math.max(0, character), endOfLine(text, start));
  }

  /** Position of an offset, which is moved into the text if it lies outside. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.length));
    const index = this.segmentAt(inside);
    return this.positionIn(index, inside - this.#offsets[index]!);
  }

  /** Position of an offset that is relative to a segment. */
  positionIn(segment: number, offset: number): Position {
    const line = this.lineOf(segment);
    const { text } = this.segments[segment]!;
    let start = 0;
    let lines = 0;
    for (;;) {
      const next = nextLine(text, start);
      if (next > offset || next === start || endOfLine(text, start) === text.length) break;
      start = next;
      lines++;
    }
    return { line: line + lines, character: offset - start };
  }

  /** The document after `[start, end)` was replaced by `inserted`. */
  edit(start: number, end: number, inserted: string): SourceDocument {
    // One segment more to the left: what is inserted at a segment's start may belong to the one before.
    const first = Math.max(0, this.segmentAt(start) - 1);
    let last = this.segmentAt(end);
    const offset = this.offsetOf(first);
    const old = this.#textOf(first, last);
    let region = old.slice(0, start - offset) + inserted + old.slice(end - offset);
    let pieces = split(region);
    for (let more = 1; last + 1 < this.segments.length; more *= 2) {
      if (joinsCleanly(region, pieces.end, this.segments[last + 1]!.text)) break;
      const until = Math.min(this.segments.length - 1, last + more);
      region += this.#textOf(last + 1, until);
      last = until;
      pieces = split(region);
    }
    const replaced = readPieces(region, pieces.starts, this.segments.slice(first, last + 1));
    return new SourceDocument([...this.segments.slice(0, first), ...replaced, ...this.segments.slice(last + 1)]);
  }

  #textOf(first: number, last: number): string {
    let text = '';
    for (let index = first; index <= last; index++) text += this.segments[index]!.text;
    return text;
  }

  /** Brings the sums up to date as far as entry `until`. */
  #index(until: number): void {
    for (let at = this.#offsets.length; at <= until; at++) {
      const { text, lines } = this.segments[at - 1]!;
      this.#offsets[at] = this.#offsets[at - 1]! + text.length;
      this.#lines[at] = this.#lines[at - 1]! + lines;
    }
  }
}

const readAll = (text: string): Segment[] => readPieces(text, split(text).starts, []);

/** Reads the pieces of a text; one that equals a segment of `old` is taken over as it is. */
function readPieces(text: string, starts: readonly number[], old: readonly Segment[]): Segment[] {
  const known = new Map(old.map((segment) => [segment.text, segment]));
  return starts.map((start, index) => {
    const piece = text.slice(start, starts[index + 1] ?? text.length);
    return known.get(piece) ?? readSegment(flat(piece));
  });
}

/** Greatest index below `count` whose entry is at most `value`; entries rise. */
function lastNotAbove(sums: readonly number[], value: number, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sums[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Offset of the line break that ends the line of `start`, or the text's length. */
function endOfLine(text: string, start: number): number {
  let end = nextLine(text, start);
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return end;
}
