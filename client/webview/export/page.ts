import type { TimelinePageInput } from '../../../server/src/exchange/timelineDrawing.types';
import type { Configuration } from '../messages';

/**
 * A page that holds all that it needs and can be mailed. Its policy admits exactly the script and the style sheet that it was
 * made with, by their hashes, and no network.
 */
export async function timelinePage(
  { timeline, locale, strings }: TimelinePageInput & Pick<Configuration, 'strings'>,
  script: string,
  style: string,
): Promise<string> {
  const configuration: Configuration = { root: '', locale, strings, timeline: { ...timeline, root: '' } };
  const code = script.replace(/<(?=\/script|!--)/gi, '\\x3C');
  const policy = `default-src 'none'; img-src blob: data:; style-src '${await hash(style)}'; script-src '${await hash(code)}'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(locale)}" class="stand-alone">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(timeline.title)}</title>
<style>${style}</style>
</head>
<body>
<div id="timeline"></div>
<script type="application/json" id="configuration">${jsonForScript(configuration)}</script>
<script>${code}</script>
</body>
</html>
`;
}

/** As a policy names it. */
async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** JSON in which nothing can end the script element that holds it. */
export const jsonForScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
