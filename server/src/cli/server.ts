#!/usr/bin/env node
/** The language server as a command of its own, which editors start: `delivery lsp` under another name. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

process.argv.splice(2, 0, 'lsp');
createRequire(__filename)(join(__dirname, '../cli/delivery.js'));
