/** Ways to write what is not computed: promises, progress, and the dates of what stands beside the plan. */
import { addField } from '../../../checks/repair/field';
import { replacing, type RepairEdit } from '../../../checks/repair/repair';
import { Calling, inBoth, nameOf } from '../../../checks/wording';
import { enumOf, fieldOf } from '../../../kinds/facts';
import type { PlanMinute } from '../../../kinds/time';
import { formatFraction } from '../../../kinds/values/percent';
import type { Item, Model } from '../../../model/model';
import { instantText, writeDate, type Edge } from './moments';
import { refuse, type Candidate, type Refusal } from './scene';

/** Puts the date by which an item is promised. */
export function promiseWay(model: Model, item: Item, to: PlanMinute): readonly Candidate[] | Refusal {
  const key = ['due', 'deadline'].find((name) => item.kind?.field(name));
  if (key === undefined)
    return refuse(
      `${Calling(item, 'en')} has no due date: its kind has none.`,
      `${Calling(item, 'zh')} 没有到期日：这种条目不带到期日。`,
    );
  return dateWay(model, item, key, to, 'finish');
}

/** Puts the date of a field that has one. */
export function dateWay(model: Model, item: Item, key: string, to: PlanMinute, edge: Edge): readonly Candidate[] {
  const names = item.kind?.field(key)?.names;
  const label = inBoth(
    (tongue) => `${names ? nameOf(names, tongue) : key}${tongue === 'zh' ? '：' : ': '}${instantText(to, edge)}`,
  );
  return [{ way: 'due', label, edits: writeDate(model, item, key, to, edge), aim: { of: 'text' } }];
}

/** Writes how far something is; whole percents. */
export function progressWay(model: Model, item: Item, to: number): readonly Candidate[] | Refusal {
  if (!item.kind?.field('progress'))
    return refuse(`${Calling(item, 'en')} has no progress of its own.`, `${Calling(item, 'zh')} 没有自己的进度。`);
  const share = Math.round(Math.max(0, Math.min(1, to)) * 100) / 100;
  if (enumOf(item, 'status') === 'done' && share < 1)
    return refuse(
      `The status of ${item.id ?? item.title} is done, so all of it is. Change the status first.`,
      `${item.id ?? item.title} 的状态是已完成，进度即为 100%。请先修改状态。`,
    );
  const text = formatFraction(share);
  const label = { en: `Progress ${text}`, zh: `进度 ${text}` };
  return [{ way: 'progress', label, edits: writeProgress(model, item, text), aim: { of: 'text' } }];
}

function writeProgress(model: Model, item: Item, text: string): readonly RepairEdit[] {
  const field = fieldOf(item, 'progress');
  if (!field) return addField(model, item, 'progress', text);
  const atom = field.values.find(({ value }) => value !== undefined)?.phrase.atoms[0];
  return atom ? [replacing(item, atom, text)] : [];
}
