import { displayWidth } from '../language/format/width';

/**
 * Lines with aligned columns: numbers to the right, and the first column, or those that `isLeft` names, to the left. Chinese
 * characters count for two.
 */
export function columns(
  rows: readonly (readonly string[])[],
  isLeft: (column: number) => boolean = (column) => column === 0,
): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? '')), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat(widths[column]! - displayWidth(cell));
        return isLeft(column) ? cell + blanks : blanks + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
