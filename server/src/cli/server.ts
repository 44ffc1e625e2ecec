#!/usr/bin/env node
/**
 * The language server as a command of its own, which editors start: `delivery lsp` under another name. It loads the bundle of the
 * command line, which holds the server, since a second bundle of it would double every package. Where Node can keep what it
 * compiled for the next start, it shall: that is a fifth of the work before the first diagnostics.
 */
import * as modules from 'node:module';
import { join } from 'node:path';

(modules as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
process.argv.splice(2, 0, 'lsp');
modules.createRequire(__filename)(join(__dirname, '../cli/delivery.js'));
