/** Why a bar cannot be put where somebody wants it. */
import { Calling } from '../../../checks/wording';
import { valueOf } from '../../../kinds/facts';
import type { Item } from '../../../model/model';
import type { DriverKind } from '../../../schedule/network/drivers';
import { driverOf } from '../../../schedule/network/schedule';
import { whyOf } from '../../why';
import type { World } from '../../world';
import type { Gesture } from '../types';
import { refuse, type Refusal, type Scene } from './scene';

/** Before anything is tried: what is computed from its parts, what has happened, and what has no place. */
export function whyFixed({ world, item, entry }: Scene, kind: 'move' | 'finish'): Refusal | undefined {
  const { network } = world.schedule.plan;
  if (network.summary[entry.index] === 1)
    return refuse(
      `${Calling(item, 'en')} spans what stands in it: move that.`,
      `${Calling(item, 'zh')} 的时间由其中的内容决定，请移动其中的任务。`,
    );
  const { actualStart, actualFinish } = world.schedule.facts[entry.index]!;
  const has = kind === 'move' ? (actualStart ?? actualFinish) : actualFinish;
  if (has !== undefined && valueOf(item, 'actual'))
    return refuse(
      `${Calling(item, 'en')} has its actual dates: what has happened is not dragged. Change \`actual\` in the text.`,
      `${Calling(item, 'zh')} 已有实际日期：已发生的事不能拖动，请在文本中修改“实际”。`,
    );
  if (kind === 'finish' && entry.type === 'milestone')
    return refuse(
      `${Calling(item, 'en')} is a moment: it has no length.`,
      `${Calling(item, 'zh')} 是一个时刻，没有时长。`,
    );
  if (entry.start === undefined)
    return refuse(
      `${Calling(item, 'en')} has no dates: it stands in a circle, or nothing says when the plan begins.`,
      `${Calling(item, 'zh')} 没有日期：它处于循环依赖中，或没有写明计划何时开始。`,
    );
  return undefined;
}

/** After nothing has led there. `tried` tells whether there was anything to try. */
export function whyNotThere(world: World, item: Item, gesture: Gesture, tried: boolean): Refusal {
  if (!tried) return unreadable(item);
  if (gesture.kind === 'link') return refuse('This link would close a circle of dependencies.', '这条依赖会形成循环。');
  const entry = world.schedule.of(item.index);
  if (!entry || gesture.kind !== 'move' || gesture.to > entry.start!) return refuse(NOWHERE.en, NOWHERE.zh);
  const { kind } = driverOf(world.schedule.plan, entry.index);
  const reason = REASONS[kind];
  if (reason) return refuse(reason.en, reason.zh);
  const [en, zh] = [whyOf(world.schedule, entry, 'en'), whyOf(world.schedule, entry, 'zh')];
  return en === undefined || zh === undefined
    ? refuse(NOWHERE.en, NOWHERE.zh)
    : refuse(`It cannot stand there. ${en}`, `不能放在那里。${zh}`);
}

const NOWHERE = { en: 'No change of one place in the text leads there.', zh: '仅修改文本中的一处无法得到这个结果。' };

const unreadable = (item: Item): Refusal =>
  refuse(
    `What ${item.id ?? item.title} says about it cannot be read, or is that already.`,
    `${item.id ?? item.title} 在文本中的相应内容无法识别，或已是如此。`,
  );

const REASONS: Partial<Record<DriverKind, { readonly en: string; readonly zh: string }>> = {
  'project-start': { en: 'The project starts then: nothing is planned before.', zh: '项目此时开始，不能更早安排。' },
  'status-date': {
    en: 'What is not done cannot lie before the status date.',
    zh: '未完成的工作不能排在状态日期之前。',
  },
  'as-late-as-possible': {
    en: 'It is planned as late as possible (`schedule: late`).',
    zh: '它按尽可能晚安排（`排程: 尽晚`）。',
  },
};
