/** Tables that are printed for people, or as CSV for spreadsheets. */
import type { Text, Tongue } from '../kinds/tongue';
import { columns } from './columns';
import { type Colors } from './colors';

/** A column: what its cells say to people, and to spreadsheets where that is another thing, such as a number without unit. */
export interface Column<Row> {
  readonly head: Text;
  readonly text: (row: Row) => string;
  /** Numbers and dates that are compared stand to the right, words to the left. */
  readonly right?: true;
  readonly cell?: { readonly head: Text; readonly of: (row: Row) => string | number | undefined };
}

/** A table with all its words. */
export interface Sheet {
  readonly heads: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly isLeft: readonly boolean[];
  /** Which lines are told apart on a terminal. */
  readonly isMarked: readonly boolean[];
  readonly cellHeads: readonly string[];
  readonly cells: readonly (readonly (string | number | undefined)[])[];
  /** Sentences below the table; none of them is in the CSV. */
  readonly notes: readonly string[];
}

/** Fills a table. */
export const sheetOf = <Row>(
  all: readonly Column<Row>[],
  rows: readonly Row[],
  tongue: Tongue,
  notes: readonly string[] = [],
  isMarked: (row: Row) => boolean = () => false,
): Sheet => ({
  heads: all.map(({ head }) => head[tongue]),
  lines: rows.map((row) => all.map(({ text }) => oneLine(text(row)))),
  isLeft: all.map(({ right }) => !right),
  isMarked: rows.map(isMarked),
  cellHeads: all.map(({ head, cell }) => (cell?.head ?? head)[tongue]),
  cells: rows.map((row) => all.map(({ text, cell }) => (cell ? cell.of(row) : text(row)))),
  notes,
});

/** The table with aligned columns, and its notes below a blank line; a table without rows is its notes alone. */
export function sheetText({ heads, lines, isLeft, isMarked, notes }: Sheet, { bold, red }: Colors): string {
  const [head = '', ...rows] = columns([heads, ...lines], (column) => isLeft[column]!);
  const table = [bold(head), ...rows.map((line, at) => (isMarked[at] ? red(line) : line))];
  const parts = [...(lines.length === 0 ? [] : [table]), ...(notes.length === 0 ? [] : [notes])];
  return parts.map((part) => part.join('\n')).join('\n\n');
}

/**
 * One table as RFC 4180 says: lines end in CRLF, and a cell with a comma, a quote or a line break stands in quotes. It begins
 * with a byte order mark, without which Excel reads Chinese as gibberish. Sheets that follow each other have the same heads;
 * where there are several, a first column tells them apart.
 */
export function sheetsCsv(sheets: readonly { readonly name: string; readonly sheet: Sheet }[], first: string): string {
  const several = sheets.length > 1;
  const heads = sheets[0]?.sheet.cellHeads ?? [];
  const rows = sheets.flatMap(({ name, sheet }) => sheet.cells.map((cells) => (several ? [name, ...cells] : cells)));
  const lines = [several ? [first, ...heads] : heads, ...rows];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Words of the text that begin like a formula get an apostrophe before them, as OWASP advises against CSV injection, so that
 * no spreadsheet runs what somebody wrote into a title. Numbers of ours, which may be negative, stay numbers.
 */
function csvCell(cell: string | number | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Titles come from the text and may hold what moves a terminal's cursor. */
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
