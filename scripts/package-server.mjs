// Packs the language server and the command line for npm, as delivery-language-server-<version>.tgz. All that they need is
// bundled: the package has no dependencies. Expects a production build in dist/.
// Usage: node scripts/package-server.mjs [FOLDER]
//   FOLDER is where the packed file goes; the root, if none is named.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { root } from './editor/install.mjs';

/** Files of the package by where they come from, below the root. */
const FILES = {
  'dist/cli/delivery.js': 'dist/cli/delivery.js',
  'dist/cli/main.js': 'dist/cli/main.js',
  'dist/cli/templates/texts.js': 'dist/cli/templates/texts.js',
  'dist/cli/explainPages.js': 'dist/cli/explainPages.js',
  'dist/cli/drawing.js': 'dist/cli/drawing.js',
  'dist/server/node.js': 'dist/server/node.js',
  'dist/cli/ticker.js': 'dist/cli/ticker.js',
  'dist/webview/timeline.js': 'dist/webview/timeline.js',
  'dist/webview/timeline.css': 'dist/webview/timeline.css',
  'schemas/delivery.config.schema.json': 'schemas/delivery.config.schema.json',
  'schemas/model.schema.json': 'schemas/model.schema.json',
  'schemas/schedule.schema.json': 'schemas/schedule.schema.json',
  'server/README.md': 'README.md',
  LICENSE: 'LICENSE',
};

const target = resolve(process.argv[2] ?? root);
const { version, license, keywords, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const manifest = {
  name: 'delivery-language-server',
  version,
  description:
    'Language server and command line for Delivery Spec: requirements, plans, acceptance and support as text',
  keywords: [...keywords, 'language-server', 'lsp', 'cli'],
  license,
  bin: { delivery: 'dist/cli/delivery.js', 'delivery-language-server': 'dist/server/node.js' },
  engines: { node: engines.node },
  files: ['dist', 'schemas'],
};

const folder = mkdtempSync(join(tmpdir(), 'delivery-language-server-'));
try {
  for (const [from, to] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(root, from), join(folder, to));
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  mkdirSync(target, { recursive: true });
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...args] = [...npm, 'pack', '--pack-destination', target];
  const { status } = spawnSync(command, args, { cwd: folder, stdio: 'inherit', shell: command === 'npm' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
