/**
 * A persistent list of segments that knows at which offset and line each one starts. It is kept in blocks, so that an edit
 * copies and adds up some hundred numbers, however long the file is.
 */
import { lastAtMost } from './lineStarts';
import type { Segment } from './segment';

/** Some hundred segments, where each of them starts within the block, and their sums. */
interface Block {
  readonly segments: readonly Segment[];
  readonly offsets: readonly number[];
  readonly lineNumbers: readonly number[];
  readonly length: number;
  readonly lines: number;
}

/** Where a segment starts: its number, and the offset and line at which it begins. */
export interface SegmentStart {
  readonly index: number;
  readonly offset: number;
  readonly line: number;
}

const BLOCK_SIZE = 128;

export class SegmentList {
  readonly #blocks: readonly Block[];
  /** Where each block starts, and one more entry for the end. */
  readonly #starts: readonly SegmentStart[];
  #flat: readonly Segment[] | undefined;

  private constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    this.#starts = startsOf(blocks);
  }

  static of(segments: readonly Segment[]): SegmentList {
    return new SegmentList(toBlocks(segments));
  }

  /** The segments block by block; those of a block that no edit touched stay the same array. */
  get runs(): readonly (readonly Segment[])[] {
    return this.#blocks.map(({ segments }) => segments);
  }

  /** All segments in an array, made when it is first asked for. */
  get all(): readonly Segment[] {
    return (this.#flat ??= this.#blocks.flatMap(({ segments }) => segments));
  }

  /** Number of segments, length of the text, and number of its line breaks. */
  get end(): SegmentStart {
    return this.#starts.at(-1)!;
  }

  at(index: number): Segment {
    const block = this.#blockWith('index', index);
    return this.#blocks[block]!.segments[index - this.#starts[block]!.index]!;
  }

  /** The start of a segment; for the number of segments, the end. */
  start(index: number): SegmentStart {
    return index >= this.end.index ? this.end : this.#walk('index', index);
  }

  /** The segment that holds an offset or line: the last one that does not start behind it. */
  find(what: 'offset' | 'line', value: number): SegmentStart {
    return this.#walk(what, value);
  }

  /** The list after segments `first` to `last` (inclusive) were replaced. */
  replace(first: number, last: number, segments: readonly Segment[]): SegmentList {
    const from = this.#blockWith('index', first);
    const to = this.#blockWith('index', last);
    const before = this.#blocks[from]!.segments.slice(0, first - this.#starts[from]!.index);
    const after = this.#blocks[to]!.segments.slice(last + 1 - this.#starts[to]!.index);
    const blocks = toBlocks([...before, ...segments, ...after]);
    return new SegmentList([...this.#blocks.slice(0, from), ...blocks, ...this.#blocks.slice(to + 1)]);
  }

  /** The last segment whose number, offset or line is at most `value`. */
  #walk(what: keyof SegmentStart, value: number): SegmentStart {
    const block = this.#blockWith(what, value);
    const { index, offset, line } = this.#starts[block]!;
    const { offsets, lineNumbers } = this.#blocks[block]!;
    const inside =
      what === 'index'
        ? value - index
        : what === 'offset'
          ? lastAtMost(offsets, value - offset)
          : lastAtMost(lineNumbers, value - line);
    return { index: index + inside, offset: offset + offsets[inside]!, line: line + lineNumbers[inside]! };
  }

  #blockWith(what: keyof SegmentStart, value: number): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]![what] <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function toBlocks(segments: readonly Segment[]): Block[] {
  const blocks: Block[] = [];
  // One that grew is cut only when it has doubled, so that typing does not cut it again and again.
  const size = segments.length <= 2 * BLOCK_SIZE ? 2 * BLOCK_SIZE : BLOCK_SIZE;
  for (let at = 0; at < segments.length; at += size) blocks.push(toBlock(segments.slice(at, at + size)));
  return blocks;
}

function toBlock(segments: readonly Segment[]): Block {
  const offsets: number[] = [];
  const lineNumbers: number[] = [];
  let length = 0;
  let lines = 0;
  for (const segment of segments) {
    offsets.push(length);
    lineNumbers.push(lines);
    length += segment.text.length;
    lines += segment.lines;
  }
  return { segments, offsets, lineNumbers, length, lines };
}

function startsOf(blocks: readonly Block[]): SegmentStart[] {
  const starts: SegmentStart[] = [{ index: 0, offset: 0, line: 0 }];
  for (const { segments, length, lines } of blocks) starts.push(behind(starts.at(-1)!, segments.length, length, lines));
  return starts;
}

const behind = ({ index, offset, line }: SegmentStart, count: number, length: number, lines: number): SegmentStart => ({
  index: index + count,
  offset: offset + length,
  line: line + lines,
});
