// Helix 25.01 or newer as a client of the language server over stdio. It has no commands for scripts, so tmux types and reads the screen.
// Usage: node helix.mjs, with DELIVERY_WORKSPACE (a folder that this script may change), DELIVERY_RECIPE (a file with what
// docs/editors.md says) and a command `delivery`, which the recipe starts, on the PATH.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const workspace = process.env.DELIVERY_WORKSPACE;
const recipe = process.env.DELIVERY_RECIPE;
const configuration = join(dirname(recipe), 'configuration');
const env = { ...process.env, XDG_CONFIG_HOME: configuration, LC_ALL: 'C.UTF-8' };
mkdirSync(join(configuration, 'helix'), { recursive: true });
copyFileSync(recipe, join(configuration, 'helix/languages.toml'));

function run(command, ...args) {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd: workspace, env, encoding: 'utf8' });
  return { text: stdout + stderr, ended: status === 0 };
}

/** A tmux server of its own, with nobody's configuration. */
const tmux = (...args) => run('tmux', '-L', `delivery-${process.pid}`, '-f', '/dev/null', ...args);
const screen = () => tmux('capture-pane', '-p').text;

/** Keys by the names that tmux has for them; anything else is typed as it stands. */
async function type(...keys) {
  for (const key of keys) {
    tmux('send-keys', key);
    // An escape and a key that come together are a key with Alt.
    await pause(key === 'Escape' ? 150 : 50);
  }
}

/** Letter by letter: Helix 25.01 may send changes that come together in the wrong order. */
async function write(text) {
  for (const letter of text) {
    tmux('send-keys', '-l', letter);
    await pause(30);
  }
}

async function eventually(probe, what) {
  const end = Date.now() + 15_000;
  while (!probe()) {
    if (Date.now() > end) throw new Error(`${what}; on the screen:\n${screen()}`);
    await pause(50);
  }
}

const shows = (text) => eventually(() => screen().includes(text), `"${text}" is not shown`);
const read = (file) => readFileSync(join(workspace, file), 'utf8');
const open = (file) => type(`:open ${file}`, 'Enter');
const goTo = (line, column) => type(`:goto ${line}`, 'Enter', 'g', 'h', ...(column > 1 ? [`${column - 1}l`] : []));
const save = (file, text) =>
  type(':write-all', 'Enter').then(() =>
    eventually(() => read(file).includes(text), `${file} is not saved with "${text}"`),
  );

const counts = { passed: 0, failed: 0, skipped: 0 };
async function test(name, body) {
  try {
    await body();
    counts.passed++;
    console.log(`  ✔ ${name}`);
  } catch (problem) {
    counts.failed++;
    console.log(`  ✖ ${name}\n      ${problem.message}`);
  }
  await type('Escape', 'Escape');
}

await test('reads the recipe of docs/editors.md', async () => {
  const { text } = run('hx', '--health', 'delivery');
  if (!/✓\S* delivery: /.test(text)) throw new Error(text);
});

tmux('new-session', '-d', '-x', '140', '-y', '40', 'hx acceptance/sign-in.delivery');

await test('shows diagnostics of the open file', async () => {
  await shows('criterion AC-1');
  await eventually(() => /sign-in\.delivery .*● 1/.test(screen()), 'no finding is counted');
  await type('Space', 'd');
  await shows('name/unresolved');
});

await test('shows diagnostics of files that are not open', async () => {
  await type('Space', 'D');
  await shows('trace/no-criterion');
});

await test('hover tells what a reference means', async () => {
  await goTo(2, 13);
  await type('Space', 'k');
  await shows('Supplier signs in');
});

await test('definition leads to the other file', async () => {
  await goTo(2, 13);
  await type('g', 'd');
  await shows('requirement REQ-1 "Supplier signs in"');
});

await test('completes a reference, which takes the finding away', async () => {
  await open('acceptance/sign-in.delivery');
  await goTo(10, 13);
  await type('v', 'g', 'l', 'c');
  await write('REQ');
  await shows('REQ-2 reference');
  await type('Tab', 'Enter', 'Escape');
  await shows('verifies: REQ-2');
  await eventually(() => !/sign-in\.delivery .*● 1/.test(screen()), 'the finding stays');
});

await test('renames in all files', async () => {
  await goTo(2, 13);
  await type('Space', 'r', 'C-u', 'REQ-7', 'Enter');
  await shows('verifies: REQ-7');
  await save('acceptance/sign-in.delivery', 'verifies: REQ-7');
  await save('requirements.delivery', 'requirement REQ-7 "Supplier signs in"');
});

await test('formats', async () => {
  await goTo(8, 1);
  await type('O');
  await write('criterion   AC-4 "Formatted"{verifies:REQ-2, verify:test}');
  await type('Escape', ':format', 'Enter');
  await shows('criterion AC-4 "Formatted" { verifies: REQ-2, verify: test }');
});

await test('mends a finding', async () => {
  await goTo(6, 8);
  await type('r', 'i');
  await shows('verifi: test');
  await eventually(() => /sign-in\.delivery .*● 1/.test(screen()), 'no finding is counted');
  await type('Space', 'a', 'Enter');
  await eventually(() => !screen().includes('verifi: test'), 'it is not mended');
});

await test('ends the server when it is left', async () => {
  await type(':quit-all!', 'Enter');
  await eventually(() => !tmux('has-session').ended, 'still running');
});

tmux('kill-server');
console.log(`@counts ${JSON.stringify(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
