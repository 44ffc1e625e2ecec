import type { PlanMinute, Timeline, TimelineBar } from '../../../server/src/ide/timeline/types';
import { applyPatch } from '../plan/applyPatch';
import { clamp } from '../clamp';
import { noFilter } from '../plan/filter';
import type { Filter, Grouping, SavedView, ToWebview } from '../messages';
import { nextPicture, type Picture } from '../plan/picture';
import { isDated } from '../plan/plan';
import { expandableKeys, listRows, maximumTop, rowAt, rowOf, topToShow, type RowList } from '../plan/rows';
import { headerHeight } from '../chart/sizes';
import type { Texts } from '../texts';
import { textWidth } from '../chart/textWidth';
import { centre, extentOf, fit, fitSpan, keepInside, panToShow, zoomAt, type Zoom } from '../chart/zoom';
import type { Extent } from '../plan/extent';

/** Pixels. */
const labelFontSize = 13;

/** All that the picture depends on. */
export interface State {
  readonly texts: Texts;
  /** Undefined until the first timeline arrives. */
  readonly picture: Picture | undefined;
  /** The project has no plan any more. */
  readonly gone: boolean;
  readonly today: PlanMinute;
  /** Pixels of the part of the panel that scrolls, with labels and header. */
  readonly width: number;
  readonly height: number;
  /** Undefined: as wide as the titles need. */
  readonly labelWidth: number | undefined;
  /** Undefined: the whole plan is fitted. */
  readonly zoom: Zoom | undefined;
  /** Pixels scrolled down. */
  readonly top: number;
  readonly collapsed: ReadonlySet<string>;
  readonly grouping: Grouping;
  readonly filter: Filter;
  /** Key of a row, or of a bar, whose first row is meant. */
  readonly selected: string | undefined;
  /** Follows from the picture and how it is looked at; undefined without a picture. */
  readonly rows: RowList | undefined;
  /** A patch did not fit: everything has to be asked for again. */
  readonly lost: boolean;
}

export type Action =
  | { readonly type: 'received'; readonly message: ToWebview }
  | { readonly type: 'resized'; readonly width: number; readonly height: number }
  | { readonly type: 'scrolled'; readonly x: number; readonly top: number }
  /** What is at `x` comes to `to`: pixels from the chart's left edge, its centre and the same place if absent. */
  | { readonly type: 'zoomed'; readonly factor: number; readonly x?: number; readonly to?: number }
  | { readonly type: 'fitted' }
  /** Shows what is selected, and the parts of a phase, as large as it goes. */
  | { readonly type: 'zoomed-to-selection' }
  | { readonly type: 'grouped'; readonly grouping: Grouping }
  | { readonly type: 'filtered'; readonly filter: Partial<Filter> }
  | { readonly type: 'centred'; readonly minute: PlanMinute }
  /** To a place of the overview: the minute in the middle, and pixels from the top. */
  | { readonly type: 'went'; readonly minute: PlanMinute; readonly top: number }
  | { readonly type: 'selected'; readonly key: string }
  | { readonly type: 'expanded'; readonly key: string; readonly expanded: boolean }
  | { readonly type: 'all-expanded'; readonly expanded: boolean }
  | { readonly type: 'labels-resized'; readonly labelWidth: number | undefined }
  | { readonly type: 'clock-ticked'; readonly today: PlanMinute };

