import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditWay, Gesture, TimelineBar } from '../../../../server/src/ide/timeline/types';
import { dragGesture, editKey, isLinkKey, linkGesture, stepGesture, type Grip } from './dragging';
import { isSameGesture, optionsOf, type Editing, type LooseEnd } from './editing';
import { isDated } from '../../plan/plan';
import type { FromWebview, ToWebview } from '../../messages';
import { rowAt, rowHeight, rowOf } from '../../plan/rows';
import { chartWidthOf, zoomOf, type State } from '../state';
import { keyOf } from '../useHover';
import { followPointer } from '../usePan';

export interface EditingTools {
  readonly editing: Editing | undefined;
  /** Whether the pointer took hold of a bar. */
  readonly onPointerDown: (event: PointerEvent) => boolean;
  /** Whether the pointer that was just released has dragged, so that its click means nothing. */
  readonly justDragged: () => boolean;
  readonly apply: (way: EditWay) => void;
  readonly cancel: () => void;
}

/** What moves less than this is a click. */
const threshold = 4;

/** Edits the plan by dragging bars and by keys. `post` is undefined where there is no text to edit. */
export function useEditing(state: State, post: ((message: FromWebview) => void) | undefined): EditingTools {
  const [editing, setEditing] = useState<Editing | undefined>(undefined);
  const current = useRef<Editing | undefined>(undefined);
  const release = useRef<() => void>(() => undefined);
  const dragged = useRef(false);
  const { t } = state.texts;

  const set = (next: Editing | undefined): void => setEditing((current.current = next));
  const cancel = (): void => {
    release.current();
    if (!current.current) return;
    set(undefined);
    focusGrid();
  };
  const apply = (way: EditWay): void => {
    const gesture = current.current?.gesture;
    if (gesture) post?.({ type: 'apply', gesture, way });
    cancel();
  };
  /** What is clear is done. */
  const settle = (): void => {
    const known = current.current;
    const [only, ...others] = known?.dropped ? optionsOf(known.answer) : [];
    if (only && others.length === 0) apply(only.way);
  };
  const refuse = (bar: TimelineBar, gesture: Gesture | undefined, refused: string): void =>
    set({ bar, gesture, answer: { refused }, before: undefined, dropped: true, by: 'keys' });
  const show = (bar: TimelineBar, by: Editing['by'], gesture: Gesture | undefined, loose?: LooseEnd): void => {
    const known = current.current;
    const isSame = gesture !== undefined && isSameGesture(gesture, known?.gesture);
    if (!gesture && !loose) set(undefined);
    else if (isSame) set({ ...known!, ...(loose && { loose }) });
    else {
      const before = known?.answer ?? known?.before;
      set({ bar, gesture, answer: undefined, before, dropped: false, by, ...(loose && { loose }) });
      if (gesture) post?.({ type: 'preview', gesture });
    }
  };
  const drop = (): void => {
    if (!current.current?.gesture) cancel();
    else {
      set({ ...current.current, dropped: true });
      settle();
    }
  };
  const tellWhyNot = (bar: TimelineBar, gesture: Gesture | undefined): boolean => {
    if (state.picture?.stale !== true) return false;
    refuse(bar, gesture, t('The picture is that of an earlier text: mend the syntax errors first.'));
    return true;
  };

  const onPointerDown = (event: PointerEvent): boolean => {
    dragged.current = false;
    cancel();
    const held = post && event.button === 0 && event.pointerType !== 'touch' && holdAt(state, event);
    if (!held) return false;
    const chart = event.currentTarget as Element;
    const stop = followPointer(
      event.pointerId,
      (moved) => {
        const [dx, dy] = [moved.clientX - event.clientX, moved.clientY - event.clientY];
        dragged.current ||= Math.max(Math.abs(dx), held.grip.startsWith('link') ? Math.abs(dy) : 0) > threshold;
        if (!dragged.current) return;
        const { gesture, loose } = dragOf(state, chart, held, dx, moved);
        if (tellWhyNot(held.bar, gesture)) release.current();
        else show(held.bar, 'pointer', gesture, loose);
      },
      (ended) => (ended.type === 'pointerup' ? drop() : cancel()),
    );
    release.current = stop;
    return true;
  };

  const beginLink = (): void => {
    const bar = barOf(state, state.selected);
    if (!bar || tellWhyNot(bar, undefined)) return;
    set({ bar, gesture: undefined, answer: undefined, before: undefined, dropped: false, by: 'keys', isLink: true });
  };
  useEffect(() => {
    const known = current.current;
    if (!known?.isLink || known.dropped) return;
    const target = barOf(state, state.selected);
    const gesture: Gesture | undefined =
      target && target.key !== known.bar.key
        ? { kind: 'link', key: known.bar.key, to: target.key, type: 'FS' }
        : undefined;
    if (isSameGesture(gesture, known.gesture)) return;
    set({ ...known, gesture, answer: undefined, before: known.answer ?? known.before });
    if (gesture) post?.({ type: 'preview', gesture });
  }, [state.selected]);

  const onKeyDown = (event: KeyboardEvent): boolean => {
    const known = current.current;
    if (known && event.key === 'Escape') cancel();
    else if (known?.by === 'keys' && !known.dropped && event.key === 'Enter') drop();
    else if (post && isInGrid() && isLinkKey(event)) beginLink();
    else {
      const wish = post && isInGrid() ? editKey(event) : undefined;
      const bar = wish && barOf(state, state.selected);
      if (!wish || !bar) {
        // Whoever goes on with something else has given up.
        const goesOn = known?.isLink && !known.dropped;
        if (known?.by === 'keys' && !goesOn && isInGrid() && !modifiers.has(event.key)) cancel();
        return false;
      }
      const { timeline } = state.picture!.plan;
      const before = known?.bar.key === bar.key && !known.dropped ? known.gesture : undefined;
      const gesture = stepGesture(bar, before, wish, zoomOf(state).scale, timeline.nonWorking);
      if (gesture && !tellWhyNot(bar, gesture)) show(bar, 'keys', gesture);
    }
    return true;
  };
  const latest = useRef(onKeyDown);
  latest.current = onKeyDown;

  useEffect(() => {
    const listen = ({ data }: MessageEvent<ToWebview>): void => {
      const known = current.current;
      // An answer about where the bar was a moment ago says nothing any more.
      if (data.type !== 'proposal' || !known?.gesture || !isSameGesture(known.gesture, data.gesture)) return;
      if (!data.answer) refuse(known.bar, known.gesture, t('The language server gave no answer.'));
      else {
        set({ ...known, answer: data.answer });
        settle();
      }
    };
    const onKey = (event: KeyboardEvent): void => {
      if (!latest.current(event)) return;
      event.preventDefault();
      // The editor has meanings of its own for some of these keys.
      event.stopPropagation();
    };
    window.addEventListener('message', listen);
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('message', listen);
      window.removeEventListener('keydown', onKey, true);
      release.current();
    };
  }, []);

  const revision = state.picture?.newest.revision;
  useEffect(() => {
    const known = current.current;
    if (!known) return;
    release.current();
    refuse(known.bar, known.gesture, t('The text has changed meanwhile: nothing was edited.'));
  }, [revision]);

  return { editing, onPointerDown, justDragged: () => dragged.current, apply, cancel };
}

