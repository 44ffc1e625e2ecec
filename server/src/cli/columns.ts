import { displayWidth } from '../language/format/width';

/** Lines with aligned columns: the first to the left, numbers to the right. Chinese characters count for two. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const blanks = (cell: string, column: number): string => ' '.repeat(widths[column]! - displayWidth(cell));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell + blanks(cell, 0) : blanks(cell, column) + cell)).join('  '),
  );
}
