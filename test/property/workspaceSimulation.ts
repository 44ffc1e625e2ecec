/** A simulated editor: files in memory, and a server's workspace that hears of every change. */
import type { FileSystem } from '../../server/src/lsp/fileSystem';
import { Workspace } from '../../server/src/lsp/workspace';
import { SourceDocument } from '../../server/src/language/document';
import { CONFIG_NAME, holds, IGNORED_FOLDERS, isConfig, isSpec } from '../../server/src/model/roots';
import { applyEdit, type Edits } from './edits';
import { CONFIGS, SPECS, WORDS } from './workspaceFiles';

/** Longer texts are cut, since all are read again after each change. */
const LONGEST = 2000;

const FOLDERS = ['file:///projects/a', 'file:///projects/b', 'file:///projects/a/inner'];
const PLACES = [
  ...['', '/sub', '/sub/deeper', '/规划', '/node_modules/x'].map((folder) => `file:///projects/a${folder}`),
  ...['file:///projects/a/inner', 'file:///projects/b', 'file:///projects/b/sub', 'file:///elsewhere'],
];
const NAMES = ['needs.delivery', 'plan.delivery', '需求.delivery', CONFIG_NAME];

/** Files in memory, and a server's workspace that hears of every change, as an editor would tell it. */
export class Simulation {
  readonly disk = new Map<string, string>();
  readonly open = new Map<string, string>();
  readonly log: string[] = [];
  readonly workspace: Workspace;
  folders: string[] = ['file:///projects/a'];
  #waiting: Promise<void>[] = [];
  #version = 0;
  /** Where something was typed last, and the text before. */
  #before = { uri: '', text: '' };

  constructor(private readonly random: Edits) {
    for (const place of PLACES) this.disk.set(at(place, this.#one(NAMES.slice(0, 3))), this.#one(SPECS));
    this.workspace = new Workspace(this.#files(), () => undefined);
    this.#tell(this.workspace.setFolders(this.folders, []));
  }

  change(): void {
    const steps = [
      () => this.#type(),
      () => this.#type(),
      () => this.#type(),
      () => this.#takeBack(),
      () => this.#openFile(),
      () => this.#closeFile(),
      () => this.#write(),
      () => this.#delete(),
      () => this.#move(),
      () => this.#moveFolder(),
      () => this.#changeFolders(),
    ];
    this.#one(steps)();
  }

  /** Until the workspace has heard of all changes so far. */
  async settle(): Promise<void> {
    await Promise.all(this.#waiting);
    this.#waiting = [];
  }

  /** A server that starts now, in whose editor the same files are open. */
  async fresh(): Promise<Workspace> {
    const workspace = new Workspace(this.#files(), () => undefined);
    await workspace.setFolders(this.folders, []);
    for (const [uri, text] of this.open) workspace.open(uri, 1, text);
    return workspace;
  }

  /** Types into an open file: something, one of its words instead of another, or two things in one go. */
  #type(): void {
    const found = this.#any([...this.open]);
    if (!found) {
      this.#openFile();
      return;
    }
    const [uri, text] = found;
    if (isConfig(uri)) {
      const next = this.#one(CONFIGS);
      this.#edit(uri, next, [{ text: next }]);
      return;
    }
    let next = text;
    const edits = Array.from({ length: 1 + this.random.below(2) }, () => {
      const edit = this.#nextEdit(next);
      const document = new SourceDocument(next);
      const range = { start: document.positionAt(edit.start), end: document.positionAt(edit.end) };
      // What an editor sends is between characters as it counts them; inside a line break it sends the line's end.
      const exact = { ...edit, start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      next = applyEdit(next, exact);
      return { range, text: edit.inserted };
    });
    if (next.length > LONGEST) {
      next = next.slice(0, LONGEST / 2);
      this.#edit(uri, next, [{ text: next }]);
    } else this.#edit(uri, next, edits);
  }

  /** Takes back what was typed last, and the next time types it again. */
  #takeBack(): void {
    const { uri, text } = this.#before;
    if (!this.open.has(uri)) {
      this.#type();
      return;
    }
    const range = { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } };
    this.#edit(uri, text, [{ range, text }]);
  }

  #edit(uri: string, text: string, edits: Parameters<Workspace['edit']>[2]): void {
    this.log.push(`edit ${uri} ${JSON.stringify(edits)}`);
    this.#before = { uri, text: this.open.get(uri)! };
    this.open.set(uri, text);
    this.workspace.edit(uri, ++this.#version, edits);
  }

  #nextEdit(text: string): ReturnType<Edits['next']> {
    if (this.random.below(3) > 0) return this.random.next(text);
    const word = this.#one(WORDS);
    const start = text.indexOf(word, this.random.below(text.length));
    return start < 0 ? this.random.next(text) : { start, end: start + word.length, inserted: this.#one(WORDS) };
  }

  #openFile(): void {
    const uri = this.#any([...this.disk.keys()]);
    if (uri === undefined || this.open.has(uri)) {
      this.#write();
      return;
    }
    const text = this.random.below(4) === 0 ? this.#text(uri) : this.disk.get(uri)!;
    this.log.push(`open ${uri} ${JSON.stringify(text)}`);
    this.open.set(uri, text);
    this.workspace.open(uri, ++this.#version, text);
  }

  /** Closes a file, saved or not. */
  #closeFile(uri = this.#any([...this.open.keys()])): void {
    if (uri === undefined) return;
    if (this.random.below(2) === 0) this.#put(uri, this.open.get(uri)!);
    this.log.push(`close ${uri}`);
    this.open.delete(uri);
    this.#tell(this.workspace.close(uri));
  }

  /** Another program writes a file. */
  #write(): void {
    const uri = at(this.#one(PLACES), this.#one(NAMES));
    this.#put(uri, this.#text(uri));
  }

  #put(uri: string, text: string): void {
    this.log.push(`write ${uri} ${JSON.stringify(text)}`);
    this.disk.set(uri, text);
    this.#report(uri, false);
  }

  #delete(uri = this.#any([...this.disk.keys()])): void {
    if (uri === undefined) return;
    this.log.push(`delete ${uri}`);
    this.disk.delete(uri);
    this.#report(uri, true);
  }

