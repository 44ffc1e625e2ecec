import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon, type IconName } from './icons';
import { Legend } from './legend';
import { extentOfState, type Action, type State } from './state';
import { useTexts } from './textsContext';

/** One step of a zoom button or key. */
export const zoomStep = 1.5;

/** Name and span of the project, the state of its text, and buttons for all that can be done without a pointer's finesse. */
export function Toolbar({ state, dispatch }: { state: State; dispatch: (action: Action) => void }): JSX.Element {
  const { t } = useTexts();
  const [legend, setLegend] = useState(false);
  const extent = extentOfState(state);
  const todayIsOff = !extent || state.today < extent.from || state.today > extent.to;
  return (
    <header class="toolbar">
      <Heading state={state} />
      <TextState state={state} />
      <div class="buttons" role="toolbar" aria-label={t('Timeline view')}>
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
          icon="today"
          label={t('Go to today')}
          disabled={todayIsOff}
          onClick={() => dispatch({ type: 'centred', minute: state.today })}
        />
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
        <Button icon="legend" label={t('Legend')} pressed={legend} onClick={() => setLegend(!legend)} />
      </div>
      {legend && <Legend close={() => setLegend(false)} />}
    </header>
  );
}

function Heading({ state: { picture } }: { state: State }): JSX.Element {
  const { t, date, endDate } = useTexts();
  if (!picture) return <h1 class="title">{t('Timeline')}</h1>;
  const { title, start, finish } = picture.plan.timeline;
  return (
    <div class="heading">
      <h1 class="title" title={title}>
        {title || t('Timeline')}
      </h1>
      {finish > start && <span class="span">{`${date(start)} – ${endDate(finish)}`}</span>}
    </div>
  );
}

/** Tells when the picture is not what the text says. */
function TextState({ state: { picture } }: { state: State }): JSX.Element {
  const { t } = useTexts();
  const errors = picture?.syntaxErrors ?? 0;
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
  readonly onClick: () => void;
}

const Button = ({ icon, label, disabled, pressed, onClick }: ButtonProps): JSX.Element => (
  <button
    class="button"
    type="button"
    title={label}
    aria-label={label}
    aria-pressed={pressed}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
);
