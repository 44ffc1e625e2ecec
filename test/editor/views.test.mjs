// The views in the side bar and the entries in the status bar, in the real editor named by `--editor code-server` or `--editor web`.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { openHost } from './hosts.mjs';
import { fixture, screenshots } from './places.mjs';
import * as sideBar from './sideBar.mjs';
import * as workbench from './workbench.mjs';

const name = process.argv.includes('web') ? 'web' : 'code-server';

const plan = 'plan/plan.delivery';

/** One-based line of a text of the fixture. */
const lineOf = (path, text) =>
  readFileSync(join(fixture, path), 'utf8')
    .split('\n')
    .findIndex((each) => each.includes(text)) + 1;

describe(`the views in ${name}`, function () {
  this.timeout(90_000);
  let host;
  let page;

  before(async () => {
    mkdirSync(screenshots, { recursive: true });
    host = await openHost(name);
    ({ page } = host);
    await workbench.ready(page);
    await workbench.openFile(page, 'plan.delivery');
    await workbench.goTo(page, lineOf(plan, 'task T-2'), 10);
    await sideBar.showViews(page);
  });

  afterEach(async function () {
    if (this.currentTest.state === 'failed') await picture(`failed ${this.currentTest.title}`);
  });

  after(() => host?.close());

  const picture = (title) => page.screenshot({ path: join(screenshots, `${name} views ${title}.png`) });
  const row = (view, label) => sideBar.row(page, view, label);
  const gone = { state: 'detached' };

  describe('project', () => {
    it('shows the phases, unfolds them, and leads to the text', async () => {
      await row('Project', 'P-1').waitFor();
      await sideBar.toggle(page, 'Project', 'P-1');
      await row('Project', 'T-1').waitFor();
      assert.deepEqual(await sideBar.labels(page, 'Project'), ['P-1', 'T-1', 'T-2', 'REQ-1', 'P-2', 'In no phase']);
      await sideBar.click(page, 'Project', 'REQ-1');
      await workbench.activeTab(page, 'requirements.delivery').waitFor();
      await workbench.cursorAt(page, lineOf('requirements.delivery', 'requirement REQ-1')).waitFor();
    });

    it('follows the text, and what is unfolded stays so', async () => {
      await workbench.openFile(page, 'plan.delivery');
      await workbench.goTo(page, lineOf(plan, 'task T-2'), 1);
      await page.keyboard.insertText('  task T-9 "Train" { effort: 1d, realizes: REQ-1 }\n');
      await row('Project', 'T-9').waitFor();
      assert.deepEqual((await sideBar.labels(page, 'Project')).slice(0, 4), ['P-1', 'T-1', 'T-9', 'T-2']);
      await workbench.runCommand(page, 'File: Revert File');
      await row('Project', 'T-9').waitFor(gone);
      await row('Project', 'T-2').waitFor();
    });

    it('finds items by words, and shows all of them again', async () => {
      await workbench.startCommand(page, 'Delivery: Filter Items…');
      await page.locator('.quick-input-widget .quick-input-box input').fill('omar upload');
      await row('Project', 'P-1').waitFor(gone);
      await row('Project', 'T-3').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await page.getByText('Filter: omar upload').waitFor();
      await workbench.runCommand(page, 'Delivery: Clear Filter');
      await row('Project', 'T-2').waitFor();
    });

    it('groups items by priority and by coverage', async () => {
      await group('By priority');
      await row('Project', 'must').waitFor();
      assert.deepEqual(await sideBar.labels(page, 'Project'), ['must', 'should']);
      await group('By coverage');
      await row('Project', 'Not covered').waitFor();
      await group('By phase');
      await row('Project', 'T-2').waitFor();
    });

    it('writes an id where it is dropped', async () => {
      await sideBar.toggle(page, 'Project', 'P-2');
      await row('Project', 'REQ-3').waitFor();
      await workbench.openFile(page, 'sign-in.delivery');
      await sideBar.dragBehind(page, 'Project', 'REQ-3', 'REQ-1');
      const line = page.locator('.editor-group-container.active .view-line', { hasText: 'verifies: REQ-1' });
      await line.filter({ hasText: /REQ-1.*,\sREQ-3/ }).waitFor();
      await picture('dropped');
      await workbench.runCommand(page, 'File: Revert File');
    });

    it('writes the field that leads to an item where one may begin, and lets the user choose among several', async () => {
      await workbench.goTo(page, 1, 1);
      await page.keyboard.insertText('requirement REQ-9 "x" {\n  \n}\n');
      // Once the tree knows the new text, nothing about it changes any more.
      await workbench.goTo(page, 1, 14);
      await row('Trace', 'REQ-9 has no work').waitFor();
      await sideBar.dragToLine(page, 'Project', 'REQ-3', 2);
      const choices = page.locator('.suggest-widget.visible .monaco-list-row');
      await choices.filter({ hasText: 'depends' }).waitFor();
      await page.locator('.editor-group-container.active .view-line', { hasText: /refines:\sREQ-3/ }).waitFor();
      await page.keyboard.press('Escape');
      await workbench.runCommand(page, 'File: Revert File');
    });

    it('copies ids', async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await sideBar.choose(page, 'Project', 'REQ-3', 'Copy Id');
      await page.waitForTimeout(300);
      assert.equal(await page.evaluate('navigator.clipboard.readText()'), 'REQ-3');
      await sideBar.click(page, 'Project', 'T-3');
      await row('Project', 'T-4').click({ modifiers: ['Shift'] });
      await page.keyboard.press('Control+C');
      await page.waitForTimeout(300);
      assert.equal(await page.evaluate('navigator.clipboard.readText()'), 'T-3, T-4');
    });

    it('shows an item in the timeline', async () => {
      await sideBar.choose(page, 'Project', 'T-4', 'Show in Timeline');
      await workbench.webview(page).locator('[role="treegrid"] [aria-selected="true"]', { hasText: 'T-4' }).waitFor();
      await workbench.cursorAt(page, lineOf(plan, 'task T-4')).waitFor();
      await workbench.closeEditors(page);
    });

    const group = async (grouping) => {
      await workbench.startCommand(page, 'Delivery: Group Items…');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: grouping }).click();
    };
  });

  describe('trace', () => {
    before(() => workbench.openFile(page, 'requirements.delivery'));

    it('follows the cursor', async () => {
      await workbench.goTo(page, lineOf('requirements.delivery', 'requirement REQ-1'), 20);
      await row('Trace', 'verified by AC-1').waitFor();
      for (const label of ['from N-1', 'from INT-1', 'realized by T-1', 'delivered by M-1'])
        await row('Trace', label).waitFor();
      await workbench.goTo(page, lineOf('requirements.delivery', 'requirement REQ-2'), 20);
      await row('Trace', 'REQ-2 has no acceptance criterion').waitFor();
    });

    it('leads to the text, and stays what it was', async () => {
      await sideBar.click(page, 'Trace', 'realized by T-3');
      await workbench.activeTab(page, 'plan.delivery').waitFor();
      await workbench.cursorAt(page, lineOf(plan, 'task T-3')).waitFor();
      await page.waitForTimeout(600);
      assert.equal((await sideBar.labels(page, 'Trace'))[0], 'REQ-2');
    });

    it('is kept while the cursor goes elsewhere, until it shall follow again', async () => {
      await workbench.runCommand(page, 'Delivery: Keep Showing This Item');
      await sideBar.description(page, 'Trace').getByText('REQ-2, kept').waitFor();
      await workbench.goTo(page, lineOf(plan, 'milestone M-1'), 12);
      await page.waitForTimeout(600);
      assert.equal((await sideBar.labels(page, 'Trace'))[0], 'REQ-2');
      await workbench.runCommand(page, 'Delivery: Follow the Cursor');
      await row('Trace', 'delivers REQ-3').waitFor();
    });

    it('is that of an item of the project on demand', async () => {
      await sideBar.choose(page, 'Project', 'T-1', 'Show Trace');
      await row('Trace', 'realizes REQ-1').waitFor();
      assert.equal((await sideBar.labels(page, 'Trace'))[0], 'T-1');
    });
  });

  describe('look', () => {
    for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast'])
      it(`is that of ${theme}`, async () => {
        await workbench.useTheme(page, theme);
        await row('Trace', 'realizes REQ-1').waitFor();
        // The theme's colours cross-fade.
        await page.waitForTimeout(500);
        await picture(theme.toLowerCase());
      });

    it('leaves what was found, and a restart, to the status bar', async () => {
      const status = page.locator('.hover-language-status');
      await page.locator('#status\\.languageStatus').click();
      await status.getByText('1 error · 1 warning').waitFor();
      await picture('status');
      await status.getByText('Restart', { exact: true }).click();
      await row('Project', 'P-1').waitFor();
      await row('Trace', 'realizes REQ-1').waitFor();
    });
  });
});
