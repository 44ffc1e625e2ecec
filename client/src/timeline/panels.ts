import {
  commands,
  Disposable,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type WebviewPanel,
} from 'vscode';
import type { Timeline } from '../../../server/src/ide/timeline/types';
import { t } from '../l10n';
import { revealSource } from '../revealSource';
import type { DeliveryServer } from '../server';
import { specInSight } from '../specCursor';
import {
  createTimelinePanel,
  timelineTitle,
  webviewOptions,
  type TimelinePanel,
  type TimelinePanelInput,
} from './panel';
import type { RowNode } from '../views/rowTree';

const viewType = 'delivery.timeline';

/**
 * The commands that open and lock timelines, and all open ones, brought back after a reload of the window. One panel follows the
 * text that is looked at; locked ones keep their project, so that several can be seen at once.
 */
export function registerTimeline(context: ExtensionContext, server: DeliveryServer): Disposable {
  const panels = new Set<TimelinePanel>();
  const showing = (root: string): TimelinePanel | undefined => [...panels].find((panel) => panel.root() === root);
  const following = (): TimelinePanel | undefined => [...panels].find((panel) => !panel.isLocked());

  const adopt = (webviewPanel: WebviewPanel, shown: Shown): void => {
    const { extensionUri } = context;
    const onOtherProject = (root: string): void => {
      if (!panel.isLocked() && !showing(root)) panel.show(root);
    };
    const panel = createTimelinePanel({
      timeline: undefined,
      ...shown,
      webviewPanel,
      server,
      extensionUri,
      onOtherProject,
    });
    panels.add(panel);
    webviewPanel.onDidDispose(() => panels.delete(panel));
  };
  const create = (timeline: Timeline, locked: boolean): void => {
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const title = timelineTitle(timeline.title, locked);
    const panel = window.createWebviewPanel(viewType, title, column, webviewOptions(context.extensionUri));
    adopt(panel, { root: timeline.root, locked, timeline });
  };
  const open = async (resource: unknown, locked: boolean): Promise<void> => {
    const uri = resource instanceof Uri ? resource : specOrFolder();
    const timeline = uri && (await askServer(server, uri));
    if (timeline === undefined) return;
    if (timeline === null) {
      void window.showInformationMessage(t('There is no delivery spec here to draw a timeline of.'));
      return;
    }
    const panel = showing(timeline.root) ?? (locked ? undefined : following());
    if (!panel) create(timeline, locked);
    else {
      if (panel.root() !== timeline.root) panel.show(timeline.root, timeline);
      if (locked) lock(panel);
      panel.reveal();
    }
  };
  const lock = (panel: TimelinePanel): void => panel.setLocked(true);
  /** One panel follows: another that is to follow takes over from it. */
  const toggleLock = (): void => {
    const panel = [...panels].find((each) => each.isActive());
    if (!panel) return;
    if (panel.isLocked()) [...panels].filter((each) => !each.isLocked()).forEach(lock);
    panel.setLocked(!panel.isLocked());
  };
  /** The cursor goes to the item, and the picture follows the cursor. */
  const showItem = async ({ root, row }: RowNode): Promise<void> => {
    await open(Uri.parse(root), false);
    const panel = showing(root);
    const source = row.item && (await server.itemSource({ root, key: row.item.key }).catch(() => null));
    if (!panel || !source) return;
    await revealSource(source, false, panel.column());
    panel.follow();
  };
  const restore = (webviewPanel: WebviewPanel, state: unknown): Promise<void> => {
    const saved = savedPanel(state);
    if (!saved) webviewPanel.dispose();
    else adopt(webviewPanel, { root: saved.root, locked: saved.locked || following() !== undefined });
    return Promise.resolve();
  };

  return Disposable.from(
    commands.registerCommand('delivery.openTimeline', (resource: unknown) => open(resource, false)),
    commands.registerCommand('delivery.openLockedTimeline', (resource: unknown) => open(resource, true)),
    commands.registerCommand('delivery.toggleTimelineLock', toggleLock),
    commands.registerCommand('delivery.showInTimeline', showItem),
    window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: restore }),
    new Disposable(() => [...panels].forEach((panel) => panel.dispose())),
  );
}

type Shown = Pick<TimelinePanelInput, 'root' | 'locked'> & Partial<Pick<TimelinePanelInput, 'timeline'>>;

/** The spec that the user looks at, or else the first folder of the workspace. */
const specOrFolder = (): Uri | undefined => specInSight()?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;

/** Undefined when the server gave no answer; the user has then been told. */
async function askServer(server: DeliveryServer, uri: Uri): Promise<Timeline | null | undefined> {
  try {
    const answer = await server.timeline({ uri: uri.toString() });
    return answer && 'timeline' in answer ? answer.timeline : null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(t('The timeline could not be drawn: {0}', message));
    return undefined;
  }
}

/** What a page has kept: see `PanelState`. */
function savedPanel(state: unknown): { readonly root: string; readonly locked: boolean } | undefined {
  if (typeof state !== 'object' || state === null || !('root' in state) || typeof state.root !== 'string')
    return undefined;
  return { root: state.root, locked: 'locked' in state && state.locked === true };
}
