/** Why something in the plan has no dates, in words. */
import type { Tongue } from '../kinds/tongue';
import type { ModelSchedule } from '../schedule/fromModel';

/** Items that a circle names. */
const MOST_NAMES = 8;

/** A sentence for an item of the network whose start or finish is not known; undefined if both are. */
export function whyUndated(schedule: ModelSchedule, index: number, tongue: Tongue): string | undefined {
  const { start, finish } = schedule.at(index);
  if (start !== undefined && finish !== undefined) return undefined;
  const zh = tongue === 'zh';
  if (!schedule.anchored) return zh ? '项目没有周期，也没有任何日期。' : 'Neither the project nor any item says when.';
  if (start !== undefined)
    return zh ? '没有估算，因此没有完成日期。' : 'It has no estimate, so it has a start but no finish.';
  return ownProblem(schedule, index, tongue) ?? waitsFor(schedule, index, tongue) ?? holdsNothing(tongue);
}

function ownProblem(schedule: ModelSchedule, index: number, tongue: Tongue): string | undefined {
  const zh = tongue === 'zh';
  for (const problem of schedule.plan.problems) {
    if (problem.kind === 'cycle' && problem.members.includes(index)) {
      const path = [
        ...problem.path.slice(0, MOST_NAMES),
        ...(problem.path.length > MOST_NAMES ? [] : [problem.path[0]!]),
      ];
      const names = path.map((at) => nameIn(schedule, at)).join(' → ');
      const circle = problem.path.length > MOST_NAMES ? `${names} → …` : names;
      return zh ? `它处在循环之中：${circle}。` : `It stands in a circle: ${circle}.`;
    }
    if (!('task' in problem) || problem.task !== index) continue;
    if (problem.kind === 'no-working-time')
      return zh ? '其日历没有可用的工作时间。' : 'Its calendar has no working time left for it.';
    if (problem.kind === 'beyond-calendar')
      return zh ? '日期超出了日历的范围。' : 'Its dates lie further ahead than calendars reach.';
  }
  return undefined;
}

/** The first predecessor without dates, of the item or of a phase around it. */
function waitsFor(schedule: ModelSchedule, index: number, tongue: Tongue): string | undefined {
  const { spec } = schedule.plan.network;
  const around = new Set<number>();
  for (let at: number | undefined = index; at !== undefined && !around.has(at); at = spec.tasks[at]!.parent)
    around.add(at);
  const link = spec.links.find(({ from, to }) => around.has(to) && Number.isNaN(schedule.plan.start[from]!));
  if (!link) return undefined;
  const name = nameIn(schedule, link.from);
  return tongue === 'zh' ? `它的前置 ${name} 没有日期。` : `It waits for ${name}, which has no dates.`;
}

const holdsNothing = (tongue: Tongue): string =>
  tongue === 'zh' ? '其中没有任何带日期的内容。' : 'Nothing in it has dates.';

const nameIn = ({ scheduled }: ModelSchedule, index: number): string => scheduled[index]!.id ?? scheduled[index]!.title;
