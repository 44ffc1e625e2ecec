import { parentRow, rowAt, type Row, type RowList } from '../plan/rows';
import type { Action } from './state';

/** Show the declaration in the text; with `focus`, go there. */
export interface RevealAction {
  readonly type: 'reveal';
  readonly key: string;
  readonly focus: boolean;
}

/** What a key means on the row at `index` (WAI-ARIA tree grid, rows focused); undefined for keys that mean nothing. */
export function gridAction(
  rows: RowList,
  index: number,
  key: string,
  page: number,
  modifiers: { readonly altKey: boolean; readonly metaKey: boolean },
): Action | RevealAction | undefined {
  if (index >= rows.count || modifiers.altKey || modifiers.metaKey) return undefined;
  const row = rowAt(rows, index);
  const go = (target: number): Action => ({
    type: 'selected',
    key: rowAt(rows, Math.max(0, Math.min(rows.count - 1, target))).key,
  });
  switch (key) {
    case 'ArrowDown':
      return go(index + 1);
    case 'ArrowUp':
      return go(index - 1);
    case 'PageDown':
      return go(index + page);
    case 'PageUp':
      return go(index - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.count - 1);
    case 'ArrowRight':
      return right(row, () => go(index + 1));
    case 'ArrowLeft':
      return left(row, () => go(parentRow(rows, index)));
    case 'Enter':
      return row.bar && { type: 'reveal', key: row.key, focus: true };
    case ' ':
      return row.bar && { type: 'reveal', key: row.key, focus: false };
    default:
      return undefined;
  }
}

/** Opens a closed row, and enters an open one. */
function right({ key, expandable, expanded }: Row, enter: () => Action): Action | undefined {
  if (!expandable) return undefined;
  return expanded ? enter() : { type: 'expanded', key, expanded: true };
}

/** Closes an open row, and leaves a closed one to its parent. */
function left({ key, expanded, level }: Row, leave: () => Action): Action | undefined {
  if (expanded) return { type: 'expanded', key, expanded: false };
  return level > 0 ? leave() : undefined;
}
