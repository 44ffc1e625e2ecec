import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { factsAsText } from './describe';
import { gridAction } from './gridKeys';
import { Icon } from './icons';
import { isLate } from './plan';
import { rowHeight, type Row, type RowWindow } from './rows';
import { bodyHeightOf, headerHeight, type Action, type State } from './state';
import { useTexts } from './textsContext';

export interface TreeGridProps {
  readonly state: State;
  /** Pixels of the label column. */
  readonly labels: number;
  readonly window: RowWindow;
  /** Index of the selected row, or -1. */
  readonly selected: number;
  /** Index of the row under the pointer, or -1. */
  readonly hovered: number;
  readonly dispatch: (action: Action) => void;
  readonly reveal: (key: string, focus: boolean) => void;
}

/**
 * The rows as a tree grid (WAI-ARIA): one row holds the focus and is always in the page, even when it is scrolled out of
 * sight. What the chart shows as a drawing stands in a hidden cell as text.
 */
export function TreeGrid(props: TreeGridProps): JSX.Element {
  const { state, labels, window, selected, dispatch, reveal } = props;
  const { t } = useTexts();
  const body = useRef<HTMLDivElement>(null);
  const focusable = Math.max(0, selected);
  useFocusOnSelection(body, selected);
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = gridAction(state, focusable, event.key, Math.floor(bodyHeightOf(state) / rowHeight), event);
    if (!action) return;
    event.preventDefault();
    if (action.type === 'reveal') reveal(action.key, action.focus);
    else dispatch(action);
  };
  const range = Array.from({ length: window.last - window.first }, (_, offset) => window.first + offset);
  const indexes = range.includes(focusable) ? range : [...range, focusable];
  return (
    <div
      class="grid"
      role="treegrid"
      aria-label={t('Plan')}
      aria-rowcount={state.rows.length + 1}
      onKeyDown={onKeyDown}
    >
      <div class="grid-header" role="row" aria-rowindex={1} style={{ height: `${headerHeight}px` }}>
        <div role="columnheader" class="label" style={{ width: `${labels}px` }}>
          {t('Plan item')}
        </div>
        <div role="columnheader" class="hidden-text">
          {t('Dates and state')}
        </div>
      </div>
      <div class="grid-body" role="rowgroup" ref={body} style={{ top: `${headerHeight}px` }}>
        {indexes.map((index) => (
          <GridRow
            {...props}
            key={state.rows[index]!.bar.key}
            row={state.rows[index]!}
            index={index}
            focusable={index === focusable}
          />
        ))}
      </div>
    </div>
  );
}

type GridRowProps = TreeGridProps & { readonly row: Row; readonly index: number; readonly focusable: boolean };

function GridRow({
  row,
  index,
  focusable,
  state,
  labels,
  selected,
  hovered,
  dispatch,
  reveal,
}: GridRowProps): JSX.Element {
  const texts = useTexts();
  const { bar, expandable, expanded } = row;
  const toggle = (event: Event): void => {
    event.stopPropagation();
    dispatch({ type: 'expanded', key: bar.key, expanded: !expanded });
  };
  const late = isLate(bar);
  const name = bar.title || bar.id || texts.t('Untitled');
  return (
    <div
      class={`row ${bar.type}${index === selected ? ' selected' : ''}${index === hovered ? ' hovered' : ''}`}
      role="row"
      style={{ top: `${index * rowHeight - state.top}px`, height: `${rowHeight}px` }}
      tabIndex={focusable ? 0 : -1}
      aria-level={bar.level + 1}
      aria-rowindex={index + 2}
      aria-selected={index === selected}
      aria-expanded={expandable ? expanded : undefined}
      onFocus={() => index !== selected && dispatch({ type: 'selected', key: bar.key })}
      onClick={() => reveal(bar.key, true)}
    >
      <div
        class="label"
        role="gridcell"
        data-key={bar.key}
        style={{ width: `${labels}px`, paddingLeft: `${6 + bar.level * 14}px` }}
      >
        <span class="twistie" onClick={expandable ? toggle : undefined}>
          {expandable && <Icon name="chevron" class={expanded ? 'open' : ''} />}
        </span>
        <span class="text">
          <bdi class="name">{name}</bdi>
          {bar.id !== undefined && bar.title !== '' && <bdi class="id">{bar.id}</bdi>}
        </span>
        {late && (
          <span class="late-mark" aria-hidden="true">
            !
          </span>
        )}
      </div>
      <div class="hidden-text" role="gridcell">
        {factsAsText(bar, texts)}
      </div>
    </div>
  );
}

/** The focus follows the selection while it is in the grid. It is looked for before the row that has it may leave the page. */
function useFocusOnSelection(body: { readonly current: HTMLElement | null }, selected: number): void {
  const hasFocus = body.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (hasFocus) body.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [selected]);
}
