/** What may happen to the plan: its open risks. */
import { valueOf } from '../../kinds/facts';
import type { Duration } from '../../kinds/value';
import type { Item, ItemIndex } from '../../model/model';
import type { ModelSchedule } from '../fromModel';
import { openRisks } from './openRisks';

/** A risk that counts: when it occurs, each item that it threatens takes so much longer. */
export interface Threat {
  readonly risk: Item;
  /** From 0 to 1. */
  readonly probability: number;
  readonly impact: Duration;
  /** Indices in the network, of what is not done. */
  readonly targets: readonly number[];
}

/** Why a risk does not count. */
export type Uncounted = 'no-probability' | 'no-duration' | 'no-work';

export interface Threats {
  readonly counted: readonly Threat[];
  readonly uncounted: readonly { readonly risk: Item; readonly why: Uncounted }[];
}

/** The open risks of a plan by what they do to it, in the order of the text. */
export function threatsTo(plan: ModelSchedule): Threats {
  const counted: Threat[] = [];
  const uncounted: Threats['uncounted'][number][] = [];
  for (const risk of openRisks(plan.model)) {
    const [probability, impact] = [valueOf(risk, 'probability'), valueOf(risk, 'impact')];
    const targets = targetsOf(plan, risk.index);
    if (probability?.type !== 'percent') uncounted.push({ risk, why: 'no-probability' });
    else if (impact?.type !== 'duration') uncounted.push({ risk, why: 'no-duration' });
    else if (targets.length === 0) uncounted.push({ risk, why: 'no-work' });
    else counted.push({ risk, probability: Math.min(1, probability.fraction), impact, targets });
  }
  return { counted, uncounted };
}

/** Phases, tasks and milestones that a risk threatens; for anything else the task realizing it that ends last in the plan. */
function targetsOf(plan: ModelSchedule, risk: ItemIndex): readonly number[] {
  const { outgoing, to, role } = plan.model.linkTable;
  const targets = new Set<number>();
  for (const link of outgoing(risk)) {
    if (role(link) !== 'threat' || to[link]! < 0) continue;
    const direct = plan.networkIndex[to[link]!]!;
    const target = direct >= 0 ? direct : lastRealizing(plan, to[link]!);
    if (target !== undefined && isOpen(plan, target)) targets.add(target);
  }
  return [...targets].sort((a, b) => a - b);
}

function lastRealizing(plan: ModelSchedule, item: ItemIndex): number | undefined {
  const { incoming, from, role } = plan.model.linkTable;
  const { finish } = plan.plan;
  let last: number | undefined;
  for (const link of incoming(item)) {
    const task = role(link) === 'realization' ? plan.networkIndex[from[link]!]! : -1;
    if (task >= 0 && isOpen(plan, task) && (last === undefined || finish[task]! > finish[last]!)) last = task;
  }
  return last;
}

/** Whether a delay can still hit an item. */
const isOpen = ({ plan, facts }: ModelSchedule, index: number): boolean =>
  !Number.isNaN(plan.finish[index]!) &&
  !((facts[index]!.progress ?? 0) >= 1) &&
  facts[index]!.actualFinish === undefined;
