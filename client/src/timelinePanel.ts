import { Disposable, Uri, window, type ViewColumn, type WebviewOptions, type WebviewPanel } from 'vscode';
import type { Timeline } from '../../server/src/ide/timeline/types';
import { applyPatch } from '../webview/applyPatch';
import type { FromWebview, ToWebview } from '../webview/messages';
import { exportTimeline } from './exportTimeline';
import { t } from './l10n';
import { oneAtATime } from './oneAtATime';
import { revealSource } from './revealSource';
import type { DeliveryServer } from './server';
import { createTimelineEditing } from './timelineEditing';
import { timelineHtml } from './timelineHtml';

export interface TimelinePanel {
  readonly reveal: () => void;
  readonly column: () => ViewColumn | undefined;
  /** Selects the bar at the cursor. */
  readonly follow: () => void;
  readonly dispose: () => void;
}

export interface TimelinePanelInput {
  readonly webviewPanel: WebviewPanel;
  /** Root folder of the project. */
  readonly root: string;
  readonly server: DeliveryServer;
  readonly extensionUri: Uri;
  /** What to draw first, if it is known already. */
  readonly timeline: Timeline | undefined;
}

/** The tab's name. */
export const timelineTitle = (project: string): string => t('Timeline: {0}', project);

/** Scripts, and files from the webview's own folder only. */
export const webviewOptions = (extensionUri: Uri): WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [Uri.joinPath(extensionUri, 'dist/webview')],
});

/**
 * Fills a panel and keeps it up to date. A hidden webview loses its page, so this side remembers the newest timeline and
 * the last one that had no syntax error, and sends both when the page is back.
 */
export function createTimelinePanel({
  webviewPanel,
  root,
  server,
  extensionUri,
  timeline,
}: TimelinePanelInput): TimelinePanel {
  const { webview } = webviewPanel;
  let newest = timeline;
  let lastGood = timeline?.syntaxErrors === 0 ? timeline : undefined;
  const post = (message: ToWebview): void => void webview.postMessage(message);
  const postTimeline = (value: Timeline | undefined): void => value && post({ type: 'timeline', timeline: value });
  const remember = (value: Timeline | undefined): void => {
    newest = value;
    if (value?.syntaxErrors === 0) lastGood = value;
    if (value) webviewPanel.title = timelineTitle(value.title);
  };
  const cursor = oneAtATime(async () => {
    const editor =
      window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => document.languageId === 'delivery');
    if (editor?.document.languageId !== 'delivery' || !webviewPanel.visible) return;
    const { line, character } = editor.selection.active;
    const request = { uri: editor.document.uri.toString(), position: { line, character } };
    const found = await server.timelineBarAt(request).catch(() => undefined);
    if (found?.root === root && found.key !== undefined) post({ type: 'cursor', key: found.key });
  });

  const refresh = oneAtATime(async () => {
    const answer = await server.timeline({ uri: root, known: newest?.revision }).catch(() => undefined);
    if (answer === undefined) return;
    if (answer === null) {
      remember(undefined);
      post({ type: 'gone' });
      return;
    }
    const patched = newest && 'patch' in answer ? applyPatch(newest, answer.patch) : undefined;
    if ('patch' in answer && patched) post({ type: 'patch', patch: answer.patch });
    else if ('timeline' in answer) postTimeline(answer.timeline);
    remember('timeline' in answer ? answer.timeline : patched);
    // What was typed at the cursor may be a bar only now.
    cursor();
  });
  const catchUp = (): void => {
    if (lastGood !== newest) postTimeline(lastGood);
    postTimeline(newest);
    cursor();
    refresh();
  };
  const reveal = async (key: string, focus: boolean): Promise<void> => {
    const source = await server.timelineSource({ uri: root, key }).catch(() => null);
    if (source) await revealSource(source, focus, webviewPanel.viewColumn);
  };
  const editing = createTimelineEditing(server, root, post);
  const receive = (message: FromWebview): void => {
    if (message.type === 'ready') catchUp();
    else if (message.type === 'reveal') void reveal(message.key, message.focus);
    else if (message.type === 'preview') editing.preview(message.gesture);
    else if (message.type === 'apply') editing.apply(message.gesture, message.way);
    else if (newest) void exportTimeline({ ...message, content: message.content, timeline: newest, extensionUri });
  };

  remember(timeline);
  webview.options = webviewOptions(extensionUri);
  webviewPanel.iconPath = icons(extensionUri);
  const listeners = Disposable.from(
    webview.onDidReceiveMessage(receive),
    server.onDidChange((changed) => (changed === undefined || changed === root) && webviewPanel.visible && refresh()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === window.activeTextEditor && cursor()),
    window.onDidChangeActiveTextEditor(cursor),
  );
  webviewPanel.onDidDispose(() => void listeners.dispose());
  webview.html = timelineHtml(webview, extensionUri, root);
  return {
    reveal: () => webviewPanel.reveal(undefined, true),
    column: () => webviewPanel.viewColumn,
    follow: cursor,
    dispose: () => void webviewPanel.dispose(),
  };
}

const icons = (extensionUri: Uri): { readonly light: Uri; readonly dark: Uri } => ({
  light: Uri.joinPath(extensionUri, 'client/icons/timeline-light.svg'),
  dark: Uri.joinPath(extensionUri, 'client/icons/timeline-dark.svg'),
});
