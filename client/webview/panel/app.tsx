import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { PlanMinute, Timeline } from '../../../server/src/ide/timeline/types';
import { axisTicks, type AxisTicks } from '../chart/axisTicks';
import { exportPlan } from './exportPlan';
import type { Host } from './host';
import type { ExportFormat, Grouping, ToWebview } from '../messages';
import { Notice } from './notice';
import { listenForPrinting } from '../export/printing';
import { rowAt, rowOf, type RowList } from '../plan/rows';
import { chartWidthOf, initialState, reduce, savedView, zoomOf, type Action, type State } from './state';
import { Stage } from './stage';
import { useTexts } from '../textsContext';
import { unitMessage } from './unitMessage';
import { Toolbar } from './toolbar';

/** The whole picture: a toolbar over the stage, or a notice when there is nothing to draw. */
export function App({
  host,
  root,
  locked,
  me,
  grouping,
  timeline,
}: {
  host: Host;
  root: string;
  locked: boolean;
  /** Id of the person who looks, if known. */
  me: string | undefined;
  /** What the user has set. */
  grouping: Grouping | undefined;
  timeline: Timeline | undefined;
}): JSX.Element {
  const texts = useTexts();
  const [state, dispatch] = useReducer(reduce, undefined, () =>
    initialState({ ...(grouping && { grouping }), ...host.savedView(root) }, now(), texts),
  );
  const known = useRef(grouping);
  useEffect(() => {
    if (grouping && grouping !== known.current) dispatch({ type: 'grouped', grouping });
    known.current = grouping;
  }, [grouping]);
  useMessages(host, timeline, dispatch);
  useSaving(host, root, locked, state);
  useEffect(() => {
    if (state.lost) host.post({ type: 'ready' });
  }, [state.lost]);
  const shown = useRef(state.rows);
  shown.current = state.rows;
  const reveal = useCallback(
    (key: string, focus: boolean) => {
      dispatch({ type: 'selected', key });
      const written = writtenKey(shown.current, key);
      if (written !== undefined) host.post({ type: 'reveal', key: written, focus });
    },
    [host],
  );
  const save = (format: ExportFormat): void => {
    if (state.rows) void exportPlan(host, format, state.rows, texts);
  };
  useEffect(() => (host.formats.includes('html') ? undefined : listenForPrinting(() => shown.current, texts)), []);
  const { left, scale } = zoomOf(state);
  const width = chartWidthOf(state);
  const zoom = useMemo(() => ({ left, scale }), [left, scale]);
  const ticks = useMemo(() => axisTicks(zoom, width, texts), [zoom, width, texts]);
  const empty = state.picture === undefined || state.picture.plan.timeline.bars.length === 0;
  return (
    <main class="timeline">
      <Toolbar state={state} me={me} dispatch={dispatch} formats={host.formats} save={save} />
      {empty ? (
        <Notice state={state} />
      ) : (
        <Stage {...{ state, zoom, ticks, dispatch, reveal }} post={host.canEdit ? host.post : undefined} />
      )}
      <Announcer ticks={ticks} silent={empty} />
    </main>
  );
}

/** The key of what a row stands for in the text; headings that stand for nothing have none. */
function writtenKey(rows: RowList | undefined, key: string): string | undefined {
  const index = rowOf(rows, key);
  if (!rows || index < 0) return undefined;
  const { bar, group } = rowAt(rows, index);
  return bar?.key ?? group?.id;
}

/** The reader's own wall clock, as a plan minute. */
function now(): PlanMinute {
  const date = new Date();
  return Math.floor(date.getTime() / 60_000) - date.getTimezoneOffset();
}

function useMessages(host: Host, timeline: Timeline | undefined, dispatch: (action: Action) => void): void {
  useEffect(() => {
    const listen = (event: MessageEvent<ToWebview>): void => dispatch({ type: 'received', message: event.data });
    window.addEventListener('message', listen);
    const clock = setInterval(() => dispatch({ type: 'clock-ticked', today: now() }), 60_000);
    if (timeline) dispatch({ type: 'received', message: { type: 'timeline', timeline } });
    host.post({ type: 'ready' });
    return () => {
      window.removeEventListener('message', listen);
      clearInterval(clock);
    };
  }, []);
}

/** Saves at rest: while somebody scrolls, every frame has another state. */
function useSaving(host: Host, root: string, locked: boolean, state: State): void {
  useEffect(() => {
    const timer = setTimeout(() => host.keep(root, locked, savedView(state)), 150);
    return () => clearTimeout(timer);
  }, [
    host,
    root,
    locked,
    state.zoom,
    state.top,
    state.labelWidth,
    state.collapsed,
    state.selected,
    state.grouping,
    state.filter,
  ]);
}

/** Says aloud what a change of zoom means: the axis is silent. */
function Announcer({ ticks, silent }: { ticks: AxisTicks; silent: boolean }): JSX.Element {
  const { t } = useTexts();
  const [first] = useState(ticks.unit);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (ticks.unit !== first) setChanged(true);
  }, [ticks.unit, first]);
  return (
    <div class="hidden-text" aria-live="polite">
      {changed && !silent ? t(unitMessage[ticks.unit]) : ''}
    </div>
  );
}
