/** The language server: wires the connection to the workspace and the features. */
import type {
  Connection,
  InitializeParams,
  InitializeResult,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { clientOf, unknownClient } from './client';
import { features } from './features';
import { clientFileSystem, type FileSystem } from './fileSystem';
import type { Host } from './host';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from './protocol';
import { Publisher } from './publisher';
import { settingsOf, type SettingsOf } from './settings';
import { tellsUnreadable } from './unreadable';
import { Workspace } from './workspace';

/** Serves a connection. `ownFiles` is how the host itself reads files; undefined where it cannot. */
export function serve(connection: Connection, ownFiles: FileSystem | undefined): void {
  let client = unknownClient;
  let files: FileSystem;
  let workspace: Workspace;
  let settings: SettingsOf;
  let publisher: Publisher;
  let ready: Promise<void> = Promise.resolve();
  const listeners: (() => void)[] = [];
  let loaded = false;
  /** Whether all configurations are read and the other files are not. */
  let isReading = false;
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
    try {
      void Promise.resolve(work()).catch(logs(what));
    } catch (error) {
      logs(what)(error);
    }
  };
  const logs =
    (what: string) =>
    (error: unknown): void =>
      connection.console.error(`${what}: ${describe(error)}`);

  /** Answers a request when the workspace is read; an exception becomes an error answer and spoils nothing else. */
  const answer = async <T>(what: string, compute: () => T): Promise<T> => {
    await ready;
    publisher.asked();
    try {
      return compute();
    } catch (error) {
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${what}: ${describe(error)}`);
    }
  };

  const spelling = (uri: string): string => workspace.identityOf(uri).uri;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = clientOf(params);
    const { options, tongue } = client;
    files = options.fileAccess === 'client' ? clientFileSystem(connection) : (ownFiles ?? clientFileSystem(connection));
    workspace = new Workspace(
      files,
      changed,
      tellsUnreadable(connection, () => client.tongue),
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
      .setFolders(client.folders, [], () => {
        isReading = true;
        return publisher.publishOpen().catch(logs('publish'));
      })
      .catch(logs('read'));
    guard('start', async () => {
      await ready;
      isReading = false;
      loaded = true;
      changed();
      // Asked for now, so that the first keystroke need not wait for the answer.
      for (const { root } of workspace.worlds()) void settings.of(root);
    });
    settings = settingsOf(connection, client.capabilities.workspace, client.options.settings, changed);
    guard('watch', async () => {
      if (client.watchesWhenAsked)
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    });
    // With a client that cannot tell of such changes, listening for them throws.
    if (!client.capabilities.workspace?.workspaceFolders) return;
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
    guard('open', async () => {
      workspace.open(uri, version, text);
      if (isReading) await publisher.publishOpen();
    }),
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

  const host: Host = {
    connection,
    find: (uri) => workspace.worldOf(uri),
    worlds: () => workspace.worlds(),
    spelling,
    identityOf: (uri) => workspace.identityOf(Workspace.normalize(uri)),
    onChanged: (listener) => listeners.push(listener),
    settings: async (uri) => {
      await ready;
      return settings.of(workspace.worldOf(uri)?.world.root ?? uri);
    },
    canShowReferences: () => client.options.showReferences === true,
    canOpenPlaces: () => client.options.openPlace === true,
    read: (uri) => files.read(uri),
    reference: () =>
      typeof client.options.languageReference === 'string' ? client.options.languageReference : undefined,
    showsChoices: () => client.options.snippetChoices === true,
    exists: (uri) => files.exists(uri),
    answer,
    tongue: () => client.tongue,
    client: () => client.capabilities,
  };
  for (const { register } of features) register(host);

  connection.listen();
}

/** The address of the command that shows the page of a check; editors that know it run it when the code is clicked. */
const explainCommand = (code: string): string =>
  `command:delivery.explainCheck?${encodeURIComponent(JSON.stringify([code]))}`;

const ownCapabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
  },
};

/** What the server and its features can do. */
const capabilities = features.reduce((all, feature) => ({ ...all, ...feature.capabilities }), ownCapabilities);

const watchers = ['**/*.delivery', '**/delivery.config.json'].map((globPattern) => ({ globPattern }));

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** The line on which the last of some changes ends, in the text behind them; undefined when all of the text was replaced. */
function lineTyped(changes: readonly TextDocumentContentChangeEvent[]): number | undefined {
  const last = changes.at(-1);
  return last && 'range' in last ? last.range.start.line + last.text.split(/\r\n|\n|\r/).length - 1 : undefined;
}
