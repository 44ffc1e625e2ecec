/** Between the engine's plain data and the Language Server Protocol. */
import type { Diagnostic, DocumentSymbol, Location, Range } from 'vscode-languageserver';
import type { Finding, Severity } from '../checks/check';
import type { OutlineEntry } from '../ide/symbols';
import type { Span } from '../language/ast';
import type { SourceDocument } from '../language/document';
import type { Model, Place } from '../model/model';
import { rangeOf } from '../model/range';
import type { Tongue } from '../kinds/tongue';
import { DiagnosticSeverity, DiagnosticTag, SymbolKind } from './protocol';

/** How the editor spells a file's address. */
export type Spelling = (uri: string) => string;

/** The offsets of a range of a document. */
export const toSpan = (document: SourceDocument, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
});

/** The range of some offsets of a document. */
export const rangeIn = (document: SourceDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

export function toRange(model: Model, place: Place): Range {
  const { start, end } = rangeOf(model, place);
  return { start, end };
}

export const toLocation = (model: Model, place: Place, spelling: Spelling): Location => ({
  uri: spelling(rangeOf(model, place).uri),
  range: toRange(model, place),
});

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const toDiagnostic = (model: Model, finding: Finding, tongue: Tongue, spelling: Spelling): Diagnostic => ({
  range: toRange(model, finding.place),
  severity: SEVERITIES[finding.severity],
  code: finding.code,
  source: 'delivery',
  ...(finding.tag && { tags: [DiagnosticTag.Unnecessary] }),
  message: finding.message[tongue],
  relatedInformation: finding.related().map(({ place, message }) => ({
    location: toLocation(model, place, spelling),
    message: message[tongue],
  })),
});

/** As which of the editor's symbols an item is drawn. */
export const SYMBOLS: Readonly<Record<OutlineEntry['part'], SymbolKind>> = {
  origin: SymbolKind.Event,
  need: SymbolKind.Interface,
  requirement: SymbolKind.Class,
  criterion: SymbolKind.Property,
  work: SymbolKind.Method,
  milestone: SymbolKind.EnumMember,
  deliverable: SymbolKind.File,
  evidence: SymbolKind.Boolean,
  acceptance: SymbolKind.Key,
  risk: SymbolKind.Constant,
  change: SymbolKind.Operator,
  group: SymbolKind.Namespace,
  other: SymbolKind.Object,
};

export const toSymbol = (model: Model, entry: OutlineEntry): DocumentSymbol => ({
  name: entry.name,
  detail: entry.detail,
  kind: SYMBOLS[entry.part],
  range: toRange(model, entry.place),
  selectionRange: toRange(model, entry.selection),
  children: entry.children.map((child) => toSymbol(model, child)),
});
