import { commands, env, l10n, Uri, window, workspace } from 'vscode';
import type { Timeline } from '../../../server/src/ide/timeline/types';
import type { ExportFormat } from '../../webview/messages';
import { timelinePage } from '../../webview/export/page';
import { t } from '../l10n';

export interface TimelineExport {
  readonly format: ExportFormat;
  /** What the panel drew; undefined for the page, which is made here. */
  readonly content: string | Uint8Array | undefined;
  readonly timeline: Timeline;
  readonly extensionUri: Uri;
}

const extensions: Readonly<Record<ExportFormat, string>> = { svg: 'svg', png: 'png', html: 'html', print: 'html' };

/** Asks where to, saves, and offers to open what was saved. Failures are shown. */
export async function exportTimeline({ format, content, timeline, extensionUri }: TimelineExport): Promise<void> {
  const extension = extensions[format];
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(Uri.parse(timeline.root), `${fileName(timeline.title)}.${extension}`),
    filters: { [extension.toUpperCase()]: [extension] },
    title: t('Save the whole plan as'),
  });
  if (!target) return;
  try {
    const data = content ?? (await pageOf(timeline, extensionUri));
    await workspace.fs.writeFile(target, typeof data === 'string' ? new TextEncoder().encode(data) : data);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(t('The timeline could not be saved: {0}', message));
    return;
  }
  const open = t('Open');
  const choice = await window.showInformationMessage(
    t('The timeline was saved as {0}.', target.path.split('/').at(-1)!),
    open,
  );
  if (choice !== open) return;
  // Pages belong into a browser, pictures into the editor's preview.
  if (extension === 'html') await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

async function pageOf(timeline: Timeline, extensionUri: Uri): Promise<string> {
  const asset = async (name: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist/webview', name)));
  const input = { timeline, locale: env.language, strings: l10n.bundle ?? {} };
  return timelinePage(input, await asset('timeline.js'), await asset('timeline.css'));
}

/** The project's name without what file systems do not take. */
const fileName = (title: string): string =>
  title
    .replace(/[\u0000-\u001f\\/:*?"<>|]+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '') || 'timeline';
