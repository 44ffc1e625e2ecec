import { fieldOf } from '../../kinds/facts';
import type { PlanMinute } from '../../kinds/time';
import type { Tongue } from '../../kinds/tongue';
import type { Item, ItemIndex } from '../../model/model';
import { overAllocations, type OverAllocation } from '../../schedule/analysis/overAllocation';
import type { ModelSchedule } from '../../schedule/fromModel';
import { isLevelled } from '../../schedule/levelling/fromModel';
import { perPlan } from '../../schedule/perPlan';
import type { ModelCheck, ModelFinding } from '../check';
import { addField } from '../repair/field';
import { linkTo } from '../repair/links';
import { suggestion, type Repair } from '../repair/repair';
import { calling, Calling, inBoth } from '../wording';
import { assignedName, assignmentOf, placeOfAssignment } from './assignments';
import { dayWords, lastDayWords } from './dates';

/**
 * People who are to do more at a time than they can. The finding stands at the assignment that is the last straw; the other
 * tasks of that time are related places. What comes of one assignment is one finding, however many stretches of time or
 * members of a team it concerns.
 */
export const overAllocated: ModelCheck = {
  code: 'plan/over-allocated',
  severity: 'warning',
  find: (_, { schedule }) => overloads(schedule).map((overload) => finding(schedule, overload)),
};

/** What comes of one assignment. */
interface Overload extends Pick<OverAllocation, 'peak' | 'capacity'> {
  readonly persons: readonly ItemIndex[];
  readonly from: PlanMinute;
  readonly to: PlanMinute;
  /** Indices in the network of all tasks of that time. */
  readonly tasks: readonly number[];
  /** The last straw; see `assignmentOf`. */
  readonly last: { readonly task: number; readonly assignment: number };
  /** Some of the others, and whose they are. */
  readonly others: readonly { readonly task: number; readonly person: ItemIndex }[];
}

const overloads = perPlan((schedule): readonly Overload[] => {
  const byAssignment = new Map<string, Overload>();
  for (const window of overAllocations(schedule)) {
    const one = overloadOf(schedule, window);
    const key = `${one.last.task} ${one.last.assignment}`;
    const known = byAssignment.get(key);
    byAssignment.set(key, known ? joined(known, one) : one);
  }
  return [...byAssignment.values()];
});

const kept = new WeakMap<OverAllocation, Overload>();

function overloadOf(schedule: ModelSchedule, window: OverAllocation): Overload {
  let overload = kept.get(window);
  if (!overload) kept.set(window, (overload = readOverload(schedule, window)));
  return overload;
}

function readOverload(schedule: ModelSchedule, { person, from, to, peak, capacity, tasks }: OverAllocation): Overload {
  // The last task that has begun when the stretch begins.
  const last = tasks.findLast((task) => schedule.plan.start[task]! <= from) ?? tasks[0]!;
  const others = tasks.filter((task) => task !== last);
  return {
    persons: [person],
    from,
    to,
    peak,
    capacity,
    tasks,
    last: { task: last, assignment: assignmentOf(schedule, last, person) },
    others: others.slice(0, MOST_RELATED).map((task) => ({ task, person })),
  };
}

/** Two that come of the same assignment. */
function joined(one: Overload, other: Overload): Overload {
  const worse = other.peak / other.capacity > one.peak / one.capacity ? other : one;
  const known = new Set(one.others.map(({ task }) => task));
  return {
    persons: [...new Set([...one.persons, ...other.persons])],
    from: Math.min(one.from, other.from),
    to: Math.max(one.to, other.to),
    peak: worse.peak,
    capacity: worse.capacity,
    tasks: [...new Set([...one.tasks, ...other.tasks])],
    last: one.last,
    others: [...one.others, ...other.others.filter(({ task }) => !known.has(task))].slice(0, MOST_RELATED),
  };
}

const MOST_RELATED = 6;
const MOST_NAMES = 6;

function finding(schedule: ModelSchedule, overload: Overload): ModelFinding {
  const { scheduled, plan, model } = schedule;
  const { persons, last, others } = overload;
  return {
    place: placeOfAssignment(schedule, last.task, last.assignment),
    id:
      persons.length === 1
        ? model.items[persons[0]!]!.id
        : assignedName(scheduled[last.task]!, last.assignment)?.reference.id,
    message: inBoth((tongue) => words(schedule, overload, tongue)),
    related: () =>
      others.map(({ task, person }) => ({
        place: placeOfAssignment(schedule, task, assignmentOf(schedule, task, person)),
        message: inBoth((tongue) => {
          const [start, finish] = [plan.start[task]!, plan.finish[task]!];
          return `${calling(scheduled[task]!, tongue)}: ${dayWords(start)}..${lastDayWords(finish)}`;
        }),
      })),
    suggestions: () => [...waiting(schedule, overload), ...levelling(schedule)],
  };
}

/** Let the last task wait for the one among the others that ends last: to wait for an earlier one may only move the trouble. */
function waiting({ scheduled, plan, model }: ModelSchedule, { last, others }: Overload): readonly Repair[] {
  const [latest] = others.toSorted((a, b) => plan.finish[b.task]! - plan.finish[a.task]!);
  if (!latest) return [];
  const [item, other] = [scheduled[last.task]!, scheduled[latest.task]!];
  return [
    suggestion(
      inBoth((tongue) =>
        tongue === 'zh'
          ? `让${calling(item, 'zh')} 等待${calling(other, 'zh')}`
          : `Let ${calling(item, 'en')} wait for ${calling(other, 'en')}`,
      ),
      linkTo(model, item, 'sequence', other),
    ),
  ];
}

/** Let all tasks of the project wait for their people. */
const levelling = ({ model, project }: ModelSchedule): readonly Repair[] =>
  project === undefined || fieldOf(project, 'schedule') || isLevelled(model, project)
    ? []
    : [
        suggestion(
          { en: 'Level the plan: let tasks wait for their people', zh: '启用资源平衡：任务等待人员空闲' },
          addField(model, project, 'schedule', 'levelled'),
        ),
      ];

function words({ scheduled, model }: ModelSchedule, overload: Overload, tongue: Tongue): string {
  const persons = overload.persons.map((person) => model.items[person]!);
  const who = persons.length === 1 ? Calling(persons[0]!, tongue) : namesOf(persons, tongue);
  const what = namesOf(
    overload.tasks.map((task) => scheduled[task]!),
    tongue,
  );
  const [from, to] = [dayWords(overload.from), lastDayWords(overload.to)];
  const [peak, capacity] = [percent(overload.peak), percent(overload.capacity)];
  if (tongue === 'zh')
    return `${who} 在 ${from}${from === to ? ' ' : ` 至 ${to} 期间`}资源过度分配：${what} 合计需要 ${peak}，而可投入的只有 ${capacity}。`;
  const [is, ask] = [persons.length === 1 ? 'is' : 'are', overload.tasks.length === 1 ? 'asks' : 'ask'];
  return `${who} ${is} over-allocated ${from === to ? `on ${from}` : `from ${from} to ${to}`}: ${what} ${ask} for ${peak}, but there is ${capacity}.`;
}

/** "T-1, T-2", "T-1, T-2, …": ids, or titles where there is none. */
function namesOf(items: readonly Item[], tongue: Tongue): string {
  const names = items.slice(0, MOST_NAMES).map(({ id, title }) => id ?? title);
  return [...names, ...(items.length > MOST_NAMES ? ['…'] : [])].join(tongue === 'zh' ? '、' : ', ');
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
