import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { factsOf, typeName, type Fact } from './describe';
import { groupFacts } from './describeGroup';
import { rowAt, rowOf, type RowList } from '../plan/rows';
import { useTexts } from '../textsContext';
import type { Tip } from './useHover';

/** Exact dates and reasons, near the pointer and always inside the panel. Screen readers have the same in the grid. */
export function Tooltip({ tip, rows }: { tip: Tip; rows: RowList }): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    const below = tip.y + 18;
    element.style.left = `${Math.max(4, Math.min(tip.x + 10, window.innerWidth - width - 4))}px`;
    element.style.top = `${below + height + 4 > window.innerHeight ? Math.max(4, tip.y - height - 10) : below}px`;
  }, [tip]);
  const content = 'key' in tip.about ? <RowTip rows={rows} rowKey={tip.about.key} /> : <DaysTip {...tip.about} />;
  return (
    <div class="tooltip" ref={box} aria-hidden="true">
      {content}
    </div>
  );
}

function RowTip({ rows, rowKey }: { rows: RowList; rowKey: string }): JSX.Element | null {
  const texts = useTexts();
  const index = rowOf(rows, rowKey);
  if (index < 0) return null;
  const { bar, group } = rowAt(rows, index);
  if (group) return <About title={group.title} kind={group.id ?? ''} facts={groupFacts(group, texts)} />;
  const { title, id, why } = bar!;
  const kind = [typeName(bar!, texts), id].filter(Boolean).join(' ');
  return <About title={title || (id ?? '')} kind={kind} facts={factsOf(rows.plan.glossary, bar!, texts)} why={why} />;
}

interface AboutProps {
  readonly title: string;
  readonly kind: string;
  readonly facts: readonly Fact[];
  readonly why?: string | undefined;
}

const About = ({ title, kind, facts, why }: AboutProps): JSX.Element => (
  <>
    <strong class="tip-title">
      <bdi>{title}</bdi>
    </strong>
    <div class="tip-kind">{kind}</div>
    <dl>
      {facts.map(({ label, value, look }, index) => (
        <div class={look ? `fact ${look}` : 'fact'} key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    {why !== undefined && <p class="why">{why}</p>}
  </>
);

function DaysTip({ days: { from, to, name } }: Extract<Tip['about'], { readonly days: unknown }>): JSX.Element {
  const { date } = useTexts();
  return (
    <>
      <strong class="tip-title">{name}</strong>
      <div class="tip-kind">{from === to ? date(from * 1440) : `${date(from * 1440)} – ${date(to * 1440)}`}</div>
    </>
  );
}
