/**
 * One file's text, read piece by piece. Immutable: an edit makes a new document that shares all segments but those that the
 * edit touches. The segments after any sequence of edits equal those of a fresh read of the same text.
 */
import { nextLine } from './characters';
import { flat } from './flat';
import { LONGEST_FILE } from './limits';
import { lastAtMost, lineStartsOf } from './lineStarts';
import { readSegment, unreadSegment, type Segment, type TooLong } from './segment';
import { SegmentList } from './segmentList';
import { joinsCleanly, split } from './split';

/** Zero-based, as in the Language Server Protocol; `character` counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export class SourceDocument {
  /** The text until somebody asks what it says, so that a file that is not read at all takes no more than its text. */
  #source: string | undefined;
  #known: SegmentList | undefined;
  readonly #unread = new Map<TooLong, SourceDocument>();

  constructor(source: string | SegmentList) {
    if (typeof source === 'string') this.#source = source;
    else this.#known = source;
  }

  get #list(): SegmentList {
    this.#known ??= SegmentList.of(segmentsOf(this.#source!));
    this.#source = undefined;
    return this.#known;
  }

  /** The same text as one segment that says nothing but why it is not read. The same object for the same reason. */
  unread(because: TooLong): SourceDocument {
    const known = this.#unread.get(because) ?? new SourceDocument(SegmentList.of([unreadSegment(this.text, because)]));
    this.#unread.set(because, known);
    return known;
  }

  /** In the order of the text; concatenated, their texts are the file. Never empty. */
  get segments(): readonly Segment[] {
    return this.#list.all;
  }

  /** The segments in runs of some hundred. An edit makes a new array of the runs it touches; the others stay the same objects. */
  get runs(): readonly (readonly Segment[])[] {
    return this.#list.runs;
  }

  get text(): string {
    return this.#source ?? this.segments.map(({ text }) => text).join('');
  }

  get length(): number {
    return this.#source?.length ?? this.#list.end.offset;
  }

  get lineCount(): number {
    return this.#list.end.line + 1;
  }

  /** Offset at which a segment starts; for the number of segments, the text's length. */
  offsetOf(segment: number): number {
    return this.#list.start(segment).offset;
  }

  /** Index of the segment that holds an offset; the last one for the text's end. */
  segmentAt(offset: number): number {
    return this.#list.find('offset', offset).index;
  }

  /** Offset of a position. One behind a line's or the text's end is moved to that end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.length;
    const { index, offset, line: first } = this.#list.find('line', line);
    const segment = this.#list.at(index);
    const { text } = segment;
    const start = lineStartsOf(segment)[line - first]!;
    return offset + Math.min(start + Math.max(0, character), endOfLine(text, start));
  }

  /** Position of an offset, which is moved into the text if it lies outside. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.length));
    const start = this.#list.find('offset', inside);
    return this.positionIn(start.index, inside - start.offset);
  }

  /** Position of an offset that is relative to a segment. */
  positionIn(segment: number, offset: number): Position {
    const starts = lineStartsOf(this.#list.at(segment));
    const line = lastAtMost(starts, offset);
    return { line: this.lineOf(segment) + line, character: offset - starts[line]! };
  }

  /** The line on which a segment starts. */
  lineOf(segment: number): number {
    return this.#list.start(segment).line;
  }

  /** The document after `[start, end)` was replaced by `inserted`. */
  edit(start: number, end: number, inserted: string): SourceDocument {
    if (Math.max(this.length, this.length - (end - start) + inserted.length) > LONGEST_FILE) {
      const { text } = this;
      return new SourceDocument(text.slice(0, start) + inserted + text.slice(end));
    }
    // One segment more to the left: what is inserted at a segment's start may belong to the one before.
    const first = Math.max(0, this.segmentAt(start) - 1);
    let last = this.segmentAt(end);
    const offset = this.offsetOf(first);
    const old = this.#textOf(first, last);
    let region = old.slice(0, start - offset) + inserted + old.slice(end - offset);
    let pieces = split(region);
    const count = this.#list.end.index;
    for (let more = 1; last + 1 < count; more *= 2) {
      if (joinsCleanly(region, pieces.end, this.#list.at(last + 1).text)) break;
      const until = Math.min(count - 1, last + more);
      region += this.#textOf(last + 1, until);
      last = until;
      pieces = split(region);
    }
    const known = this.#between(first, last);
    return new SourceDocument(this.#list.replace(first, last, readPieces(region, pieces.starts, known)));
  }

  #textOf(first: number, last: number): string {
    return this.#between(first, last)
      .map(({ text }) => text)
      .join('');
  }

  #between(first: number, last: number): Segment[] {
    return Array.from({ length: last - first + 1 }, (_, index) => this.#list.at(first + index));
  }
}

const segmentsOf = (source: string): Segment[] =>
  source.length > LONGEST_FILE
    ? [unreadSegment(source, 'file-too-long')]
    : readPieces(source, split(source).starts, []);

/** Reads the pieces of a text; one that equals a segment of `known` is taken over as it is. */
function readPieces(text: string, starts: readonly number[], known: readonly Segment[]): Segment[] {
  const byText = new Map(known.map((segment) => [segment.text, segment]));
  return starts.map((start, index) => {
    const piece = text.slice(start, starts[index + 1] ?? text.length);
    return byText.get(piece) ?? readSegment(flat(piece));
  });
}

/** Offset of the line break that ends the line of `start`, or the text's length. */
function endOfLine(text: string, start: number): number {
  let end = nextLine(text, start);
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return end;
}
