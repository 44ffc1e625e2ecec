/**
 * What the text would become if a gesture in the timeline were let go, and what would follow. Each candidate for an edit is
 * tried on the text in memory: offered is what leaves no new error and puts the bar where it was dropped.
 */
import type { Finding } from '../../../checks/check';
import { editsByFile } from '../../../checks/repair/apply';
import type { RepairEdit } from '../../../checks/repair/repair';
import { Calling } from '../../../checks/wording';
import { valueOf } from '../../../kinds/facts';
import { dayFromDate, dayOf, MINUTES_PER_DAY, type PlanMinute } from '../../../kinds/time';
import type { Text, Tongue } from '../../../kinds/tongue';
import type { Item, Model } from '../../../model/model';
import type { World } from '../../world';
import { drawnItems, type DrawnItem } from '../items';
import { promisedAt } from '../promised';
import type { Consequence, EditWay, Gesture, MovedBar } from '../types';
import { worldAfter } from './after';
import { consequencesOf, movedBars } from './consequences';
import { finishWays } from './finish';
import { linkWay } from './link';
import { dateWay, progressWay, promiseWay } from './promise';
import { isHit, isWholeDay } from './workTime';
import { refuse, type Candidate, type Refusal, type Scene, type Ways } from './scene';
import { startWays } from './start';
import { whyFixed, whyNotThere } from './refusals';

/** One way to do what a gesture asks, with the edits that do it. */
export interface ProposedEdit {
  readonly way: EditWay;
  readonly label: Text;
  /** As small as they can be; they never overlap. */
  readonly edits: readonly RepairEdit[];
  readonly consequences: readonly Consequence[];
  readonly moved: readonly MovedBar[];
}

/** The ways in which a gesture can be done, best first and at least one, or why it cannot. */
export function proposeEdits(
  world: World,
  gesture: Gesture,
  tongue: Tongue,
): { readonly options: readonly ProposedEdit[] } | Refusal {
  const drawn = drawnItems(world.model).find(({ key }) => key === gesture.key);
  if (!drawn) return refuse('This item is not in the text any more.', '文本中已没有这个条目。');
  const ways = waysOf(world, drawn, gesture);
  if ('refused' in ways) return ways;
  const tried = ways.flatMap((candidates) => firstThatHolds(world, drawn.item, candidates, tongue) ?? []);
  const edits = ways.flat().flatMap((candidate) => candidate.edits);
  return tried.length > 0
    ? { options: tried }
    : (brokenFile(world.model, [drawn.item.file, ...edits.map(({ place }) => place.file)]) ??
        whyNotThere(world, drawn.item, gesture, edits.length > 0));
}

function waysOf(world: World, { item, type }: DrawnItem, gesture: Gesture): Ways | Refusal {
  const { model, schedule } = world;
  if (typeof gesture.to === 'number' && !isSensible(gesture.to))
    return refuse('There is no such date.', '没有这样的日期。');
  const broken = brokenFile(model, [item.file]);
  if (broken) return broken;
  const one = (found: readonly Candidate[] | Refusal): Ways | Refusal => ('refused' in found ? found : [found]);
  if (gesture.kind === 'link') return one(linkTo(world, item, gesture));
  if (gesture.kind === 'progress') return one(progressWay(model, item, gesture.to));
  if (gesture.kind === 'due') return one(promiseWay(model, item, gesture.to));
  const entry = schedule.of(item.index);
  if (!entry) return gesture.kind === 'move' ? one(markWay(model, item, type, gesture.to)) : noLength(item);
  const scene: Scene = { world, item, entry };
  // A promise has a place even where the plan has no dates.
  const isLoosePromise = entry.start === undefined && promisedAt(model, schedule, entry) !== undefined;
  if (isLoosePromise && gesture.kind === 'move') return promises(scene, gesture.to);
  const fixed = whyFixed(scene, gesture.kind);
  if (fixed) return fixed;
  if (gesture.kind === 'finish') return finishWays(scene, gesture.to);
  // A milestone that is promised is most likely dragged to promise another day.
  const promised = promises(scene, gesture.to);
  const starts = startWays(scene, gesture.to);
  return valueOf(item, 'due') ? [...promised, ...starts] : [...starts, ...promised];
}

