import { Disposable, Uri, window, type TextEditor, type WebviewOptions, type WebviewPanel } from 'vscode';
import type { Timeline } from '../../server/src/ide/timeline.types';
import type { FromWebview, ToWebview } from '../webview/messages';
import { t } from './l10n';
import { oneAtATime } from './oneAtATime';
import { revealSource } from './revealSource';
import type { DeliveryServer } from './server';
import { timelineHtml } from './timelineHtml';

export interface TimelinePanel {
  readonly reveal: () => void;
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
  const postTimeline = (value: Timeline | undefined): void => {
    if (!value) return;
    webviewPanel.title = timelineTitle(value.title);
    post({ type: 'timeline', timeline: value });
  };
  const postCursor = (editor: TextEditor | undefined): void => {
    if (editor?.document.languageId !== 'delivery' || !webviewPanel.visible) return;
    const { line, character } = editor.selection.active;
    post({ type: 'cursor', uri: editor.document.uri.toString(), line, character });
  };

  const refresh = oneAtATime(async () => {
    const answer = await server.timeline(root).catch(() => undefined);
    if (answer === undefined) return;
    newest = answer ?? undefined;
    if (newest?.syntaxErrors === 0) lastGood = newest;
    if (answer === null) post({ type: 'gone' });
    else postTimeline(answer);
    // What was typed at the cursor may be a bar only now.
    postCursor(window.activeTextEditor);
  });
  const catchUp = (): void => {
    if (lastGood !== newest) postTimeline(lastGood);
    postTimeline(newest);
    postCursor(
      window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => document.languageId === 'delivery'),
    );
    refresh();
  };
  const receive = (message: FromWebview): void => {
    if (message.type === 'ready') catchUp();
    else void revealSource(message.source, message.focus, webviewPanel.viewColumn);
  };

  webview.options = webviewOptions(extensionUri);
  webviewPanel.iconPath = icons(extensionUri);
  const listeners = Disposable.from(
    webview.onDidReceiveMessage(receive),
    server.onDidChange((changed) => (changed === undefined || changed === root) && webviewPanel.visible && refresh()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => postCursor(textEditor)),
    window.onDidChangeActiveTextEditor(postCursor),
  );
  webviewPanel.onDidDispose(() => void listeners.dispose());
  webview.html = timelineHtml(webview, extensionUri, root);
  return { reveal: () => webviewPanel.reveal(undefined, true), dispose: () => void webviewPanel.dispose() };
}

const icons = (extensionUri: Uri): { readonly light: Uri; readonly dark: Uri } => ({
  light: Uri.joinPath(extensionUri, 'client/icons/timeline-light.svg'),
  dark: Uri.joinPath(extensionUri, 'client/icons/timeline-dark.svg'),
});
