import { EventEmitter, window, type Event, type LogOutputChannel, type Uri } from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import type { PasteRequest, Pasting } from '../../server/src/ide/paste';
import type {
  SourceRange,
  TimelineAnswer,
  TimelineBarAt,
  TimelineBarAtRequest,
  TimelineEdit,
  TimelineEditRequest,
  TimelineRequest,
  TimelineSourceRequest,
} from '../../server/src/ide/timeline/types';
import type {
  DroppedItems,
  DropItemsRequest,
  ExplorerRequest,
  ItemAddress,
  ItemAtRequest,
  ItemCard,
  ItemSource,
  Project,
  ProjectStatus,
  StatusRequest,
  TraceRequest,
  TreeRow,
} from '../../server/src/ide/views/types';
import { answerFileRequests } from './fileAccess';
import { t } from './l10n';

/** A client that is not started yet, and what must be released after it has stopped. */
export interface Connection {
  readonly client: BaseLanguageClient;
  readonly release?: () => void;
}

/** Is somebody there who answers, soon, or not before a restart? */
export type ServerState = 'starting' | 'running' | 'stopped';

export type Connect = (options: LanguageClientOptions) => Connection;

/** A range as it goes over the wire: the editor's own objects do not survive the way. */
export type PlainRange = PasteRequest['range'];

/** The language server as the rest of the extension sees it, across restarts. */
export interface DeliveryServer {
  /**
   * The timeline of the project that the file or folder belongs to, or what changed since the revision that is known; null if
   * there is no project. All requests reject when the server does not run.
   */
  readonly timeline: (request: TimelineRequest) => Promise<TimelineAnswer | null>;
  /** Where a bar is declared; null if there is none any more. */
  readonly timelineSource: (request: TimelineSourceRequest) => Promise<SourceRange | null>;
  /** The bar at a position, and its project; null outside of projects. */
  readonly timelineBarAt: (request: TimelineBarAtRequest) => Promise<TimelineBarAt | null>;
  /** What a gesture in the picture would do to the text; null outside of projects. */
  readonly timelineEdit: (request: TimelineEditRequest) => Promise<TimelineEdit | null>;
  /** The requests of `server/src/ide/views/types.ts`, and what they answer. */
  readonly status: (request: StatusRequest) => Promise<ProjectStatus | null>;
  readonly itemAt: (request: ItemAtRequest) => Promise<ItemAddress | null>;
  readonly trace: (request: TraceRequest) => Promise<readonly TreeRow[] | null>;
  readonly projects: () => Promise<readonly Project[]>;
  readonly explorer: (request: ExplorerRequest) => Promise<readonly TreeRow[] | null>;
  readonly itemSource: (address: ItemAddress) => Promise<ItemSource | null>;
  readonly itemCard: (address: ItemAddress) => Promise<ItemCard | null>;
  readonly dropItems: (request: DropItemsRequest) => Promise<DroppedItems | null>;
  readonly state: () => ServerState;
  readonly onDidChangeState: Event<void>;
  /** Root folder of a project that has a new revision; undefined when all may have, since the server has started anew. */
  readonly onDidChange: Event<string | undefined>;
  /** What to paste over a range so that no id is declared twice; null when the text may be pasted as it is. */
  readonly paste: (request: PasteRequest) => Promise<Pasting | null>;
  /** Hands the editor anew what was found in a file, or in all: somebody else may have written over it. */
  readonly showFindingsAgain: (uri?: Uri) => void;
  /** Starts the server, or stops the running one first. Failures are shown, never thrown. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Each start makes a new client, because a client of the library whose start has failed cannot be started again. */
export function createServer(
  connect: Connect,
  options: LanguageClientOptions,
  output: LogOutputChannel,
): DeliveryServer {
  const changed = new EventEmitter<string | undefined>();
  const stateChanged = new EventEmitter<void>();
  let state: ServerState = 'starting';
  const enter = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    stateChanged.fire();
  };
  let current: Connection | undefined;
  let queue = Promise.resolve();

