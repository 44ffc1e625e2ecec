import assert from 'node:assert/strict';
import { allCodes } from '../../../server/src/checks/all';
import { sectionsOf } from '../../../server/src/cli/explain';
import { delivery } from '../../support/cli';

describe('delivery explain', function () {
  this.timeout(30_000);

  const explain = (...args: string[]) => delivery('.', ['explain', ...args]);

  for (const tongue of ['en', 'zh'] as const) {
    it(`knows every check, and the rules of a team, in ${tongue}`, async () =>
      assert.deepEqual([...(await sectionsOf(tongue)).keys()].sort(), [...allCodes, 'rule/*'].sort()));

    it(`lists all checks in ${tongue}, a line each`, async () => {
      const lines = explain('--language', tongue).stdout.trimEnd().split('\n');
      assert.equal(lines.length, (await sectionsOf(tongue)).size);
      for (const line of lines) assert.match(line, tongue === 'en' ? SENTENCE : CHINESE_SENTENCE);
    });
  }

  it('prints what a check means, with examples', () => {
    const { code, stdout } = explain('trace/no-work');
    assert.equal(code, 0);
    assert.match(stdout, /^trace\/no-work\n\n[_*]Warning\.[_*] /);
    assert.match(stdout, /Wrong:\n\n```delivery\n[^]*Right:\n\n```delivery\n/);
    assert.doesNotMatch(stdout, /^## /m);
  });

  it('speaks Chinese where the environment does, or when asked to', () => {
    const { code, stdout } = delivery('.', ['explain', 'trace/no-work'], { LANG: 'zh_CN.UTF-8' });
    assert.equal(code, 0);
    assert.match(stdout, /^trace\/no-work\n\n_警告。_ 承诺过的需求没有任务/);
    assert.match(stdout, /错误示例：\n\n```delivery\n需求 [^]*正确示例：\n\n```delivery\n需求 /);
    assert.equal(explain('trace/no-work', '--language', 'zh').stdout, stdout);
  });

  it('takes the code of a rule of a team', () => assert.match(explain('rule/owned').stdout, /^rule\/owned\n/));

  it('exits 2 for a code that does not exist, and names the nearest', () => {
    const { code, stderr } = explain('trace/no-wrok');
    assert.equal(code, 2);
    assert.match(stderr, /there is no check trace\/no-wrok\. Did you mean trace\/no-work\?/);
    assert.equal(explain('no-work').stderr, 'delivery: there is no check no-work. Did you mean trace/no-work?\n');
  });
});

/** `trace/no-work  A promised requirement that no task realizes.` */
const SENTENCE = /^[a-z]+\/\S+ {2,}[A-Z][^。]*\.$/;
const CHINESE_SENTENCE = /^[a-z]+\/\S+ {2,}\S[^。]*\p{Script=Han}.*。$/u;
