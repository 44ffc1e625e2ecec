/**
 * What the views beside an editor show: the messages between the language server and the extension. Types only. Trees are asked
 * for row by row, since a project may have 100,000 items, and rows hold the words that are shown, in the reader's tongue.
 */
import type { TracePart } from '../../kinds/table';
import type { SourceRange } from '../timeline/types';
import type { CoverageMark } from '../traceTree';

/** As what a row is drawn. */
export type Look =
  | TracePart
  | 'phase'
  /** An item that plays no part in traceability. */
  | 'other'
  /** Rows that belong together. */
  | 'group'
  /** Something that an item lacks. */
  | 'gap'
  /** A file or an address. */
  | 'document'
  /** An id that no item has. */
  | 'unresolved'
  /** Stands for rows that are not shown. */
  | 'more';

export interface TreeRow {
  /** Differs from its neighbours, and stays as long as the item keeps its id. The names down to a row are its path. */
  readonly name: string;
  /** "REQ-1", "verified by AC-1", "must" */
  readonly label: string;
  /** Behind the label, less prominent: "Single sign-on · must, agreed ✗". */
  readonly description: string;
  /** What a screen reader says: "requirement REQ-1, Single sign-on, must, not covered". */
  readonly spoken: string;
  readonly look: Look;
  readonly mark?: CoverageMark;
  /** Is there something below, and is it worth seeing at once? */
  readonly below?: 'shown' | 'hidden';
  readonly item?: RowItem;
  /** Of a document: addresses that may be meant, the likeliest first. */
  readonly addresses?: readonly string[];
}

/** The item that a row stands for, or leads to. */
export interface RowItem {
  /** See `itemKeys`: by it the item is found again. */
  readonly key: string;
  readonly id?: string;
  /** Is it drawn in the timeline? */
  readonly hasBar: boolean;
}

/** An item of a project, as other messages refer to it. */
export interface ItemAddress {
  /** Root folder of the project. */
  readonly root: string;
  readonly key: string;
}

/** `delivery/status` → `ProjectStatus`, or null when the address belongs to no project. */
export interface StatusRequest {
  /** A file of the project, or its root folder. */
  readonly uri: string;
}

export interface ProjectStatus {
  readonly root: string;
  readonly title: string;
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly notes: number;
}

/** `delivery/itemAt` → `ItemAddress`: the item that the position names, or the one around it; null if there is none. */
export interface ItemAtRequest {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** `delivery/trace` → `TreeRow[]`: the threads of an item; null when there is no such item any more. */
export interface TraceRequest extends ItemAddress {
  /** Names of the rows down to the one whose rows are wanted; empty for the topmost. */
  readonly path: readonly string[];
}

/** `delivery/projects` → `Project[]`, in the order of their addresses. */
export interface Project {
  readonly root: string;
  readonly title: string;
}

/** How the explorer gathers a project's items. */
export type Grouping = 'phase' | 'priority' | 'coverage';

/** `delivery/explorer` → `TreeRow[]`; null when there is no such project any more. */
export interface ExplorerRequest {
  readonly root: string;
  readonly grouping: Grouping;
  /** Words that must all be found in an item's id, title, kind, status or people; empty for no filter. */
  readonly filter: string;
  /** Names of the rows down to the one whose rows are wanted; empty for the groups. */
  readonly path: readonly string[];
}

/** `delivery/itemSource` with an `ItemAddress` → where the item is declared; null when it is gone. */
export type ItemSource = SourceRange;

/** `delivery/itemCard` with an `ItemAddress` → all that is known of the item; null when it is gone. */
export interface ItemCard {
  readonly markdown: string;
}

/** `delivery/dropItems` → `DroppedItems`: what to insert where items are dropped into a text; null outside of projects. */
export interface DropItemsRequest extends ItemAtRequest {
  readonly ids: readonly string[];
}

export interface DroppedItems {
  readonly text: string;
  /** Beside the word into which they were dropped. */
  readonly position: ItemAtRequest['position'];
  /** Names of fields of which one has to stand before the text, the likeliest first; empty if none has to. */
  readonly fields: readonly string[];
}
