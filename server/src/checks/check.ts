/** What a check is, and what it finds. */
import type { Span } from '../language/ast';
import type { SegmentFacts } from '../kinds/facts';
import type { Config } from '../kinds/config/config';
import type { ConfigProblem } from '../kinds/config/problem';
import type { KindTable } from '../kinds/table';
import type { Model, Place, SegmentPlace } from '../model/model';
import type { Text } from '../kinds/tongue';
import type { ModelSchedule } from '../schedule/fromModel';
import type { Repair } from './repair/repair';

/** Whose turn it is: something written is wrong; the thread is unfinished; the cause lies elsewhere; wording. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

interface Rule {
  /** `family/name`, stable: "trace/no-origin". */
  readonly code: string;
  /** When the configuration does not say otherwise. */
  readonly severity: Severity;
  /** `unnecessary`: what is meant can go; editors fade it. */
  readonly tag?: 'unnecessary';
}

/** A check that needs to see one segment only; what it finds is kept as long as the segment is. */
export interface SegmentCheck extends Rule {
  readonly find: (facts: SegmentFacts, table: KindTable) => readonly SegmentFinding[];
}

/** A check that needs the whole model. */
export interface ModelCheck extends Rule {
  readonly find: (model: Model, context: CheckContext) => readonly ModelFinding[];
}

/** A check that looks at the project's configuration. */
export interface ConfigCheck extends Rule {
  readonly find: (config: Config) => readonly ConfigProblem[];
}

/** What checks know besides the model. */
export interface CheckContext {
  /** The day on which the findings are asked for, in days since 1970-01-01; undefined where nobody knows it. */
  readonly today: number | undefined;
  /** The plan of the model; computed when a check first asks for it. */
  readonly schedule: ModelSchedule;
  /** Does a repair, tried on the whole project, remove its finding and add none? Where nobody can try, nothing is suggested. */
  readonly isSound?: (finding: Finding, repair: Repair) => boolean;
}

export interface SegmentFinding extends Span {
  /** Id of the item that the finding is about, if it has one. */
  readonly id: string | undefined;
  readonly message: Text;
  /** Other places of the segment that belong to it. */
  readonly related?: readonly (Span & { readonly message: Text })[];
  /** Computed when somebody asks; `at` is where the segment stands in the model. `wanted` as in a `Finding`. */
  readonly repairs?: (model: Model, at: SegmentPlace, wanted?: 'sure') => readonly Repair[];
}

export interface ModelFinding {
  /** The smallest span that is meant. */
  readonly place: Place;
  /** Id of the item that the finding is about, if it has one. */
  readonly id: string | undefined;
  readonly message: Text;
  /** Computed when somebody asks, and so are the repairs. */
  readonly related?: () => readonly Related[];
  readonly repairs?: () => readonly Repair[];
  /**
   * Repairs among which somebody has to choose, best first; computed when somebody asks. They change what is promised or
   * planned, so only those are offered that hold when they are tried; of several with one title it is the first of these.
   */
  readonly suggestions?: () => readonly Repair[];
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
  readonly tag: 'unnecessary' | undefined;
  readonly place: Place;
  readonly id: string | undefined;
  /** It follows from its segment alone and has no place elsewhere: while it is the same object, it says the same. */
  readonly local: boolean;
  readonly message: Text;
  /** Computed when somebody asks: most findings of most revisions are never shown. */
  readonly related: () => readonly Related[];
  /**
   * What would mend it in the model that it was found in, best first; computed when somebody asks. `sure`: only what is certain
   * to be meant, as far as it can be applied together with that of the other findings.
   */
  readonly repairs: (model: Model, wanted?: 'sure') => readonly Repair[];
}
