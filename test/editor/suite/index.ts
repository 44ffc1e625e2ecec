/** The entry that VS Code calls inside its extension host, Node's or the web worker's. */
import 'mocha/mocha';
import { ConsoleReporter } from './reporter';
import { severalFolders } from './support';

/** Runs all tests; rejects when one fails, which VS Code turns into its exit code. */
export async function run(): Promise<void> {
  // mocha's own `mocha.run` for browsers reads the page's address, which no extension host has.
  const runner = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: ConsoleReporter });
  runner.suite.emit('pre-require', globalThis, '', runner);
  await (severalFolders ? import('./folders.test') : inOneFolder());
  const failures = await new Promise<number>((resolve) => runner.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed in the extension host.`);
}

async function inOneFolder(): Promise<void> {
  await import('./diagnostics.test');
  // Before others open the files that it deletes: what is open in the editor counts, whatever the disk says.
  await import('./staleness.test');
  await import('./navigation.test');
  await import('./completion.test');
  await import('./annotations.test');
  await import('./editing.test');
  await import('./quickFixes.test');
  await import('./views.test');
  await import('./tasks.test');
}
