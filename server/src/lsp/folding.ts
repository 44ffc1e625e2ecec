/** Folding and selection ranges over the Language Server Protocol. */
import type { FoldingRange } from 'vscode-languageserver';
import { foldsOf, type Fold } from '../ide/folding';
import { selectionAt } from '../ide/selection';
import type { SourceDocument } from '../language/document';
import { rangeIn } from './convert';
import { askFile, type Feature, type Host } from './host';
import { FoldingRangeKind, SelectionRange } from './protocol';

export const folding: Feature = {
  capabilities: { foldingRangeProvider: true, selectionRangeProvider: true },
  register: (host) => {
    host.connection.onFoldingRanges((params) =>
      askFile(host, 'folding', params, ({ model }, file) => rangesOf(host, model.files[file]!.document)),
    );
    host.connection.onSelectionRanges((params) =>
      askFile(host, 'selection', params, ({ model }, file) => {
        const { document } = model.files[file]!;
        return params.positions.map((position) => chainOf(document, document.offsetAt(position)));
      }),
    );
  },
};

function rangesOf({ client }: Host, document: SourceDocument): FoldingRange[] {
  const { rangeLimit = Infinity, lineFoldingOnly = false } = client().textDocument?.foldingRange ?? {};
  const ranges = foldsOf(document)
    .map((fold) => toFoldingRange(document, fold, lineFoldingOnly))
    .filter(({ startLine, endLine }) => startLine < endLine);
  if (ranges.length <= rangeLimit) return ranges;
  // Of too many, the long ones: a reader who folds a large file wants to see its parts.
  const length = ({ startLine, endLine }: FoldingRange): number => endLine - startLine;
  return ranges.toSorted((a, b) => length(b) - length(a)).slice(0, rangeLimit);
}

function toFoldingRange(
  document: SourceDocument,
  { start, end, type, closes }: Fold,
  linesOnly: boolean,
): FoldingRange {
  const [first, last] = [document.positionAt(start), document.positionAt(end)];
  const kind = KINDS[type];
  return {
    startLine: first.line,
    endLine: linesOnly && closes ? last.line - 1 : last.line,
    ...(linesOnly ? {} : { startCharacter: first.character, endCharacter: last.character }),
    ...(kind && { kind }),
  };
}

const KINDS: Partial<Record<Fold['type'], FoldingRangeKind>> = {
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
};

/** The innermost range, which holds the others as its parents. */
function chainOf(document: SourceDocument, offset: number): SelectionRange {
  const ranges = selectionAt(document, offset).map((span) => rangeIn(document, span));
  const outermost = SelectionRange.create(ranges.at(-1)!);
  return ranges.slice(0, -1).reduceRight((parent, range) => SelectionRange.create(range, parent), outermost);
}
