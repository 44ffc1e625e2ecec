import type { JSX } from 'preact';
import { useCallback, useEffect, useReducer, useState } from 'preact/hooks';
import type { PlanMinute, Timeline } from '../../server/src/ide/timeline.types';
import { axisTicks, type AxisTicks } from './axisTicks';
import type { Host } from './host';
import type { ToWebview } from './messages';
import { Notice } from './notice';
import { chartWidthOf, initialState, reduce, savedView, zoomOf, type Action, type State } from './state';
import { Stage } from './stage';
import { useTexts } from './textsContext';
import { unitMessage } from './unitMessage';
import { Toolbar } from './toolbar';

/** The whole picture: a toolbar over the stage, or a notice when there is nothing to draw. */
export function App({
  host,
  root,
  timeline,
}: {
  host: Host;
  root: string;
  timeline: Timeline | undefined;
}): JSX.Element {
  const texts = useTexts();
  const [state, dispatch] = useReducer(reduce, undefined, () => initialState(host.savedView, now()));
  useMessages(host, timeline, dispatch);
  useSaving(host, root, state);
  const reveal = useCallback(
    (key: string, focus: boolean) => {
      dispatch({ type: 'selected', key });
      const source = state.picture?.plan.byKey.get(key)?.source;
      if (source) host.post({ type: 'reveal', source, focus });
    },
    [host, state.picture],
  );
  const ticks = axisTicks(zoomOf(state), chartWidthOf(state), texts);
  const empty = state.rows.length === 0;
  return (
    <main class="timeline">
      <Toolbar state={state} dispatch={dispatch} />
      {empty ? <Notice state={state} /> : <Stage state={state} ticks={ticks} dispatch={dispatch} reveal={reveal} />}
      <Announcer ticks={ticks} silent={empty} />
    </main>
  );
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
function useSaving(host: Host, root: string, state: State): void {
  useEffect(() => {
    const timer = setTimeout(() => host.save({ root, view: savedView(state) }), 150);
    return () => clearTimeout(timer);
  }, [host, root, state.zoom, state.top, state.labelWidth, state.collapsed, state.selected]);
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
