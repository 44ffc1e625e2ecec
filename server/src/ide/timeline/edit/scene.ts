/** What an edit in the timeline starts from, and what it may become. */
import type { RepairEdit } from '../../../checks/repair/repair';
import type { PlanMinute } from '../../../kinds/time';
import type { Text } from '../../../kinds/tongue';
import type { Item } from '../../../model/model';
import type { ScheduledItem } from '../../../schedule/fromModel';
import type { World } from '../../world';
import type { EditWay } from '../types';

/** A phase, task or milestone that somebody drags. */
export interface Scene {
  readonly world: World;
  readonly item: Item;
  readonly entry: ScheduledItem;
}

/** A change of the text that may do what a gesture asks. Whether it does is seen when it is tried. */
export interface Candidate {
  readonly way: EditWay;
  readonly label: Text;
  readonly edits: readonly RepairEdit[];
  /** What the picture must show afterwards. */
  readonly aim: Aim;
}

/** Where a bar should be. `start` and `finish` are instants of working time. */
export type Aim =
  | { readonly of: 'start' | 'finish'; readonly at: PlanMinute; readonly wholeDay: boolean }
  /** The text says it, and nothing that is computed has to follow. */
  | { readonly of: 'text' };

/** Ways, best first; each with the candidates for it, of which the first that does it counts. */
export type Ways = readonly (readonly Candidate[])[];

/** Why nothing is changed. */
export interface Refusal {
  readonly refused: Text;
}

export const refuse = (en: string, zh: string): Refusal => ({ refused: { en, zh } });
