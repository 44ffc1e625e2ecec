import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { factsAsText } from './describe';
import { groupAsText } from './describeGroup';
import { gridAction } from './gridKeys';
import { Icon } from './icons';
import { memo } from '../memo';
import { isLate, type Glossary } from '../plan/plan';
import { nameOfRow, rowAt, rowHeight, type Row, type RowList, type RowWindow } from '../plan/rows';
import { headerHeight } from '../chart/sizes';
import { bodyHeightOf, type Action, type State } from './state';
import { useTexts } from '../textsContext';

export interface TreeGridProps {
  readonly state: State;
  readonly rows: RowList;
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
 * sight. What the chart shows as a drawing is the name of a hidden cell: a text in it would have to be laid out.
 */
export function TreeGrid(props: TreeGridProps): JSX.Element {
  const { state, rows, labels, window, selected, hovered, dispatch, reveal } = props;
  const { t } = useTexts();
  const body = useRef<HTMLDivElement>(null);
  const focusable = Math.max(0, selected);
  useFocusOnSelection(body, selected);
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = gridAction(rows, focusable, event.key, Math.floor(bodyHeightOf(state) / rowHeight), event);
    if (!action) return;
    event.preventDefault();
    if (action.type === 'reveal') reveal(action.key, action.focus);
    else dispatch(action);
  };
  const range = Array.from({ length: window.last - window.first }, (_, offset) => window.first + offset);
  const indexes = focusable >= rows.count || range.includes(focusable) ? range : [...range, focusable];
  return (
    <div class="grid" role="treegrid" aria-label={t('Plan')} aria-rowcount={rows.count + 1} onKeyDown={onKeyDown}>
      <div class="grid-header" role="row" aria-rowindex={1} style={{ height: `${headerHeight}px` }}>
        <div role="columnheader" class="label" style={{ width: `${labels}px` }}>
          {t('Plan item')}
        </div>
        <div role="columnheader" class="hidden-text">
          {t('Dates and state')}
        </div>
      </div>
      <div class="grid-body" style={{ top: `${headerHeight}px` }}>
        <div role="rowgroup" ref={body} style={{ transform: `translateY(${-state.top}px)` }}>
          {indexes.map((index) => {
            const row = rowAt(rows, index);
            return (
              <GridRow
                {...row}
                {...{ index, labels, glossary: rows.plan.glossary, dispatch, reveal }}
                key={row.key}
                rowKey={row.key}
                isFocusable={index === focusable}
                isSelected={index === selected}
                isHovered={index === hovered}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface GridRowProps extends Omit<Row, 'key'>, Pick<TreeGridProps, 'labels' | 'dispatch' | 'reveal'> {
  readonly rowKey: string;
  readonly index: number;
  readonly glossary: Glossary;
  readonly isFocusable: boolean;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
}

const GridRow = memo((props: GridRowProps) => {
  const texts = useTexts();
  const { rowKey: key, bar, group, index, level, expandable, expanded, isFocusable, isSelected, isHovered } = props;
  const { labels, glossary, dispatch, reveal } = props;
  const toggle = (event: Event): void => {
    event.stopPropagation();
    dispatch({ type: 'expanded', key, expanded: !expanded });
  };
  const { name, id } = nameOfRow(props, texts);
  return (
    <div
      class={`row ${group ? 'group' : bar!.type}${isSelected ? ' selected' : ''}${isHovered ? ' hovered' : ''}`}
      role="row"
      style={{ top: `${index * rowHeight}px`, height: `${rowHeight}px` }}
      tabIndex={isFocusable ? 0 : -1}
      aria-level={level + 1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-expanded={expandable ? expanded : undefined}
      onFocus={() => !isSelected && dispatch({ type: 'selected', key })}
      onClick={() => reveal(key, true)}
    >
      <div
        class="label"
        role="gridcell"
        data-key={key}
        style={{ width: `${labels}px`, paddingLeft: `${6 + level * 14}px` }}
      >
        <span class="twistie" onClick={expandable ? toggle : undefined}>
          {expandable && <Icon name="chevron" class={expanded ? 'open' : ''} />}
        </span>
        <span class="text">
          <bdi class="name">{name}</bdi>
          {id !== undefined && <bdi class="id">{id}</bdi>}
        </span>
        {((bar && isLate(bar)) || group?.requirement?.missing) && (
          <span class="late-mark" aria-hidden="true">
            !
          </span>
        )}
        {group && !group.requirement?.missing && <span class="count">{group.bars.length}</span>}
      </div>
      <div
        class="hidden-text"
        role="gridcell"
        aria-label={bar ? factsAsText(glossary, bar, texts) : groupAsText(group!, texts)}
      />
    </div>
  );
});

/** The focus follows the selection while it is in the grid. It is looked for before the row that has it may leave the page. */
function useFocusOnSelection(body: { readonly current: HTMLElement | null }, selected: number): void {
  const hasFocus = body.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (hasFocus) body.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [selected]);
}
