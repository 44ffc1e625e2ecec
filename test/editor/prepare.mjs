// Packs the extension as its users get it, unpacks it, and bundles the tests that run inside the extension host:
// out/editor/delivery-spec.vsix, out/editor/package/ (what the .vsix holds), and therein test/suite.js.
import { createVSIX, listFiles } from '@vscode/vsce';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { output, packaged, suite, vsix } from './places.mjs';
import { root } from '../../scripts/editor/install.mjs';

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
production();
await createVSIX({ cwd: root, packagePath: vsix, dependencies: false, rewriteRelativeLinks: false });
await unpack();
await bundleSuite();
console.log(`Packed ${Math.ceil(statSync(vsix).size / 1024)} KiB.`);

/** The build that users get. */
function production() {
  const { status } = spawnSync(process.execPath, [join(root, 'esbuild.mjs'), '--production'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}

/** The same list that went into the .vsix. */
async function unpack() {
  for (const file of await listFiles({ cwd: root, packageManager: 0 })) {
    if (statSync(join(root, file)).isFile()) cpSync(join(root, file), join(packaged, file));
  }
}

/** One bundle for both extension hosts: it uses nothing but the API of VS Code and mocha's build for browsers. */
async function bundleSuite() {
  await build({
    entryPoints: [join(root, 'test/editor/suite/index.ts')],
    outfile: suite,
    ...{ bundle: true, platform: 'browser', format: 'cjs', target: 'es2022', external: ['vscode'] },
    ...{ sourcemap: 'inline', logLevel: 'warning' },
  });
}
