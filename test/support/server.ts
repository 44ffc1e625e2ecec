/** A client of the bundled language server, over standard input and output, for tests. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import type { Workspace } from './workspace';

/** Findings by path: `{ 'a.delivery': ['2:5 trace/no-origin'] }`, lines and columns from 1. Files without findings are absent. */
export type Findings = Readonly<Record<string, readonly string[]>>;

export interface Options {
  /** Folders to open, as paths in the workspace; the workspace itself if not given. */
  readonly folders?: readonly string[];
  /** What older clients send beside them, `rootUri` or `rootPath`. */
  readonly root?: object;
  readonly locale?: string;
  /** What the client can do with edits, as in its capabilities. */
  readonly workspaceEdit?: object;
  /** Which refreshes it understands, as in the capabilities of its workspace. */
  readonly refreshes?: object;
  /** How it folds, as in its capabilities. */
  readonly foldingRange?: object;
  /** What it does with completions, as in its capabilities; it knows snippets if not given. */
  readonly completionItem?: object;
  /** What it can do with code actions, as in its capabilities. */
  readonly codeAction?: object;
  /** Answers the server's questions for settings; without it, the client cannot be asked. */
  readonly configuration?: (items: readonly object[]) => readonly unknown[];
  /** Besides how files are read. */
  readonly initializationOptions?: object;
  /** The server's script and its arguments; the bundled server if not given. */
  readonly command?: readonly [string, ...string[]];
  /** Arguments of Node itself, such as the memory that it may take. */
  readonly nodeArguments?: readonly string[];
  /** As which user the server runs; as this one if not given. */
  readonly uid?: number;
  /** Gets the messages that the server shows. */
  readonly told?: string[];
  /** Reads files for a server that is told to read through its client. */
  readonly files?: {
    readonly find: (folder: string) => readonly string[] | Promise<readonly string[]>;
    readonly read: (uri: string) => string | undefined | Promise<string | undefined>;
  };
}

export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the editor shows now. */
  readonly findings: () => Findings;
  /** Everything that was published, in order; the test may empty it. */
  readonly published: PublishDiagnosticsParams[];
  /** Waits until the editor shows exactly these findings; fails with both when that does not happen in time. */
  readonly shows: (expected: Findings) => Promise<void>;
  readonly open: (path: string, text: string) => Promise<void>;
  /** Replaces the first occurrence of a text in an open file, as an incremental change. */
  readonly edit: (path: string, text: string, replacement: string) => Promise<void>;
  readonly close: (path: string) => Promise<void>;
  /** Tells of changes on disk: `{ 'a.delivery': 'deleted' }`. */
  readonly changed: (changes: Readonly<Record<string, 'created' | 'changed' | 'deleted'>>) => Promise<void>;
  /** Parameters of a request about a position; line and character count from 0. */
  readonly at: (path: string, line: number, character: number) => At;
  readonly request: (method: string, params?: object) => Promise<unknown>;
  /** A fresh server over the same files, with the same files open, shows the same. */
  readonly agreesWithFresh: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Ends the process at once, as when it crashes. */
  readonly kill: () => Promise<void>;
  /** The text of an open file. */
  readonly textOf: (path: string) => string;
}

export interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

const CHANGES = { created: 1, changed: 2, deleted: 3 } as const;
/** Long, for a machine with other work; a passing test does not wait for it. */
const TIMEOUT = 20_000;

