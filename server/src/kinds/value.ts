/**
 * Values: what a phrase means. Each value type is one module in `values/`; this file holds what they share.
 */
import type { Phrase, Span } from '../language/ast';
import type { Field } from './table';
import type { Text, Tongue } from './tongue';

/** A reference to an item, as written; whether the item exists is the model's business. The span is that of the id alone, offsets as in the phrase. */
export interface Reference extends Span {
  readonly type: 'ref';
  /** Id of the item: "REQ-1". */
  readonly id: string;
  /** Revision that the link was made for (`REQ-1 rev 2`), as written without quotes. */
  readonly revision?: string;
}

export type DurationUnit = 'min' | 'h' | 'd' | 'w' | 'mo';

/** `5d`, `2ed`. What a working day, week or month lasts is the project's business. */
export interface Duration {
  readonly type: 'duration';
  readonly amount: number;
  readonly unit: DurationUnit;
  /** Time on the clock, nights and holidays included (`2ed`), instead of working time. */
  readonly elapsed: boolean;
}

/** Plan minutes, see time.ts. `from` is inclusive, `to` exclusive: a period of days ends at midnight behind its last day. */
export interface Period {
  readonly type: 'period';
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly name?: string;
}

/** Minutes of the day, `from` < `to` <= 1440. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

export type CompareOp = '<=' | '>=' | '<' | '>' | '=' | '!=';

/** A number with the unit written after it, if any: `2s`, `99.9%`, `1200 CNY`. */
export interface Measure {
  readonly amount: number;
  readonly unit: string | undefined;
}

export type Severity = 'critical' | 'major' | 'minor';

/** A string, a name, a text, a path or a URL; `text` without quotes. */
interface Words<T extends string> {
  readonly type: T;
  readonly text: string;
}

export type Value =
  | Reference
  | Duration
  | Period
  | Words<'string'>
  | Words<'name'>
  | Words<'text'>
  | Words<'path'>
  | Words<'url'>
  | { readonly type: 'number'; readonly value: number }
  /** 40% is 0.4. */
  | { readonly type: 'percent'; readonly fraction: number }
  /** Key of an enum value in the kind table: `must`, also when 必须 was written. */
  | { readonly type: 'enum'; readonly key: string }
  /** Days since 1970-01-01. */
  | { readonly type: 'date'; readonly day: number }
  /** Plan minute. */
  | { readonly type: 'date-time'; readonly minute: number }
  /** `3d..5d..10d`; best = likely = worst when one was written, likely halfway when two were. */
  | { readonly type: 'estimate'; readonly best: Duration; readonly likely: Duration; readonly worst: Duration }
  | { readonly type: 'money'; readonly amount: number; readonly currency: string | undefined }
  /** `1200 CNY/d`. */
  | {
      readonly type: 'rate';
      readonly amount: number;
      readonly currency: string | undefined;
      readonly per: DurationUnit;
    }
  /** `T-1 SS + 2d`: lag is negative for a lead; a percentage is one of the predecessor's duration. */
  | {
      readonly type: 'dependency';
      readonly target: Reference;
      readonly link: 'FS' | 'SS' | 'FF' | 'SF';
      readonly lag:
        Duration | { readonly type: 'percent'; readonly fraction: number; readonly elapsed: boolean } | undefined;
    }
  /** `lin 50%`; 1 when no percentage is written. */
  | { readonly type: 'allocation'; readonly target: Reference; readonly fraction: number }
  /** `2026-02-14 by lin "note"`. */
  | {
      readonly type: 'stamp';
      readonly minute: number;
      readonly by: Reference | undefined;
      readonly note: string | undefined;
    }
  /** `login_p95 <= 2s`, `>= 99.9%`. */
  | { readonly type: 'target'; readonly metric: string | undefined; readonly op: CompareOp; readonly limit: Measure }
  /** `1.8s on 2026-03-01`. */
  | { readonly type: 'measurement'; readonly measured: Measure; readonly day: number | undefined }
  /** `2w on fri at 10:00`; weekdays count from 1 (Monday) to 7 (Sunday). */
  | {
      readonly type: 'recurrence';
      readonly every: Duration;
      readonly on: readonly number[];
      readonly at: number | undefined;
    }
  /** `09:00..12:00`, or `sat 09:00..13:00 14:00..15:00` for some days (1 Monday … 7 Sunday; none = every working day). */
  | { readonly type: 'hours'; readonly weekdays: readonly number[]; readonly spans: readonly TimeSpan[] }
  /** `mon..fri`, `sat`. */
  | { readonly type: 'weekdays'; readonly weekdays: readonly number[] }
  /** `2026-02-14 09:00..13:00 "name"`; no spans = the usual hours. `to` is exclusive, in days. */
  | {
      readonly type: 'workday';
      readonly from: number;
      readonly to: number;
      readonly spans: readonly TimeSpan[];
      readonly name: string | undefined;
    }
  /**
   * `2026-03-02`, `>= 2026-03-02`, `= 2026-03-02T08:00`: a date typed by hand has no `op`. A date without time has `wholeDay`:
   * a start means the day's first working instant, an end its last.
   */
  | {
      readonly type: 'moment';
      readonly op: '>=' | '<=' | '=' | undefined;
      readonly minute: number;
      readonly wholeDay: boolean;
    }
  /** `4.5/5`: out of what, if it was written. */
  | { readonly type: 'score'; readonly score: number; readonly outOf: number | undefined }
  /** `critical 1h`. */
  | { readonly type: 'per-severity'; readonly severity: Severity; readonly duration: Duration }
  /** `trace/no-work "covered by the vendor" until 2026-06-30`; `until` is the last day on which it holds. */
  | {
      readonly type: 'suppression';
      readonly code: string;
      readonly reason: string | undefined;
      readonly until: number | undefined;
    }
  /** `passed 2026-03-30 by chen "note"`. */
  | {
      readonly type: 'result';
      readonly result: 'passed' | 'failed';
      readonly minute: number | undefined;
      readonly by: Reference | undefined;
      readonly note: string | undefined;
    };

