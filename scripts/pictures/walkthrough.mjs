// The pictures of the walkthrough in client/walkthrough/images, taken in the real editor, in English and in Chinese.
// Usage: npm run build && node scripts/pictures/walkthrough.mjs [--out FOLDER]
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as workbench from '../../test/editor/workbench.mjs';
import { openBrowser } from '../editor/chromium.mjs';
import { root } from '../editor/install.mjs';
import { freePort } from '../editor/ports.mjs';
import { serveWeb } from '../editor/web.mjs';

const { values } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'client/walkthrough/images') } },
});
const settings = {
  'editor.minimap.enabled': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.lightbulb.enabled': 'off',
  'workbench.activityBar.location': 'hidden',
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
};
const size = { width: 900, height: 580 };
/** For two columns. */
const wide = { width: 1200, height: 766 };
/** Without the status bar. */
const clip = { x: 0, y: 0, width: size.width, height: size.height - 22 };

const tongues = {
  en: {
    suffix: '',
    example: 'erp-rollout',
    requirements: 'requirements.delivery',
    plan: 'plan.delivery',
    finding: 101,
    file: 'portal.delivery',
    field: 'from',
    inside: 'requirement REQ-50 "Suppliers confirm orders in the portal" {\npriority: must\n',
    hovered: 'REQ-1',
  },
  zh: {
    suffix: '.zh-cn',
    example: '智能客服',
    requirements: '需求.delivery',
    plan: '计划.delivery',
    finding: 151,
    file: '门户.delivery',
    field: '来自',
    inside: '需求 需求-50 "供应商在门户中确认订单" {\n优先级: 必须\n',
    hovered: '需求-1',
  },
};

mkdirSync(resolve(values.out), { recursive: true });
for (const [tongue, words] of Object.entries(tongues)) await takeAll(tongue, words);

async function takeAll(tongue, words) {
  const place = mkdtempSync(join(tmpdir(), 'delivery-pictures-'));
  const folder = join(place, words.example);
  cpSync(join(root, 'examples', words.example), folder, { recursive: true });
  const extension = tongue === 'en' ? root : chineseExtension(join(place, 'extension'));
  const server = await serveWeb({ port: await freePort(), folder, extensions: [extension], settings });
  const browser = await openBrowser(size);
  const { page } = browser;
  const take = async (name, part = clip) => {
    const path = join(resolve(values.out), `${name}${words.suffix}.png`);
    await page.waitForTimeout(700);
    await page.screenshot({ path, clip: part, caret: 'hide' });
    console.log(`Wrote ${path}.`);
  };
  try {
    await page.goto(server.address);
    await workbench.ready(page);
    await workbench.useTheme(page, 'Light Modern');
    await workbench.runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await problems(page, words, take);
    await threads(page, words, take);
    await write(page, words, take);
    await timeline(page, words, take);
  } finally {
    await browser.close();
    await server.close();
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** VS Code for the Web speaks another language only with a language pack from the marketplace: here the extension is told. */
function chineseExtension(folder) {
  for (const name of [
    'package.json',
    'package.nls.json',
    'dist',
    'client/l10n',
    'client/icons',
    'syntaxes',
    'schemas',
    'docs',
  ])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const script = join(folder, 'dist/client/browser.js');
  const texts = readFileSync(join(root, 'client/l10n/bundle.l10n.zh-cn.json'), 'utf8');
  const told = readFileSync(script, 'utf8')
    .replace(/\w+\.env\.language/g, '"zh-cn"')
    .replace(/\w+\.l10n\.bundle/g, `(${texts})`);
  writeFileSync(script, told);
  return folder;
}

async function problems(page, { requirements, finding }, take) {
  await workbench.problems(page);
  await workbench.openFile(page, requirements);
  await workbench.goTo(page, finding, 1);
  await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
  await take('problems');
  await workbench.runCommand(page, 'View: Toggle Panel Visibility');
}

async function threads(page, { requirements, hovered }, take) {
  await workbench.openFile(page, requirements);
  await workbench.goTo(page, 1, 1);
  await page.locator('.view-line', { hasText: hovered }).first().getByText(hovered, { exact: true }).first().hover();
  await page.locator('.monaco-hover:not(.hidden)').first().waitFor();
  await take('threads');
  await page.mouse.move(size.width - 1, size.height - 1);
}

/** Begins a spec as the first step says. */
async function write(page, { file, inside, field }, take) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget .quick-input-box input').fill('>Delivery: New Spec');
  await page.locator('.quick-input-list .monaco-list-row').first().click();
  await page.locator('.quick-input-widget .quick-input-box input').fill(file);
  await page.keyboard.press('Enter');
  await workbench.activeTab(page, file).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.insertText(inside);
  await page.waitForTimeout(1000);
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: field }).first().waitFor();
  await take('write', { ...clip, height: 380 });
  await page.keyboard.press('Escape');
  await workbench.runCommand(page, 'View: Revert and Close Editor');
}

async function timeline(page, { plan }, take) {
  await page.setViewportSize({ width: wide.width, height: wide.height });
  await workbench.openFile(page, plan);
  await workbench.runCommand(page, 'Delivery: Open Timeline');
  await workbench.webview(page).locator('[role="treegrid"] [data-key]').first().waitFor();
  await workbench.runCommand(page, 'View: Focus First Editor Group');
  await take('timeline', { x: 0, y: 0, width: wide.width, height: wide.height - 22 });
}