/** Starts the server and waits for the answer to `initialize`. */
export async function startServer(workspace: Workspace, options: Options = {}): Promise<Client> {
  const [script, ...args] = options.command ?? ['dist/server/node.js', '--stdio'];
  const child = spawn(process.execPath, [...(options.nodeArguments ?? []), resolve(script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(options.uid !== undefined && { uid: options.uid }),
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const shown = new Map<string, readonly Diagnostic[]>();
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  const openTexts = new Map<string, { version: number; text: string }>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    shown.set(params.uri, params.diagnostics);
    for (const look of waiting) look();
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    options.told?.push(message);
  });
  serveFiles(connection, options);
  const { configuration } = options;
  if (configuration)
    connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly object[] }) =>
      configuration(items),
    );
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>(
    'initialize',
    initializeParams(workspace, options),
  );
  await connection.sendNotification('initialized', {});

  const base = `${workspace.uri()}/`;
  const findings = (): Findings =>
    inOrder(
      [...shown]
        .filter(([, diagnostics]) => diagnostics.length > 0)
        .map(([uri, diagnostics]) => [decodeURIComponent(uri.replace(base, '')), diagnostics.map(describe)]),
    );
  const shows = (expected: Findings): Promise<void> => until(waiting, findings, expected);
  const notify = (method: string, params: object): Promise<void> => connection.sendNotification(method, params);
  const client: Client = {
    connection,
    initialized,
    findings,
    published,
    shows,
    open: (path, text) => {
      openTexts.set(path, { version: 1, text });
      const textDocument = { uri: workspace.uri(path), languageId: 'delivery', version: 1, text };
      return notify('textDocument/didOpen', { textDocument });
    },
    edit: (path, text, replacement) => {
      const open = openTexts.get(path)!;
      const range = rangeOf(open.text, text);
      openTexts.set(path, { version: open.version + 1, text: open.text.replace(text, () => replacement) });
      const textDocument = { uri: workspace.uri(path), version: open.version + 1 };
      return notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text: replacement }] });
    },
    close: (path) => {
      openTexts.delete(path);
      return notify('textDocument/didClose', { textDocument: { uri: workspace.uri(path) } });
    },
    changed: (changes) =>
      notify('workspace/didChangeWatchedFiles', {
        changes: Object.entries(changes).map(([path, type]) => ({ uri: workspace.uri(path), type: CHANGES[type] })),
      }),
    at: (path, line, character) => ({ textDocument: { uri: workspace.uri(path) }, position: { line, character } }),
    request: (method, params) => connection.sendRequest(method, params),
    agreesWithFresh: async () => {
      const fresh = await startServer(workspace, options);
      for (const [path, { text }] of openTexts) await fresh.open(path, text);
      await fresh.shows(findings()).finally(() => fresh.stop());
    },
    kill: async () => {
      const exited = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await exited;
      connection.dispose();
    },
    textOf: (path) => openTexts.get(path)!.text,
    stop: async () => {
      await connection.sendRequest('shutdown');
      await notify('exit', {});
      await new Promise((exited) => child.once('exit', exited));
      connection.dispose();
    },
  };
  return client;
}

function serveFiles(connection: ProtocolConnection, { files }: Options): void {
  if (!files) return;
  connection.onRequest('delivery/findFiles', ({ folder }: { readonly folder: string }) => files.find(folder));
  connection.onRequest('delivery/readFile', async ({ uri }: { readonly uri: string }) => {
    const text = await files.read(uri);
    return text === undefined ? null : { text };
  });
}

const initializeParams = (
  workspace: Workspace,
  { folders = [''], root, locale, files, initializationOptions, ...can }: Options,
): object => ({
  processId: process.pid,
  rootUri: null,
  ...root,
  locale,
  capabilities: {
    textDocument: {
      completion: { completionItem: can.completionItem ?? { snippetSupport: true } },
      foldingRange: can.foldingRange,
      codeAction: can.codeAction,
    },
    workspace: {
      workspaceFolders: true,
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceEdit: can.workspaceEdit,
      configuration: can.configuration !== undefined,
      ...can.refreshes,
    },
  },
  workspaceFolders: folders.map((path) => ({ uri: workspace.uri(path), name: path })),
  initializationOptions: { ...(files && { fileAccess: 'client' }), ...initializationOptions },
});

const describe = ({ range: { start }, code }: Diagnostic): string => `${start.line + 1}:${start.character + 1} ${code}`;

/** By path, however a test orders them. */
const inOrder = (byPath: readonly (readonly [path: string, findings: readonly string[]])[]): Findings =>
  Object.fromEntries([...byPath].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Looks after every notification, so that a passing test never waits for a clock. */
async function until(waiting: Set<() => void>, actual: () => Findings, expected: Findings): Promise<void> {
  const wanted = JSON.stringify(inOrder(Object.entries(expected)));
  await new Promise<void>((resolved) => {
    const done = (): void => {
      clearTimeout(timer);
      waiting.delete(look);
      resolved();
    };
    const look = (): void => {
      if (JSON.stringify(actual()) === wanted) done();
    };
    const timer = setTimeout(done, TIMEOUT);
    waiting.add(look);
    look();
  });
  assert.deepEqual(actual(), expected);
}

/** The range of the first occurrence of a text. */
function rangeOf(source: string, text: string): object {
  const at = source.indexOf(text);
  assert.ok(at >= 0, `no ${JSON.stringify(text)} in the open file`);
  const position = (offset: number): object => {
    const lines = source.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  return { start: position(at), end: position(at + text.length) };
}