export const initialState = (saved: SavedView, today: PlanMinute, texts: Texts): State => ({
  texts,
  picture: undefined,
  gone: false,
  today,
  width: 0,
  height: 0,
  labelWidth: saved.labelWidth,
  zoom: saved.left === undefined || saved.scale === undefined ? undefined : { left: saved.left, scale: saved.scale },
  top: saved.top ?? 0,
  collapsed: new Set(saved.collapsed),
  grouping: saved.grouping ?? 'text',
  filter: { ...noFilter, ...saved.filter },
  selected: saved.selected,
  rows: undefined,
  lost: false,
});

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'received':
      return received(state, action.message);
    case 'resized':
      return settle({ ...state, width: action.width, height: action.height });
    case 'scrolled':
      return scrolled(state, action.x, action.top);
    case 'zoomed':
      return changeZoom(state, (zoom, extent, width) =>
        zoomAt(zoom, action.factor, action.x ?? width / 2, extent, width, action.to),
      );
    case 'fitted':
      return { ...state, zoom: undefined };
    case 'zoomed-to-selection':
      return zoomToSelection(state);
    case 'grouped':
      return withRows({ ...state, grouping: action.grouping, top: 0 });
    case 'filtered':
      return withRows({ ...state, filter: { ...state.filter, ...action.filter } });
    case 'centred':
      return changeZoom(state, (zoom, extent, width) => centre(zoom, action.minute, extent, width));
    case 'went':
      return settle(
        changeZoom({ ...state, top: action.top }, (zoom, extent, width) => centre(zoom, action.minute, extent, width)),
      );
    case 'selected':
      return select(state, action.key);
    case 'expanded':
      return expand(state, [action.key], action.expanded);
    case 'all-expanded':
      return expand(state, state.rows ? expandableKeys(state.rows) : [], action.expanded);
    case 'labels-resized':
      return settle({ ...state, labelWidth: action.labelWidth });
    case 'clock-ticked':
      return { ...state, today: action.today };
  }
}

/** Pixels of the label column: as chosen, or as the titles need, but never so wide that the chart has no room. */
export function labelWidthOf({ labelWidth, width, picture }: State): number {
  const most = Math.max(80, width - 120);
  if (labelWidth !== undefined) return clamp(labelWidth, 80, most);
  const share = width < 700 ? 0.46 : 0.34;
  return Math.min(most, clamp(widestTitle(picture), 160, Math.max(160, width * share)));
}

const titleWidths = new WeakMap<TimelineBar, number>();
const widestTitles = new WeakMap<readonly TimelineBar[], number>();

/** Of thousands of titles the first ones speak for all. */
const mostTitles = 1000;

function widestTitle(picture: Picture | undefined): number {
  if (!picture) return 0;
  const { bars } = picture.plan.timeline;
  const known = widestTitles.get(bars) ?? bars.slice(0, mostTitles).reduce(widerTitle, 0);
  widestTitles.set(bars, known);
  return known;
}

/** Measures only a title that may be wider than the widest yet: no character takes more than an em. */
function widerTitle(widest: number, bar: TimelineBar): number {
  const length = Math.min(100, bar.title.length + (bar.id?.length ?? 0) + 1);
  const frame = 88;
  return length * labelFontSize + frame <= widest ? widest : Math.max(widest, titleWidth(bar) + frame);
}

/** After a keystroke most bars are the same as before. */
function titleWidth(bar: TimelineBar): number {
  const known = titleWidths.get(bar) ?? textWidth(`${bar.title} ${bar.id ?? ''}`.slice(0, 100), labelFontSize);
  titleWidths.set(bar, known);
  return known;
}

export const chartWidthOf = (state: State): number => Math.max(1, state.width - labelWidthOf(state));
export const bodyHeightOf = (state: State): number => Math.max(0, state.height - headerHeight);

/** Undefined for a plan without any date. */
export const extentOfState = ({ picture, today }: State): Extent | undefined =>
  picture?.plan.span && extentOf(picture.plan.span, today);

/** What is shown of the time axis; a plan without dates gets a month. */
export function zoomOf(state: State): Zoom {
  const extent = extentOfState(state) ?? { from: state.today - 14 * 1440, to: state.today + 16 * 1440 };
  const width = chartWidthOf(state);
  return state.zoom ? keepInside(state.zoom, extent, width) : fit(extent, width);
}

/** What is worth keeping when the page goes away. */
export function savedView(state: State): SavedView {
  const { zoom, top, labelWidth, collapsed, selected, grouping, filter } = state;
  return {
    ...(zoom && { left: zoom.left, scale: zoom.scale }),
    ...(labelWidth !== undefined && { labelWidth }),
    ...(selected !== undefined && { selected }),
    top,
    collapsed: [...collapsed],
    grouping,
    filter,
  };
}

