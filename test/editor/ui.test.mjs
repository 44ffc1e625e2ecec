// What a user sees and does, in the real editor named by `--editor code-server` or `--editor web`.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { openHost } from './hosts.mjs';
import { fixture, screenshots } from './places.mjs';
import * as workbench from './workbench.mjs';

const name = process.argv.includes('web') ? 'web' : 'code-server';

const lines = (path) => readFileSync(join(fixture, path), 'utf8').split('\n');

/** One-based line and column of a text of the fixture, moved on by `offset` characters. */
function position(path, text, offset = 0) {
  const line = lines(path).findIndex((each) => each.includes(text));
  return [line + 1, lines(path)[line].indexOf(text) + 1 + offset];
}

describe(`the editor in ${name}`, function () {
  this.timeout(90_000);
  let host;
  let page;

  before(async () => {
    mkdirSync(screenshots, { recursive: true });
    for (const old of readdirSync(screenshots).filter((each) => each.startsWith(`${name} `)))
      rmSync(join(screenshots, old));
    host = await openHost(name);
    ({ page } = host);
    await workbench.ready(page);
  });

  afterEach(async function () {
    if (this.currentTest.state === 'failed') await picture(`failed ${this.currentTest.title}`);
  });

  after(() => host?.close());

  const picture = (title) => page.screenshot({ path: join(screenshots, `${name} ${title}.png`) });
  const problem = async (...words) =>
    words.reduce((rows, text) => rows.filter({ hasText: text }), await workbench.problems(page));
  const row = (key) => workbench.webview(page).locator(`[role="treegrid"] [data-key="${key}"]`);
  const bar = (key) => workbench.webview(page).locator(`.chart [data-key="${key}"]`).first();

  it('lists the findings of files that nobody has opened in Problems, under their file', async () => {
    const rows = await workbench.problems(page);
    await rows.filter({ hasText: 'trace/no-criterion' }).waitFor();
    assert.deepEqual(await filesOf(rows), ['requirements.delivery', 'sign-in.delivery']);
  });

  it('draws a squiggle under the finding', async () => {
    await workbench.openFile(page, 'requirements.delivery');
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    // Colours of the grammar come a moment after the text.
    await page.waitForTimeout(1000);
    await picture('problems');
  });

  // The page of VS Code for the Web starts no processes.
  if (name === 'code-server')
    it('lists once what the language server and the task have both found', async () => {
      const rows = await workbench.problems(page);
      const before = await rows.allInnerTexts();
      await workbench.runTask(page, 'delivery', 'delivery: check');
      await page.locator('.terminal-wrapper.active, .terminal-outer-container').first().waitFor();
      await page.waitForTimeout(4000);
      await picture('task');
      assert.deepEqual(await (await workbench.problems(page)).allInnerTexts(), before);
    });

  if (name === 'code-server')
    it('keeps that list true while the task goes on checking', async () => {
      const before = await (await workbench.problems(page)).allInnerTexts();
      await workbench.runTask(page, 'delivery', 'delivery: check --watch');
      await page.waitForTimeout(4000);
      assert.deepEqual(await (await workbench.problems(page)).allInnerTexts(), before);
      await host.files.remove('acceptance/sign-in.delivery');
      await (await problem('trace/no-criterion', 'REQ-1')).waitFor();
      await (await problem('name/unresolved')).waitFor({ state: 'detached' });
      // The task has its say as well.
      await page.waitForTimeout(4000);
      await picture('task that goes on');
      assert.equal(await (await problem('trace/no-criterion', 'REQ-1')).count(), 1);
      assert.equal(await (await problem('name/unresolved')).count(), 0);
      await host.files.restore('acceptance/sign-in.delivery');
      await (await problem('name/unresolved')).waitFor();
      await workbench.runCommand(page, 'Terminal: Kill All Terminals');
      await page.waitForTimeout(2000);
      assert.deepEqual(await (await workbench.problems(page)).allInnerTexts(), before);
    });

  it('goes to the definition in another file', async () => {
    await workbench.openFile(page, 'plan.delivery');
    await workbench.goTo(page, ...position('plan/plan.delivery', 'realizes: REQ-1', 11));
    await page.keyboard.press('F12');
    await workbench.activeTab(page, 'requirements.delivery').waitFor();
    await workbench.cursorAt(page, ...position('requirements.delivery', 'requirement REQ-1').slice(0, 1)).waitFor();
  });

  it('leads from an id in a hover to its declaration', async () => {
    await workbench.openFile(page, 'plan.delivery');
    await workbench.goTo(page, ...position('plan/plan.delivery', 'realizes: REQ-1', 11));
    await workbench.runCommand(page, 'Show or Focus Hover');
    await page.locator('.monaco-hover a', { hasText: 'N-1' }).first().click();
    await workbench.activeTab(page, 'requirements.delivery').waitFor();
    await workbench.cursorAt(page, ...position('requirements.delivery', 'need N-1').slice(0, 1)).waitFor();
  });

  for (const [what, before, ...labels] of [
    ['kinds', '', 'requirement', 'milestone'],
    ['fields', 'requirement REQ-7 "x" { ', 'priority', 'from'],
    ['values', 'requirement REQ-7 "x" { priority: ', 'must', 'wont'],
    ['references', 'task T-7 "x" { realizes: ', 'REQ-1', 'REQ-3'],
  ])
    it(`completes ${what}`, async () => {
      await workbench.openFile(page, 'plan.delivery');
      for (const label of labels) {
        await workbench.goTo(page, lines('plan/plan.delivery').length, 1);
        // The first letters narrow the list, of which the editor draws only a part.
        await page.keyboard.insertText(before + label.slice(0, 2));
        await workbench.offers(page, label);
        await workbench.runCommand(page, 'File: Revert File');
      }
    });

  // The page of VS Code for the Web under test is older than what providers of pasting need.
  if (name === 'code-server')
    it('pastes a copied declaration with free ids, and offers the text as it was', async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await workbench.openFile(page, 'sign-in.delivery');
      const [first] = position('acceptance/sign-in.delivery', 'criterion AC-9');
      await workbench.goTo(page, first, 1);
      await page.keyboard.press('Control+Shift+End');
      await page.keyboard.press('Control+C');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+V');
      const pasted = page.locator('.editor-group-container.active .view-line', { hasText: 'criterion AC-10' });
      await pasted.waitFor();
      await page.locator('.post-edit-widget').waitFor();
      await picture('paste');
      await workbench.runCommand(page, 'File: Revert File');
      await pasted.waitFor({ state: 'detached' });
    });

  it('begins a spec with the first declaration to choose', async () => {
    await workbench.startCommand(page, 'Delivery: New Spec…');
    const box = page.locator('.quick-input-widget .quick-input-box input');
    await box.fill('requirements');
    await page.locator('.quick-input-message', { hasText: 'There is a file of this name already.' }).waitFor();
    await box.fill('portal');
    await page.keyboard.press('Enter');
    await workbench.activeTab(page, 'portal.delivery').waitFor();
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await page.keyboard.press('Escape');
    await workbench.runCommand(page, 'View: Close Editor');
  });

  it('leads through its features in five steps', async () => {
    await workbench.startCommand(page, 'Welcome: Open Walkthrough...');
    await page.locator('.quick-input-widget .quick-input-box input').fill('Get Started with Delivery');
    await page.locator('.quick-input-list .monaco-list-row').first().click();
    const steps = page.locator('.getting-started-step');
    await steps.nth(4).waitFor();
    const titles = await steps.locator('.step-title').allInnerTexts();
    assert.equal(titles.length, 5, titles.join(', '));
    assert.equal(titles.includes('Check it all, here and in CI'), name === 'code-server');
    const image = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('img').first();
    await image.waitFor({ state: 'attached' });
    assert.ok(await image.evaluate(async (picture) => (await picture.decode(), picture.naturalWidth > 100)));
    await picture('walkthrough');
    await workbench.runCommand(page, 'View: Close Editor');
  });

  describe('timeline', () => {
    before(async () => {
      await workbench.openFile(page, 'plan.delivery');
      await workbench.goTo(page, 1, 1);
      await workbench.runCommand(page, 'Delivery: Open Timeline');
    });

    it('draws every phase, task and milestone beside the text', async () => {
      for (const key of ['P-1', 'T-1', 'T-2', 'P-2', 'T-3', 'T-4', 'M-1']) {
        await row(key).waitFor();
        await bar(key).waitFor();
      }
      assert.equal(await page.locator('.editor-group-container').count(), 2);
    });

    for (const key of ['task T-1', 'task T-4', 'milestone M-1'])
      it(`leads from the bar of ${key} to its declaration`, async () => {
        await bar(key.split(' ')[1]).click();
        await workbench.cursorAt(page, position('plan/plan.delivery', key)[0]).waitFor();
      });

    it('follows the text while it is typed', async () => {
      await workbench.runCommand(page, 'View: Focus First Editor Group');
      await workbench.goTo(page, ...position('plan/plan.delivery', 'milestone M-1'));
      await page.keyboard.insertText('task T-5 "Train the suppliers" { effort: 2d, after: T-4, realizes: REQ-1 }\n');
      await bar('T-5').waitFor();
      await workbench.runCommand(page, 'File: Revert File');
      await bar('T-5').waitFor({ state: 'detached' });
    });

    it('takes up at once what is set', async () => {
      const person = workbench.webview(page).locator('[role="treegrid"] [role="row"]', { hasText: 'Omar Haddad' });
      assert.equal(await person.count(), 0);
      await workbench.runCommand(page, 'View: Focus First Editor Group');
      await workbench.setWorkspaceSettings(page, { 'delivery.timeline.groupBy': 'person', 'delivery.me': 'omar' });
      await person.first().waitFor();
      await picture('timeline by person');
      await workbench.setWorkspaceSettings(page, {});
      await person.first().waitFor({ state: 'detached' });
    });

    for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast'])
      it(`is drawn in ${theme}`, async () => {
        await workbench.useTheme(page, theme);
        await bar('T-1').waitFor();
        // The theme's colours cross-fade.
        await page.waitForTimeout(500);
        await picture(`timeline ${theme.toLowerCase()}`);
      });

    it('breaks its content security policy nowhere', async () => {
      const violations = () => host.console.filter((line) => /content security policy/i.test(line));
      assert.deepEqual(violations(), []);
      // A breach made on purpose proves that the policy holds and that one would be seen.
      const body = workbench.webview(page).locator('body');
      await body.evaluate((element) => element.insertAdjacentHTML('beforeend', '<p style="color: red"></p>'));
      await page.waitForTimeout(500);
      assert.equal(violations().length, 1);
    });
  });

  describe('staleness', () => {
    before(() => workbench.closeEditors(page));

    it('a deleted file leaves its requirement without a criterion, and restoring it mends that', async () => {
      await host.files.remove('acceptance/sign-in.delivery');
      await (await problem('trace/no-criterion', 'REQ-1')).waitFor();
      await (await problem('name/unresolved')).waitFor({ state: 'detached' });
      await host.files.restore('acceptance/sign-in.delivery');
      await (await problem('trace/no-criterion', 'REQ-1')).waitFor({ state: 'detached' });
      await (await problem('name/unresolved')).waitFor();
    });

    it('the findings of a renamed folder move with it', async () => {
      await host.files.rename('acceptance', 'sign-off');
      await (await problem('sign-in.delivery', 'sign-off')).waitFor();
      await (await problem('trace/no-criterion', 'REQ-1')).waitFor({ state: 'detached' });
    });

    it('a deleted folder takes its findings along', async () => {
      await host.files.remove('sign-off');
      await (await problem('trace/no-criterion', 'REQ-1')).waitFor();
      assert.deepEqual(await filesOf(await workbench.problems(page)), ['requirements.delivery']);
    });
  });
});

/** The names of the files in Problems, sorted. */
async function filesOf(rows) {
  const names = await rows.locator('.resource-label .label-name, .file-icon .label-name').allInnerTexts();
  return [...new Set(names)].sort();
}