  const stopCurrent = async (): Promise<void> => {
    const stopped = current;
    current = undefined;
    if (stopped) await release(stopped, output);
  };
  /** What a connection that was replaced goes through is nobody's business. */
  const entered = (connection: Connection, next: ServerState): void => {
    if (current === connection) enter(next);
  };
  const startNext = async (): Promise<void> => {
    await stopCurrent();
    enter('starting');
    const connection = connect({ ...options, initializationFailedHandler: () => false });
    current = connection;
    let offered = false;
    const failed = (): void => {
      entered(connection, 'stopped');
      if (current === connection && !offered) void offerRestart(server, output);
      offered = true;
    };
    prepare(connection, changed, failed, (next) => entered(connection, next));
    await connection.client.start().then(
      () => {
        entered(connection, 'running');
        changed.fire(undefined);
      },
      (error: unknown) => {
        entered(connection, 'stopped');
        output.error(String(error));
      },
    );
  };
  const enqueue = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work, work);
    return queue;
  };

  const ask = async <T>(method: string, request: object): Promise<T> => {
    await queue;
    if (!current) throw new Error('The language server is not running.');
    return current.client.sendRequest<T>(method, request);
  };

  const server: DeliveryServer = {
    timeline: (request) => ask('delivery/timeline', request),
    timelineSource: (request) => ask('delivery/timelineSource', request),
    timelineBarAt: (request) => ask('delivery/timelineBarAt', request),
    timelineEdit: (request) => ask('delivery/timelineEdit', request),
    status: (request) => ask('delivery/status', request),
    itemAt: (request) => ask('delivery/itemAt', request),
    trace: (request) => ask('delivery/trace', request),
    projects: () => ask('delivery/projects', {}),
    explorer: (request) => ask('delivery/explorer', request),
    itemSource: (address) => ask('delivery/itemSource', address),
    itemCard: (address) => ask('delivery/itemCard', address),
    dropItems: (request) => ask('delivery/dropItems', request),
    state: () => state,
    onDidChangeState: stateChanged.event,
    paste: (request) => ask('delivery/paste', request),
    onDidChange: changed.event,
    showFindingsAgain: (only) => {
      const collection = current?.client.diagnostics;
      // What is set to the same value is sent to the editor all the same.
      const all = [...(collection ?? [])].filter(([uri]) => only === undefined || uri.toString() === only.toString());
      collection?.set(all);
    },
    restart: () => enqueue(startNext),
    stop: () => enqueue(stopCurrent),
  };
  return server;
}

/** Handlers survive the restarts that the library makes by itself after a crash. */
function prepare(
  { client }: Connection,
  changed: EventEmitter<string | undefined>,
  failed: () => void,
  enter: (state: ServerState) => void,
): void {
  // The library's own notifications offer no restart; ours do, so its failures go to the output only.
  const log = client.error.bind(client);
  client.error = (message, data) => log(message, data, false);
  client.onNotification('delivery/changed', ({ root }: { readonly root: string }) => changed.fire(root));
  answerFileRequests(client);
  let ran = false;
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) enter('starting');
    if (newState === State.Running && ran) enter('running');
    if (newState === State.StartFailed) failed();
    // A crash passes through "stopped" before the library starts the server again; only the last one stays there.
    if (newState === State.Stopped) setTimeout(() => client.state === State.Stopped && failed(), 0);
    if (newState === State.Running && ran) changed.fire(undefined);
    ran ||= newState === State.Running;
  });
}

async function release({ client, release: releaseHost }: Connection, output: LogOutputChannel): Promise<void> {
  try {
    await client.dispose();
  } catch (error) {
    output.debug(`Stopping the server: ${String(error)}`);
  }
  releaseHost?.();
}

async function offerRestart(server: DeliveryServer, output: LogOutputChannel): Promise<void> {
  const restart = t('Restart');
  const show = t('Show Output');
  const message = t(
    'The Delivery language server has stopped: there are no checks and no timeline until it runs again.',
  );
  const choice = await window.showErrorMessage(message, restart, show);
  if (choice === restart) await server.restart();
  if (choice === show) output.show();
}
