import type {
  EditOption,
  Gesture,
  MovedBar,
  TimelineBar,
  TimelineEdit,
} from '../../../../server/src/ide/timeline/types';
import { isDated } from '../../plan/plan';
import type { Message, Texts } from '../../texts';

/** A gesture under way, and what is known about it. */
export interface Editing {
  readonly bar: TimelineBar;
  /** Undefined while a link leads nowhere yet. */
  readonly gesture: Gesture | undefined;
  /** What the gesture would do; undefined until that is known. */
  readonly answer: TimelineEdit | undefined;
  /** What the gesture before it would have done: it is shown until the new answer is there, so nothing flickers. */
  readonly before: TimelineEdit | undefined;
  /** Let go, or Enter: whatever is clear is done, and otherwise people choose. */
  readonly dropped: boolean;
  readonly by: 'pointer' | 'keys';
  /** Where the loose end of a link is, in pixels of the chart. */
  readonly loose?: LooseEnd;
  /** A link that is drawn by keys: it leads to the row that is selected. */
  readonly isLink?: true;
}

/** From a bar's end, at a minute, to the pointer, in pixels of the chart. */
export interface LooseEnd {
  readonly from: 'start' | 'finish';
  readonly x: number;
  readonly y: number;
}

export const optionsOf = (answer: TimelineEdit | undefined): readonly EditOption[] =>
  answer && 'options' in answer ? answer.options : [];

export const isSameGesture = (a: Gesture | undefined, b: Gesture | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Where bars would stand. Until that is known, the dragged one follows the pointer. */
export function movedBars({ bar, gesture, answer }: Editing): readonly MovedBar[] {
  const [best] = optionsOf(answer);
  if (best) return best.moved;
  if (!isDated(bar) || !gesture || answer) return [];
  const { key, start, finish } = bar;
  if (gesture.kind === 'move') return [{ key, start: gesture.to, finish: gesture.to + finish - start }];
  return gesture.kind === 'finish' ? [{ key, start, finish: Math.max(start, gesture.to) }] : [];
}

export const linkHint: Message = 'Choose the item that waits for it with the arrow keys; Enter links, Escape cancels';

/** What is said aloud: nothing until the answer is there, so keys that are pressed quickly do not talk over each other. */
export function spokenEdit({ bar, gesture, answer, by, dropped }: Editing, { t }: Texts): string {
  const name = bar.title || bar.id || t('Untitled');
  if (!answer) return by === 'keys' && !gesture ? `${name}: ${t(linkHint)}` : '';
  if ('refused' in answer) return `${name}: ${answer.refused}`;
  const [best, ...others] = answer.options;
  const ways = others.length > 0 && !dropped ? [t('{0} ways to do it', others.length + 1)] : [];
  const hint = by === 'keys' && !dropped ? [t('Enter applies, Escape cancels')] : [];
  return [`${name}: ${best!.label}`, ...best!.consequences.map(({ text }) => text), ...ways, ...hint].join('; ');
}
