/**
 * The files of the editor's workspace and the worlds made of them. The text of an open file is the editor's, that of any
 * other file is what was last read from disk.
 */
import { URI } from 'vscode-uri';
import { builtInTable } from '../kinds/table';
import { localDay } from '../kinds/time';
import { SourceDocument, type Position } from '../language/document';
import { createWorld, type World } from '../ide/world';
import { isAtOrBelow, isConfig, isFoundIn, isSpec, rootOf } from '../model/roots';
import { Configs } from './configs';
import type { FileSystem } from './fileSystem';
import type { Unreadable } from './unreadable';

interface File {
  document: SourceDocument;
  /** Set while an editor has the file open. */
  version: number | undefined;
  /** The address as the editor spells it. */
  spelling: string;
}

/** One change of a text, as the Language Server Protocol sends it; without range it replaces everything. */
export interface TextEdit {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export class Workspace {
  readonly #files = new Map<string, File>();
  readonly #configs = new Configs();
  readonly #worlds = new Map<string, World>();
  #folders: string[] = [];
  #revision = 0;
  /** The last of the works that read files. They run one behind the other, or what an early one read could replace later news. */
  #reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly fileSystem: FileSystem,
    /** Called after every change, any number of times before anyone looks. */
    private readonly changed: () => void,
    /** Called for what is there and cannot be read; the rest is read all the same. */
    private readonly unreadable: Unreadable = () => undefined,
  ) {}

  /** The same spelling for the same file, whoever names it. Throws if it is no URI. */
  static normalize(uri: string): string {
    return URI.parse(uri, true).toString();
  }

  /**
   * Takes folders into the workspace and others out of it; reads what is new. `configured` is called, and waited for, when all
   * configurations are read and the other files are not.
   */
  setFolders(
    added: readonly string[],
    removed: readonly string[],
    configured: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    return this.#inTurn(async () => {
      const gone = new Set(removed.map(folderUri));
      this.#folders = [...this.#folders.filter((folder) => !gone.has(folder)), ...added.map(folderUri)];
      this.#drop(gone);
      const found = (await Promise.all(this.#folders.map((folder) => this.#find(folder)))).flat();
      await this.#readConfigs(found);
      await configured();
      await this.#readFiles(found);
      this.#touch();
    });
  }

  open(uri: string, version: number, text: string): void {
    const path = Workspace.normalize(uri);
    if (isConfig(path)) {
      this.#configs.open(path, uri, version, text);
      this.#touch(); // a new root takes files from the one around it
      return;
    }
    this.#files.set(path, { document: new SourceDocument(text), version, spelling: uri });
    this.#touch(uri);
  }

  edit(uri: string, version: number, edits: readonly TextEdit[]): void {
    const path = Workspace.normalize(uri);
    if (isConfig(path)) {
      this.#configs.edit(path, version, edits);
      this.#touch(uri);
      return;
    }
    const file = this.#files.get(path);
    if (!file) return;
    for (const { range, text } of edits) {
      if (!range) file.document = new SourceDocument(text);
      else
        file.document = file.document.edit(
          file.document.offsetAt(range.start),
          file.document.offsetAt(range.end),
          text,
        );
    }
    file.version = version;
    this.#touch(uri);
  }

