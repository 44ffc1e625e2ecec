import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { describedBar, factsOf, typeName } from './describe';
import type { Plan } from './plan';
import { useTexts } from './textsContext';
import type { Tip } from './useHover';

/** Exact dates and reasons, near the pointer and always inside the panel. Screen readers have the same in the grid. */
export function Tooltip({ tip, plan }: { tip: Tip; plan: Plan }): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    const below = tip.y + 18;
    element.style.left = `${Math.max(4, Math.min(tip.x + 10, window.innerWidth - width - 4))}px`;
    element.style.top = `${below + height + 4 > window.innerHeight ? Math.max(4, tip.y - height - 10) : below}px`;
  }, [tip]);
  const content = 'key' in tip.about ? <BarTip plan={plan} barKey={tip.about.key} /> : <DaysTip {...tip.about} />;
  return (
    <div class="tooltip" ref={box} aria-hidden="true">
      {content}
    </div>
  );
}

function BarTip({ plan, barKey }: { plan: Plan; barKey: string }): JSX.Element | null {
  const texts = useTexts();
  const bar = describedBar(plan, barKey);
  if (!bar) return null;
  return (
    <>
      <strong class="tip-title">{bar.title || bar.id}</strong>
      <div class="tip-kind">{[typeName(bar, texts), bar.id].filter(Boolean).join(' ')}</div>
      <dl>
        {factsOf(plan, bar, texts).map(({ label, value, look }) => (
          <div class={look ? `fact ${look}` : 'fact'} key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {bar.why !== undefined && <p class="why">{bar.why}</p>}
    </>
  );
}

function DaysTip({ days: { from, to, name } }: Extract<Tip['about'], { readonly days: unknown }>): JSX.Element {
  const { date } = useTexts();
  return (
    <>
      <strong class="tip-title">{name}</strong>
      <div class="tip-kind">{from === to ? date(from * 1440) : `${date(from * 1440)} – ${date(to * 1440)}`}</div>
    </>
  );
}
