// npm run screenshot: the picture of the README, taken in the real editor: a spec with squiggles, Problems and the timeline.
// Usage: node scripts/screenshot.mjs [--theme "Dark Modern"] [--out FILE]
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as workbench from '../test/editor/workbench.mjs';
import { openBrowser } from './editor/chromium.mjs';
import { root } from './editor/install.mjs';
import { freePort } from './editor/ports.mjs';
import { serveWeb } from './editor/web.mjs';

const { values } = parseArgs({
  options: {
    theme: { type: 'string', default: 'Light Modern' },
    example: { type: 'string', default: 'erp-rollout' },
    file: { type: 'string', default: 'requirements.delivery' },
    finding: { type: 'string', default: 'trace/' },
    plan: { type: 'string', default: 'plan.delivery' },
    out: { type: 'string', default: join(root, 'docs/images/editor.png') },
  },
});
const settings = {
  'editor.minimap.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': true,
  'window.commandCenter': false,
  'outline.collapseItems': 'alwaysCollapse',
};

const place = mkdtempSync(join(tmpdir(), 'delivery-picture-'));
cpSync(join(root, 'examples', values.example), join(place, values.example), { recursive: true });
const port = await freePort();
const server = await serveWeb({ port, folder: join(place, values.example), extensions: [root], settings });
const browser = await openBrowser({ width: 1440, height: 900 });
try {
  await browser.page.goto(server.address);
  await compose(browser.page);
  mkdirSync(dirname(resolve(values.out)), { recursive: true });
  await browser.page.screenshot({ path: values.out });
  console.log(`Wrote ${values.out}.`);
} finally {
  await browser.close();
  await server.close();
  rmSync(place, { recursive: true, force: true, maxRetries: 5 });
}

async function compose(page) {
  await workbench.ready(page);
  await workbench.useTheme(page, values.theme);
  await workbench.openFile(page, values.plan);
  await workbench.runCommand(page, 'Delivery: Open Timeline');
  await workbench.webview(page).locator('[role="treegrid"] [data-key]').first().waitFor();
  await workbench.problems(page);
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await workbench.runCommand(page, 'View: Focus First Editor Group');
  await workbench.openFile(page, values.file);
  // The first finding of the file, so that its squiggle is in sight.
  await page.locator('.markers-panel .monaco-list-row', { hasText: values.finding }).first().dblclick();
  await page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error').first().waitFor();
  await workbench.runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand(page, 'View: Focus First Editor Group');
  // Nothing selected, nothing under the pointer.
  await page.keyboard.press('ArrowRight');
  await page.mouse.move(700, 880);
  await page.waitForTimeout(1000);
}
