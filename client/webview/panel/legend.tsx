import type { ComponentChildren, JSX } from 'preact';
import { BarShape, DueMark, Ghost, Slack, Whisker } from '../chart/barShapes';
import type { Shape } from '../chart/geometry';
import type { Plan } from '../plan/plan';
import type { State } from './state';
import { useTexts } from '../textsContext';

const bar = { left: 4, right: 40, y: 10, half: 7, shape: 'bar' } as const;
const mark = (shape: Shape, half: number) => ({ left: 22 - half, right: 22 + half, y: 10, half, shape });

/** What each shape means, drawn by the same components as the picture; only what this plan has. */
export function Legend({ state, close }: { state: State; close: () => void }): JSX.Element {
  const { t } = useTexts();
  const plan = state.picture?.plan;
  const has = (test: (each: Plan['timeline']['bars'][number]) => unknown): boolean =>
    plan?.timeline.bars.some((each) => Boolean(test(each))) ?? false;
  return (
    <section class="legend" aria-label={t('Legend')} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <Entry text={t('Task, with the part that is done')}>
        <BarShape box={bar} critical={false} progress={0.45} />
      </Entry>
      <Entry text={t('On the critical path')}>
        <BarShape box={bar} critical progress={undefined} />
      </Entry>
      <Entry text={t('Phase, or task with parts')}>
        <BarShape box={{ ...bar, half: 5, shape: 'summary' }} critical={false} progress={undefined} />
      </Entry>
      <Entry text={t('Milestone')}>
        <BarShape box={mark('diamond', 7)} critical={false} progress={undefined} />
      </Entry>
      {has(({ type }) => type === 'deliverable') && (
        <Entry text={t('Deliverable')}>
          <BarShape box={mark('document', 6)} critical={false} progress={undefined} />
        </Entry>
      )}
      {has(({ type }) => type === 'signoff') && (
        <Entry text={t('Sign-off: expected, given')}>
          <BarShape box={{ ...mark('seal', 6.5), left: 5.5, right: 18.5 }} critical={false} progress={0} />
          <BarShape box={{ ...mark('seal', 6.5), left: 25.5, right: 38.5 }} critical={false} progress={1} />
        </Entry>
      )}
      {has(({ type }) => type === 'cadence') && (
        <Entry text={t('Meeting or report')}>
          <BarShape box={mark('ticks', 6)} critical={false} progress={undefined} ticks={[6, 14, 22, 30, 38]} />
        </Entry>
      )}
      {has(({ type }) => type === 'risk') && (
        <Entry text={t('Review of a risk')}>
          <BarShape box={mark('warning', 6.5)} critical={false} progress={undefined} />
        </Entry>
      )}
      <Entry text={t('Due')}>
        <DueMark x={22} finish={22} y={11} late={false} />
      </Entry>
      <Entry text={t('Late: it finishes after it is due')}>
        <DueMark x={10} finish={36} y={11} late />
      </Entry>
      {has(({ slackUntil }) => slackUntil) && (
        <Entry text={t('Total slack: so far it may slip')}>
          <BarShape box={{ ...bar, right: 18 }} critical={false} progress={undefined} />
          <Slack from={18} to={40} y={10} />
        </Entry>
      )}
      {has(({ forecast }) => forecast) && (
        <Entry text={t('80 % certain by')}>
          <BarShape box={{ ...bar, right: 22 }} critical={false} progress={undefined} />
          <Whisker from={22} to={40} y={10} />
        </Entry>
      )}
      {has(({ baselines }) => baselines) && (
        <Entry text={t('Baseline')}>
          <BarShape box={{ ...bar, y: 8, left: 12 }} critical={false} progress={undefined} />
          <Ghost left={4} right={30} box={{ ...bar, y: 8 }} />
        </Entry>
      )}
      <Entry text={t('Dependency')}>
        <path class="link plain" d="M4 10H34" />
        <path class="head plain" d="M40 10L34 6.5V13.5Z" />
      </Entry>
      <Entry text={t('Today')}>
        <path class="now-line" d="M22 1V19" />
      </Entry>
      <Entry text={t('Status date')}>
        <path class="status-line" d="M22 1V19" />
      </Entry>
      <Entry text={t('Non-working time')}>
        <rect class="free" x="4" y="1" width="36" height="18" />
      </Entry>
      <Entry text={t('Holiday or leave')}>
        <rect fill="url(#hatch)" x="4" y="1" width="36" height="18" />
      </Entry>
      {state.grouping === 'requirement' && <ThreadEntries />}
      {state.grouping === 'person' && <LoadEntries />}
    </section>
  );
}

function ThreadEntries(): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <Entry text={t('What the customer said')}>
        <circle class="knot origin" cx={22} cy={10} r={4} />
      </Entry>
      <Entry text={t('Work on it')}>
        <path class="knot work" d="M6 10H38" />
      </Entry>
      <Entry text={t('Evidence: a criterion has passed')}>
        <path class="knot evidence" d="M18 9l3 3.4l5.4 -6.4" />
      </Entry>
      <Entry text={t('Milestone that delivers it, sign-off')}>
        <path class="knot milestone" d="M14 5l5 5l-5 5l-5 -5Z" />
        <path class="knot signoff" d="M26 6h8v8h-8Z" />
      </Entry>
    </>
  );
}

function LoadEntries(): JSX.Element {
  const { t } = useTexts();
  return (
    <Entry text={t('Work a day: as much as there is time for, too much')}>
      <path class="load-fair" d="M4 20V8H20V20Z" />
      <path class="load-over" d="M24 20V2H40V20Z" />
      <path class="load-lid" d="M24 2H40" />
      <path class="load-limit" d="M2 7H42" />
    </Entry>
  );
}

const Entry = ({ text, children }: { text: string; children: ComponentChildren }): JSX.Element => (
  <div class="entry">
    <svg width="44" height="20" aria-hidden="true">
      {children}
    </svg>
    <span>{text}</span>
  </div>
);
