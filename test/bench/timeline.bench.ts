/**
 * The timeline in Chromium: first paint, panning, zooming and a keystroke's patch, against dhtmlx-gantt, frappe-gantt and
 * Mermaid in the same run. These are fetched on demand for this comparison only. Skipped, with a word, where there is no Chromium.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { note, percentile, report } from './measure';

interface Tools {
  readonly openBrowser: (size: {
    width: number;
    height: number;
    args: readonly string[];
  }) => Promise<{ page: Page; close: () => Promise<void> }>;
  readonly findChromium: () => string | undefined;
  readonly installed: (tool: { name: string; packages: readonly string[]; entry: string }) => Promise<string>;
}

interface Paint {
  readonly paint: number;
  readonly nodes: number;
}

interface Frames {
  /** Milliseconds of script, style and layout. */
  readonly work: readonly number[];
  /** Milliseconds between frames. */
  readonly gaps: readonly number[];
}

interface Moves {
  readonly pan: Frames;
  readonly zoom: Frames;
  readonly nodes: number;
}

/** A frame at 60 Hz. */
const FRAME = 1000 / 60;
const ROUNDS = 5;

const load = (name: string): Promise<Tools> =>
  import(pathToFileURL(resolve('scripts/editor', name)).href) as Promise<Tools>;
const { openBrowser } = await load('chromium.mjs');
const { findChromium } = await load('editors.mjs');
const { installed } = await load('install.mjs');

console.log('\nTimeline in Chromium');
if (findChromium()) await run();
else console.log('skipped: there is no Chromium or Chrome on this machine; set CHROME_PATH.');

async function run(): Promise<void> {
  const browser = await openBrowser({ width: 1280, height: 800, args: ['--js-flags=--expose-gc'] });
  try {
    await ours(browser.page);
  } finally {
    await browser.close();
  }
}

async function ours(page: Page): Promise<void> {
  const first = (count: number, links: number): Promise<Paint> => best(page, ownPage, `bench.ours(${count}, ${links})`);
  const small = await first(1_000, 1_500);
  const large = await first(10_000, 15_000);
  note('first paint of 1,000 bars', small.paint, 'ms');
  note('first paint of 10,000 bars with 15,000 links', large.paint, 'ms');
  await compare(page, small, large);
  report('nodes at 10,000 bars', large.nodes, 3_000, '');
  await movements(page);
  const huge = await first(100_000, 150_000);
  note('first paint of 100,000 bars with 150,000 links', huge.paint, 'ms');
  report('first paint of 100,000 bars / of 1,000', huge.paint / small.paint, 2);
}

async function movements(page: Page): Promise<void> {
  await ownPage(page);
  await page.evaluate('bench.ours(10_000, 15_000)');
  const patches = await page.evaluate<readonly number[]>('bench.patch(40)');
  report('script of a keystroke’s patch at 10,000 bars, median', percentile(patches, 0.5), 5, 'ms');
  const rounds: Moves[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await page.evaluate<Moves>('bench.move()'));
  // The best round: other programs on the machine only ever make frames slower.
  const least = (values: (each: Moves) => readonly number[], share: number): number =>
    Math.min(...rounds.map((each) => percentile(values(each), share)));
  report(
    'work of a frame while panning, p95',
    least(({ pan }) => pan.work, 0.95),
    FRAME,
    'ms',
  );
  report(
    'work of a frame while zooming, p95',
    least(({ zoom }) => zoom.work, 0.95),
    FRAME,
    'ms',
  );
  note(
    'time between frames while panning, p95',
    least(({ pan }) => pan.gaps, 0.95),
    'ms',
  );
  note(
    'time between frames while zooming, p95',
    least(({ zoom }) => zoom.gaps, 0.95),
    'ms',
  );
  report('nodes after moving', rounds.at(-1)!.nodes, 3_000, '');
}

async function compare(page: Page, small: Paint, large: Paint): Promise<void> {
  const folder = await installed({
    name: 'gantt-charts-2',
    packages: ['dhtmlx-gantt@10.0.3', 'frappe-gantt@1.2.2', 'mermaid@12.3.0'],
    entry: 'node_modules/dhtmlx-gantt/codebase/dhtmlxgantt.js',
  }).catch((error: unknown) => {
    console.log(
      `skipped: the comparison with other charts (${error instanceof Error ? error.message : String(error)})`,
    );
  });
  if (folder === undefined) return;
  const other =
    (...names: readonly string[]) =>
    (each: Page) =>
      peerPage(
        each,
        names.map((name) => join(folder, 'node_modules', name)),
      );
  const dhtmlx = await best(
    page,
    other('dhtmlx-gantt/codebase/dhtmlxgantt.js', 'dhtmlx-gantt/codebase/dhtmlxgantt.css'),
    'bench.dhtmlx(10_000, 15_000)',
  );
  note('dhtmlx-gantt: first paint of 10,000 bars', dhtmlx.paint, 'ms');
  note('dhtmlx-gantt: nodes', dhtmlx.nodes, '');
  report('first paint / that of dhtmlx-gantt, 10,000 bars', large.paint / dhtmlx.paint, 0.5);
  // It draws every bar: 10,000 take half a minute.
  const frappe = await best(
    page,
    other('frappe-gantt/dist/frappe-gantt.umd.js', 'frappe-gantt/dist/frappe-gantt.css'),
    'bench.frappe(1_000, 1_500)',
    1,
  );
  note('frappe-gantt: first paint of 1,000 bars', frappe.paint, 'ms');
  report('first paint / that of frappe-gantt, 1,000 bars', small.paint / frappe.paint, 0.5);
  // It draws no links between tasks.
  const mermaid = await best(page, other('mermaid/dist/mermaid.min.js'), 'bench.mermaid(1_000)');
  note('Mermaid: first paint of 1,000 bars', mermaid.paint, 'ms');
  note('Mermaid: nodes', mermaid.nodes, '');
  report('first paint / that of Mermaid, 1,000 bars', small.paint / mermaid.paint, 0.5);
}

/** The least time of several rounds, each in a new page. */
async function best(page: Page, open: (page: Page) => Promise<void>, work: string, rounds = ROUNDS): Promise<Paint> {
  const paints: Paint[] = [];
  for (let round = 0; round < rounds; round++) {
    await open(page);
    paints.push(await page.evaluate<Paint>(work));
  }
  return paints.reduce((a, b) => (b.paint < a.paint ? b : a));
}

async function ownPage(page: Page): Promise<void> {
  await emptyPage(page, readFileSync('dist/webview/timeline.css', 'utf8'));
  await page.addScriptTag({ path: 'dist/webview/timeline.js' });
}

async function peerPage(page: Page, [script, style]: readonly string[]): Promise<void> {
  await emptyPage(page, style === undefined ? '' : readFileSync(style, 'utf8'));
  await page.addScriptTag({ path: script! });
}

async function emptyPage(page: Page, style: string): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(
    `<!DOCTYPE html><html class="stand-alone"><style>${style}</style><style>html,body,#timeline{height:100%;margin:0}</style><body><div id="timeline"></div></body></html>`,
  );
  await page.addScriptTag({ path: 'test/bench/timelinePage.mjs' });
}
