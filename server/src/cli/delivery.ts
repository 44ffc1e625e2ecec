#!/usr/bin/env node
/** The `delivery` command: loads the bundle, with what was compiled of it before. */
import { join } from 'node:path';
import { forShortLives } from '../lsp/nodeHeap';
import { loadCompiled } from './compiled';

const [, , command = '', ...options] = process.argv;
// Before anything is loaded, as V8 takes code for its own only if it was compiled under the same flags.
if (command === 'lsp') forShortLives();
loadCompiled(join(__dirname, 'main.js'), command, options);
