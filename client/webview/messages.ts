/**
 * What the extension and the webview say to each other. Types only: the two are separate programs.
 */
import type { EditWay, Gesture, Timeline, TimelineEdit, TimelinePatch } from '../../server/src/ide/timeline/types';

/** From the extension (or the page that holds a stand-alone timeline) to the webview. */
export type ToWebview =
  /** The project that the panel shows from now on, whether it keeps to it, and what is set for it. */
  | ({ readonly type: 'project'; readonly root: string; readonly locked: boolean } & TimelineSettings)
  | { readonly type: 'timeline'; readonly timeline: Timeline }
  | { readonly type: 'patch'; readonly patch: TimelinePatch }
  /** The bar that the cursor stands on in a text editor. */
  | { readonly type: 'cursor'; readonly key: string }
  /** What a gesture would do; null when nobody can tell. */
  | { readonly type: 'proposal'; readonly gesture: Gesture; readonly answer: TimelineEdit | null }
  /** The project has no plan any more, for example since its last file was deleted. */
  | { readonly type: 'gone' };

/** From the webview to the extension. */
export type FromWebview =
  /** The page can listen now, or lost track: send everything. */
  | { readonly type: 'ready' }
  /** Show a declaration in the text; with `focus`, the keyboard goes there too. */
  | { readonly type: 'reveal'; readonly key: string; readonly focus: boolean }
  /** What would this gesture do? */
  | { readonly type: 'preview'; readonly gesture: Gesture }
  /** Write it into the text. */
  | { readonly type: 'apply'; readonly gesture: Gesture; readonly way: EditWay }
  /** Save the plan; a page to explore is made by the extension. */
  | { readonly type: 'export'; readonly format: ExportFormat; readonly content?: string | Uint8Array };

/** A vector picture, a picture in pixels, a page to explore, or a page of sheets to print. */
export type ExportFormat = 'svg' | 'png' | 'html' | 'print';

/** What the user may set for a project. */
export interface TimelineSettings {
  /** Id of the person who looks, if known. */
  readonly me?: string;
  /** What the rows are gathered by until somebody chooses otherwise. */
  readonly grouping?: Grouping;
}

/** What the page carries from the start, as JSON in its `<script id="configuration">`. */
export interface Configuration extends TimelineSettings {
  /** Root folder of the project. */
  readonly root: string;
  /** The panel keeps to its project; absent in a stand-alone page. */
  readonly locked?: boolean;
  /** A BCP 47 tag, in whatever case the editor writes it: "en", "zh-cn". */
  readonly locale: string;
  /** English message → its translation; messages that are missing stay English. */
  readonly strings: Readonly<Record<string, string>>;
  /** Given in a stand-alone page, where nobody sends messages. */
  readonly timeline?: Timeline;
}

/** What the webview keeps through `setState`; the extension reads root and lock to bring a panel back after a reload. */
export interface PanelState {
  readonly root: string;
  readonly locked: boolean;
  /** How each project was looked at, by its root; the one that was looked at last comes last. */
  readonly views: Readonly<Record<string, SavedView>>;
}

/** What the rows are gathered by; `text` is the order and nesting in which the plan is written. */
export type Grouping = 'text' | 'milestone' | 'person' | 'requirement' | 'priority' | 'status';

/** Which bars are shown; all that is given must hold. */
export interface Filter {
  /** Part of an id or title. */
  readonly search: string;
  readonly critical: boolean;
  readonly late: boolean;
  /** Id of a person. */
  readonly person: string | undefined;
}

/** How the picture is looked at. All of it may be absent or stale: the plan may have changed meanwhile. */
export interface SavedView {
  /** Plan minute at the chart's left edge; absent: the whole plan is fitted. */
  readonly left?: number;
  /** Pixels per minute. */
  readonly scale?: number;
  /** Pixels scrolled down. */
  readonly top?: number;
  /** Pixels. */
  readonly labelWidth?: number;
  readonly collapsed?: readonly string[];
  readonly selected?: string;
  readonly grouping?: Grouping;
  readonly filter?: Partial<Filter>;
}
