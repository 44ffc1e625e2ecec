/** Runs every benchmark of test/bench, or those whose name is given: `npm run bench -- check`. Builds first. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const wanted = process.argv.slice(2);
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  return status === 0;
};

if (run('esbuild.mjs', '--production') && run('esbuild.mjs', '--tests')) {
  const benches = readdirSync('out/test/bench').filter((name) => name.endsWith('.bench.mjs'));
  const chosen = benches.filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
  if (chosen.length === 0)
    console.error(`no benchmark is called ${wanted.join(', ')}; there are ${benches.join(', ')}`);
  for (const name of chosen.sort()) run('--expose-gc', `out/test/bench/${name}`);
}
