// Runs an editor that is no VS Code against the language server as it is started by itself and by the command line.
// Usage: node test/editor/terminal.mjs neovim|emacs
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/editor/install.mjs';
import { temporaryWorkspace } from './places.mjs';

const editors = {
  neovim: [
    'nvim',
    ...['--headless', '-u', 'NONE', '-i', 'NONE', '-n'],
    ...['-S', join(root, 'test/editor/neovim.lua')],
  ],
  emacs: ['emacs', '--batch', '-l', join(root, 'test/editor/emacs.el')],
};

const servers = {
  'the language server': ['dist/server/node.js', '--stdio'],
  'delivery lsp': ['dist/cli/delivery.js', 'lsp', '--stdio'],
};

const [command, ...options] = editors[process.argv[2]];
for (const [name, [script, ...args]] of Object.entries(servers)) {
  console.log(`  ${command} with ${name}`);
  const place = temporaryWorkspace();
  try {
    const { status, error } = spawnSync(command, options, {
      cwd: place.workspace,
      env: {
        ...process.env,
        DELIVERY_SERVER: [process.execPath, join(root, script), ...args].join('\t'),
        DELIVERY_WORKSPACE: place.workspace,
        // Its log and state go where they are thrown away.
        ...{ XDG_CACHE_HOME: place.profile, XDG_STATE_HOME: place.profile, XDG_DATA_HOME: place.profile },
      },
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 120_000,
    });
    if (error) console.log(`  ✖ ${error.message}`);
    if (status !== 0) process.exitCode = 1;
  } finally {
    place.dispose();
  }
}
