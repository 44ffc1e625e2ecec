/**
 * What the timeline draws: the messages between the language server, the extension and the webview.
 * Types only, so that the webview may share this file.
 */

/** Minutes since 1970-01-01T00:00 of the plan's local time; no time zone is ever applied. */
export type PlanMinute = number;

export interface TimelineRequest {
  /** Any file of the project, or its root folder: "file:///plan/erp.delivery". */
  readonly uri: string;
}

export interface Timeline {
  /** Rises with every change of the project: a picture of an older revision is stale. */
  readonly revision: number;
  /** The project's root folder. */
  readonly root: string;
  readonly title: string;
  /** The span of all dated bars; empty plans have start = finish. */
  readonly start: PlanMinute;
  readonly finish: PlanMinute;
  /** Date for which the plan is read; drawn as a line of its own when it is not today. */
  readonly statusDate: PlanMinute | undefined;
  /** In the order of the text; a child follows its parent. */
  readonly bars: readonly TimelineBar[];
  readonly links: readonly TimelineLink[];
  /** Non-working days of the project calendar, of [start, finish] at least (a margin fills the picture's edges), as day numbers since 1970-01-01, each with a name if it has one. */
  readonly nonWorking: readonly NonWorkingDays[];
  /** Number of syntax errors in the project's files: above 0 the picture may be incomplete. */
  readonly syntaxErrors: number;
}

export interface NonWorkingDays {
  /** First day, counted from 1970-01-01. */
  readonly from: number;
  /** Last day, inclusive. */
  readonly to: number;
  /** "Spring Festival"; undefined for ordinary weekends. */
  readonly name?: string;
}

export interface TimelineBar {
  /** Stable as long as the item keeps its id: "T-1"; items without id get a key of their own. */
  readonly key: string;
  readonly id: string | undefined;
  readonly title: string;
  readonly type: 'phase' | 'task' | 'milestone';
  /** Key of the bar it stands in. */
  readonly parent: string | undefined;
  /** Depth of nesting, 0 at the top. */
  readonly level: number;
  /** Computed dates; undefined when they cannot be computed, for example in a cycle. */
  readonly start: PlanMinute | undefined;
  readonly finish: PlanMinute | undefined;
  /**
   * Promise of a milestone or deadline of a task or phase, as the instant by which it must be finished: a date without
   * a time means the end of that day (24:00). The bar is late when it finishes after that instant.
   */
  readonly due: PlanMinute | undefined;
  readonly critical: boolean;
  /** 0 to 1. */
  readonly progress: number | undefined;
  readonly assignees: readonly string[];
  /** Why the start is where it is, as a sentence for people; undefined when there is nothing to say. */
  readonly why: string | undefined;
  /** The declaration, from its id (or else its kind) to its end: the cursor anywhere in it selects the bar. */
  readonly source: SourceRange;
}

/** Zero-based, UTF-16, as in the Language Server Protocol. */
export interface SourceRange {
  readonly uri: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface TimelineLink {
  /** Keys of the predecessor and the successor. */
  readonly from: string;
  readonly to: string;
  readonly type: 'FS' | 'SS' | 'FF' | 'SF';
  readonly critical: boolean;
}
