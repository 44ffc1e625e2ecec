import { createWorld } from '../../server/src/ide/world';
import { builtInTable } from '../../server/src/kinds/table';
import { SourceDocument } from '../../server/src/language/document';

/** What the checks say about a text that is a project of its own, without places; full-width signs are not counted. */
export function findingsOf(text: string): readonly string[] {
  const files = [{ uri: 'file:///plan/main.delivery', document: new SourceDocument(text) }];
  const { findings } = createWorld({ root: 'file:///plan', revision: 1, files, table: builtInTable });
  return findings
    .filter(({ code }) => code !== 'syntax/full-width')
    .map(({ code, id, message }) => `${code} ${id ?? ''} ${message.en}`)
    .sort();
}
