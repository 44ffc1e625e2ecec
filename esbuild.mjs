// Builds every output of the project into dist/ (and the tests into out/ with --tests).
// Usage: node esbuild.mjs [--watch] [--production] [--tests]
import { build, context } from 'esbuild';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inAscii } from './scripts/build/ascii.mjs';
import { sharingPackages } from './scripts/build/shared-modules.mjs';
import { unusedModules } from './scripts/build/unused-modules.mjs';
import { validators } from './scripts/build/validators.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const tests = process.argv.includes('--tests');

/** All files below a folder, as paths; Node 20 has no glob. */
const filesBelow = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map((name) => join(folder, name)) : [];

const common = {
  bundle: true,
  loader: { '.txt': 'text', '.md': 'text' },
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  target: 'es2022',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  legalComments: 'none',
  plugins: [validators, unusedModules],
};

/** For Node: CommonJS, since the extension host of VS Code 1.91 loads nothing else. */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
/** For browsers and workers: a Node built-in that slips in fails the build, since platform "browser" cannot resolve it. */
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const outputs = [
  { ...node, entryPoints: { 'client/node': 'client/src/node.ts' }, outdir: 'dist', external: ['vscode'] },
  {
    ...browser,
    format: 'cjs',
    entryPoints: { 'client/browser': 'client/src/browser.ts' },
    outdir: 'dist',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: {
      'server/node': 'server/src/cli/server.ts',
      'cli/delivery': 'server/src/cli/delivery.ts',
      'cli/main': 'server/src/cli/main.ts',
      'cli/templates/texts': 'server/src/cli/templates/texts.ts',
      'cli/explainPages': 'server/src/cli/explainPages.ts',
      'cli/ticker': 'server/src/cli/progress/ticker.ts',
    },
    // Long texts that one command needs, and the extension not at all.
    external: ['./explainPages.js', './templates/texts.js'],
    // Code that is kept from an earlier process (`cli/compiled.ts`) cannot import, but require.
    supported: { 'dynamic-import': false },
    outdir: 'dist',
    plugins: [...common.plugins, inAscii('dist/cli/main.js')],
  },
  { ...browser, format: 'iife', entryPoints: { 'server/browser': 'server/src/lsp/browser.ts' }, outdir: 'dist' },
  {
    ...browser,
    format: 'iife',
    entryPoints: { 'webview/timeline': 'client/webview/main.tsx' },
    outdir: 'dist',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
  // The panel's drawing for whoever has no page: the command line loads this module.
  {
    ...browser,
    format: 'cjs',
    entryPoints: { 'cli/drawing': 'client/webview/drawing.tsx' },
    outdir: 'dist',
    loader: { ...common.loader, '.css': 'text' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
];

/** Tests run under Node from out/; packages stay outside the bundle, so that the tests see what npm installed. */
const testOutputs = [
  {
    ...node,
    format: 'esm',
    splitting: true,
    packages: 'external',
    sourcesContent: true,
    entryPoints: ['unit', 'lsp', 'property', 'packages', 'bench']
      .flatMap((part) => filesBelow(join('test', part)))
      .filter((file) => /\.(test|bench)\.ts$/.test(file)),
    outdir: 'out/test',
    outbase: 'test',
    outExtension: { '.js': '.mjs' },
  },
];

// The client of the language server is most of both clients; the extension would be a tenth bigger with two of them.
if (production && !tests) [outputs[1], outputs[0]] = await sharingPackages(outputs[1], outputs[0], './browser.js');

if (!watch) rmSync(tests ? 'out/test' : 'dist', { recursive: true, force: true });
for (const options of tests ? testOutputs : outputs) {
  if (watch) await (await context(options)).watch();
  else await build(options);
}
if (production && !tests)
  for (const file of filesBelow('dist').filter((name) => /\.(js|css)$/.test(name)))
    console.log(`${file}  ${Math.ceil(statSync(file).size / 1024)} KiB`);
