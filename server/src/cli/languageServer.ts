#!/usr/bin/env node
/** The `delivery-language-server` command: `delivery lsp` under the name by which editors look for a server. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

process.argv.splice(2, 0, 'lsp');
// Beside this file in every copy of the product; a second bundle of it would double the package.
createRequire(__filename)(join(__dirname, 'delivery.js'));
