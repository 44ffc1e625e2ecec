/** Replacements in a text, as small as they can be, so that cursors and marks outside them stay where they are. */

/** Replaces `[start, end)`, in UTF-16 code units of the text before any of the edits. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits that make `old`, which stands at `start`, into `wanted`: line by line where both have as many lines. */
export function editsBetween(start: number, old: string, wanted: string): readonly Edit[] {
  if (old === wanted) return [];
  const [before, after] = [linesOf(old), linesOf(wanted)];
  if (before.length !== after.length) return [trimmed(start, old, wanted)];
  const edits: Edit[] = [];
  let at = start;
  for (const [index, line] of before.entries()) {
    const replacement = after[index]!;
    if (line !== replacement) edits.push(trimmed(at, line, replacement));
    at += line.length;
  }
  return edits;
}

/** Lines with their line breaks. */
const linesOf = (text: string): string[] => text.split(/(?<=\r\n|\n|\r(?!\n))/);

/** Without the start and the end that both have in common. A pair of surrogates and a CRLF are never cut in two. */
function trimmed(start: number, old: string, wanted: string): Edit {
  const most = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < most && old[head] === wanted[head]) head++;
  while (head > 0 && isCut(old, head)) head--;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  while (tail > 0 && (isCut(old, old.length - tail) || isCut(wanted, wanted.length - tail))) tail--;
  return { start: start + head, end: start + old.length - tail, text: wanted.slice(head, wanted.length - tail) };
}

const isCut = (text: string, at: number): boolean =>
  /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1));

/** The text after the edits, which rise and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