const modifiers: ReadonlySet<string> = new Set(['Alt', 'Shift', 'Control', 'Meta']);

const isInGrid = (): boolean => document.activeElement?.closest('.grid') != null;

/** Who chose with the keyboard goes on where they were. */
function focusGrid(): void {
  if (document.activeElement?.closest('.edit-preview'))
    document.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus({ preventScroll: true });
}

/** A bar, and what of it is taken hold of. */
interface Held {
  readonly bar: TimelineBar;
  readonly grip: Grip;
}

/** What is under the pointer; nothing where a bar is out of sight or has no dates. */
function holdAt(state: State, { target }: PointerEvent): Held | undefined {
  const bar = barOf(state, keyOf(target));
  if (!bar || !isDated(bar)) return undefined;
  const { left, scale } = zoomOf(state);
  if (bar.finish < left || bar.start > left + chartWidthOf(state) / scale) return undefined;
  const grip = target instanceof Element ? target.closest('[data-grip]')?.getAttribute('data-grip') : undefined;
  return { bar, grip: (grip as Grip | null | undefined) ?? 'move' };
}

function dragOf(
  state: State,
  chart: Element,
  { bar, grip }: Held,
  dx: number,
  { clientX, clientY }: PointerEvent,
): { readonly gesture: Gesture | undefined; readonly loose?: LooseEnd } {
  const { left, scale } = zoomOf(state);
  if (grip !== 'link-start' && grip !== 'link-finish') return { gesture: dragGesture(bar, grip, dx / scale, scale) };
  const place = chart.getBoundingClientRect();
  const [x, y] = [clientX - place.left, clientY - place.top];
  const index = Math.floor((y + state.top) / rowHeight);
  const target = index >= 0 && index < state.rows!.count ? rowAt(state.rows!, index).bar : undefined;
  const gesture = target && linkGesture(bar, grip, target, left + x / scale);
  return { gesture, loose: { from: grip === 'link-start' ? 'start' : 'finish', x, y } };
}

/** The bar whose own row has the key: a row that others are collapsed into stands for itself only. */
function barOf({ rows }: State, key: string | undefined): TimelineBar | undefined {
  const index = rowOf(rows, key);
  const row = rows && index >= 0 ? rowAt(rows, index) : undefined;
  return row?.bar && row.bar.key === key?.split('\n')[0] ? row.bar : undefined;
}
