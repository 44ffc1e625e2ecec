/** The configurations of the editor's workspace. The text of an open one is the editor's, that of any other is the disk's. */
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { KindTable } from '../kinds/table';
import { configFile, type ConfigFile } from '../model/configFile';
import { folderOf, isAtOrBelow } from '../model/roots';

interface Entry {
  readonly file: ConfigFile;
  /** The last one that was whole: a configuration in the middle of an edit must not take its kinds from the specs. */
  readonly lastWhole: KindTable | undefined;
  /** Set while an editor has the file open. */
  readonly version: number | undefined;
  /** The address as the editor spells it. */
  readonly spelling: string;
}

/** Configurations by address; all addresses are normalised URIs. */
export class Configs {
  readonly #entries = new Map<string, Entry>();

  /** The folders that are project roots by their configuration. */
  folders(): Iterable<string> {
    return [...this.#entries.keys()].map(folderOf);
  }

  /** The configuration of a root, and its kinds: of a broken one those that it had before, if it was ever whole. */
  ofRoot(root: string): { readonly file: ConfigFile; readonly table: KindTable } | undefined {
    for (const [uri, { file, lastWhole }] of this.#entries)
      if (folderOf(uri) === root)
        return { file, table: file.config.isTableWhole ? file.config.table : (lastWhole ?? file.config.table) };
    return undefined;
  }

  /** How the editor spells the address, and the version it has open; undefined if there is no such configuration. */
  identityOf(uri: string): { readonly uri: string; readonly version: number | undefined } | undefined {
    const entry = this.#entries.get(uri);
    return entry && { uri: entry.spelling, version: entry.version };
  }

  open(uri: string, spelling: string, version: number, text: string): void {
    this.#set(uri, text, { spelling, version });
  }

  edit(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const entry = this.#entries.get(uri);
    if (!entry) return;
    const document = TextDocument.create(uri, 'jsonc', 0, entry.file.text);
    const text = TextDocument.update(document, [...changes], version).getText();
    this.#set(uri, text, { spelling: entry.spelling, version });
  }

  /** The editor let go of it; what is on disk counts from the next `read`. */
  close(uri: string): void {
    const entry = this.#entries.get(uri);
    if (entry) this.#entries.set(uri, { ...entry, version: undefined });
  }

  /** The text on disk, or undefined when there is none; it does not count while the file is open. */
  read(uri: string, text: string | undefined): void {
    const entry = this.#entries.get(uri);
    if (entry?.version !== undefined) return;
    if (text === undefined) this.#entries.delete(uri);
    else if (entry?.file.text !== text) this.#set(uri, text, { spelling: entry?.spelling ?? uri, version: undefined });
  }

  /** Forgets configurations and all below folders, except what an editor has open. */
  drop(paths: ReadonlySet<string>): void {
    for (const [uri, { version }] of this.#entries)
      if (version === undefined && isAtOrBelow(paths, uri)) this.#entries.delete(uri);
  }

  #set(uri: string, text: string, identity: Pick<Entry, 'spelling' | 'version'>): void {
    const before = this.#entries.get(uri);
    const file = configFile(uri, text, before?.file);
    const lastWhole = file.config.isTableWhole ? file.config.table : before?.lastWhole;
    this.#entries.set(uri, { file, lastWhole, ...identity });
  }
}
