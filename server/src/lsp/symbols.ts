/** The symbols of a file and of the workspace over the Language Server Protocol. */
import type { SymbolInformation } from 'vscode-languageserver';
import { outlineOf, symbolOf } from '../ide/symbols';
import { itemsLike } from '../ide/workspaceSymbols';
import { SYMBOLS, toLocation, toSymbol } from './convert';
import { askFile, type Feature, type Host } from './host';

export const symbols: Feature = {
  capabilities: { documentSymbolProvider: true, workspaceSymbolProvider: true },
  register: (host) => {
    const { connection } = host;
    connection.onDocumentSymbol((params) =>
      askFile(host, 'symbols', params, ({ model }, file) =>
        outlineOf(model, file).map((entry) => toSymbol(model, entry)),
      ),
    );
    connection.onWorkspaceSymbol(({ query }) => host.answer('workspace symbols', () => symbolsLike(host, query)));
  },
};

const symbolsLike = ({ worlds, spelling }: Host, query: string): SymbolInformation[] =>
  worlds().flatMap(({ model }) =>
    itemsLike(model, query).map((item): SymbolInformation => {
      const { name, detail, part, selection } = symbolOf(item);
      return {
        // Editors filter by the name alone, so the title belongs to it.
        name: item.id === undefined ? name : `${name} ${detail}`.trim(),
        kind: SYMBOLS[part],
        location: toLocation(model, selection, spelling),
        ...(item.parent >= 0 && { containerName: symbolOf(model.items[item.parent]!).name }),
      };
    }),
  );
