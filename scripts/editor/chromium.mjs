// Chromium without a window, driven by playwright-core, on a profile that is thrown away.
import { chromium } from 'playwright-core';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './editors.mjs';

const usual = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--no-first-run'],
];

/**
 * Opens one page of the given size in pixels; `args` are switches of Chromium beside the usual ones.
 *
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>}
 * @throws Error when the machine has no Chromium.
 */
export async function openBrowser({ width = 1280, height = 800, scale = 1, args = [] } = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium or Chrome was found; set CHROME_PATH.');
  const profile = mkdtempSync(join(tmpdir(), 'delivery-chromium-'));
  allowWebviews(profile);
  const context = await chromium.launchPersistentContext(profile, {
    ...{
      executablePath,
      args: [...usual, ...args],
      headless: true,
      viewport: { width, height },
      deviceScaleFactor: scale,
      locale: 'en-US',
    },
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page: context.pages()[0] ?? (await context.newPage()), close };
}

/** VS Code for the Web draws a webview by a service worker on another name, which Debian's Chromium blocks as a third party's. */
function allowWebviews(profile) {
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
}
