import assert from 'node:assert/strict';
import { allCodes } from '../../../server/src/checks';
import { sectionsOf } from '../../../server/src/cli/explain';
import { delivery } from '../../support/cli';

describe('delivery explain', function () {
  this.timeout(30_000);

  const explain = (...args: string[]) => delivery('.', ['explain', ...args]);

  it('knows every check, and the rules of a team', async () =>
    assert.deepEqual([...(await sectionsOf()).keys()].sort(), [...allCodes, 'rule/*'].sort()));

  it('prints what a check means, with examples', () => {
    const { code, stdout } = explain('trace/no-work');
    assert.equal(code, 0);
    assert.match(stdout, /^trace\/no-work\n\n[_*]Warning\.[_*] /);
    assert.match(stdout, /Wrong:\n\n```delivery\n[^]*Right:\n\n```delivery\n/);
    assert.doesNotMatch(stdout, /^## /m);
  });

  it('takes the code of a rule of a team', () => assert.match(explain('rule/owned').stdout, /^rule\/owned\n/));

  it('lists all checks, a line each', async () => {
    const lines = explain().stdout.trimEnd().split('\n');
    assert.equal(lines.length, (await sectionsOf()).size);
    for (const line of lines) assert.match(line, /^[a-z]+\/\S+ {2,}\S.*\.$/);
  });

  it('exits 2 for a code that does not exist, and names the nearest', () => {
    const { code, stderr } = explain('trace/no-wrok');
    assert.equal(code, 2);
    assert.match(stderr, /there is no check trace\/no-wrok\. Did you mean trace\/no-work\?/);
    assert.equal(explain('no-work').stderr, 'delivery: there is no check no-work. Did you mean trace/no-work?\n');
  });
});
