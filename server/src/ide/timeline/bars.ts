/** Bars: what the timeline draws of each item. */
import { enumOf, valueOf, valuesOf } from '../../kinds/facts';
import type { PlanMinute } from '../../kinds/time';
import type { Text, Tongue } from '../../kinds/tongue';
import type { Item, Model } from '../../model/model';
import { dueOf } from '../../schedule/taskFacts';
import type { ModelSchedule, ScheduledItem } from '../../schedule/fromModel';
import type { Baseline, TimelineBar } from './types';
import { besideDates, type Dates } from './beside';
import type { Forecasts } from './forecasts';
import type { DrawnItem } from './items';
import { firstMilestones } from './milestones';
import { promisedAt } from './promised';
import { servedRequirements } from './serves';
import { whyOf } from '../why';
import type { World } from '../world';

/** The bars of items, in their order. */
export function barsOf(
  { model, schedule }: World,
  items: readonly DrawnItem[],
  forecasts: Forecasts,
  tongue: Tongue,
): readonly TimelineBar[] {
  const milestones = firstMilestones(schedule, items);
  const serves = servedRequirements(model, items);
  return items.map(({ item, type, key }, index): TimelineBar => {
    const entry = schedule.of(item.index);
    const promised = entry && promisedAt(model, schedule, entry);
    const requirements = serves(index);
    return {
      key,
      ...(item.id === undefined ? {} : { id: item.id }),
      title: item.title,
      type,
      ...(promised !== undefined
        ? promisedPart(promised, tongue)
        : entry
          ? scheduledPart(schedule, entry, tongue)
          : besideDates(model, schedule, item, type)),
      ...optional('due', dueOf(item)),
      ...statePart(schedule, item, entry),
      ...list('assignees', assigneesOf(model, schedule, item)),
      ...list(
        'requirements',
        requirements.map(({ id }) => id!),
      ),
      ...optional('priority', highestPriority(requirements)),
      ...optional('milestone', milestones(index)),
      ...list('baselines', baselinesOf(item)),
      ...optional('forecast', promised === undefined ? forecasts.get(key) : undefined),
    };
  });
}

type Part = Partial<TimelineBar>;

const optional = <K extends keyof TimelineBar>(key: K, value: TimelineBar[K]): Part =>
  value === undefined ? {} : { [key]: value };

const list = (key: keyof TimelineBar, values: readonly unknown[]): Part =>
  values.length === 0 ? {} : { [key]: values };

const promisedPart = (at: PlanMinute, tongue: Tongue): Part => ({
  start: at,
  finish: at,
  promised: true,
  why: AT_ITS_PROMISE[tongue],
});

const AT_ITS_PROMISE: Text = {
  en: 'Drawn where it is due: no work leads to it, and nothing else says when.',
  zh: '按期限绘制：没有任务通向它，也没有其他日期。',
};

function scheduledPart(schedule: ModelSchedule, entry: ScheduledItem, tongue: Tongue): Part {
  const { start, finish, totalSlack, critical, item } = entry;
  const isOpen = !isDone(item);
  return {
    ...dates({ start, finish }),
    ...(critical ? { critical: true } : {}),
    ...(isOpen ? optional('slack', totalSlack) : {}),
    ...(isOpen ? optional('slackUntil', slackUntil(schedule, entry)) : {}),
    ...optional('why', whyOf(schedule, entry, tongue)),
  };
}

const dates = ({ start, finish }: Dates): Part => ({ ...optional('start', start), ...optional('finish', finish) });

function slackUntil({ plan }: ModelSchedule, { index, finish }: ScheduledItem): PlanMinute | undefined {
  const late = plan.lateFinish[index]!;
  return finish !== undefined && Number.isFinite(late) && late > finish ? late : undefined;
}

function statePart({ facts }: ModelSchedule, item: Item, entry: ScheduledItem | undefined): Part {
  const progress = valueOf(item, 'progress');
  const isOver = isDone(item) || (entry && facts[entry.index]!.actualFinish !== undefined);
  const fraction = isOver ? 1 : progress?.type === 'percent' ? progress.fraction : undefined;
  const status = enumOf(item, 'result') ?? enumOf(item, 'status') ?? (entry && impliedStatus(item, fraction));
  return { ...optional('progress', fraction), ...optional('status', status) };
}

/** A task whose status nobody wrote has begun when work was recorded, and is done at 100 %. */
function impliedStatus(item: Item, progress = 0): string | undefined {
  if (item.kind?.trace !== 'work') return undefined;
  if (progress >= 1) return 'done';
  return progress > 0 || valueOf(item, 'actual') ? 'doing' : 'todo';
}

const isDone = (item: Item): boolean => enumOf(item, 'status') === 'done';

/** People; a team stands for its members. */
function assigneesOf(model: Model, { people }: ModelSchedule, item: Item): readonly string[] {
  const ids = valuesOf(item, 'assign').flatMap((value) => (value.type === 'allocation' ? [value.target.id] : []));
  const names = (ids.length > 0 ? ids : signers(item)).flatMap((id) => {
    const members = people.behind(model.byId(id)?.index ?? -1).flatMap((index) => model.items[index]!.id ?? []);
    return members.length > 0 ? members : [id];
  });
  return [...new Set(names)];
}

/** Who signs, or answers for what has no assignees. */
const signers = (item: Item): readonly string[] =>
  (['by', 'owner'] as const).flatMap((key) =>
    valuesOf(item, key).flatMap((value) => (value.type === 'ref' ? [value.id] : [])),
  );

const RANKS = ['must', 'should', 'could', 'wont'];

function highestPriority(requirements: readonly Item[]): string | undefined {
  const given = new Set(requirements.map((requirement) => enumOf(requirement, 'priority')));
  return RANKS.find((rank) => given.has(rank));
}

const baselinesOf = (item: Item): readonly Baseline[] =>
  valuesOf(item, 'baseline').flatMap((value) =>
    value.type === 'period' && value.from !== undefined && value.to !== undefined
      ? [{ ...(value.name === undefined ? {} : { name: value.name }), start: value.from, finish: value.to }]
      : [],
  );
