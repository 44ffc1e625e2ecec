// The pictures of docs/timeline.md, taken in the real editor (VS Code for the Web) on the example erp-rollout.
// Usage: node scripts/pictures/timeline.mjs [--out FOLDER]
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { timelineOf } from '../../test/editor/timelinePage.mjs';
import * as workbench from '../../test/editor/workbench.mjs';
import { openBrowser } from '../editor/chromium.mjs';
import { root } from '../editor/install.mjs';
import { freePort } from '../editor/ports.mjs';
import { serveWeb } from '../editor/web.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'docs/images') } } });
const settings = {
  'editor.minimap.enabled': false,
  'editor.inlayHints.enabled': 'off',
  'delivery.codeLens': false,
  'workbench.activityBar.location': 'hidden',
  'window.commandCenter': false,
};
/** Room for the picture: the text needs less. */
const size = { width: 1440, height: 820 };

const plan = readFileSync(join(root, 'examples/erp-rollout/plan.delivery'), 'utf8').split('\n');
const place = mkdtempSync(join(tmpdir(), 'delivery-picture-'));
cpSync(join(root, 'examples/erp-rollout'), join(place, 'erp-rollout'), { recursive: true });
const server = await serveWeb({
  port: await freePort(),
  folder: join(place, 'erp-rollout'),
  extensions: [root],
  settings,
});
const browser = await openBrowser(size);
const { page } = browser;
const timeline = timelineOf(page);
try {
  await page.goto(server.address);
  await open();
  mkdirSync(values.out, { recursive: true });
  await besideTheText();
  await dragging();
  await people();
  await requirements();
} finally {
  await browser.close();
  await server.close();
  rmSync(place, { recursive: true, force: true, maxRetries: 5 });
}

async function open() {
  await workbench.ready(page);
  await workbench.useTheme(page, 'Light Modern');
  await workbench.openFile(page, 'plan.delivery');
  await workbench.runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand(page, 'Delivery: Open Timeline');
  await timeline.figure('T-10').waitFor();
  // The sash between text and picture, two fifths from the left.
  await page.mouse.move(size.width / 2, 400);
  await page.mouse.down();
  await page.mouse.move(size.width * 0.36, 400, { steps: 5 });
  await page.mouse.up();
}

/** Takes the picture when colours have faded over, the forecast is there, and nothing is under the pointer. */
async function take(name) {
  await page.waitForTimeout(1500);
  const path = join(values.out, `${name}.png`);
  await page.screenshot({ path });
  console.log(`Wrote ${path}.`);
}

/** Puts the cursor on an item of the plan, which selects its bar and brings both into sight. */
async function cursorOn(id) {
  await workbench.runCommand(page, 'View: Focus First Editor Group');
  await workbench.goTo(page, plan.findIndex((line) => line.includes(` ${id} "`)) + 1, 8);
  await timeline.view.locator(`.chart .item.selected[data-key="${id}"]`).waitFor();
}

async function besideTheText() {
  await cursorOn('M-4');
  await cursorOn('T-28');
  await page.mouse.move(300, size.height - 5);
  await take('timeline');
}

async function dragging() {
  await timeline.drag(await timeline.hold('T-43'), { dx: 40 });
  await timeline.preview.locator('li').first().waitFor();
  await page.mouse.up();
  await timeline.preview.getByRole('button').first().waitFor();
  await take('timeline-drag');
  await page.keyboard.press('Escape');
}

async function people() {
  await workbench.useTheme(page, 'Dark Modern');
  await group('person');
  await take('timeline-people');
}

async function requirements() {
  await workbench.useTheme(page, 'Light Modern');
  await group('requirement');
  await timeline.view.getByRole('button', { name: 'Collapse all' }).click();
  await page.mouse.move(300, size.height - 5);
  await take('timeline-requirements');
}

async function group(by) {
  const bar = timeline.view.getByLabel('Group rows');
  if ((await bar.count()) === 0) await timeline.view.getByRole('button', { name: 'Groups and filters' }).click();
  await bar.selectOption(by);
  await page.mouse.move(300, size.height - 5);
}
