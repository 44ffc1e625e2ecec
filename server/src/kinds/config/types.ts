/** What `delivery.config.json` holds once it matches its JSON Schema. Objects may have any member names, `__proto__` among them. */
import type { LinkRole, TracePart } from '../table';
import type { Text } from '../tongue';

/** One name, or several of which the first is canonical. */
export type RawNames = Readonly<Partial<Record<'en' | 'zh', string | readonly string[]>>>;

/** One sentence for both tongues, or one of which either may be missing. */
export type RawText = string | Partial<Text>;

export interface RawEnumValue {
  readonly names?: RawNames;
  readonly doc?: RawText;
}

export interface RawField {
  readonly names?: RawNames;
  readonly doc?: RawText;
  readonly type: string | readonly string[];
  readonly required?: boolean;
  readonly repeat?: boolean;
  /** Kinds, by any of their names. */
  readonly targets?: readonly string[];
  readonly values?: Readonly<Record<string, RawEnumValue>>;
  readonly example?: string;
  readonly link?: { readonly reading: RawText; readonly inverse: RawText; readonly role?: LinkRole };
}

/** Kinds by any of their names (or `*`), each with the implied field by any of its names, or null. */
export type RawNesting = Readonly<Record<string, string | null>>;

export interface RawKind {
  readonly names?: RawNames;
  readonly doc?: RawText;
  readonly prefix?: string;
  readonly anonymous?: boolean;
  readonly nestedOnly?: boolean;
  readonly trace?: TracePart;
  readonly contains?: RawNesting;
  readonly inside?: RawNesting;
  readonly fields?: Readonly<Record<string, RawField>>;
}

/** How severe findings are, or that they are not shown at all. */
export type Level = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** By code, family or `*`. */
export type RawLevels = Readonly<Record<string, Level>>;

export interface RawOverride {
  readonly files: string | readonly string[];
  readonly severity: RawLevels;
}

/** `true`: it is there; `false`: it is not; otherwise a value as in a spec, perhaps behind an operator, or several. */
export type RawTest = boolean | string | number | readonly (string | number)[];

export interface RawCondition {
  readonly fields?: Readonly<Record<string, RawTest>>;
  readonly links?: readonly RawLinks[];
  readonly inside?: string | readonly string[];
  readonly any?: readonly RawCondition[];
  readonly not?: RawCondition;
}

export interface RawLinks {
  /** The name of a field or a role; either `in` or `out`. */
  readonly in?: string;
  readonly out?: string;
  readonly kind?: string | readonly string[];
  readonly where?: RawCondition;
  readonly min?: number;
  readonly max?: number;
}

export interface RawRule {
  readonly for: string | readonly string[];
  readonly where?: RawCondition;
  readonly require?: RawCondition;
  readonly message: RawText;
  readonly severity?: Exclude<Level, 'off'>;
}

export interface RawConfig {
  readonly kinds?: Readonly<Record<string, RawKind>>;
  /** Further fields by any name of the kind, or `*` for all kinds. */
  readonly fields?: Readonly<Record<string, Readonly<Record<string, RawField>>>>;
  readonly severity?: RawLevels;
  readonly overrides?: readonly RawOverride[];
  readonly rules?: Readonly<Record<string, RawRule>>;
  /** How dates are worked out where the project does not say so. */
  readonly schedule?: 'early' | 'levelled';
  /** Addresses by name, each with `#` for the number. */
  readonly trackers?: Readonly<Record<string, string>>;
}