  /** A file gets another name or folder; one that is open is closed and opened again. */
  #move(): void {
    const from = this.#any([...this.disk.keys()].filter(isSpec));
    const to = at(this.#one(PLACES), this.#one(NAMES.slice(0, 3)));
    if (from === undefined || from === to || this.open.has(to)) return;
    const typed = this.open.get(from);
    const saved = this.disk.get(from)!;
    this.#delete(from);
    if (typed !== undefined) {
      this.open.delete(from);
      this.#tell(this.workspace.close(from));
    }
    this.#put(to, saved);
    if (typed === undefined) return;
    this.open.set(to, typed);
    this.workspace.open(to, ++this.#version, typed);
  }

  /** A whole folder moves; the editor reports the folder alone. */
  #moveFolder(): void {
    const from = this.#one(['file:///projects/a/sub', 'file:///projects/a/规划', 'file:///projects/b/sub'].map(normal));
    const to = this.#one(
      ['file:///projects/a/moved', 'file:///projects/b/moved', 'file:///projects/a/sub'].map(normal),
    );
    const files = [...this.disk].filter(([uri]) => holds(from, uri));
    if (from === to || files.some(([uri]) => this.open.has(uri))) return;
    if ([...this.disk.keys()].some((uri) => holds(to, uri))) return;
    this.log.push(`move ${from} ${to}`);
    for (const [uri, text] of files) {
      this.disk.delete(uri);
      this.disk.set(to + uri.slice(from.length), text);
    }
    this.#report(from, true);
    this.#report(to, false);
  }

  #changeFolders(): void {
    const folder = this.#one(FOLDERS);
    const isThere = this.folders.includes(folder);
    this.log.push(`${isThere ? 'leave' : 'enter'} ${folder}`);
    this.folders = isThere ? this.folders.filter((each) => each !== folder) : [...this.folders, folder];
    this.#tell(this.workspace.setFolders(isThere ? [] : [folder], isThere ? [folder] : []));
  }

  /** Editors watch the folders of the workspace. */
  #report(uri: string, deleted: boolean): void {
    if (this.folders.some((folder) => holds(folder, uri))) this.#tell(this.workspace.diskChanged([{ uri, deleted }]));
  }

  #tell(told: Promise<void>): void {
    this.#waiting.push(told);
  }

  #text(uri: string): string {
    if (isConfig(uri)) return this.#one(CONFIGS);
    const text = this.#one(SPECS);
    return this.random.below(2) === 0 ? text : applyEdit(text, this.#nextEdit(text));
  }

  #any<T>(among: readonly T[]): T | undefined {
    return among[this.random.below(among.length)];
  }

  /** One of several, of which there is at least one. */
  #one<T>(among: readonly T[]): T {
    return this.#any(among)!;
  }

  /** The disk, a little slow at times. */
  #files(): FileSystem {
    const pause = async (): Promise<void> => {
      for (let tick = this.random.below(4); tick > 0; tick--) await Promise.resolve();
    };
    const isIgnored = (path: string): boolean => path.split('/').some((name) => IGNORED_FOLDERS.has(name));
    return {
      find: async (folder) => {
        await pause();
        return [...this.disk.keys()].filter((uri) => holds(folder, uri) && !isIgnored(uri.slice(folder.length)));
      },
      read: async (uri) => {
        await pause();
        return this.disk.get(uri);
      },
      exists: (uri) => Promise.resolve(this.disk.has(uri)),
    };
  }
}

const normal = (uri: string): string => Workspace.normalize(uri);
const at = (folder: string, name: string): string => normal(`${folder}/${name}`);
