import {
  Disposable,
  Uri,
  window,
  workspace,
  type TextEditor,
  type ViewColumn,
  type WebviewOptions,
  type WebviewPanel,
} from 'vscode';
import type { Timeline } from '../../../server/src/ide/timeline/types';
import { applyPatch } from '../../webview/plan/applyPatch';
import type { FromWebview, ToWebview } from '../../webview/messages';
import { exportTimeline } from './export';
import { t } from '../l10n';
import { oneAtATime } from '../oneAtATime';
import { revealSource } from '../revealSource';
import type { DeliveryServer } from '../server';
import { cursorOf, isSpec } from '../specCursor';
import { createTimelineEditing, type TimelineEditing } from './editing';
import { timelineHtml } from './html';
import { timelineSettings } from './settings';

export interface TimelinePanel {
  /** Root folder of the project that is shown. */
  readonly root: () => string;
  readonly isLocked: () => boolean;
  /** A locked panel keeps its project; others show that of the text that is looked at, as Markdown's preview does. */
  readonly setLocked: (locked: boolean) => void;
  readonly isActive: () => boolean;
  /** Shows another project. */
  readonly show: (root: string, timeline?: Timeline) => void;
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
  readonly locked: boolean;
  readonly server: DeliveryServer;
  readonly extensionUri: Uri;
  /** What to draw first, if it is known already. */
  readonly timeline: Timeline | undefined;
  /** The text that is looked at belongs to another project. */
  readonly onOtherProject: (root: string) => void;
}

/** The tab's name; brackets tell a locked panel, as they do with Markdown's preview. */
export const timelineTitle = (project: string, locked: boolean): string =>
  locked ? t('[Timeline] {0}', project) : t('Timeline: {0}', project);

/** Scripts, and files from the webview's own folder only. */
export const webviewOptions = (extensionUri: Uri): WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [Uri.joinPath(extensionUri, 'dist/webview')],
});

/** A project in a panel: the newest timeline, and the last one that had no syntax error. */
interface Shown {
  readonly root: string;
  readonly editing: TimelineEditing;
  newest: Timeline | undefined;
  lastGood: Timeline | undefined;
}

/**
 * Fills a panel and keeps it up to date. A hidden webview loses its page, so this side remembers what was drawn, and sends it
 * when the page is back.
 */
export function createTimelinePanel(input: TimelinePanelInput): TimelinePanel {
  const { webviewPanel, server, extensionUri, onOtherProject } = input;
  const { webview } = webviewPanel;
  let { locked } = input;
  const post = (message: ToWebview): void => void webview.postMessage(message);
  const project = (root: string, timeline: Timeline | undefined): Shown => ({
    root,
    editing: createTimelineEditing(server, root, post),
    newest: timeline,
    lastGood: timeline?.syntaxErrors === 0 ? timeline : undefined,
  });
  let shown = project(input.root, input.timeline);
  const postTimeline = (value: Timeline | undefined): void => value && post({ type: 'timeline', timeline: value });
  const postProject = (): void => post({ type: 'project', root: shown.root, locked, ...timelineSettings(shown.root) });
  const setTitle = (): void => {
    if (shown.newest) webviewPanel.title = timelineTitle(shown.newest.title, locked);
  };
  const remember = (value: Timeline | undefined): void => {
    shown.newest = value;
    if (value?.syntaxErrors === 0) shown.lastGood = value;
    setTitle();
  };
  const cursor = oneAtATime(async () => {
    const editor = window.activeTextEditor ?? window.visibleTextEditors.find(isSpec);
    if (!editor || !isSpec(editor) || !webviewPanel.visible) return;
    const found = await server.timelineBarAt(cursorOf(editor)).catch(() => undefined);
    if (found?.root === shown.root && found.key !== undefined) post({ type: 'cursor', key: found.key });
  });
  /** Only when another text is turned to: a panel that was brought back shows what it showed. */
  const turnTo = async (editor: TextEditor | undefined): Promise<void> => {
    if (!editor || !isSpec(editor)) return;
    const found = await server.timelineBarAt(cursorOf(editor)).catch(() => undefined);
    if (found && found.root !== shown.root && editor === window.activeTextEditor) onOtherProject(found.root);
  };

  const refresh = oneAtATime(async () => {
    const asked = shown;
    const answer = await server.timeline({ uri: asked.root, known: asked.newest?.revision }).catch(() => undefined);
    if (answer === undefined || asked !== shown) return;
    if (answer === null) {
      remember(undefined);
      post({ type: 'gone' });
      return;
    }
    const patched = asked.newest && 'patch' in answer ? applyPatch(asked.newest, answer.patch) : undefined;
    if ('patch' in answer && patched) post({ type: 'patch', patch: answer.patch });
    else if ('timeline' in answer) postTimeline(answer.timeline);
    remember('timeline' in answer ? answer.timeline : patched);
    // What was typed at the cursor may be a bar only now.
    cursor();
  });
  const catchUp = (): void => {
    if (shown.lastGood !== shown.newest) postTimeline(shown.lastGood);
    postTimeline(shown.newest);
    cursor();
    refresh();
  };
  const reveal = async (key: string, focus: boolean): Promise<void> => {
    const source = await server.timelineSource({ uri: shown.root, key }).catch(() => null);
    if (source) await revealSource(source, focus, webviewPanel.viewColumn);
  };
  const receive = (message: FromWebview): void => {
    if (message.type === 'ready') {
      // A page that was saved before the panel turned to another project, or was locked, does not know of it.
      postProject();
      catchUp();
    } else if (message.type === 'reveal') void reveal(message.key, message.focus);
    else if (message.type === 'preview') shown.editing.preview(message.gesture);
    else if (message.type === 'apply') shown.editing.apply(message.gesture, message.way);
    else if (shown.newest)
      void exportTimeline({ ...message, content: message.content, timeline: shown.newest, extensionUri });
  };

  setTitle();
  webview.options = webviewOptions(extensionUri);
  webviewPanel.iconPath = icons(extensionUri);
  const listeners = Disposable.from(
    webview.onDidReceiveMessage(receive),
    server.onDidChange(
      (changed) => (changed === undefined || changed === shown.root) && webviewPanel.visible && refresh(),
    ),
    workspace.onDidChangeConfiguration((changed) => {
      if (changed.affectsConfiguration('delivery', Uri.parse(shown.root))) postProject();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === window.activeTextEditor && cursor()),
    window.onDidChangeActiveTextEditor((editor) => {
      cursor();
      void turnTo(editor);
    }),
  );
  webviewPanel.onDidDispose(() => void listeners.dispose());
  webview.html = timelineHtml(webview, extensionUri, { root: shown.root, locked });
  return {
    root: () => shown.root,
    isLocked: () => locked,
    setLocked: (value) => {
      locked = value;
      setTitle();
      postProject();
    },
    isActive: () => webviewPanel.active,
    show: (root, timeline) => {
      shown = project(root, timeline);
      setTitle();
      // The page starts anew with what it remembers of this project, and then asks for everything.
      postProject();
    },
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
