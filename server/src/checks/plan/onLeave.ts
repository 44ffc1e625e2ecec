import { fieldOf } from '../../kinds/facts';
import { dayOf, formatDay, MINUTES_PER_DAY, type PlanDay } from '../../kinds/time';
import { placeIn, placeOfHead, type Item, type Model } from '../../model/model';
import { daysOf } from '../../schedule/calendarFacts';
import { leaveClashes, type LeaveClash } from '../../schedule/analysis/leave';
import type { ModelSchedule } from '../../schedule/fromModel';
import type { ModelCheck, ModelFinding, Related } from '../check';
import { addField } from '../repair/field';
import { suggestion, type Repair } from '../repair/repair';
import { calling, Calling, inBoth } from '../wording';
import { assignmentOf, placeOfAssignment } from './assignments';

/** Work on days on which all who are to do it are on leave; where somebody else is there, the work goes on. */
export const onLeave: ModelCheck = {
  code: 'plan/on-leave',
  severity: 'warning',
  find: (_, { schedule }) => {
    const byTask = new Map<number, LeaveClash[]>();
    for (const clash of leaveClashes(schedule)) {
      const known = byTask.get(clash.task);
      if (known) known.push(clash);
      else byTask.set(clash.task, [clash]);
    }
    return [...byTask].flatMap(([task, clashes]) => {
      const pauses = pausesOf(schedule, task, clashes);
      return pauses.length > 0 ? [finding(schedule, task, clashes, pauses)] : [];
    });
  },
};

/** Days, both inclusive. */
interface Days {
  readonly from: PlanDay;
  readonly to: PlanDay;
}

/** When nobody works on a task: what the leaves of all who are assigned have in common, within the task. */
function pausesOf(schedule: ModelSchedule, task: number, clashes: readonly LeaveClash[]): readonly Days[] {
  const { plan, facts, model, people } = schedule;
  const assigned = facts[task]!.assigned.filter(({ share }) => share > 0);
  const named = assigned.map(({ idNumber }) => model.indexOfId(idNumber));
  if (named.includes(-1)) return []; // somebody whom a slip of the pen hides
  const persons = new Set(named.flatMap((item) => people.behind(item)));
  const whole = { from: dayOf(plan.start[task]!), to: Math.ceil(plan.finish[task]! / MINUTES_PER_DAY) - 1 };
  let pauses: readonly Days[] = [whole];
  for (const person of persons)
    pauses = common(
      pauses,
      clashes.filter((clash) => clash.person === person),
    );
  return pauses;
}

const common = (some: readonly Days[], others: readonly Days[]): readonly Days[] =>
  some.flatMap((one) =>
    others
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter(({ from, to }) => from <= to),
  );

function finding(
  schedule: ModelSchedule,
  task: number,
  clashes: readonly LeaveClash[],
  pauses: readonly Days[],
): ModelFinding {
  const item = schedule.scheduled[task]!;
  const persons = [...new Set(clashes.map(({ person }) => schedule.model.items[person]!))];
  return {
    place: placeOfAssignment(schedule, task, assignmentOf(schedule, task, persons[0]!.index)),
    id: item.id,
    message: inBoth((tongue) => {
      const who = persons.map((person) => calling(person, tongue)).join(tongue === 'zh' ? '、' : ', ');
      const when = pauses.map(daysWords).join(tongue === 'zh' ? '、' : ', ');
      if (tongue === 'zh') return `${when} 无人执行${calling(item, 'zh')}：${who} 正在休假。`;
      return `Nobody works on ${calling(item, 'en')} on ${when}: ${who} ${persons.length === 1 ? 'is' : 'are'} on leave.`;
    }),
    related: () => clashes.map(({ person, from, to }) => leaveOf(schedule.model.items[person]!, { from, to })),
    suggestions: () => [afterwards(schedule.model, item, pauses.at(-1)!.to + 1)],
  };
}

/** Begin when everybody is back; nothing if the task says when it begins. */
const afterwards = (model: Model, task: Item, day: PlanDay): Repair =>
  suggestion(
    inBoth((tongue) =>
      tongue === 'zh'
        ? `${calling(task, 'zh')} 不早于 ${formatDay(day)} 开始`
        : `Start ${calling(task, 'en')} no earlier than ${formatDay(day)}`,
    ),
    fieldOf(task, 'start') ? [] : addField(model, task, 'start', `>= ${formatDay(day)}`),
  );

const daysWords = ({ from, to }: Days): string =>
  from === to ? formatDay(from) : `${formatDay(from)}..${formatDay(to)}`;

/** The leave where the person declares it. */
function leaveOf(person: Item, { from, to }: Days): Related {
  const written = person.fields.flatMap(({ field, values }) => (field?.key === 'leave' ? values : []));
  const leave = written.find(({ value }) => {
    const days = value?.type === 'period' ? daysOf(value) : undefined;
    return days?.from === from && days.to === to;
  });
  return {
    place: leave ? placeIn(person, leave.phrase) : placeOfHead(person),
    message: inBoth((tongue) =>
      tongue === 'zh' ? `${Calling(person, 'zh')} 休假` : `${Calling(person, 'en')} is on leave`,
    ),
  };
}
