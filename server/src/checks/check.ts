/** What a check is, and what it finds. */
import type { Span } from '../language/ast';
import type { SegmentFacts } from '../kinds/facts';
import type { Config } from '../kinds/config/config';
import type { ConfigProblem } from '../kinds/config/problem';
import type { KindTable } from '../kinds/table';
import type { Item, Model, Place } from '../model/model';
import type { Text } from '../kinds/tongue';

/** Whose turn it is: something written is wrong; the thread is unfinished; the cause lies elsewhere; wording. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

interface Rule {
  /** `family/name`, stable: "trace/no-origin". */
  readonly code: string;
  /** When the configuration does not say otherwise. */
  readonly severity: Severity;
}

/** A check that needs to see one segment only; what it finds is kept as long as the segment is. */
export interface SegmentCheck extends Rule {
  readonly find: (facts: SegmentFacts, table: KindTable) => readonly SegmentFinding[];
}

/** A check that needs the whole model. */
export interface ModelCheck extends Rule {
  readonly find: (model: Model) => readonly ModelFinding[];
}

/** A check that looks at the project's configuration. */
export interface ConfigCheck extends Rule {
  readonly find: (config: Config) => readonly ConfigProblem[];
}

export interface SegmentFinding extends Span {
  /** Id of the item that the finding is about, if it has one. */
  readonly id: string | undefined;
  readonly message: Text;
}

export interface ModelFinding {
  readonly item: Item;
  /** The smallest span of the item that is meant. */
  readonly span: Span;
  readonly message: Text;
  readonly related?: readonly Related[];
}

/** Another place that belongs to a finding, with what it has to do with it. */
export interface Related {
  readonly place: Place;
  readonly message: Text;
}

/** A finding of any check, placed in the model. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly id: string | undefined;
  readonly message: Text;
  readonly related: readonly Related[];
}
