/** The language server: wires the connection to the workspace and the features, on one screen. */
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { definitionAt } from '../ide/definition';
import { referencesAt } from '../ide/references';
import { outlineOf } from '../ide/symbols';
import type { Model } from '../model/model';
import { toLocation, toSymbol } from './convert';
import { features } from './features';
import { clientFileSystem, type FileSystem } from './fileSystem';
import type { Host } from './host';
import { Publisher } from './publisher';
import { settingsOf, type SettingsOf } from './settings';
import { tellsUnreadable } from './unreadable';
import { Workspace } from './workspace';
import type { Tongue } from '../kinds/tongue';

/** What a client may send with `initialize`. */
interface Options {
  /** `client`: the server reads files through the client; `own` (the default): by itself, where it can. */
  readonly fileAccess?: 'client' | 'own';
  /** Has it the command `delivery.showReferences`? */
  readonly showReferences?: boolean;
  /** Has it the command `delivery.explainCheck`? Then the code of a finding leads to it. */
  readonly explainCheck?: boolean;
  /** Has it the command `delivery.openPlace`? Then ids in Markdown lead to it: VS Code leaves out links into file systems that it does not know. */
  readonly openPlace?: boolean;
  /** Does it show what may be chosen in a place of a snippet, `${1|must,should|}`? Not all that know snippets do. */
  readonly snippetChoices?: boolean;
  /** Address of `docs/language.md`, where the type definitions of built-in kinds lead. */
  readonly languageReference?: string;
  /** What the user has set, as in the section `delivery`, from clients that cannot be asked. */
  readonly settings?: unknown;
  /** Tongue of messages: "zh-cn". The request's own `locale` counts if this is absent. */
  readonly locale?: string;
}

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Serves a connection. `ownFiles` is how the host itself reads files; undefined where it cannot. */
export function serve(connection: Connection, ownFiles: FileSystem | undefined): void {
  let tongue: Tongue = 'en';
  let client: ClientCapabilities = {};
  let options: Options = {};
  let watches = false;
  let foldersMayChange = false;
  let folders: readonly string[] = [];
  let files: FileSystem;
  let workspace: Workspace;
  let settings: SettingsOf;
  let publisher: Publisher;
  let ready: Promise<void> = Promise.resolve();
  const listeners: (() => void)[] = [];
  let loaded = false;
  let scheduled = false;

  const publish = (): void => guard('publish', () => publisher.publish());

  /** Publishes once for all changes that arrive together. */
  const changed = (): void => {
    publisher.outdated();
    if (scheduled || !loaded) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      publish();
      for (const listener of listeners) guard('changed', listener);
      guard('changed', async () => {
        for (const { root, revision } of workspace.worlds())
          await connection.sendNotification('delivery/changed', { root, revision });
      });
    }, 0);
  };

  /** An exception in a notification is logged; the server goes on. */
  const guard = (what: string, work: () => void | Promise<void>): void => {
    const report = (error: unknown): void => connection.console.error(`${what}: ${describe(error)}`);
    try {
      void Promise.resolve(work()).catch(report);
    } catch (error) {
      report(error);
    }
  };

  /** Answers a request when the workspace is read; an exception becomes an error answer and spoils nothing else. */
  const answer = async <T>(what: string, compute: () => T): Promise<T> => {
    await ready;
    try {
      return compute();
    } catch (error) {
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${what}: ${describe(error)}`);
    }
  };

  /** Asks a question about a position; null if the file belongs to no project. */
  const ask = <T>(
    what: string,
    { textDocument, position }: At,
    question: (model: Model, cursor: { file: number; offset: number }) => T,
  ) =>
    answer(what, () => {
      const found = workspace.worldOf(textDocument.uri);
      if (!found || found.file < 0) return null;
      const { model } = found.world;
      return question(model, { file: found.file, offset: model.files[found.file]!.document.offsetAt(position) });
    });

  const spelling = (uri: string): string => workspace.identityOf(uri).uri;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    options = (params.initializationOptions ?? {}) as Options;
    tongue = (options.locale ?? params.locale ?? 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en';
    client = params.capabilities;
    // Our own extension says how files are read, and watches them by itself.
    watches =
      options.fileAccess === undefined &&
      (params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false);
    foldersMayChange = params.capabilities.workspace?.workspaceFolders ?? false;
    folders = foldersOf(params);
    files = options.fileAccess === 'client' ? clientFileSystem(connection) : (ownFiles ?? clientFileSystem(connection));
    workspace = new Workspace(
      files,
      changed,
      tellsUnreadable(connection, () => tongue),
    );
    const pageOf = options.explainCheck === true ? explainCommand : undefined;
    publisher = new Publisher(connection, workspace, {
      context: () => ({ tongue, spelling, pageOf }),
      rested: publish,
    });
    return { capabilities, serverInfo: { name: 'delivery' } };
  });

  connection.onInitialized(() => {
    ready = workspace
      .setFolders(folders, [])
      .catch((error: unknown) => connection.console.error(`read: ${describe(error)}`));
    guard('start', async () => {
      await ready;
      loaded = true;
      changed();
      // Asked for now, so that the first keystroke need not wait for the answer.
      for (const { root } of workspace.worlds()) void settings.of(root);
    });
    settings = settingsOf(connection, client.workspace, options.settings, changed);
    guard('watch', async () => {
      if (watches) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    });
    // With a client that cannot tell of such changes, listening for them throws.
    if (!foldersMayChange) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      guard('folders', () =>
        workspace.setFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        ),
      ),
    );
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) =>
    guard('open', () => workspace.open(uri, version, text)),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    guard('change', async () => {
      workspace.edit(uri, version, contentChanges);
      const line = lineTyped(contentChanges);
      const { diagnostics } = await host.settings(uri);
      if (line !== undefined) publisher.typed(Workspace.normalize(uri), line, diagnostics.delay);
    }),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => guard('close', () => workspace.close(uri)));
  connection.onDidChangeWatchedFiles(({ changes }) =>
    guard('files', () =>
      workspace.diskChanged(changes.map(({ uri, type }) => ({ uri, deleted: type === FileChangeType.Deleted }))),
    ),
  );

  connection.onDefinition((params) =>
    ask('definition', params, (model, cursor) =>
      definitionAt(model, cursor).map((place) => toLocation(model, place, spelling)),
    ),
  );
  connection.onReferences((params) =>
    ask('references', params, (model, cursor) =>
      referencesAt(model, cursor, params.context.includeDeclaration).map((place) => toLocation(model, place, spelling)),
    ),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    answer('symbols', () => {
      const found = workspace.worldOf(uri);
      return found && found.file >= 0
        ? outlineOf(found.world.model, found.file).map((entry) => toSymbol(found.world.model, entry))
        : null;
    }),
  );
  const host: Host = {
    connection,
    find: (uri) => workspace.worldOf(uri),
    worlds: () => workspace.worlds(),
    identityOf: (uri) => workspace.identityOf(Workspace.normalize(uri)),
    onChanged: (listener) => listeners.push(listener),
    settings: async (uri) => {
      await ready;
      return settings.of(workspace.worldOf(uri)?.world.root ?? uri);
    },
    canShowReferences: () => options.showReferences === true,
    canOpenPlaces: () => options.openPlace === true,
    read: (uri) => files.read(uri),
    reference: () => (typeof options.languageReference === 'string' ? options.languageReference : undefined),
    showsChoices: () => options.snippetChoices === true,
    exists: (uri) => files.exists(uri),
    answer,
    tongue: () => tongue,
    client: () => client,
  };
  for (const { register } of features) register(host);

  connection.listen();
}

/** The address of the command that shows the page of a check; editors that know it run it when the code is clicked. */
const explainCommand = (code: string): string =>
  `command:delivery.explainCheck?${encodeURIComponent(JSON.stringify([code]))}`;

const ownCapabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: true,
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
  },
};

/** What the server and its features can do. */
const capabilities = features.reduce((all, feature) => ({ ...all, ...feature.capabilities }), ownCapabilities);

const watchers = ['**/*.delivery', '**/delivery.config.json'].map((globPattern) => ({ globPattern }));

function foldersOf({ workspaceFolders, ...params }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  // Older clients, Neovim's among them, send only the root.
  const { rootUri } = params as { rootUri?: string | null };
  return rootUri ? [rootUri] : [];
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** The line on which the last of some changes ends, in the text behind them; undefined when all of the text was replaced. */
function lineTyped(changes: readonly TextDocumentContentChangeEvent[]): number | undefined {
  const last = changes.at(-1);
  return last && 'range' in last ? last.range.start.line + last.text.split(/\r\n|\n|\r/).length - 1 : undefined;
}
