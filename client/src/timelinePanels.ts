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
import type { Timeline } from '../../server/src/ide/timeline/types';
import { t } from './l10n';
import { revealSource } from './revealSource';
import type { DeliveryServer } from './server';
import { createTimelinePanel, timelineTitle, webviewOptions, type TimelinePanel } from './timelinePanel';
import type { RowNode } from './views/rowTree';

const viewType = 'delivery.timeline';

/** The command that opens a timeline, and all open timelines: one per project, brought back after a reload of the window. */
export function registerTimeline(context: ExtensionContext, server: DeliveryServer): Disposable {
  const panels = new Map<string, TimelinePanel>();

  const adopt = (webviewPanel: WebviewPanel, root: string, timeline?: Timeline): void => {
    const panel = createTimelinePanel({ webviewPanel, root, server, extensionUri: context.extensionUri, timeline });
    panels.set(root, panel);
    webviewPanel.onDidDispose(() => panels.get(root) === panel && panels.delete(root));
  };
  const create = (timeline: Timeline): void => {
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const options = webviewOptions(context.extensionUri);
    adopt(window.createWebviewPanel(viewType, timelineTitle(timeline.title), column, options), timeline.root, timeline);
  };
  const open = async (resource: unknown): Promise<void> => {
    const uri = resource instanceof Uri ? resource : currentSpec();
    const timeline = uri && (await askServer(server, uri));
    if (timeline === undefined) return;
    if (timeline === null)
      void window.showInformationMessage(t('There is no delivery spec here to draw a timeline of.'));
    else if (panels.has(timeline.root)) panels.get(timeline.root)!.reveal();
    else create(timeline);
  };
  /** The cursor goes to the item, and the picture follows the cursor. */
  const showItem = async ({ root, row }: RowNode): Promise<void> => {
    await open(Uri.parse(root));
    const panel = panels.get(root);
    const source = row.item && (await server.itemSource({ root, key: row.item.key }).catch(() => null));
    if (!panel || !source) return;
    await revealSource(source, false, panel.column());
    panel.follow();
  };
  const restore = (webviewPanel: WebviewPanel, state: unknown): Promise<void> => {
    const root = savedRoot(state);
    if (root === undefined || panels.has(root)) webviewPanel.dispose();
    else adopt(webviewPanel, root);
    return Promise.resolve();
  };

  return Disposable.from(
    commands.registerCommand('delivery.openTimeline', open),
    commands.registerCommand('delivery.showInTimeline', showItem),
    window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: restore }),
    new Disposable(() => [...panels.values()].forEach((panel) => panel.dispose())),
  );
}

/** The spec that the user looks at, or else the first folder of the workspace. */
function currentSpec(): Uri | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const spec = editors.find((editor) => editor?.document.languageId === 'delivery');
  return spec?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
}

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

const savedRoot = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'root' in state && typeof state.root === 'string'
    ? state.root
    : undefined;
