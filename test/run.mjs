// npm test: every part of the tests, one after the other; the last line is "N passed, N failed, N skipped".
// Usage: node test/run.mjs [PART…] [--runs N] [--seed N]
//   --runs and --seed are for the property tests: how many cases each tries, and where their random numbers begin.
import { parseArgs } from 'node:util';
import {
  codeServerObstacle,
  emacsObstacle,
  helixObstacle,
  neovimObstacle,
  webObstacle,
} from '../scripts/editor/obstacles.mjs';
import { runStep } from './runStep.mjs';

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, seed: { type: 'string' } },
});
if (options.runs) process.env.DELIVERY_RUNS = options.runs;
if (options.seed) process.env.DELIVERY_SEED = options.seed;

const node = (...args) => [process.execPath, ...args];
const npm = (script) =>
  process.env.npm_execpath ? node(process.env.npm_execpath, 'run', script) : ['npm', 'run', script];
const mocha = (...args) => node('node_modules/mocha/bin/mocha.js', '--reporter', 'test/countingReporter.cjs', ...args);

/** What a user sees and does in a real editor. */
const scenarios = ['ui', 'views', 'timeline', 'timelineEdit'].map((each) => `test/editor/${each}.test.mjs`);

/** What a part may need first; each is made once per run. */
const makers = {
  product: node('esbuild.mjs'),
  tests: node('esbuild.mjs', '--tests'),
  package: node('test/editor/prepare.mjs'),
  serverPackage: node('scripts/package-server.mjs', 'out/server'),
};

/**
 * title: heading; needs: keys of `makers`; obstacle: a sentence saying why the part cannot run here, or undefined;
 * steps: commands that print their counts as "@counts {…}", or, with `whole`, count as one test each.
 */
const parts = {
  lint: { title: 'Lint', whole: true, steps: [npm('lint')] },
  typecheck: { title: 'Types', whole: true, steps: [npm('typecheck')] },
  build: { title: 'Build', whole: true, steps: [makers.product, makers.tests] },
  unit: {
    title: 'Unit tests',
    needs: ['product', 'tests'],
    steps: [mocha('--timeout', '20000', 'out/test/unit/**/*.test.mjs')],
  },
  property: {
    title: 'Property tests',
    needs: ['tests'],
    steps: [mocha('--timeout', options.runs ? '0' : '300000', 'out/test/property/**/*.test.mjs')],
  },
  lsp: {
    title: 'Language server over stdio',
    needs: ['product', 'tests'],
    steps: [mocha('--timeout', '60000', 'out/test/lsp/**/*.test.mjs')],
  },
  packages: {
    title: 'Packages, installed from their packed files',
    needs: ['package', 'serverPackage', 'tests'],
    steps: [mocha('--timeout', '120000', 'out/test/packages/**/*.test.mjs')],
  },
  neovim: {
    title: 'Neovim',
    needs: ['product'],
    obstacle: neovimObstacle,
    steps: [node('test/editor/terminal.mjs', 'neovim')],
  },
  emacs: {
    title: 'Emacs with Eglot',
    needs: ['product'],
    obstacle: emacsObstacle,
    steps: [node('test/editor/terminal.mjs', 'emacs')],
  },
  helix: {
    title: 'Helix',
    needs: ['product'],
    obstacle: helixObstacle,
    steps: [node('test/editor/terminal.mjs', 'helix')],
  },
  editor: {
    title: 'VS Code with its Node extension host (code-server, packed extension)',
    needs: ['package'],
    obstacle: codeServerObstacle,
    steps: [node('test/editor/suite.mjs', 'code-server'), mocha(...scenarios, '--editor', 'code-server')],
  },
  web: {
    title: 'VS Code for the Web (worker extension host, packed extension)',
    needs: ['package'],
    obstacle: webObstacle,
    steps: [
      node('test/editor/suite.mjs', 'web'),
      mocha(...scenarios, 'test/editor/chinese.test.mjs', 'test/editor/exportedPage.test.mjs', '--editor', 'web'),
    ],
  },
  desktop: { title: 'Desktop VS Code', needs: ['package'], steps: [node('test/editor/desktop.mjs')] },
};

/** Whether each maker that has run ended well. */
const made = new Map();

const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const results = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) results.push(await runPart(name, parts[name]));
summarise(results);

async function runPart(name, part) {
  console.log(`\n━━ ${part.title} ━━`);
  const begin = Date.now();
  const result = { name, passed: 0, failed: 0, skipped: 0, reasons: [] };
  await attempt(part, result);
  for (const reason of result.reasons) console.log(`Skipped: ${reason}`);
  return { ...result, seconds: (Date.now() - begin) / 1000 };
}

/** Runs the part's steps and adds their counts to the result. */
async function attempt(part, result) {
  const obstacle = await part.obstacle?.();
  if (obstacle) {
    result.skipped++;
    result.reasons.push(obstacle);
    return;
  }
  for (const need of part.needs ?? []) {
    if (await make(need)) continue;
    result.failed++;
    return;
  }
  for (const step of part.steps) add(result, await runStep(step), part.whole);
}

async function make(need) {
  if (!made.has(need)) made.set(need, (await runStep(makers[need])).code === 0);
  return made.get(need);
}

/** A step that fails without saying so, or ends well without having tested anything, is a failure. */
function add(result, { code, counts, skipped }, whole) {
  const told = whole ? [{ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }] : counts;
  for (const each of told) for (const key of ['passed', 'failed', 'skipped']) result[key] += each[key];
  result.skipped += skipped.length;
  result.reasons.push(...skipped);
  const failures = told.reduce((sum, each) => sum + each.failed, 0);
  if ((code !== 0 && failures === 0) || (told.length === 0 && skipped.length === 0)) {
    console.log(`The step ended with code ${code} and ${told.length === 0 ? 'no results' : 'no failed test'}.`);
    result.failed++;
  }
}

function summarise(list) {
  const row = (name, ...cells) => `${name.padEnd(11)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  console.log(`\n${row('part', 'passed', 'failed', 'skipped', 'seconds')}`);
  for (const each of list) console.log(row(each.name, each.passed, each.failed, each.skipped, each.seconds.toFixed(1)));
  for (const each of list) for (const reason of each.reasons) console.log(`${each.name} was skipped: ${reason}`);
  const sum = (key) => list.reduce((total, each) => total + each[key], 0);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
}