/** The name of a value type, as the kind table uses it. */
export type ValueName = Value['type'];

type ValuesByName = { readonly [N in ValueName]: Extract<Value, { readonly type: N }> };

/** The values of one type. */
export type ValueOf<N extends ValueName> = ValuesByName[N];

/** Why a phrase cannot be read: shown to the user, with the smallest span that is wrong. */
export interface ValueProblem extends Span {
  readonly message: Text;
  /**
   * Text that would be right in place of the span, if there is an obvious one: `2026-03-02` for `2026/3/2`. One that starts
   * with a comma (`, wang`) also takes the place of the blanks before the span.
   */
  readonly suggestion?: string;
}

export type Reading = { readonly value: Value } | { readonly problem: ValueProblem };

/** A value type: how a phrase is read, described, completed and formatted. Pure data and functions. */
export interface ValueTypeOf<N extends ValueName> {
  readonly name: N;
  /** What values of this type look like, as the end of a sentence: "a duration such as `5d`", "工期，例如 `5d`". */
  readonly description: Text;
  /** Right values, best first. */
  readonly examples: readonly string[];
  /** Reads a phrase (never empty). Total: whatever the atoms, a value or a problem. */
  readonly read: (phrase: Phrase, field: Field) => Reading;
  /** References inside a value, in the order of the text. Absent: there are none. */
  readonly references?: (value: ValueOf<N>) => readonly Reference[];
  /**
   * Words that may stand at the end of what is typed so far in the phrase: link types, units, enum values. Absent: none.
   * A half word at the end (`T-1 S`) and a number without its unit (`5`, for `5d`) are replaced by them.
   */
  readonly complete?: (phrase: Phrase | undefined, field: Field) => readonly Suggestion[];
  /**
   * The canonical phrase of a value: read again as one of the field's, it gives the same value, and its words are the first
   * names that the tongue has for them. What a value does not hold (aliases, the order of parts, `2h` or `120min`…) is lost.
   */
  readonly format: (value: ValueOf<N>, tongue: Tongue, field: Field) => string;
}

/** Any value type. */
export type ValueType = { [N in ValueName]: ValueTypeOf<N> }[ValueName];

export interface Suggestion {
  /** The text to insert. */
  readonly text: string;
  readonly documentation?: Text;
}
