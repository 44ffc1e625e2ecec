/** Type definitions over the Language Server Protocol. */
import type { Location } from 'vscode-languageserver';
import { headingOfKind, typeDefinitionAt } from '../ide/typeDefinition';
import { toLocation } from './convert';
import { askAt, type Feature, type Host } from './host';

export const typeDefinition: Feature = {
  capabilities: { typeDefinitionProvider: true },
  register: (host) => {
    host.connection.onTypeDefinition(async (params): Promise<Location | null> => {
      const found = await askAt(host, 'type definition', params, ({ model }, cursor) => {
        const kind = typeDefinitionAt(model, cursor);
        return kind && 'place' in kind ? { location: toLocation(model, kind.place, host.spelling) } : kind;
      });
      if (!found) return null;
      return 'location' in found ? found.location : inReference(host, found.builtIn);
    });
  },
};

/** The section of a built-in kind, where the client has said which file the reference is. */
async function inReference({ reference, read }: Host, kind: string): Promise<Location | null> {
  const uri = reference();
  const text = uri === undefined ? undefined : await read(uri).catch(() => undefined);
  const heading = text === undefined ? undefined : headingOfKind(text, kind);
  if (uri === undefined || heading === undefined) return null;
  const { line, length } = heading;
  return { uri, range: { start: { line, character: 0 }, end: { line, character: length } } };
}
