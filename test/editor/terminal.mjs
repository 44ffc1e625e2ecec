// Runs an editor that is no VS Code against the language server as it is started by itself and by the command line.
// Usage: node test/editor/terminal.mjs neovim|emacs|helix
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../../scripts/editor/install.mjs';
import { temporaryWorkspace } from './places.mjs';

/** By the name of the editor: how it runs its test, and the language of its recipe in docs/editors.md, which is the same in Chinese. */
const editors = {
  neovim: {
    command: ['nvim', '--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', join(root, 'test/editor/neovim.lua')],
    language: 'lua',
  },
  emacs: { command: ['emacs', '--batch', '-l', join(root, 'test/editor/emacs.el')], language: 'elisp' },
  helix: { command: [process.execPath, join(root, 'test/editor/helix.mjs')], language: 'toml' },
};

const servers = {
  'the language server': ['dist/server/node.js', '--stdio'],
  'delivery lsp': ['dist/cli/delivery.js', 'lsp', '--stdio'],
};

const {
  command: [command, ...options],
  language,
} = editors[process.argv[2]];
for (const [name, [script, ...args]] of Object.entries(servers)) {
  console.log(`  ${process.argv[2]} with ${name}`);
  const place = temporaryWorkspace();
  const server = [process.execPath, join(root, script), ...args];
  const recipe = join(place.profile, 'recipe');
  try {
    mkdirSync(place.profile, { recursive: true });
    writeFileSync(recipe, recipeIn(readFileSync(join(root, 'docs/editors.md'), 'utf8')));
    installDelivery(place.profile, server);
    const { status, error } = spawnSync(command, options, {
      cwd: place.workspace,
      env: {
        ...process.env,
        DELIVERY_SERVER: server.join('\t'),
        DELIVERY_RECIPE: recipe,
        PATH: [place.profile, process.env.PATH].join(delimiter),
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

/** What the page tells the users of the editor to write into its configuration. */
function recipeIn(page) {
  return new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(page)[1];
}

/** The command `delivery` of recipes: the server that is tested, whatever they say behind it. */
function installDelivery(folder, server) {
  const words = server.map((word) => `'${word}'`).join(' ');
  writeFileSync(join(folder, 'delivery'), `#!/bin/sh\nexec ${words}\n`, { mode: 0o755 });
}
