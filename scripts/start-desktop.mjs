// npm run start:desktop: the desktop VS Code of this machine with this extension, from the checkout, and the examples.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './editor/install.mjs';

const windows = process.platform === 'win32';
const quoted = (path) => (windows ? `"${path}"` : path);
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows });

if (spawnSync('code', ['--version'], { stdio: 'ignore', shell: windows }).status !== 0) {
  console.error(
    'There is no `code` command on this machine: it comes with desktop VS Code ("Shell Command: Install \'code\' command in PATH").',
  );
  console.error('`npm start` shows the same in a browser; `npm run package` makes a .vsix for any VS Code.');
  process.exit(1);
}
if (spawnSync(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);
process.exit(run('code', [quoted(`--extensionDevelopmentPath=${root}`), quoted(join(root, 'examples'))]).status ?? 1);
