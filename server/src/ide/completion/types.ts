import type { Tongue } from '../../kinds/tongue';
import type { Item } from '../../model/model';
import type { World } from '../world';
import type { Context } from './context';

/** One entry of a list of completions. */
export interface Completion {
  /** "REQ-1", "priority", "2026-03-31" */
  readonly label: string;
  readonly type: 'kind' | 'field' | 'value' | 'word' | 'reference' | 'person' | 'date' | 'id';
  /** What replaces the word at the cursor. */
  readonly insert: string;
  /** The same for editors that know snippets, with places to fill in. */
  readonly snippet?: Snippet;
  /** Shown beside the label: "Single sign-on · must, agreed · ✗ not covered". */
  readonly detail: string;
  /** Words by which it is found besides the label: the title, the name in the other tongue. */
  readonly alias: string;
  /** What it means, as Markdown; empty for items, whose card is made when somebody looks at it. */
  readonly documentation: string;
  /** The item that it stands for. */
  readonly item?: Item;
  /** Of two that fit what is typed equally well, the one of lower rank comes first. */
  readonly rank: number;
}

/** Text in which some places are to be filled in. */
export type Snippet = readonly (string | Blank)[];

export interface Blank {
  /** What stands there until something else is written; the first of these, when one of several is to be chosen. */
  readonly choices: readonly string[];
  /** The place where the cursor is at last; there is one at most. */
  readonly last?: true;
}

export interface Completions {
  /** The best first. */
  readonly entries: readonly Completion[];
  /** The word that is replaced, as offsets in the file: up to the cursor, or all of it. */
  readonly start: number;
  readonly cursor: number;
  readonly end: number;
  /** There are more than could be listed. */
  readonly incomplete: boolean;
}

/** What those who make entries are asked. */
export interface Question {
  readonly world: World;
  readonly context: Context;
  /** In which explanations are given. */
  readonly tongue: Tongue;
}
