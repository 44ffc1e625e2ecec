/** Definitions, references, implementations and highlights over the Language Server Protocol. */
import type { DocumentHighlight } from 'vscode-languageserver';
import { definitionAt } from '../ide/definition';
import { highlightsAt } from '../ide/highlight';
import { implementationsAt } from '../ide/implementation';
import { referencesAt } from '../ide/references';
import { toLocation, toRange } from './convert';
import { askAt, type Feature, type Host } from './host';
import { DocumentHighlightKind } from './protocol';

export const navigation: Feature = {
  capabilities: {
    definitionProvider: true,
    referencesProvider: true,
    implementationProvider: true,
    documentHighlightProvider: true,
  },
  register,
};

function register(host: Host): void {
  const { connection, spelling } = host;
  connection.onDefinition((params) =>
    askAt(host, 'definition', params, ({ model }, cursor) =>
      definitionAt(model, cursor).map((place) => toLocation(model, place, spelling)),
    ),
  );
  connection.onReferences((params) =>
    askAt(host, 'references', params, ({ model }, cursor) =>
      referencesAt(model, cursor, params.context.includeDeclaration).map((place) => toLocation(model, place, spelling)),
    ),
  );
  connection.onImplementation((params) =>
    askAt(host, 'implementation', params, ({ model }, cursor) =>
      implementationsAt(model, cursor).map((place) => toLocation(model, place, spelling)),
    ),
  );
  connection.onDocumentHighlight((params) =>
    askAt(host, 'highlight', params, ({ model }, cursor) =>
      highlightsAt(model, cursor).map(({ place, isDeclaration }): DocumentHighlight => ({
        range: toRange(model, place),
        kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),
  );
}
