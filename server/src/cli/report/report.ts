/** What `delivery check` has found, as it is to be printed. */
import type { Finding, Severity } from '../../checks/check';
import type { World } from '../../ide/world';
import type { Tongue } from '../../kinds/tongue';
import type { Position } from '../../language/document';
import type { Place } from '../../model/model';
import { rangeOf } from '../../model/range';
import type { Fixed } from '../fix';
import { displayPath } from '../displayPath';

export interface Shown {
  readonly world: World;
  readonly finding: Finding;
}

export type Summary = Readonly<Record<'files' | 'items' | 'links' | 'errors' | 'warnings' | 'suppressed', number>> & {
  /** With `--fix`. */
  readonly mended?: number;
  /** With `--fix`: of the findings that are left, those of which somebody has to choose a repair, such as a near name. */
  readonly suggested?: number;
};

export interface Report {
  readonly shown: readonly Shown[];
  /** What was mended first, if that was asked for. */
  readonly fixed: readonly Fixed[] | undefined;
  /** The files that were looked at, as people in this folder would write them. */
  readonly files: readonly string[];
  readonly summary: Summary;
  readonly tongue: Tongue;
}

/** Prints piece by piece: a big project that has just begun lacks hundreds of thousands of things. */
export type Reporter = (report: Report) => Iterable<string>;

/** One finding in the JSON contract; lines and characters count from 0, characters in UTF-16 code units. */
export interface PrintedFinding extends PrintedPlace {
  readonly code: string;
  readonly severity: Severity;
  readonly id: string | null;
  readonly message: string;
  readonly related: readonly (PrintedPlace & { readonly message: string })[];
}

export interface PrintedPlace {
  /** As people in this folder would write it. */
  readonly file: string;
  readonly range: Range;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A finding in words and paths. */
export function printed({ world: { model }, finding }: Shown, tongue: Tongue): PrintedFinding {
  const { code, severity, place, id, message, related } = finding;
  const at = (where: Place): PrintedPlace => {
    const { uri, start, end } = rangeOf(model, where);
    return { file: displayPath(uri), range: { start, end } };
  };
  return {
    code,
    severity,
    ...at(place),
    id: id ?? null,
    message: message[tongue],
    related: related().map((other) => ({ ...at(other.place), message: other.message[tongue] })),
  };
}

/** What `--fix` mended, in the JSON contract. */
export interface PrintedMending extends PrintedPlace {
  readonly code: string;
  readonly id: string | null;
  readonly repair: string;
}

/** The mendings in words and paths; the range is where each finding stood when it was mended. */
export const printedMendings = (fixed: readonly Fixed[], tongue: Tongue): readonly PrintedMending[] =>
  fixed.flatMap(({ world, mended }) =>
    mended.map(({ finding: { code, id }, repair, file, range: { start, end } }) => ({
      code,
      file: displayPath(world.model.files[file]!.uri),
      range: { start, end },
      id: id ?? null,
      repair: repair.title[tongue],
    })),
  );
