import type { Row } from './rows';
import type { Action, State } from './state';

/** Show the declaration in the text; with `focus`, go there. */
export interface RevealAction {
  readonly type: 'reveal';
  readonly key: string;
  readonly focus: boolean;
}

/** What a key means on the row at `index` (WAI-ARIA tree grid, rows focused); undefined for keys that mean nothing. */
export function gridAction(
  { rows, rowIndex }: Pick<State, 'rows' | 'rowIndex'>,
  index: number,
  key: string,
  page: number,
  modifiers: { readonly altKey: boolean; readonly metaKey: boolean },
): Action | RevealAction | undefined {
  const row = rows[index];
  if (!row || modifiers.altKey || modifiers.metaKey) return undefined;
  const go = (target: number): Action => ({
    type: 'selected',
    key: rows[Math.max(0, Math.min(rows.length - 1, target))]!.bar.key,
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
      return go(rows.length - 1);
    case 'ArrowRight':
      return right(row, () => go(index + 1));
    case 'ArrowLeft':
      return left(row, () => go(rowIndex.get(row.bar.parent ?? '') ?? index));
    case 'Enter':
      return { type: 'reveal', key: row.bar.key, focus: true };
    case ' ':
      return { type: 'reveal', key: row.bar.key, focus: false };
    default:
      return undefined;
  }
}

/** Opens a closed row, and enters an open one. */
function right({ bar, expandable, expanded }: Row, enter: () => Action): Action | undefined {
  if (!expandable) return undefined;
  return expanded ? enter() : { type: 'expanded', key: bar.key, expanded: true };
}

/** Closes an open row, and leaves a closed one to its parent. */
const left = ({ bar, expanded }: Row, leave: () => Action): Action =>
  expanded ? { type: 'expanded', key: bar.key, expanded: false } : leave();
