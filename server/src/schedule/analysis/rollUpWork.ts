import { valueOf } from '../../kinds/facts';
import type { ItemFacts } from '../../kinds/facts';
import { minutesOf, type Lengths } from '../lengths';
import type { ModelSchedule } from '../fromModel';
import { perFacts } from '../perFacts';
import { personFacts } from '../personFacts';

/** Work and money of an item of the network, of phases and parent tasks of all that they hold. */
export interface WorkTotals {
  /** Person-minutes. */
  readonly effort: number;
  /** Person-minutes that are not done. */
  readonly remaining: number;
  /**
   * From 0 to 1. Of a phase the done part of the durations in it, as in MS Project; where nothing in it lasts, the part of
   * its milestones that is reached. Undefined if it holds nothing.
   */
  readonly progress: number | undefined;
  /** Costs as written plus people's time at their rates, by currency; '' where neither the item nor the project says which. */
  readonly costs: ReadonlyMap<string, number>;
}

interface Sums {
  effort: number;
  remaining: number;
  duration: number;
  done: number;
  milestones: number;
  reached: number;
  readonly costs: Map<string, number>;
}

/** The totals by index of the network; one walk from the leaves up, since an item stands behind the one that holds it. */
export function rollUpWork(plan: ModelSchedule): readonly WorkTotals[] {
  const { tasks } = plan.plan.network.spec;
  const sums = tasks.map((_, item) => ownSums(plan, item));
  for (let item = tasks.length - 1; item >= 0; item--) {
    const { parent } = tasks[item]!;
    if (parent !== undefined) addTo(sums[parent]!, sums[item]!);
  }
  return sums.map(({ effort, remaining, costs, ...sum }) => ({ effort, remaining, costs, progress: progressOf(sum) }));
}

const progressOf = ({ duration, done, milestones, reached }: Omit<Sums, 'effort' | 'remaining' | 'costs'>) =>
  duration > 0 ? done / duration : milestones > 0 ? reached / milestones : undefined;

function ownSums(plan: ModelSchedule, item: number): Sums {
  const { facts, plan: computed } = plan;
  const { type, progress: written, actualFinish } = facts[item]!;
  const costs = new Map<string, number>();
  addCosts(plan, item, costs);
  const holdsOthers = computed.network.summary[item] === 1;
  if (holdsOthers) return { effort: 0, remaining: 0, duration: 0, done: 0, milestones: 0, reached: 0, costs };
  const progress = actualFinish === undefined ? Math.min(1, Math.max(0, written ?? 0)) : 1;
  const effort = effortOf(plan, item);
  const duration = Math.max(0, computed.network.spec.tasks[item]!.duration) || 0;
  const milestone = type === 'milestone' ? 1 : 0;
  return {
    effort,
    remaining: effort * (1 - progress),
    duration,
    done: duration * progress,
    milestones: milestone,
    reached: milestone * Math.floor(progress),
    costs,
  };
}

function addTo(sum: Sums, part: Sums): void {
  sum.effort += part.effort;
  sum.remaining += part.remaining;
  sum.duration += part.duration;
  sum.done += part.done;
  sum.milestones += part.milestones;
  sum.reached += part.reached;
  for (const [currency, amount] of part.costs) add(sum.costs, currency, amount);
}

/** The effort that is written, or else the duration times the shares of those who do it. */
function effortOf({ facts, plan, lengths, people, model }: ModelSchedule, item: number): number {
  const { effort, assigned, duration } = facts[item]!;
  if (effort) return Math.max(0, minutesOf(effort, lengths));
  if (!duration) return 0;
  const share = assigned.reduce((sum, { idNumber, share: own }) => {
    return sum + own * people.behind(model.indexOfId(idNumber)).length;
  }, 0);
  return Math.max(0, plan.network.spec.tasks[item]!.duration) * share;
}

/** The `cost` of an item. */
const writtenCost = perFacts((item: ItemFacts) => {
  const cost = valueOf(item, 'cost');
  return { money: cost?.type === 'money' ? cost : undefined };
});

function addCosts(schedule: ModelSchedule, item: number, costs: Map<string, number>): void {
  const { facts, scheduled, people, model, lengths, plan } = schedule;
  const { money } = writtenCost(scheduled[item]!);
  if (money) add(costs, money.currency ?? currencyOf(schedule), money.amount);
  if (plan.network.summary[item]) return;
  const { assigned } = facts[item]!;
  const persons = assigned.flatMap(({ idNumber, share }) =>
    people.behind(model.indexOfId(idNumber)).map((person) => ({ person, share })),
  );
  const shares = persons.reduce((sum, { share }) => sum + share, 0);
  if (!(shares > 0)) return;
  const effort = effortOf(schedule, item);
  for (const { person, share } of persons) {
    const { rate } = personFacts(model.items[person]!);
    if (rate)
      add(costs, rate.currency ?? currencyOf(schedule), (effort * share * rate.amount) / shares / per(rate, lengths));
  }
}

const per = ({ per: unit }: { readonly per: 'min' | 'h' | 'd' | 'w' | 'mo' }, lengths: Lengths): number =>
  minutesOf({ type: 'duration', amount: 1, unit, elapsed: false }, lengths);

function currencyOf({ project }: ModelSchedule): string {
  const currency = project && valueOf(project, 'currency');
  return currency?.type === 'name' ? currency.text : '';
}

function add(costs: Map<string, number>, currency: string, amount: number): void {
  costs.set(currency, (costs.get(currency) ?? 0) + amount);
}
