// Editing a plan in its picture, in the real editor named by `--editor`: each gesture, with the whole text that comes of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { openHost } from './hosts.mjs';
import { plans, screenshots } from './places.mjs';
import { timelineOf } from './timelinePage.mjs';
import * as workbench from './workbench.mjs';

const name = process.argv.includes('web') ? 'web' : 'code-server';
const original = readFileSync(join(plans, 'harbour/harbour.delivery'), 'utf8');

describe(`editing in the timeline in ${name}`, function () {
  this.timeout(90_000);
  let host;
  let page;
  let timeline;
  let day;

  before(async () => {
    const settings = { 'editor.inlayHints.enabled': 'off', 'delivery.codeLens': false };
    host = await openHost(name, { specs: plans, settings, size: { width: 1700, height: 800 } });
    ({ page } = host);
    await workbench.ready(page);
    await workbench.openFile(page, 'harbour.delivery');
    // The commands are offered when the extension runs.
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ timeout: 60_000 });
    await workbench.runCommand(page, 'Delivery: Open Timeline');
    await workbench.runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    timeline = timelineOf(page);
    await timeline.figure('T-1').waitFor();
    // Both start at eight o'clock, 27 days apart.
    day = await timeline.dayWidth('T-1', 'T-3', 27);
  });

  beforeEach(() => text(original));

  afterEach(async function () {
    if (this.currentTest.state === 'failed')
      await page.screenshot({ path: join(screenshots, `${name} failed ${this.currentTest.title}.png`) });
    await page.keyboard.press('Escape');
    await workbench.runCommand(page, 'View: Focus First Editor Group');
    await workbench.runCommand(page, 'File: Revert File');
    await text(original);
  });

  after(() => host?.close());

  /** Waits until the editor shows this text, and nothing else. */
  const text = (expected) =>
    workbench.eventually(async () =>
      assert.equal((await workbench.textOf(page)).join('\n').trimEnd(), expected.trimEnd()),
    );
  const changed = (before, after) => {
    assert.ok(original.includes(before));
    return text(original.replace(before, after));
  };
  const choice = (label) => timeline.preview.getByRole('button', { name: label, exact: true });

  for (const [what, key, grip, days, before, after] of [
    ['a bar', 'T-1', undefined, 2, 'start: 2026-01-06', 'start: 2026-01-08'],
    ['the end of a bar', 'T-1', 'finish', 2, 'duration: 5d, progress', 'duration: 7d, progress'],
    ['a deadline', 'T-3', 'due', 5, 'deadline: 2026-02-20', 'deadline: 2026-02-25'],
    ['a due date', 'M-1', 'due', -3, 'due: 2026-02-27', 'due: 2026-02-24'],
  ])
    it(`drags ${what}: one edit, undone in one step`, async () => {
      await timeline.drag(await timeline.hold(key, grip), { dx: days * day });
      await timeline.preview.waitFor();
      // Nothing is written before it is let go.
      assert.equal((await workbench.textOf(page)).join('\n').trimEnd(), original.trimEnd());
      await page.mouse.up();
      await changed(before, after);
      await workbench.runCommand(page, 'View: Focus First Editor Group');
      await page.keyboard.press('Control+Z');
      await text(original);
    });

  it('drags progress', async () => {
    const { width } = await timeline.figure('T-1').boundingBox();
    await timeline.drag(await timeline.hold('T-1', 'progress'), { dx: width * 0.4 });
    await page.mouse.up();
    await changed('progress: 20%', 'progress: 60%');
  });

  it('draws a link from an end to another bar', async () => {
    const from = await timeline.hold('T-2', 'link-finish');
    const to = await timeline.figure('T-3').boundingBox();
    await timeline.drag(from, { dx: to.x + 3 - from.x, dy: to.y + to.height / 2 - from.y });
    await page.mouse.up();
    await changed(
      'effort: 4d, assign: lin, deadline: 2026-02-20',
      'effort: 4d, assign: lin, deadline: 2026-02-20, after: T-2',
    );
  });

  it('says before it is let go what follows, and Escape takes it back', async () => {
    await workbench.runCommand(page, 'View: Focus First Editor Group');
    await workbench.goTo(page, 2, 1);
    await timeline.drag(await timeline.hold('T-1'), { dx: 2 * day });
    await timeline.preview.getByText('M-1 moves to 2026-01-21').waitFor();
    assert.ok((await timeline.view.locator('.edit-marks rect').count()) >= 3, 'outlines of what moves');
    await page.keyboard.press('Escape');
    await timeline.preview.waitFor({ state: 'detached' });
    await page.mouse.up();
    await page.waitForTimeout(500);
    await text(original);
    // A drag that was taken back is no click: the cursor stays.
    await workbench.runCommand(page, 'View: Focus First Editor Group');
    await workbench.cursorAt(page, 2, 1).waitFor();
  });

  it('does not cover a bar that is low in the picture with what follows', async () => {
    await page.setViewportSize({ width: 1700, height: 420 });
    try {
      const place = await timeline.hold('M-2');
      await timeline.drag(place, { dx: 2 * day });
      await timeline.preview.getByText('Let go to apply').waitFor();
      const { y, height } = await timeline.preview.boundingBox();
      assert.ok(y + height < place.y, `${y + height} is above ${place.y}`);
      await page.keyboard.press('Escape');
      await page.mouse.up();
    } finally {
      await page.setViewportSize({ width: 1700, height: 800 });
    }
  });

  for (const [label, before, after] of [
    ['Not before 2026-01-15', 'after: T-1\n', 'after: T-1\n    start: >= 2026-01-15\n'],
    ['Lag of 2d after T-1', 'after: T-1\n', 'after: T-1 + 2d\n'],
    ['Move T-1 to 2026-01-08', 'start: 2026-01-06', 'start: 2026-01-08'],
  ])
    it(`lets people choose for a computed bar: ${label}`, async () => {
      await timeline.drag(await timeline.hold('T-2'), { dx: 2 * day });
      await page.mouse.up();
      await choice('Cancel').waitFor();
      assert.equal(await timeline.preview.getByRole('button').count(), 4);
      await choice(label).click();
      await changed(before, after);
    });

  for (const [label, before, after] of [
    ['Start on 2026-03-18', 'start: 2026-03-16', 'start: 2026-03-18'],
    ['due: 2026-03-18', '{ start: 2026-03-16 }', '{ start: 2026-03-16, due: 2026-03-18 }'],
  ])
    it(`drags a milestone to another day, or another promise: ${label}`, async () => {
      await timeline.drag(await timeline.hold('M-2'), { dx: 2 * day });
      await page.mouse.up();
      await choice(label).click();
      await changed(before, after);
    });

  for (const [label, before, after] of [
    ['Effort 6d', 'effort: 4d', 'effort: 6d'],
    ['Duration 6d', 'deadline: 2026-02-20', 'deadline: 2026-02-20, duration: 6d'],
  ])
    it(`drags the end of a task with an effort: ${label}`, async () => {
      await timeline.drag(await timeline.hold('T-3', 'finish'), { dx: 4 * day });
      await page.mouse.up();
      await choice(label).click();
      await changed(before, after);
    });

  it('says why it cannot edit, and edits nothing', async () => {
    await timeline.drag(await timeline.hold('T-9'), { dx: 5 * day });
    await timeline.preview.getByText('Task T-9 has its actual dates').waitFor();
    assert.equal(await timeline.preview.locator('.hint').innerText(), 'Escape closes this');
    await page.mouse.up();
    await timeline.preview.getByText('Task T-9 has its actual dates').waitFor();
    await text(original);
  });

  for (const [what, key, keys, before, after] of [
    ['the end', 'T-1', ['Alt+Shift+ArrowRight'], 'duration: 5d, progress', 'duration: 6d, progress'],
    ['progress', 'T-1', ['Alt+ArrowUp', 'Alt+ArrowUp'], 'progress: 20%', 'progress: 40%'],
    ['a due date', 'M-1', ['Alt+Shift+ArrowUp'], 'due: 2026-02-27', 'due: 2026-03-02'],
    ['a link', 'T-2', ['l', 'ArrowDown'], '2026-02-20 }', '2026-02-20, after: T-2 }'],
  ])
    it(`edits ${what} by keyboard`, async () => {
      await timeline.row(key).focus();
      for (const each of keys) await page.keyboard.press(each);
      await timeline.preview.locator('section').waitFor();
      await page.keyboard.press('Enter');
      await changed(before, after);
    });

  it('edits by keyboard, says what would follow, and leads back to the grid', async () => {
    await timeline.row('T-1').focus();
    for (const key of ['Alt+ArrowRight', 'Alt+ArrowRight']) await page.keyboard.press(key);
    await timeline.view
      .locator('[role="status"]', { hasText: /^Piles: .*M-1 moves to 2026-01-21.*Enter applies, Escape cancels$/ })
      .waitFor();
    await page.keyboard.press('Enter');
    await changed('start: 2026-01-06', 'start: 2026-01-08');
    await timeline.row('T-1').locator('xpath=self::*[@tabindex="0"]').waitFor();
    assert.equal(await timeline.row('T-1').evaluate((row) => row === row.ownerDocument.activeElement), true);
  });

  it('keeps the last good picture while the text is broken, and says why it does not edit then', async () => {
    await workbench.runCommand(page, 'View: Focus First Editor Group');
    await workbench.goTo(page, 10, 1);
    await page.keyboard.insertText('task T-4 "half {');
    await timeline.view.locator('.badge').waitFor();
    assert.equal(await timeline.figure('M-2').isVisible(), true);
    await timeline.drag(await timeline.hold('T-1'), { dx: 2 * day });
    await timeline.preview.getByText('mend the syntax errors first').waitFor();
    await page.mouse.up();
  });
});
