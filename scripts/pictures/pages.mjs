// npm run screenshot: the pictures of the pages, taken in the real editor, into docs/images/.
// Usage: node scripts/pictures/pages.mjs [--theme "Dark Modern"] [--out FOLDER] [PICTURE…]
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as workbench from '../../test/editor/workbench.mjs';
import { openBrowser } from '../editor/chromium.mjs';
import { root } from '../editor/install.mjs';
import { freePort } from '../editor/ports.mjs';
import { serveWeb, speak } from '../editor/web.mjs';

/**
 * By the name of the file: the project (a folder, made if it is a function), what is done with it before the picture is taken, and the
 * language in which the extension speaks.
 */
const PICTURES = {
  editor: {
    project: exampleOf('erp-rollout'),
    compose: (page) => specAndTimeline(page, { plan: 'plan.delivery', file: 'requirements.delivery' }),
  },
  'editor.zh-CN': {
    project: exampleOf('智能客服'),
    compose: (page) => specAndTimeline(page, { plan: '计划.delivery', file: '需求.delivery' }),
    language: 'zh-cn',
  },
  'quick-fix': {
    project: threeMistakes('guide', 'Make three mistakes'),
    compose: (page) => quickFix(page, { file: 'clinic.delivery', misspelt: 'form' }),
    size: { width: 1000, height: 620 },
  },
  'quick-fix.zh-CN': {
    project: threeMistakes('guide.zh-CN', '犯三个错'),
    compose: (page) => quickFix(page, { file: '诊所.delivery', misspelt: '来至' }),
    language: 'zh-cn',
    size: { width: 1000, height: 620 },
  },
};

const settings = {
  'editor.minimap.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': true,
  'window.commandCenter': false,
  'outline.collapseItems': 'alwaysCollapse',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'Light Modern' },
    out: { type: 'string', default: join(root, 'docs/images') },
  },
});
mkdirSync(values.out, { recursive: true });
for (const name of positionals.length > 0 ? positionals : Object.keys(PICTURES)) await take(name, PICTURES[name]);

async function take(name, { project, compose, language, size = { width: 1440, height: 900 } }) {
  const place = mkdtempSync(join(tmpdir(), 'delivery-picture-'));
  const server = await serveWeb({ port: await freePort(), folder: project(place), extensions: [root], settings });
  const browser = await openBrowser(size);
  try {
    if (language) await speak(browser.page, language);
    await browser.page.goto(server.address);
    await workbench.ready(browser.page);
    await workbench.useTheme(browser.page, values.theme);
    await compose(browser.page);
    await browser.page.waitForTimeout(1000);
    await browser.page.screenshot({ path: join(values.out, `${name}.png`) });
    console.log(`Wrote ${join(values.out, `${name}.png`)}.`);
  } finally {
    await browser.close();
    await server.close();
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

function exampleOf(name) {
  return (place) => {
    cpSync(join(root, 'examples', name), join(place, name), { recursive: true });
    return join(place, name);
  };
}

/** The project of a guide where it has its three mistakes, below a heading. */
function threeMistakes(page, heading) {
  const guide = readFileSync(join(root, `docs/${page}.md`), 'utf8');
  const [before, mistaken = ''] = guide.split(`### ${heading}\n`);
  const blocks = (text) => [...text.matchAll(/^```delivery\n(?:\/\/.*\n)?([^]*?)^```$/gm)].map(([, code]) => code);
  const declarations = [...blocks(before), blocks(mistaken)[0]].flatMap((code) => code.split(/^(?=\p{L}+ \S+ ")/mu));
  const newest = new Map(declarations.map((text) => [/^\p{L}+ \S+/u.exec(text)?.[0], text]));
  const [, name] = /^\/\/ (\S+)\.delivery$/m.exec(before);
  return (place) => {
    const folder = join(place, name);
    mkdirSync(folder);
    const texts = [...newest.values()].map((text) => `${text.trim()}\n`);
    writeFileSync(join(folder, `${name}.delivery`), texts.join('\n'));
    return folder;
  };
}

/** A spec with squiggles, the Problems panel and the timeline beside it. */
async function specAndTimeline(page, { plan, file }) {
  await workbench.openFile(page, plan);
  await page
    .locator(
      '.editor-group-container.active .editor-actions a[aria-label*="imeline"], .editor-actions a[aria-label*="时间线"]',
    )
    .first()
    .click();
  await workbench.webview(page).locator('[role="treegrid"] [data-key]').first().waitFor();
  await workbench.problems(page);
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await workbench.runCommand(page, 'View: Focus First Editor Group');
  await workbench.openFile(page, file);
  // The first finding of the file, so that its squiggle is in sight.
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'trace/' }).first().dblclick();
  await page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error').first().waitFor();
  await workbench.runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand(page, 'View: Focus First Editor Group');
  await page.locator('.monaco-editor .codelens-decoration a').first().waitFor();
  // Nothing selected, nothing under the pointer.
  await page.keyboard.press('ArrowRight');
  await page.mouse.move(700, 880);
}

/** The repairs of a misspelt field. */
async function quickFix(page, { file, misspelt }) {
  await workbench.openFile(page, file);
  await workbench.runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await workbench.problems(page);
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: misspelt }).first();
  const [, line, column] = /Ln (\d+), Col (\d+)/.exec(await row.textContent());
  await workbench.runCommand(page, 'View: Focus First Editor Group');
  await workbench.goTo(page, Number(line), Number(column) + 1);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}
