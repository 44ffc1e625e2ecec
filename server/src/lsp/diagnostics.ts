/** Findings as diagnostics. What was made of a finding is kept for as long as it would come out the same. */
import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver';
import type { Finding } from '../checks/check';
import type { Tongue } from '../kinds/tongue';
import { CONFIG_FILE, type Model } from '../model/model';
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
  readonly model: Model;
  /** How the file was spelled, and the line on which the finding's segment began. */
  readonly uri: string;
  readonly line: number;
  readonly diagnostic: Diagnostic;
}

export class Diagnostics {
  readonly #made = new WeakMap<Finding, Made>();

  of(model: Model, finding: Finding, context: DiagnosticsContext): Diagnostic {
    const { tongue, spelling, pageOf } = context;
    const { file, segment } = finding.place;
    const source = model.files[file];
    const uri = source ? spelling(source.uri) : '';
    const line = file === CONFIG_FILE || !source ? 0 : source.document.lineOf(segment);
    const known = this.#made.get(finding);
    const holds =
      known?.tongue === tongue &&
      (known.model === model || (finding.local && known.line === line && known.uri === uri));
    if (holds) return known.diagnostic;
    const href = pageOf?.(finding.code);
    const diagnostic = {
      ...toDiagnostic(model, finding, tongue, spelling),
      ...(href !== undefined && { codeDescription: { href } }),
    };
    this.#made.set(finding, { model, tongue, uri, line, diagnostic });
    return diagnostic;
  }
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