function received(state: State, message: ToWebview): State {
  switch (message.type) {
    case 'gone':
      return withRows({ ...state, picture: undefined, gone: true });
    case 'timeline':
      return withTimeline(state, message.timeline);
    case 'patch': {
      const timeline = state.picture && applyPatch(state.picture.newest, message.patch);
      return timeline ? withTimeline(state, timeline) : { ...state, lost: true };
    }
    case 'project':
    case 'proposal':
      return state;
    case 'cursor':
      // The row that shows the bar may be one of several; the one that is selected stays.
      return state.selected?.split('\n')[0] === message.key ? state : select(state, message.key);
  }
}

function withTimeline(state: State, timeline: Timeline): State {
  const picture = nextPicture(state.picture, timeline);
  return withRows({ ...state, gone: false, lost: false, picture }, state.rows);
}

/** `before` are rows that were made with the same grouping, filter and collapsed keys. */
function withRows(state: State, before?: RowList): State {
  const { picture, grouping, filter, collapsed, texts } = state;
  const rows = picture && listRows({ plan: picture.plan, grouping, filter, collapsed, texts }, before);
  return settle({ ...state, rows });
}

/** Keeps the scroll position possible. Nothing is known before the first size and the first picture. */
function settle(state: State): State {
  if (!state.rows || state.height === 0) return state;
  return { ...state, top: clamp(state.top, 0, maximumTop(state.rows.count, bodyHeightOf(state))) };
}

function scrolled(state: State, x: number, top: number): State {
  const extent = extentOfState(state);
  const zoom = zoomOf(state);
  const left = extent && extent.from + x / zoom.scale;
  // A fitted plan stays fitted: it has nothing to scroll sideways.
  const moved = left !== undefined && Math.abs(left - zoom.left) * zoom.scale > 1;
  return { ...state, top, zoom: moved ? { ...zoom, left } : state.zoom };
}

function changeZoom(state: State, change: (zoom: Zoom, extent: Extent, width: number) => Zoom): State {
  const extent = extentOfState(state);
  if (!extent) return state;
  const width = chartWidthOf(state);
  const zoom = change(zoomOf(state), extent, width);
  // Zoomed out as far as it goes is the fitted view, which follows the plan as it grows.
  return { ...state, zoom: zoom.scale <= fit(extent, width).scale * 1.0001 ? undefined : zoom };
}

/** Selects a row and scrolls to it, or to the row it is collapsed into. */
function select(state: State, key: string): State {
  const index = rowOf(state.rows, key);
  if (!state.rows || index < 0) return { ...state, selected: key };
  const { bar } = rowAt(state.rows, index);
  const shown = { ...state, selected: key, top: topToShow(index, state.top, bodyHeightOf(state)) };
  if (!bar || !isDated(bar) || !shown.zoom) return shown;
  return changeZoom(shown, (zoom, extent, width) => panToShow(zoom, bar.start, bar.finish, extent, width));
}

function zoomToSelection(state: State): State {
  const index = rowOf(state.rows, state.selected);
  if (!state.rows || index < 0) return state;
  const { bar, group } = rowAt(state.rows, index);
  const bars = bar ? [bar] : group!.bars.map((each) => state.rows!.plan.timeline.bars[each]!);
  const dated = bars.filter(isDated);
  if (dated.length === 0) return state;
  const from = Math.min(...dated.map(({ start }) => start));
  const to = Math.max(...dated.map(({ finish }) => finish));
  return changeZoom(state, (_, extent, width) => fitSpan(from, to, extent, width));
}

function expand(state: State, keys: readonly string[], expanded: boolean): State {
  const collapsed = new Set(state.collapsed);
  for (const key of keys)
    if (expanded) collapsed.delete(key);
    else collapsed.add(key);
  return withRows({ ...state, collapsed });
}
