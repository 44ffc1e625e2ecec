/** Findings as diagnostics. What was made of a finding is kept for as long as it would come out the same. */
import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver';
import type { Finding } from '../checks/check';
import type { Tongue } from '../kinds/tongue';
import { CONFIG_FILE, type Model } from '../model/model';
import { perModel } from '../model/perModel';
import { toDiagnostic, type Spelling } from './convert';

export interface DiagnosticsContext {
  /** Tongue of messages. */
  readonly tongue: Tongue;
  readonly spelling: Spelling;
  /** Address of the page on a check, for clients that can show it. */
  readonly pageOf: ((code: string) => string) | undefined;
}

/** A diagnostic, and what it would have to be made anew for. */
interface Made extends Pick<DiagnosticsContext, 'tongue'> {
  /** How the file was spelled, and the line on which the finding's segment began. */
  readonly uri: string;
  readonly line: number;
  readonly diagnostic: Diagnostic;
}

export class Diagnostics {
  readonly #ofSegments = new WeakMap<Finding, Made>();

  of(model: Model, finding: Finding, context: DiagnosticsContext): Diagnostic {
    const { tongue, spelling } = context;
    const { file, segment } = finding.place;
    const source = model.files[file];
    const uri = source ? spelling(source.uri) : '';
    const line = file === CONFIG_FILE || !source ? 0 : source.document.lineOf(segment);
    // What follows from the whole model is gone with it. In a weak map it would stay until old objects are collected.
    const made = finding.local ? this.#ofSegments : ofModel(model);
    const known = made.get(finding);
    if (known?.tongue === tongue && known.line === line && known.uri === uri) return known.diagnostic;
    const diagnostic = fresh(model, finding, context);
    made.set(finding, { tongue, uri, line, diagnostic });
    return diagnostic;
  }
}

const ofModel = perModel(() => new Map<Finding, Made>());

function fresh(model: Model, finding: Finding, { tongue, spelling, pageOf }: DiagnosticsContext): Diagnostic {
  const href = pageOf?.(finding.code);
  return {
    ...toDiagnostic(model, finding, tongue, spelling),
    ...(href !== undefined && { codeDescription: { href } }),
  };
}

/** Do two lists of diagnostics show the same? */
export const areSame = (some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean =>
  some.length === others.length && some.every((diagnostic, at) => isSame(diagnostic, others[at]!));

/** Tag and page follow from the code. Compared part by part, as making texts of thousands of them takes milliseconds. */
const isSame = (one: Diagnostic, other: Diagnostic): boolean =>
  one === other ||
  (one.message === other.message &&
    one.code === other.code &&
    one.severity === other.severity &&
    isSameRange(one.range, other.range) &&
    isSameRelated(one.relatedInformation ?? [], other.relatedInformation ?? []));

const isSameRange = (one: Range, other: Range): boolean =>
  one.start.line === other.start.line &&
  one.start.character === other.start.character &&
  one.end.line === other.end.line &&
  one.end.character === other.end.character;

const isSameRelated = (
  some: readonly DiagnosticRelatedInformation[],
  others: readonly DiagnosticRelatedInformation[],
): boolean =>
  some.length === others.length &&
  some.every(({ message, location }, at) => {
    const other = others[at]!;
    return (
      message === other.message &&
      location.uri === other.location.uri &&
      isSameRange(location.range, other.location.range)
    );
  });
