// The page that `delivery timeline --to html` prints, in a browser: it needs no editor and no network.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { openBrowser } from '../../scripts/editor/chromium.mjs';
import { root } from '../../scripts/editor/install.mjs';
import { faults } from './axe.mjs';
import { plans } from './places.mjs';

describe('the exported page', function () {
  this.timeout(90_000);
  const folder = mkdtempSync(join(tmpdir(), 'delivery-page-'));
  const lines = [];
  const requests = [];
  let browser;
  let page;

  const open = async (project, ...args) => {
    const file = join(folder, 'timeline.html');
    const command = ['dist/cli/delivery.js', 'timeline', '--to', 'html', ...args, project];
    writeFileSync(file, execFileSync(process.execPath, command, { cwd: root, maxBuffer: 1 << 28 }));
    await page.goto(pathToFileURL(file).href);
    await page.locator('[role="treegrid"] [data-key]').first().waitFor();
  };

  before(async () => {
    browser = await openBrowser();
    ({ page } = browser);
    page.on('console', (message) => lines.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const looks = { light: ['light', 'no-preference'], dark: ['dark', 'no-preference'], contrast: ['dark', 'more'] };
  for (const [look, [colorScheme, contrast]] of Object.entries(looks))
    it(`has nothing that axe finds fault with, in ${look}`, async () => {
      await page.emulateMedia({ colorScheme, contrast });
      await open(join(root, 'examples/erp-rollout'));
      const body = page.locator('body');
      assert.deepEqual(await faults(body), []);
      await page.getByRole('button', { name: 'Groups and filters' }).click();
      for (const grouping of ['person', 'requirement', 'milestone']) {
        await page.getByLabel('Group rows').selectOption(grouping);
        assert.deepEqual(await faults(body), []);
      }
      await page.getByRole('button', { name: 'Legend' }).click();
      assert.deepEqual(await faults(body), []);
    });

  it('looks the same wherever it was scrolled to before', async () => {
    await page.locator('.grid [tabindex="0"]').focus();
    for (const key of ['End', 'Home', 'PageDown', 'PageDown', 'PageUp', 'End', 'Home']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(150);
      const wrong = await page.evaluate(() =>
        [...globalThis.document.querySelectorAll('.grid-body .row')].flatMap((row) => {
          const { fontWeight } = globalThis.getComputedStyle(row.querySelector('.name'));
          return /phase|group/.test(row.className) === (fontWeight === '600') ? [] : [row.textContent];
        }),
      );
      assert.deepEqual(wrong, [], key);
    }
  });

  it('zooms between two fingers, which keep what they touch', async () => {
    await open(join(root, 'examples/erp-rollout'));
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
    const touch = (type, ...places) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map((x, id) => ({ x, y: 300, id })) });
    const bar = page.locator('.chart .item[data-key="P-2"] rect.target');
    const before = await bar.boundingBox();
    const [left, right] = [before.x, before.x + before.width];
    await touch('touchStart', left);
    await touch('touchStart', left, right);
    for (let step = 1; step <= 10; step++) await touch('touchMove', left - 10 * step, right + 6 * step);
    await touch('touchEnd');
    await page.waitForTimeout(200);
    const after = await bar.boundingBox();
    assert.ok(
      Math.abs(after.x - (left - 100)) < 4 && Math.abs(after.width - (before.width + 160)) < 4,
      `${JSON.stringify(before)} ${JSON.stringify(after)}`,
    );
    assert.equal(await page.evaluate(() => globalThis.visualViewport.scale), 1);
    await session.detach();
  });

  it('moves nothing by itself', async () => {
    const moving = await page.evaluate(() => globalThis.document.getAnimations().length);
    assert.equal(moving, 0);
    const animated = await page.evaluate(
      () =>
        [...globalThis.document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName } = globalThis.getComputedStyle(element);
          return transitionDuration !== '0s' || animationName !== 'none';
        }).length,
    );
    assert.equal(animated, 0);
  });

  it('speaks Chinese when asked to', async () => {
    await open(join(root, 'examples/智能客服'), '--language', 'zh');
    await page.getByRole('button', { name: '图例' }).waitFor();
    assert.equal(await page.evaluate(() => globalThis.document.documentElement.lang), 'zh-cn');
    assert.match(await page.locator('.axis-upper').first().textContent(), /年/);
  });

  it('asks the network for nothing, breaks its policy nowhere and runs nothing of hostile titles', async () => {
    await open(join(plans, 'hostile'));
    assert.equal(
      await page.locator('.grid .row .name').first().textContent(),
      '<script>globalThis.hacked = 1</script>',
    );
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:')),
      [],
    );
    assert.deepEqual(lines, []);
  });
});
