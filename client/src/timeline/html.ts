import { env, l10n, Uri, type Webview } from 'vscode';
import type { Configuration } from '../../webview/messages';
import { escapeHtml, jsonForScript } from '../../webview/export/page';
import { timelineSettings } from './settings';

/**
 * The webview's page. Its policy admits one script, by nonce, and the style sheet beside it; no network, no inline
 * style, and images only of what the page itself has made, for a picture in pixels.
 */
export function timelineHtml(
  webview: Webview,
  extensionUri: Uri,
  panel: Pick<Configuration, 'root' | 'locked'>,
): string {
  const asset = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist/webview', name)).toString();
  const nonce = crypto.randomUUID();
  const configuration: Configuration = {
    ...panel,
    locale: env.language,
    strings: l10n.bundle ?? {},
    ...timelineSettings(panel.root),
  };
  return `<!DOCTYPE html>
<html lang="${escapeHtml(env.language)}">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src blob:; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Delivery</title>
  <link rel="stylesheet" href="${escapeHtml(asset('timeline.css'))}">
</head>
<body>
  <div id="timeline"></div>
  <script type="application/json" id="configuration">${jsonForScript(configuration)}</script>
  <script nonce="${nonce}" src="${escapeHtml(asset('timeline.js'))}"></script>
</body>
</html>`;
}
