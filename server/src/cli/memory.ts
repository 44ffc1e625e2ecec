/** Documents and configurations as they were read last: what did not change is not parsed again. */
import { SourceDocument } from '../language/document';
import { configFile, type ConfigFile } from '../model/configFile';

export interface Memory {
  /** How many texts were new or different so far. */
  readonly revision: () => number;
  readonly document: (uri: string, text: string) => SourceDocument;
  /** A document whose text has been written meanwhile. */
  readonly keep: (uri: string, document: SourceDocument) => void;
  readonly config: (uri: string, text: string) => ConfigFile;
}

/** Remembers nothing, for those who read once. */
export const noMemory: Memory = {
  revision: () => 0,
  document: (_, text) => new SourceDocument(text),
  keep: () => undefined,
  config: configFile,
};

export function createMemory(): Memory {
  const documents = new Map<string, { readonly text: string; readonly document: SourceDocument }>();
  const configs = new Map<string, ConfigFile>();
  let revision = 0;
  return {
    revision: () => revision,
    document: (uri, text) => {
      const known = documents.get(uri);
      if (known?.text === text) return known.document;
      const document = known ? changed(known.document, known.text, text) : new SourceDocument(text);
      documents.set(uri, { text, document });
      revision++;
      return document;
    },
    keep: (uri, document) => documents.set(uri, { text: document.text, document }),
    config: (uri, text) => {
      const known = configs.get(uri);
      if (known?.text === text) return known;
      const config = configFile(uri, text);
      configs.set(uri, config);
      revision++;
      return config;
    },
  };
}

/** The document with another text, of which only what lies between the first and the last difference is read. */
function changed(document: SourceDocument, old: string, text: string): SourceDocument {
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old[start] === text[start]) start++;
  let same = 0;
  while (same < shorter - start && old[old.length - 1 - same] === text[text.length - 1 - same]) same++;
  return document.edit(start, old.length - same, text.slice(start, text.length - same));
}