  /** The editor let go of a file: what is on disk counts again, for its changes may never have been saved. */
  async close(uri: string): Promise<void> {
    const path = Workspace.normalize(uri);
    const file = this.#files.get(path);
    if (isConfig(path)) this.#configs.close(path);
    else if (!file) return;
    else file.version = undefined;
    await this.#inTurn(async () => {
      await (isConfig(path) ? this.#readConfig(path) : this.#readFile(path));
      this.#touch();
    });
  }

  /** Files or folders were created, changed or deleted on disk. What is told of together is read together, and looked at once. */
  diskChanged(changes: readonly { readonly uri: string; readonly deleted: boolean }[]): Promise<void> {
    return this.#inTurn(async () => {
      this.#drop(new Set(changes.filter(({ deleted }) => deleted).map(({ uri }) => folderUri(uri))));
      const others = changes.filter(({ deleted }) => !deleted).map(({ uri }) => Workspace.normalize(uri));
      await Promise.all([...new Set(others)].map((path) => this.#readPath(path)));
      this.#touch();
    });
  }

  async #readPath(path: string): Promise<void> {
    if (isSpec(path)) await this.#readFile(path);
    else if (isConfig(path)) await this.#readConfig(path);
    else await this.#readBelow(path);
  }

  /** The worlds of all projects that have files, be it only a configuration. */
  worlds(): readonly World[] {
    const byRoot = new Map<string, { uri: string; document: SourceDocument }[]>();
    for (const folder of this.#configs.folders()) byRoot.set(folder, []);
    for (const [uri, { document }] of this.#files) {
      const root = this.#rootOf(uri);
      const files = byRoot.get(root) ?? [];
      byRoot.set(root, files);
      files.push({ uri, document });
    }
    for (const root of this.#worlds.keys()) if (!byRoot.has(root)) this.#worlds.delete(root);
    return [...byRoot].map(([root, files]) => this.#worldFor(root, files));
  }

  /** Worlds of nothing but the files that an editor has open, as long as the others are not read. */
  worldsOfOpen(): readonly World[] {
    const byRoot = new Map<string, { uri: string; document: SourceDocument }[]>();
    for (const [uri, { document, version }] of this.#files) {
      if (version === undefined) continue;
      const root = this.#rootOf(uri);
      byRoot.set(root, [...(byRoot.get(root) ?? []), { uri, document }]);
    }
    return [...byRoot].map(([root, files]) => this.#worldOf(root, files));
  }

  /** The world that a file (or a project's root folder) belongs to, with the number of the file in it (-1 for a folder). */
  worldOf(uri: string): { readonly world: World; readonly file: number } | undefined {
    const path = Workspace.normalize(uri);
    const root = this.#rootOf(path);
    const world = this.worlds().find((candidate) => candidate.root === path || candidate.root === root);
    return world && { world, file: world.model.files.findIndex((file) => file.uri === path) };
  }

  /** How the editor spells a file's address, and the version it has open. */
  identityOf(uri: string): { readonly uri: string; readonly version: number | undefined } {
    const file = this.#files.get(uri);
    return this.#configs.identityOf(uri) ?? { uri: file?.spelling ?? uri, version: file?.version };
  }

  #worldFor(root: string, files: readonly { uri: string; document: SourceDocument }[]): World {
    const known = this.#worlds.get(root);
    if (known) return known;
    const world = this.#worldOf(root, files);
    this.#worlds.set(root, world);
    return world;
  }

  #worldOf(root: string, files: readonly { uri: string; document: SourceDocument }[]): World {
    const { file: config, table = builtInTable } = this.#configs.ofRoot(root) ?? {};
    return createWorld({ root, revision: ++this.#revision, files, table, config, today: localDay(new Date()) });
  }

  #rootOf(uri: string): string {
    return rootOf(uri, this.#configs.folders(), this.#folders);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#reading.then(work);
    this.#reading = done.catch(() => undefined); // whoever asked for it reports the failure
    return done;
  }

  async #readBelow(folder: string): Promise<void> {
    const found = await this.#find(folder);
    await Promise.all([this.#readConfigs(found), this.#readFiles(found)]);
  }

  #find(folder: string): Promise<readonly string[]> {
    return this.fileSystem.find(folder, this.unreadable).catch((error: unknown): readonly string[] => {
      this.unreadable(folder, error);
      return [];
    });
  }

  async #readConfigs(found: readonly string[]): Promise<void> {
    await Promise.all(found.filter(isConfig).map((uri) => this.#readConfig(uri)));
  }

  async #readFiles(found: readonly string[]): Promise<void> {
    await Promise.all(found.filter((uri) => isSpec(uri) && !isConfig(uri)).map((uri) => this.#readFile(uri)));
  }

  async #readConfig(uri: string): Promise<void> {
    this.#configs.read(uri, await this.#textOf(uri));
  }

  /** What is on disk, as far as it belongs to the workspace: other files count only while an editor has them open. */
  async #textOf(uri: string): Promise<string | undefined> {
    const text = await this.fileSystem.read(uri).catch((error: unknown) => {
      this.unreadable(uri, error);
      return undefined;
    });
    return isFoundIn(this.#folders, uri) ? text : undefined;
  }

  async #readFile(uri: string): Promise<void> {
    const text = await this.#textOf(uri);
    const file = this.#files.get(uri);
    if (file?.version !== undefined) return; // opened meanwhile: the editor's text counts
    if (text === undefined) this.#files.delete(uri);
    else if (file?.document.text !== text)
      this.#files.set(uri, { document: new SourceDocument(text), version: undefined, spelling: file?.spelling ?? uri });
  }

  /** Forgets files and everything below folders, except what an editor has open. */
  #drop(paths: ReadonlySet<string>): void {
    if (paths.size === 0) return;
    for (const [uri, { version }] of this.#files)
      if (version === undefined && isAtOrBelow(paths, uri)) this.#files.delete(uri);
    this.#configs.drop(paths);
  }

  /** Worlds are made anew: that of one file's project, or all of them. */
  #touch(uri?: string): void {
    if (uri === undefined) this.#worlds.clear();
    else this.#worlds.delete(this.#rootOf(Workspace.normalize(uri)));
    this.changed();
  }
}

const folderUri = (uri: string): string => Workspace.normalize(uri).replace(/\/$/, '');
