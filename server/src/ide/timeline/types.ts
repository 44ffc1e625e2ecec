/**
 * What the timeline draws: the messages between the language server, the extension and the webview.
 * Types only, so that the webview may share this file. A project may have 100,000 bars, so bars refer to each other by
 * their index, what is absent is left out, and where things are written is asked for when somebody wants to go there.
 */

/** Minutes since 1970-01-01T00:00 of the plan's local time; no time zone is ever applied. */
export type PlanMinute = number;

/** `delivery/timeline` → `TimelineAnswer`, or null when the address belongs to no project. */
export interface TimelineRequest {
  /** Any file of the project, or its root folder: "file:///plan/erp.delivery". */
  readonly uri: string;
  /** The revision that the asker has: the answer may then be what changed since. */
  readonly known?: number;
}

export type TimelineAnswer = { readonly timeline: Timeline } | { readonly patch: TimelinePatch };

/** `delivery/timelineSource` → `SourceRange`, or null when no bar has that key any more. */
export interface TimelineSourceRequest {
  readonly uri: string;
  readonly key: string;
}

/** `delivery/timelineBarAt` → `TimelineBarAt`, or null outside of all projects. */
export interface TimelineBarAtRequest {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

export interface TimelineBarAt {
  /** The project's root folder. */
  readonly root: string;
  /** The bar whose declaration holds the position; absent between declarations. */
  readonly key?: string;
}

/** Zero-based, UTF-16, as in the Language Server Protocol. */
export interface SourceRange {
  readonly uri: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * `delivery/timelineEdit` → `TimelineEdit`, or null outside of all projects: what the text would become if a gesture in the
 * picture were let go, and what would follow. Nothing is changed by asking.
 */
export interface TimelineEditRequest {
  readonly uri: string;
  readonly gesture: Gesture;
}

/**
 * What somebody does with a bar in the picture. An instant at midnight means a whole day, unless the text says a time: a start
 * is the first working instant of the day that begins, an end the last of the day that closes.
 */
export type Gesture =
  /** The bar is put where it starts at an instant. */
  | { readonly kind: 'move'; readonly key: string; readonly to: PlanMinute }
  /** Its end is pulled to an instant. */
  | { readonly kind: 'finish'; readonly key: string; readonly to: PlanMinute }
  /** Its promise is put to an instant: `due` or `deadline`. */
  | { readonly kind: 'due'; readonly key: string; readonly to: PlanMinute }
  /** From 0 to 1. */
  | { readonly kind: 'progress'; readonly key: string; readonly to: number }
  /** A link is drawn from the bar, which becomes the predecessor, to another. */
  | { readonly kind: 'link'; readonly key: string; readonly to: string; readonly type: TimelineLink['type'] };

/** At least one way to do it, or why it is not done, as a sentence. */
export type TimelineEdit = { readonly options: readonly EditOption[] } | { readonly refused: string };

/** One way to do what a gesture asks. */
export interface EditOption {
  /** Tells the ways apart, also when the gesture is asked about again: "constraint". */
  readonly way: EditWay;
  /** "Not before 2026-03-05" */
  readonly label: string;
  /** Changes of the text, by file. */
  readonly files: readonly FileEdit[];
  /** What else would happen, the most important first. */
  readonly consequences: readonly Consequence[];
  /** Bars that would stand elsewhere, the dragged one first; of many the first ones. */
  readonly moved: readonly MovedBar[];
}

/** Replacements in one file that do not overlap, in the order of the text. */
export interface FileEdit {
  readonly uri: string;
  /** The version of the document that they were made for; null if no editor has it open. */
  readonly version: number | null;
  readonly edits: readonly { readonly range: Pick<SourceRange, 'start' | 'end'>; readonly newText: string }[];
}

export type EditWay =
  'date' | 'constraint' | 'lag' | 'predecessor' | 'duration' | 'effort' | 'due' | 'progress' | 'link';

export interface Consequence {
  /** "M-1 moves to 2026-04-14" */
  readonly text: string;
  readonly look: 'worse' | 'better' | 'neutral';
}

export interface MovedBar {
  readonly key: string;
  readonly start: PlanMinute;
  readonly finish: PlanMinute;
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
  readonly statusDate?: PlanMinute;
  /** Working minutes of a day, to tell slack in days. */
  readonly dayLength: number;
  /** The plan in the order of the text, then what stands outside of it: deliverables, sign-offs, cadences, risks. */
  readonly bars: readonly TimelineBar[];
  /** By bar: index of the bar it stands in, or -1. A bar comes behind the bar that holds it. */
  readonly holders: readonly number[];
  readonly links: readonly TimelineLink[];
  /** Non-working days of the project calendar, of [start, finish] at least (a margin fills the picture's edges). */
  readonly nonWorking: readonly NonWorkingDays[];
  readonly people: readonly TimelinePerson[];
  readonly requirements: readonly TimelineRequirement[];
  /** Names of enum values in the reader's tongue: "status/doing" → "进行中", "priority/must" → "必须". */
  readonly words: Readonly<Record<string, string>>;
  /** Number of syntax errors in the project's files: above 0 the picture may be incomplete. */
  readonly syntaxErrors: number;
}

export interface NonWorkingDays {
  /** First day, counted from 1970-01-01. */
  readonly from: number;
  /** Last day, inclusive. */
  readonly to: number;
  /** "Spring Festival"; absent for ordinary weekends. */
  readonly name?: string;
}

/** Phases, tasks and milestones are scheduled; the others stand where their dates, or those of what they belong to, put them. */
export type BarType = 'phase' | 'task' | 'milestone' | 'deliverable' | 'signoff' | 'cadence' | 'risk';

export interface TimelineBar {
  /** Stable as long as the item keeps its id: "T-1"; items without id get a key of their own. */
  readonly key: string;
  readonly id?: string;
  readonly title: string;
  readonly type: BarType;
  /** Computed dates; absent when they cannot be computed, for example in a cycle. */
  readonly start?: PlanMinute;
  readonly finish?: PlanMinute;
  /**
   * Promise of a milestone or deliverable or deadline of a task or phase, as the instant by which it must be finished: a
   * date without a time means the end of that day (24:00). The bar is late when it finishes after that instant.
   */
  readonly due?: PlanMinute;
  /** Nothing but its promise says when, so it stands there. */
  readonly promised?: true;
  readonly critical?: true;
  /** Working minutes by which it may slip without moving the project's end or breaking a date; negative when it is late already. */
  readonly slack?: number;
  /** How far that reaches, if it is behind the finish. */
  readonly slackUntil?: PlanMinute;
  /** 0 to 1. */
  readonly progress?: number;
  /** Enum key: "doing", "accepted". */
  readonly status?: string;
  /** The highest of the requirements it serves: "must". */
  readonly priority?: string;
  /** Ids of people. */
  readonly assignees?: readonly string[];
  /** Ids of the requirements that it realizes, delivers or satisfies, also through a deliverable. */
  readonly requirements?: readonly string[];
  /** Index of the milestone that it leads to first. */
  readonly milestone?: number;
  readonly baselines?: readonly Baseline[];
  /** When it will be finished with 80 % confidence. */
  readonly forecast?: PlanMinute;
  /** When a cadence takes place. */
  readonly occurrences?: readonly PlanMinute[];
  /** Why the start is where it is, as a sentence for people. */
  readonly why?: string;
}

/** A plan of earlier, as far as one bar is concerned. */
export interface Baseline {
  readonly name?: string;
  readonly start: PlanMinute;
  readonly finish: PlanMinute;
}

export interface TimelineLink {
  /** Indexes of the predecessor and the successor. */
  readonly from: number;
  readonly to: number;
  readonly type: 'FS' | 'SS' | 'FF' | 'SF';
}

export interface TimelinePerson {
  readonly id: string;
  readonly title: string;
  readonly leave?: readonly NonWorkingDays[];
  /** Work asked of the person, by runs of days on which it is the same. */
  readonly load?: readonly LoadRun[];
}

export interface LoadRun {
  /** First and last day, counted from 1970-01-01. */
  readonly from: number;
  readonly to: number;
  /** Working minutes a day. */
  readonly asked: number;
  readonly available: number;
}

/** A requirement's thread on the time axis: from what the customer said to what the customer signed. */
export interface TimelineRequirement {
  readonly id: string;
  readonly title: string;
  readonly priority?: string;
  /** In the order of time. */
  readonly knots: readonly Knot[];
  /** Strands that a promised requirement needs and this one lacks. */
  readonly missing?: readonly Strand[];
}

export type Strand = 'origin' | 'criterion' | 'work' | 'milestone';

export interface Knot {
  readonly type: 'origin' | 'work' | 'evidence' | 'milestone' | 'signoff';
  /** "INT-1 Kick-off with sales operations" */
  readonly title: string;
  readonly start: PlanMinute;
  readonly finish: PlanMinute;
}

/** What turns one timeline into the next. Fields that are absent stayed as they were. */
export interface TimelinePatch {
  /** The revision to which it applies. */
  readonly base: number;
  readonly revision: number;
  /** Everything but the bars, as far as it changed. `statusDate: null` takes it away. */
  readonly changes: Partial<Omit<Timeline, 'revision' | 'bars' | 'statusDate'>> & {
    readonly statusDate?: number | null;
  };
  /** Bars put in place of `removed` ones at an index, if bars came or went. Everything between first and last change. */
  readonly splice?: { readonly at: number; readonly removed: number; readonly bars: readonly TimelineBar[] };
  /** Bars that changed, by their new index. */
  readonly bars: readonly (readonly [index: number, bar: TimelineBar])[];
}
