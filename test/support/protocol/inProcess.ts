/** The language server in the process of the test, over streams as over standard input and output: fast, and with faults at will. */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import type { FileSystem } from '../../../server/src/lsp/fileSystem';
import { serve } from '../../../server/src/lsp/server';

export interface InProcess {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server logged as an error; the test may empty it. */
  readonly errors: string[];
  readonly request: (method: string, params?: unknown) => Promise<unknown>;
  readonly notify: (method: string, params: unknown) => Promise<void>;
  readonly stop: () => unknown;
}

export interface InProcessOptions {
  readonly root: string;
  readonly files: FileSystem;
  readonly locale?: string;
  readonly initializationOptions?: object;
  /** Handlers of what the server asks; set before anything is sent. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** A client that can do all that ours can. */
const capabilities = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true, labelDetailsSupport: true } },
    codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    workspaceFolders: true,
    configuration: false,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};

/** Longer than anything of the server waits when nobody types, in milliseconds. */
const LONGEST_TIMER = 1000;

/** Starts a server in a folder, and waits until it has read it. */
export async function startInProcess(options: InProcessOptions): Promise<InProcess> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
  serve(server, options.files);
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const errors: string[] = [];
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) errors.push(message);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/applyEdit', () => ({ applied: true }));
  for (const feature of ['semanticTokens', 'codeLens', 'inlayHint'])
    connection.onRequest(`workspace/${feature}/refresh`, () => null);
  options.prepare?.(connection);
  connection.listen();
  const { root, locale, initializationOptions } = options;
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders: [{ uri: root, name: root }],
    locale,
    initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    errors,
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params as object),
    // A process would end here, and its timers with it; these run out first.
    stop: () =>
      setTimeout(() => {
        connection.dispose();
        server.dispose();
      }, LONGEST_TIMER),
  };
}

/** Files in memory, by address. */
export const memoryFiles = (texts: ReadonlyMap<string, string>): FileSystem => ({
  find: (folder) => Promise.resolve([...texts.keys()].filter((uri) => uri.startsWith(`${folder}/`))),
  read: (uri) => Promise.resolve(texts.get(uri)),
  exists: (uri) => Promise.resolve(texts.has(uri)),
});
