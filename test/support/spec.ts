/**
 * Specs with markers: the one notation in which tests say what they feed in and what they expect.
 *
 *     //- plan/needs.delivery            a new file starts (without any header there is one file, "main.delivery")
 *     need N-1 "Sign in once" {
 *       form: INT-1
 *     // ^^^^ kind/unknown-field did you mean `from`?
 *       from: $0INT-1
 *     }
 *
 * A marker line is a line comment whose first sign is a caret. The carets stand under the exact span of a finding on the last
 * line above that is no marker line, counted in UTF-16 code units (a Chinese letter counts one, an astral one two). Behind
 * them stand the code and, optionally, a part of the message. `//<^^^ code` counts the carets from column 0, where the
 * slashes themselves would be in the way. The code `related` marks a place that a finding names besides its own. A span that
 * goes on behind its line is marked to the line's end. `$0` is the cursor. Marker lines and the cursor are removed before
 * anything reads the text.
 */
import { displayWidth } from '../../server/src/language/format/width';

export interface Marker {
  /** Zero-based line in the text without markers. */
  readonly line: number;
  /** UTF-16 code units from the line's start; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** "trace/no-origin", or "related". */
  readonly code: string;
  /** A part of the message; empty when any message will do. */
  readonly message: string;
}

export interface SpecFile {
  /** "plan/needs.delivery" */
  readonly path: string;
  /** Without markers. */
  readonly text: string;
  readonly markers: readonly Marker[];
}

export interface Spec {
  readonly files: readonly SpecFile[];
  /** Where `$0` stood, as an offset in the text of a file. */
  readonly cursor: { readonly path: string; readonly offset: number } | undefined;
}

const HEADER = /^[ \t]*\/\/- (.+?)[ \t]*$/;
const MARKER = /^[ \t]*\/\/(<?)( *)(\^+)[ \t]*(\S*)[ \t]*(.*)$/;
const CURSOR = '$0';

/** Reads a spec. The common indentation of its lines is removed, so that specs may be indented with the test around them. */
export function parseSpec(source: string): Spec {
  const files = splitFiles(dedent(source));
  let cursor: Spec['cursor'];
  const parsed = files.map(({ path, lines }) => {
    const { text, markers } = takeMarkers(lines);
    const offset = text.indexOf(CURSOR);
    if (offset >= 0) cursor = { path, offset };
    return { path, text: text.replace(CURSOR, ''), markers };
  });
  return { files: parsed, cursor };
}

/** Removes the line break behind the opening backtick and the indentation that all lines have in common. */
export function dedent(source: string): string {
  const lines = source.replace(/^\r?\n/, '').split('\n');
  if (/^[ \t]+$/.test(lines.at(-1) ?? '')) lines[lines.length - 1] = '';
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length);
  const common = Math.min(...indents, Infinity);
  return Number.isFinite(common) ? lines.map((line) => line.slice(common)).join('\n') : source;
}

function splitFiles(source: string): readonly { readonly path: string; readonly lines: string[] }[] {
  const files: { path: string; lines: string[] }[] = [];
  for (const line of source.split('\n')) {
    const path = HEADER.exec(line)?.[1];
    if (path !== undefined) files.push({ path, lines: [] });
    else if (files.length > 0) files.at(-1)!.lines.push(line);
    else files.push({ path: 'main.delivery', lines: [line] });
  }
  return files;
}

function takeMarkers(lines: readonly string[]): { text: string; markers: Marker[] } {
  const kept: string[] = [];
  const markers: Marker[] = [];
  for (const line of lines) {
    const match = MARKER.exec(line);
    if (!match) kept.push(line);
    else markers.push(markerOf(line, match, kept.length - 1));
  }
  return { text: kept.join('\n'), markers };
}

function markerOf(source: string, match: RegExpExecArray, line: number): Marker {
  const [, fromZero, blanks = '', carets = '', code = '', message = ''] = match;
  const start = fromZero === '<' ? blanks.length : source.indexOf('^');
  return { line, start, end: start + carets.length, code, message };
}

/**
 * A spec whose markers stand below their spans as people see them in a fixed-width font, where a Chinese letter takes two columns,
 * as `parseSpec` counts them.
 */
export function inCodeUnits(source: string): string {
  let marked = '';
  return source
    .split('\n')
    .map((line) => {
      const match = MARKER.exec(line);
      if (!match) return (marked = line);
      const { start, end, ...rest } = markerOf(line, match, 0);
      return markerLine({ ...rest, start: unitsBefore(marked, start), end: unitsBefore(marked, end) });
    })
    .join('\n');
}

/** The code units of a line that stand before a column. */
function unitsBefore(line: string, column: number): number {
  let units = 0;
  while (units < line.length && displayWidth(line.slice(0, units)) < column) units++;
  return units;
}

/** The text with a marker line below each line that has markers: what `parseSpec` reads back. */
export function annotate(text: string, markers: readonly Marker[]): string {
  const sorted = [...markers].sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
  return text
    .split('\n')
    .flatMap((line, number) => [line, ...sorted.filter((marker) => marker.line === number).map(markerLine)])
    .join('\n');
}

function markerLine({ start, end, code, message }: Marker): string {
  const carets = '^'.repeat(Math.max(1, end - start));
  const front = start < 2 ? `//<${' '.repeat(start)}` : `//${' '.repeat(start - 2)}`;
  return `${front}${carets} ${code} ${message}`.trimEnd();
}
