// The timeline's panel in the real editor named by `--editor`: what it shows, what it remembers, and what it keeps out.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { faults } from './axe.mjs';
import { openHost } from './hosts.mjs';
import { plans, screenshots } from './places.mjs';
import { timelineOf } from './timelinePage.mjs';
import * as workbench from './workbench.mjs';

const name = process.argv.includes('web') ? 'web' : 'code-server';
const harbour = readFileSync(join(plans, 'harbour/harbour.delivery'), 'utf8').split('\n');
const lineOf = (text) => harbour.findIndex((line) => line.includes(text)) + 1;

/** A plan that has to be scrolled in both directions. */
function addLongPlan(workspace) {
  const phases = Array.from({ length: 20 }, (_, phase) => {
    const tasks = Array.from({ length: 9 }, (_, task) => {
      const after = task > 0 ? `, after: L-${phase}-${task - 1}` : phase > 0 ? `, after: L-${phase - 1}-8` : '';
      return `  task L-${phase}-${task} "Task ${task} of part ${phase}" { duration: 3d${after} }`;
    });
    return `phase L-${phase} "Part ${phase}" {\n${tasks.join('\n')}\n}`;
  });
  const project = 'project long "Long road" { period: 2026-01-05..2028-12-31 }';
  mkdirSync(join(workspace, 'long'));
  writeFileSync(join(workspace, 'long/delivery.config.json'), '{}\n');
  writeFileSync(join(workspace, 'long/long.delivery'), [project, ...phases, ''].join('\n'));
}

