/** Symbols of the workspace, highlights and implementations over the Language Server Protocol. */
import { DocumentHighlightKind, type DocumentHighlight, type SymbolInformation } from 'vscode-languageserver';
import { highlightsAt } from '../ide/highlight';
import { implementationsAt } from '../ide/implementation';
import { symbolOf } from '../ide/symbols';
import { itemsLike } from '../ide/workspaceSymbols';
import { SYMBOLS, toLocation, toRange } from './convert';
import { askAt, type Feature, type Host } from './host';

export const symbols: Feature = {
  capabilities: { workspaceSymbolProvider: true, documentHighlightProvider: true, implementationProvider: true },
  register: (host) => {
    const { connection } = host;
    connection.onWorkspaceSymbol(({ query }) => host.answer('workspace symbols', () => symbolsLike(host, query)));
    connection.onDocumentHighlight((params) =>
      askAt(host, 'highlight', params, ({ model }, cursor) =>
        highlightsAt(model, cursor).map(({ place, isDeclaration }): DocumentHighlight => ({
          range: toRange(model, place),
          kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      ),
    );
    connection.onImplementation((params) =>
      askAt(host, 'implementation', params, ({ model }, cursor) =>
        implementationsAt(model, cursor).map((place) => toLocation(model, place, (uri) => host.identityOf(uri).uri)),
      ),
    );
  },
};

const symbolsLike = ({ worlds, identityOf }: Host, query: string): SymbolInformation[] =>
  worlds().flatMap(({ model }) =>
    itemsLike(model, query).map((item): SymbolInformation => {
      const { name, detail, part, selection } = symbolOf(item);
      return {
        // Editors filter by the name alone, so the title belongs to it.
        name: item.id === undefined ? name : `${name} ${detail}`.trim(),
        kind: SYMBOLS[part],
        location: toLocation(model, selection, (uri) => identityOf(uri).uri),
        ...(item.parent >= 0 && { containerName: symbolOf(model.items[item.parent]!).name }),
      };
    }),
  );
