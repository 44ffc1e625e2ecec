#!/usr/bin/env node
/**
 * The language server as a command of its own, which editors start: `delivery lsp` under another name. It loads the bundle of the
 * command line, which holds the server, since a second bundle of it would double every package.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

process.argv.splice(2, 0, 'lsp');
createRequire(__filename)(join(__dirname, '../cli/delivery.js'));
