/**
 * What the extension and the webview say to each other. Types only: the two are separate programs.
 */
import type { SourceRange, Timeline } from '../../server/src/ide/timeline.types';

/** From the extension (or the page that holds a stand-alone timeline) to the webview. */
export type ToWebview =
  | { readonly type: 'timeline'; readonly timeline: Timeline }
  /** Where the cursor stands in a text editor, zero-based. */
  | { readonly type: 'cursor'; readonly uri: string; readonly line: number; readonly character: number }
  /** The project has no plan any more, for example since its last file was deleted. */
  | { readonly type: 'gone' };

/** From the webview to the extension. */
export type FromWebview =
  /** The page can listen now: nothing that was posted before has arrived. */
  | { readonly type: 'ready' }
  /** Show a declaration in the text; with `focus`, the keyboard goes there too. */
  | { readonly type: 'reveal'; readonly source: SourceRange; readonly focus: boolean };

/** What the page carries from the start, as JSON in its `<script id="configuration">`. */
export interface Configuration {
  readonly root: string;
  /** A BCP 47 tag, in whatever case the editor writes it: "en", "zh-cn". */
  readonly locale: string;
  /** English message → its translation; messages that are missing stay English. */
  readonly strings: Readonly<Record<string, string>>;
  /** Given in a stand-alone page, where nobody sends messages. */
  readonly timeline?: Timeline;
}

/** What the webview keeps through `setState`; the extension reads the root to bring a panel back after a reload. */
export interface PanelState {
  readonly root: string;
  readonly view: SavedView;
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
}