describe(`the timeline in ${name}`, function () {
  this.timeout(90_000);
  let host;
  let page;
  let timeline;

  before(async () => {
    host = await openHost(name, { specs: plans, prepare: addLongPlan });
    ({ page } = host);
    await workbench.ready(page);
    await workbench.openFile(page, 'harbour.delivery');
    // The commands are offered when the extension runs.
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ timeout: 60_000 });
    await workbench.runCommand(page, 'Delivery: Open Timeline');
    timeline = timelineOf(page);
    await timeline.figure('T-1').waitFor();
    await listen();
  });

  afterEach(async function () {
    if (this.currentTest.state === 'failed')
      await page.screenshot({ path: join(screenshots, `${name} failed ${this.currentTest.title}.png`) });
  });

  after(() => host?.close());

  const tab = (title) => page.locator('.tab', { hasText: title });
  /** The page tells of what its policy forbids; it is another one after a reload. */
  const listen = () =>
    timeline.view
      .locator('body')
      .evaluate(() =>
        globalThis.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
          console.error(`securitypolicyviolation: ${violatedDirective}`),
        ),
      );
  const text = () => workbench.runCommand(page, 'View: Focus First Editor Group');
  const textHasFocus = () =>
    page.waitForFunction(() => Boolean(globalThis.document.activeElement?.closest('.monaco-editor')));
  const isSelected = (key) => timeline.view.locator(`[aria-selected="true"] [data-key="${key}"]`).waitFor();

  it('selects the bar whose text holds the cursor', async () => {
    await text();
    for (const [key, words] of [
      ['T-3', 'Crane'],
      ['M-1', 'Quay'],
      ['T-2', 'as agreed'],
    ]) {
      await workbench.goTo(page, lineOf(words), 5);
      await isSelected(key);
      await timeline.view.locator(`.chart .item.selected[data-key="${key}"]`).waitFor();
    }
  });

  it('leads from a bar, from a row and from the keyboard to the text', async () => {
    await timeline.bar('M-2').click();
    await workbench.cursorAt(page, lineOf('milestone M-2')).waitFor();
    await isSelected('M-2');
    await timeline.row('T-1').locator('.name').click();
    await workbench.cursorAt(page, lineOf('task T-1')).waitFor();
    await textHasFocus();
    // The editor may take the focus once more after its cursor is there, and what is typed with it.
    await workbench.eventually(async () => {
      await timeline.row('T-1').focus();
      await page.waitForTimeout(500);
      assert.equal(await page.evaluate(() => globalThis.document.activeElement?.tagName), 'IFRAME');
    });
    await page.keyboard.press('ArrowDown');
    await isSelected('T-2');
    await page.keyboard.press('Enter');
    await workbench.cursorAt(page, lineOf('task T-2')).waitFor();
    assert.equal(
      await page.evaluate(() => globalThis.document.activeElement?.closest('.monaco-editor') !== null),
      true,
    );
  });

  it('follows the text while it is typed, and touches nothing but what changed', async () => {
    const mark = (key) => timeline.row(key).evaluate((row) => (row.dataset.seen = 'yes'));
    await mark('T-1');
    await timeline.figure('T-3').evaluate((bar) => (bar.dataset.seen = 'yes'));
    const before = await timeline.figure('T-2').boundingBox();
    await text();
    await workbench.goTo(page, lineOf('duration: 5d /*'), 15);
    await page.keyboard.insertText('1');
    await workbench.eventually(async () =>
      assert.ok((await timeline.figure('T-2').boundingBox()).width > before.width * 1.5),
    );
    assert.equal(await timeline.row('T-1').getAttribute('data-seen'), 'yes');
    assert.equal(await timeline.figure('T-3').getAttribute('data-seen'), 'yes');
    await workbench.runCommand(page, 'File: Revert File');
    await workbench.eventually(async () =>
      assert.ok(Math.abs((await timeline.figure('T-2').boundingBox()).width - before.width) < 1),
    );
  });

  it('takes the colours of another theme at once', async () => {
    const ink = () => timeline.view.locator('body').evaluate((body) => globalThis.getComputedStyle(body).color);
    await workbench.useTheme(page, 'Light Modern');
    await page.waitForTimeout(500);
    const light = await ink();
    await timeline.row('T-1').evaluate((row) => (row.dataset.theme = 'kept'));
    await workbench.useTheme(page, 'Dark Modern');
    await workbench.eventually(async () => assert.notEqual(await ink(), light));
    assert.equal(await timeline.row('T-1').getAttribute('data-theme'), 'kept');
    await workbench.useTheme(page, 'Light Modern');
    await workbench.eventually(async () => assert.equal(await ink(), light));
  });

  for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'])
    it(`has nothing that axe finds fault with, in ${theme}`, async () => {
      await workbench.useTheme(page, theme);
      await page.waitForTimeout(500);
      const { view } = timeline;
      assert.deepEqual(await faults(view.locator('body')), []);
      const open = ['Groups and filters', 'Legend'];
      for (const each of open) await view.getByRole('button', { name: each, exact: true }).click();
      assert.deepEqual(await faults(view.locator('body')), []);
      for (const each of open) await view.getByRole('button', { name: each, exact: true }).click();
      await view.getByRole('button', { name: 'Save the whole plan as' }).click();
      assert.deepEqual(await faults(view.locator('body')), []);
      await page.keyboard.press('Escape');
      // A preview with a choice.
      await timeline.row('T-2').focus();
      for (const key of ['Alt+ArrowRight', 'Alt+ArrowRight']) await page.keyboard.press(key);
      await timeline.preview.locator('section').waitFor();
      await page.keyboard.press('Enter');
      await timeline.preview.getByRole('button').first().waitFor();
      assert.deepEqual(await faults(view.locator('body')), []);
      await page.keyboard.press('Escape');
    });

  for (const grouping of ['text', 'person'])
    it(`says that nothing is found among rows by ${grouping}, and shows them again`, async () => {
      const { view } = timeline;
      await view.getByRole('button', { name: 'Groups and filters' }).click();
      await view.getByRole('combobox', { name: 'Group rows' }).selectOption(grouping);
      const rows = view.locator('.grid .row');
      const before = await rows.count();
      await view.getByRole('searchbox').fill('nowhere');
      await view.getByText('Nothing matches').waitFor();
      assert.equal(await rows.count(), 0);
      // What is found stands in one line, beside the way out.
      const [found, out] = await view
        .locator('.view-end > *')
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()));
      assert.ok(found.height < 24 && found.top < out.bottom && out.top < found.bottom && found.right <= out.left);
      assert.deepEqual(await faults(view.locator('body')), []);
      await view.getByRole('searchbox').fill('');
      await workbench.eventually(async () => assert.equal(await rows.count(), before));
      await view.getByRole('combobox', { name: 'Group rows' }).selectOption('text');
      await view.getByRole('button', { name: 'Clear and close' }).click();
    });

  it('shows the project of the text that is looked at', async () => {
    await text();
    await workbench.openFile(page, 'hostile.delivery');
    await tab('Timeline: <script>').waitFor();
    await timeline.row('S-1').waitFor();
    await text();
    await workbench.openFile(page, 'harbour.delivery');
    await tab('Timeline: Harbour works').waitFor();
    await timeline.row('T-1').waitFor();
  });

  it('draws hostile titles as text and runs nothing of them', async () => {
    await text();
    await workbench.openFile(page, 'hostile.delivery');
    await timeline.row('S-7').waitFor();
    const titles = {
      'S-1': '<script>globalThis.hacked = 1</script>',
      'S-2': '"><img src=x onerror=globalThis.hacked=1>',
      'S-3': 'موعد التسليم (النهائي) [ABC]',
      'S-4': '🚀👩‍👩‍👧 فريق e\u0301',
      'S-5': `long ${'0123456789'.repeat(49)} end.`,
      'S-6': '&lt;b&gt; &amp; ${1} {0} </script><style>*{display:none}</style>',
      'S-7': "'><svg onload=globalThis.hacked=1>",
    };
    for (const [key, title] of Object.entries(titles)) {
      const label = timeline.row(key).locator('.name');
      assert.equal(await label.textContent(), title);
      await timeline.figure(key).waitFor();
      const { x, width } = await label.boundingBox();
      const frame = await timeline.row(key).locator('.label').boundingBox();
      assert.ok(width > 20 && x + width <= frame.x + frame.width, `${key} stays in its column`);
    }
    await timeline.bar('S-2').hover();
    await timeline.view.locator('.tooltip .tip-title', { hasText: titles['S-2'] }).waitFor();
    await timeline.bar('S-5').hover();
    const tip = await timeline.view.locator('.tooltip', { hasText: 'long 0123' }).boundingBox();
    const body = await timeline.view.locator('body').boundingBox();
    assert.ok(
      tip.x >= body.x && tip.x + tip.width <= body.x + body.width && tip.y + tip.height <= body.y + body.height,
    );
    const made = await timeline.view.locator('#timeline').evaluate((place) => ({
      elements: place.querySelectorAll('script, img, style, b, [onload], [onerror]').length,
      hacked: globalThis.hacked,
    }));
    assert.deepEqual(made, { elements: 0, hacked: undefined });
    await page.screenshot({ path: join(screenshots, `${name} timeline hostile.png`) });
  });

  it('saves the whole plan as picture, page and sheets', async () => {
    await workbench.openFile(page, 'harbour.delivery');
    await tab('Timeline: Harbour works').click();
    await timeline.row('T-1').waitFor();
    const formats = {
      'Picture (SVG)': ['svg', /^<svg [^]*Harbour works[^]*<\/svg>\s*$/],
      'Picture (PNG)': ['png', /^\x89PNG\r\n/],
      'Page to explore (HTML)': ['html', /^<!DOCTYPE html>[^]*<script>/],
      'Sheets to print, or PDF': ['html', /^<!DOCTYPE html>[^]*<svg /],
    };
    for (const [number, [name, [extension, form]]] of Object.entries(formats).entries()) {
      await timeline.view.getByRole('button', { name: 'Save the whole plan as' }).click();
      await timeline.view.getByRole('menuitem', { name }).click();
      const place = page.locator('.quick-input-widget input[type="text"]');
      await workbench.eventually(async () =>
        assert.match(await place.inputValue(), new RegExp(`/harbour/Harbour works\\.${extension}$`)),
      );
      const file = `saved ${number}.${extension}`;
      await place.fill((await place.inputValue()).replace(/[^/]+$/, file));
      await place.press('Enter');
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).waitFor();
      if (host.files.read) assert.match(host.files.read(`harbour/${file}`).toString('latin1'), form);
    }
  });

  it('keeps its project when it is locked, so that several can be seen', async () => {
    await workbench.openFile(page, 'harbour.delivery');
    await tab('Timeline: Harbour works').click();
    await timeline.row('T-1').waitFor();
    await workbench.runCommand(page, 'Delivery: Lock or Unlock Timeline');
    await tab('[Timeline] Harbour works').waitFor();
    await text();
    await workbench.openFile(page, 'long.delivery');
    await workbench.runCommand(page, 'Delivery: Open Timeline');
    await tab('Timeline: Long road').waitFor();
    await timeline.row('L-0').waitFor();
    assert.deepEqual([await tab('[Timeline] Harbour works').count(), await tab('Timeline:').count()], [1, 1]);
    // A project is never shown twice.
    await text();
    await workbench.openFile(page, 'harbour.delivery');
    await workbench.runCommand(page, 'Delivery: Open Timeline');
    await timeline.row('T-1').waitFor();
    assert.deepEqual([await tab('[Timeline] Harbour works').count(), await tab('Timeline: Long road').count()], [1, 1]);
  });

  describe('after the window was loaded anew', () => {
    const look = async () => {
      const view = timeline.view;
      await view.locator('.scroller').waitFor();
      return {
        // The bar with groups and filters is closed after the start, so there is room for more of them.
        rows: (await view.locator('.grid .row .name').allInnerTexts()).slice(0, 12),
        axis: await view.locator('.axis-upper, .axis-lower').allTextContents(),
        ...(await view.locator('.scroller').evaluate(({ scrollLeft, scrollTop }) => ({
          left: Math.round(scrollLeft),
          top: Math.round(scrollTop),
        }))),
      };
    };

    it('looks as before: zoom, filter, collapsed rows, scroll', async () => {
      await tab('Timeline: Long road').click();
      const { view } = timeline;
      await timeline.row('L-0').waitFor();
      await timeline.row('L-1').locator('.twistie').click();
      await timeline.row('L-1-0').waitFor({ state: 'detached' });
      await view.getByRole('button', { name: 'Groups and filters' }).click();
      await view.getByRole('button', { name: 'Only critical' }).click();
      for (let step = 0; step < 4; step++) await view.getByRole('button', { name: 'Zoom in' }).click();
      await view.locator('.scroller').evaluate((scroller) => scroller.scrollTo(900, 400));
      await page.waitForTimeout(600);
      const before = await look();
      assert.ok(before.left > 800 && before.top > 300, JSON.stringify(before));
      await workbench.runCommand(page, 'Developer: Reload Window');
      await tab('Timeline: Long road').waitFor({ timeout: 60_000 });
      await tab('[Timeline] Harbour works').waitFor();
      await workbench.eventually(async () => assert.deepEqual(await look(), before), 45_000);
      assert.equal(await view.locator('.button.marked').count(), 1);
    });

    it('locked panels are locked still', async () => {
      await tab('[Timeline] Harbour works').click();
      await timeline.row('T-1').waitFor();
      assert.equal(await tab('[Timeline] Harbour works').count(), 1);
    });
  });

  it('breaks its content security policy nowhere, whatever was done', async () => {
    await listen();
    const violations = () =>
      host.console.filter((line) => /securitypolicyviolation|content security policy/i.test(line));
    assert.deepEqual(violations(), []);
    // A breach made on purpose proves that one would be seen.
    const body = timeline.view.locator('body');
    await body.evaluate((element) => element.insertAdjacentHTML('beforeend', '<p style="color: red"></p>'));
    await workbench.eventually(async () => assert.ok(violations().length >= 2, violations().join('\n')));
  });
});