/** Dates have years of four digits; a fraction is sensible too. */
const isSensible = (to: number): boolean => to >= FIRST && to < LAST;

const FIRST = dayFromDate(0, 1, 1) * MINUTES_PER_DAY;
const LAST = dayFromDate(9999, 12, 31) * MINUTES_PER_DAY;

/** A milestone that was dragged may be meant as a promise. */
function promises({ world: { model }, item, entry }: Scene, to: PlanMinute): Ways {
  if (entry.type !== 'milestone') return [];
  // A day begins where it is dropped; the promise holds until that day is over.
  const found = promiseWay(model, item, isWholeDay(to) ? to + MINUTES_PER_DAY : to);
  return 'refused' in found ? [] : [found];
}

/** Marks beside the plan whose own date puts them where they are. */
const MARK_FIELDS: Partial<Record<DrawnItem['type'], string>> = { signoff: 'date', risk: 'review', deliverable: 'due' };

function markWay(model: Model, item: Item, type: DrawnItem['type'], to: PlanMinute): readonly Candidate[] | Refusal {
  const key = MARK_FIELDS[type];
  // A deliverable stands where it is delivered; its promise has a flag of its own.
  if (key === undefined || !item.kind?.field(key) || type === 'deliverable') return noPlace(item);
  return dateWay(model, item, key, dayOf(to) * MINUTES_PER_DAY, 'start');
}

const noPlace = (item: Item): Refusal =>
  refuse(
    `${Calling(item, 'en')} stands where other items put it: move those.`,
    `${Calling(item, 'zh')} 的位置由其他条目决定，请移动那些条目。`,
  );

const noLength = (item: Item): Refusal =>
  refuse(`${Calling(item, 'en')} has no length.`, `${Calling(item, 'zh')} 没有时长。`);

function linkTo(
  world: World,
  predecessor: Item,
  { to, type }: Extract<Gesture, { readonly kind: 'link' }>,
): readonly Candidate[] | Refusal {
  const successor = drawnItems(world.model).find(({ key }) => key === to)?.item;
  if (!successor) return refuse('This item is not in the text any more.', '文本中已没有这个条目。');
  return linkWay(world, predecessor, successor, type);
}

/** While a text is broken, nobody knows where its pieces end. */
function brokenFile({ files }: Model, changed: readonly number[]): Refusal | undefined {
  const file = changed
    .map((index) => files[index]!)
    .find(({ document }) => document.segments.some(({ problems }) => problems.some(isError)));
  if (!file) return undefined;
  const name = decodeURIComponent(file.uri.slice(file.uri.lastIndexOf('/') + 1));
  return refuse(`The text of ${name} has syntax errors. Mend them first.`, `${name} 的文本有语法错误，请先修正。`);
}

const isError = ({ code }: { readonly code: string }): boolean => code !== 'syntax/full-width';

function firstThatHolds(
  world: World,
  item: Item,
  candidates: readonly Candidate[],
  tongue: Tongue,
): ProposedEdit | undefined {
  for (const { way, label, edits, aim } of candidates) {
    if (
      edits.length === 0 ||
      brokenFile(
        world.model,
        edits.map(({ place }) => place.file),
      )
    )
      continue;
    if (!changes(world.model, edits)) continue;
    const after = worldAfter(world, edits);
    const entry = after.schedule.of(item.index);
    if ((aim.of !== 'text' && !(entry && isHit(aim, entry))) || addsErrors(world, after)) continue;
    return {
      way,
      label,
      edits,
      consequences: consequencesOf(world, after, item.index, tongue),
      moved: movedBars(world, after, item.index),
    };
  }
  return undefined;
}

const changes = (model: Model, edits: readonly RepairEdit[]): boolean =>
  [...editsByFile(model, edits)].some(([file, own]) => {
    const { text } = model.files[file]!.document;
    return own.some((edit) => text.slice(edit.start, edit.end) !== edit.text);
  });

/** A text that can no longer be read, or a circle, is never offered. */
function addsErrors(before: World, after: World): boolean {
  const count = ({ findings, schedule }: World): number =>
    findings.filter(isTextError).length + schedule.plan.problems.filter(({ kind }) => kind === 'cycle').length;
  return count(after) > count(before);
}

const isTextError = ({ code }: Finding): boolean => /^(?:syntax|kind|name)\//.test(code);
