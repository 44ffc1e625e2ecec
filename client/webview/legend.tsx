import type { ComponentChildren, JSX } from 'preact';
import { BarShape, DueMark } from './barShapes';
import { useTexts } from './textsContext';

/** What each shape means, drawn by the same components as the picture. */
export function Legend({ close }: { close: () => void }): JSX.Element {
  const { t } = useTexts();
  const bar = { left: 4, right: 40, y: 10, half: 7, shape: 'bar' } as const;
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
        <BarShape box={{ ...bar, left: 15, right: 29, shape: 'diamond' }} critical={false} progress={undefined} />
      </Entry>
      <Entry text={t('Due')}>
        <DueMark x={22} finish={22} y={10} late={false} />
      </Entry>
      <Entry text={t('Late: it finishes after it is due')}>
        <DueMark x={10} finish={36} y={10} late />
      </Entry>
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
    </section>
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
