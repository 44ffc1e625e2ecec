import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ExportMenu } from './exportMenu';
import { isFiltering } from '../plan/filter';
import { Icon, type IconName } from './icons';
import { Legend } from './legend';
import type { ExportFormat } from '../messages';
import { extentOfState, type Action, type State } from './state';
import { useTexts } from '../textsContext';
import { ViewBar } from './viewBar';

/** One step of a zoom button or key. */
export const zoomStep = 1.5;

export interface ToolbarProps {
  readonly state: State;
  /** Id of the person who looks, if known. */
  readonly me: string | undefined;
  readonly dispatch: (action: Action) => void;
  /** What the plan can be saved as, and how. */
  readonly formats: readonly ExportFormat[];
  readonly save: (format: ExportFormat) => void;
}

/** Name and span of the project, the state of its text, and buttons for all that can be done without a pointer's finesse. */
export function Toolbar({ state, me, dispatch, formats, save }: ToolbarProps): JSX.Element {
  const { t } = useTexts();
  const [legend, setLegend] = useState(false);
  const [view, setView] = useState(false);
  const [menu, setMenu] = useState(false);
  const isViewed = isFiltering(state.filter) || state.grouping !== 'text';
  useSearchKey(() => setView(true));
  return (
    <header class="toolbars">
      <div class="toolbar">
        <Heading state={state} />
        <TextState state={state} />
        <div class="buttons" role="toolbar" aria-label={t('Timeline view')}>
          <Button
            icon="filter"
            label={t('Groups and filters')}
            pressed={view}
            marked={isViewed}
            onClick={() => setView(!view)}
          />
          <span class="gap" />
          <ZoomButtons state={state} dispatch={dispatch} />
          <span class="gap" />
          <Button
            icon="expand"
            label={t('Expand all')}
            onClick={() => dispatch({ type: 'all-expanded', expanded: true })}
          />
          <Button
            icon="collapse"
            label={t('Collapse all')}
            onClick={() => dispatch({ type: 'all-expanded', expanded: false })}
          />
          <span class="gap" />
          <Button
            icon="export"
            label={t('Save the whole plan as')}
            disabled={!state.rows}
            hasMenu
            pressed={menu}
            onClick={() => setMenu(!menu)}
          />
          <Button icon="legend" label={t('Legend')} pressed={legend} onClick={() => setLegend(!legend)} />
        </div>
      </div>
      {view && <ViewBar {...{ state, me, dispatch }} close={() => setView(false)} />}
      {menu && state.rows && (
        <ExportMenu rows={state.rows} formats={formats} choose={save} close={() => setMenu(false)} />
      )}
      {legend && <Legend state={state} close={() => setLegend(false)} />}
    </header>
  );
}

/** "/" and Ctrl+F or Cmd+F open the search, as in most lists. */
function useSearchKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      const isFind = (event.ctrlKey || event.metaKey) && event.key === 'f';
      if (!isFind && (isTyping || event.key !== '/')) return;
      event.preventDefault();
      open();
      document.querySelector<HTMLElement>('.search')?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function ZoomButtons({ state, dispatch }: { state: State; dispatch: (action: Action) => void }): JSX.Element {
  const { t } = useTexts();
  const extent = extentOfState(state);
  const todayIsOff = !extent || state.today < extent.from || state.today > extent.to;
  return (
    <>
      <Button
        icon="minus"
        label={t('Zoom out')}
        disabled={!extent}
        onClick={() => dispatch({ type: 'zoomed', factor: 1 / zoomStep })}
      />
      <Button
        icon="plus"
        label={t('Zoom in')}
        disabled={!extent}
        onClick={() => dispatch({ type: 'zoomed', factor: zoomStep })}
      />
      <Button
        icon="fit"
        label={t('Fit the whole plan')}
        disabled={!extent}
        onClick={() => dispatch({ type: 'fitted' })}
      />
      <Button
        icon="target"
        label={t('Zoom to what is selected')}
        disabled={!extent || state.selected === undefined}
        onClick={() => dispatch({ type: 'zoomed-to-selection' })}
      />
      <Button
        icon="today"
        label={t('Go to today')}
        disabled={todayIsOff}
        onClick={() => dispatch({ type: 'centred', minute: state.today })}
      />
    </>
  );
}

function Heading({ state: { picture } }: { state: State }): JSX.Element {
  const { t, date, endDate } = useTexts();
  if (!picture) return <h1 class="title">{t('Timeline')}</h1>;
  const { title, start, finish } = picture.plan.timeline;
  return (
    <div class="heading">
      <h1 class="title" title={title}>
        <bdi>{title || t('Timeline')}</bdi>
      </h1>
      {finish > start && <span class="span">{`${date(start)} – ${endDate(finish)}`}</span>}
    </div>
  );
}

/** Tells when the picture is not what the text says. */
function TextState({ state: { picture } }: { state: State }): JSX.Element {
  const { t } = useTexts();
  const errors = picture?.newest.syntaxErrors ?? 0;
  const count = errors === 1 ? t('1 syntax error') : t('{0} syntax errors', errors);
  const effect = picture?.stale ? t('the last good picture is shown') : t('the picture may be incomplete');
  return (
    <div class="text-state" role="status">
      {errors > 0 && (
        <span class="badge" title={`${count}: ${effect}`}>
          <Icon name="warning" />
          <span class="badge-text">
            {count}
            <span class="badge-effect">: {effect}</span>
          </span>
        </span>
      )}
    </div>
  );
}

interface ButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  /** It opens a menu, and is expanded rather than pressed. */
  readonly hasMenu?: boolean;
  /** A dot says that something is in force behind the button. */
  readonly marked?: boolean;
  readonly onClick: () => void;
}

const Button = ({ icon, label, disabled, pressed, hasMenu, marked, onClick }: ButtonProps): JSX.Element => (
  <button
    class={marked ? 'button marked' : 'button'}
    type="button"
    title={label}
    aria-label={label}
    aria-pressed={hasMenu ? undefined : pressed}
    aria-haspopup={hasMenu ? 'menu' : undefined}
    aria-expanded={hasMenu ? pressed : undefined}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
);
