// What keeps this machine from running a part of the tests, after an attempt to get what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { codeServer, codeServerPlatformObstacle, findChromium, vscodeWeb } from './editors.mjs';

/** Each answers with a sentence, or with undefined when nothing is in the way. */
export const codeServerObstacle = async () => codeServerPlatformObstacle() ?? editorObstacle(codeServer);
export const webObstacle = () => editorObstacle(vscodeWeb);

async function editorObstacle(fetchEditor) {
  if (!findChromium()) installFromDebian();
  if (!findChromium()) return 'there is no Chromium or Chrome on this machine; CHROME_PATH may name one.';
  return fetchEditor().then(
    () => undefined,
    (error) => error.message,
  );
}

/** A sentence, or undefined. */
export function neovimObstacle() {
  if (!hasNeovim()) installFromDebian();
  return hasNeovim() ? undefined : 'there is no Neovim (nvim) on this machine.';
}

const hasNeovim = () => answers('nvim', '--version');
const answers = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** A sentence, or undefined. Debian has Helix since its version 13, so it is not among what is installed. */
export const helixObstacle = () =>
  answers('hx', '--version') && answers('tmux', '-V') ? undefined : 'there is no Helix (hx) with tmux on this machine.';

/** A sentence, or undefined. */
export function emacsObstacle() {
  if (!hasEglot()) installFromDebian();
  return hasEglot() ? undefined : 'there is no Emacs with Eglot on this machine.';
}

const hasEglot = () =>
  answers('emacs', '--batch', '--eval', "(progn (require 'package) (package-initialize) (require 'eglot))");

/** Chromium, Neovim and Emacs from Debian's packages, once, where this process may install them. */
let asked = false;
function installFromDebian() {
  if (asked || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  asked = true;
  console.log('Installing chromium, neovim and emacs with apt-get …');
  const options = { stdio: 'ignore', timeout: 10 * 60_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  const packages = ['chromium', 'neovim', 'emacs-nox', 'elpa-eglot'];
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}
