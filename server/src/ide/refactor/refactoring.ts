/** Refactorings: changes of text that nobody has to make, but that somebody may want, as data for editors. */
import type { RepairEdit } from '../../checks/repair/repair';
import type { Text } from '../../kinds/tongue';
import type { Item } from '../../model/model';
import type { FileSpan } from '../codeActions';
import type { World } from '../world';

export interface Refactoring {
  /** Which one of those offered at a place: "move file:///plan/needs.delivery". The same each time that the same text is asked. */
  readonly key: string;
  /** The part of the editor's menu in which it stands; `source` is for whole files. */
  readonly kind: 'extract' | 'inline' | 'move' | 'rewrite' | 'source';
  /** What it does, as a command. */
  readonly title: Text;
  /** Computed when somebody chooses it. In any order, never overlapping. */
  readonly edits: () => readonly RepairEdit[];
}

/** What is asked about. */
export interface Asked {
  readonly world: World;
  readonly span: FileSpan;
  /** The items that the span means, in the order of the text; none inside another. */
  readonly items: readonly Item[];
  /** The item whose first line the span touches, if it is the only one asked about: what concerns items as a whole is offered there. */
  readonly head: Item | undefined;
}

/** What may be done about items or files; nothing where it has no use. */
export type Offer = (asked: Asked) => readonly Refactoring[];
