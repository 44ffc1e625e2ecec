/** Reports to the console, which every VS Code under test hands on to its runner; the last line holds the counts as data. */
export class ConsoleReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const counts = { passed: 0, failed: 0, skipped: 0 };
    runner.on('pass', (test) => {
      counts.passed++;
      console.log(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('fail', (test, error: Error) => {
      counts.failed++;
      console.log(`  ✖ ${test.fullTitle()}\n${indent(error.stack ?? error.message)}`);
    });
    runner.on('pending', (test) => {
      counts.skipped++;
      console.log(`  - ${test.fullTitle()}`);
    });
    runner.on('end', () => console.log(`@counts ${JSON.stringify(counts)}`));
  }
}

const indent = (text: string): string => text.replace(/^/gm, '      ');
