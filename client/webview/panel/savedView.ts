import type { Filter, Grouping, PanelState, SavedView } from '../messages';

/** In the order in which they are offered. */
export const groupings: readonly Grouping[] = ['text', 'milestone', 'person', 'requirement', 'priority', 'status'];

/** How many projects a panel remembers. */
const mostViews = 20;

/** A state may come from another version: whatever has not the right shape is left out. */
export const readViews = (state: unknown): PanelState['views'] =>
  isRecord(state) && isRecord(state.views)
    ? Object.fromEntries(Object.entries(state.views).map(([root, view]) => [root, readView(view)]))
    : {};

/** The views with another one, which comes last; of many the oldest ones are forgotten. */
export function withView(views: PanelState['views'], root: string, view: SavedView): PanelState['views'] {
  const others = Object.entries(views).filter(([each]) => each !== root);
  return Object.fromEntries([...others.slice(1 - mostViews), [root, view]]);
}

function readView(saved: unknown): SavedView {
  const view = isRecord(saved) ? saved : {};
  const number = (name: 'left' | 'scale' | 'top' | 'labelWidth'): SavedView =>
    typeof view[name] === 'number' && Number.isFinite(view[name]) ? { [name]: view[name] } : {};
  return {
    ...number('left'),
    ...(typeof view.scale === 'number' && view.scale > 0 ? number('scale') : {}),
    ...number('top'),
    ...number('labelWidth'),
    ...(typeof view.selected === 'string' ? { selected: view.selected } : {}),
    ...(groupings.includes(view.grouping as Grouping) ? { grouping: view.grouping as Grouping } : {}),
    ...(isRecord(view.filter) ? { filter: readFilter(view.filter) } : {}),
    ...(Array.isArray(view.collapsed) ? { collapsed: view.collapsed.filter((key) => typeof key === 'string') } : {}),
  };
}

const readFilter = ({ search, critical, late, person }: Record<string, unknown>): Partial<Filter> => ({
  ...(typeof search === 'string' ? { search } : {}),
  ...(typeof critical === 'boolean' ? { critical } : {}),
  ...(typeof late === 'boolean' ? { late } : {}),
  ...(typeof person === 'string' ? { person } : {}),
});

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
