// Pictures of the timeline without an editor, to look at while drawing it: one for each theme and width.
// Usage: node scripts/pictures/drawing.mjs [--out FOLDER] [--language zh] [--view JSON] [--only light,wide] [project ...]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../editor/chromium.mjs';
import { root } from '../editor/install.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(root, 'out/pictures') },
    language: { type: 'string', default: 'en' },
    // What the page would have saved: grouping, filter, collapsed; see SavedView.
    view: { type: 'string', default: '{}' },
    only: { type: 'string', default: 'light,dark,contrast,wide,narrow' },
    name: { type: 'string', default: '' },
  },
});
const chosen = new Set(values.only.split(','));
const themes = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  contrast: { colorScheme: 'dark', contrast: 'more' },
};
const sizes = { wide: { width: 1400, height: 860 }, narrow: { width: 620, height: 700 } };
const projects =
  positionals.length > 0 ? positionals : ['erp-rollout', '智能客服'].map((name) => join(root, 'examples', name));

mkdirSync(values.out, { recursive: true });
const place = mkdtempSync(join(tmpdir(), 'delivery-pictures-'));
const browser = await openBrowser();
try {
  for (const project of projects) await take(project);
} finally {
  await browser.close();
  rmSync(place, { recursive: true, force: true });
}

async function take(project) {
  const page = join(place, 'timeline.html');
  const command = ['dist/cli/delivery.js', 'timeline', '--to', 'html', '--language', values.language, resolve(project)];
  writeFileSync(page, execFileSync(process.execPath, command, { cwd: root, maxBuffer: 1 << 30 }));
  await browser.page.addInitScript((view) => {
    globalThis.acquireVsCodeApi = () => ({
      postMessage() {},
      setState() {},
      getState: () => ({ views: { '': view } }),
    });
  }, JSON.parse(values.view));
  for (const [theme, media] of Object.entries(themes))
    for (const [size, viewport] of Object.entries(sizes)) {
      if (!chosen.has(theme) || !chosen.has(size)) continue;
      await browser.page.setViewportSize(viewport);
      await browser.page.emulateMedia(media);
      await browser.page.goto(pathToFileURL(page).href);
      await browser.page.locator('[role="treegrid"]').waitFor();
      // The overview strip comes a moment after the rest.
      await browser.page.waitForTimeout(400);
      const name = [basename(project, '.delivery'), values.name, theme, size].filter(Boolean).join(' ');
      await browser.page.screenshot({ path: join(values.out, `${name}.png`) });
      console.log(join(values.out, `${name}.png`));
    }
}
