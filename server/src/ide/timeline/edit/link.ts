/** Ways to draw a link between two bars. */
import { Calling, inBoth } from '../../../checks/wording';
import type { Item } from '../../../model/model';
import type { LinkType } from '../../../schedule/network/network';
import { scheduledTypeOf } from '../../../schedule/taskFacts';
import type { World } from '../../world';
import { addLink, dependenciesOf, writeType } from './dependencies';
import { refuse, type Candidate, type Refusal } from './scene';

/** Lets the successor depend on the predecessor, or changes how it does. */
export function linkWay(
  { model, schedule }: World,
  predecessor: Item,
  successor: Item,
  type: LinkType,
): readonly Candidate[] | Refusal {
  const { id } = predecessor;
  const refusal = whyNot(predecessor, successor) ?? (holds(predecessor, successor) ? NESTED : undefined);
  if (refusal) return refusal;
  if (id === undefined || model.byId(id) !== predecessor) return nameless(predecessor);
  const known = dependenciesOf(schedule, successor).filter(({ value }) => model.byId(value.target.id) === predecessor);
  if (known.some(({ value }) => value.link === type))
    return refuse(`${nameOf(successor)} depends on ${id} already.`, `${nameOf(successor)} 已依赖 ${id}。`);
  const [old] = known;
  const label = inBoth((tongue) => {
    const how = type === 'FS' ? '' : ` ${type}`;
    return tongue === 'zh' ? `${nameOf(successor)} 前置 ${id}${how}` : `${nameOf(successor)} after ${id}${how}`;
  });
  const edits = old ? writeType(old, type) : addLink(model, successor, id, type);
  return [{ way: 'link', label, edits, aim: { of: 'text' } }];

  function holds(a: Item, b: Item): boolean {
    return isAround(a, b) || isAround(b, a);
  }

  function isAround(outer: Item, inner: Item): boolean {
    for (let item = model.items[inner.parent]; item; item = model.items[item.parent]) if (item === outer) return true;
    return false;
  }
}

function whyNot(predecessor: Item, successor: Item): Refusal | undefined {
  if (predecessor === successor) return refuse('Nothing can depend on itself.', '条目不能依赖自己。');
  const undated = [predecessor, successor].find(({ kind }) => !scheduledTypeOf(kind));
  return (
    undated &&
    refuse(
      `${Calling(undated, 'en')} is no part of the schedule: only phases, tasks and milestones depend on each other.`,
      `${Calling(undated, 'zh')} 不参与排程：只有阶段、任务和里程碑之间可以有依赖。`,
    )
  );
}

const NESTED = refuse(
  'One holds the other: what stands inside cannot depend on what is around it.',
  '两者是包含关系：内部的条目不能与外层条目互相依赖。',
);

const nameless = (item: Item): Refusal =>
  refuse(
    `${Calling(item, 'en')} has no id of its own by which a link could name it.`,
    `${Calling(item, 'zh')} 没有自己的编号，无法在依赖中引用。`,
  );

const nameOf = ({ id, title }: Item): string => id ?? title;
