// mocha's spec reporter, and as last line the counts as data for test/run.mjs.
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      // A hook that fails has no test of its own, so failures count from the runner and not from the tests.
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      process.stdout.write(`@counts ${JSON.stringify({ passed, failed, skipped })}\n`);
    });
  }
};
