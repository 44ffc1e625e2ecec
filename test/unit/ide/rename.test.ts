import assert from 'node:assert/strict';
import { renamableAt, renameAt } from '../../../server/src/ide/rename';
import { renamedTexts } from '../../support/rename';
import { dedent } from '../../support/spec';
import { fixture } from '../../support/world';

/** The texts after the renaming, with the confirmed mentions if asked for; the reason if it is refused. */
function rename(source: string, name: string, confirmed = false): string {
  const plan = fixture(source);
  const renaming = renameAt(plan.world, plan.cursor, name);
  return 'refused' in renaming ? renaming.refused.en : renamedTexts(plan.world, renaming, confirmed).join('\n');
}

function check(source: string, name: string, expected: string, confirmed = false): void {
  assert.equal(rename(source, name, confirmed), dedent(expected));
}

describe('rename', () => {
  it('changes the declaration and every reference in all files, from either', () => {
    const spec = (declared: string, referred: string): string => `
      //- a.delivery
      need ${declared} "Sign in once" { }
      //- b.delivery
      requirement REQ-1 "Single sign-on" { from: ${referred}, N-11 }
      risk R-1 "Late" { threatens: N-1 }
      need N-11 "other" { }
    `;
    const expected = `
      need N-2 "Sign in once" { }
      requirement REQ-1 "Single sign-on" { from: N-2, N-11 }
      risk R-1 "Late" { threatens: N-2 }
      need N-11 "other" { }
    `;
    check(spec('N$0-1', 'N-1'), 'N-2', expected);
    check(spec('N-1', 'N-1$0'), 'N-2', expected);
  });

  it('reaches into dependencies, allocations, stamps, results and revisions', () => {
    check(
      `
        person l$0in "Lin" { }
        change C-1 "x" { decided: 2026-02-14 by lin "lin said so" }
        task T-1 "a" { assign: wang, lin 50%, duration: 2d }
        criterion AC-1 "y" { result: passed 2026-03-30 by lin }
      `,
      '林',
      `
        person 林 "Lin" { }
        change C-1 "x" { decided: 2026-02-14 by 林 "lin said so" }
        task T-1 "a" { assign: wang, 林 50%, duration: 2d }
        criterion AC-1 "y" { result: passed 2026-03-30 by 林 }
      `,
    );
    check(
      'task T-1$0 "a" { }\ntask T-2 "b" { after: T-1 SS + 2d }\nrequirement R "c" { refines: T-1 rev 2 }\n',
      'T-9',
      'task T-9 "a" { }\ntask T-2 "b" { after: T-9 SS + 2d }\nrequirement R "c" { refines: T-9 rev 2 }\n',
    );
  });

  it('works on Chinese ids and keywords, and on ids in full-width letters', () => {
    check(
      '需求 需求-登录$0 "单点登录" { 优先级：必须 }\n任务 任务-1 "接入" {实现：需求-登录，工期：2天}\n',
      '需求-单点登录',
      '需求 需求-单点登录 "单点登录" { 优先级：必须 }\n任务 任务-1 "接入" {实现：需求-单点登录，工期：2天}\n',
    );
    check(
      'need ＲＥＱ "a" { }\ngoal G "b" { from: ＲＥＱ$0 }\n',
      'N-1',
      'need N-1 "a" { }\ngoal G "b" { from: N-1 }\n',
    );
  });

  it('takes a hyphen or full stop of an input method for its ASCII twin', () => {
    check('need N-1$0 "a" { }\n', ' 诉求－登录．2 ', 'need 诉求-登录.2 "a" { }\n');
  });

  it('changes nothing when the name stays', () => check('need N-1$0 "a" { }\n', 'N-1', 'need N-1 "a" { }\n'));

  it('renames the item under the cursor when several have the id, and references with the first', () => {
    const spec = (first: string, second: string): string =>
      `need ${first} "a" { }\nneed ${second} "b" { }\ngoal G "c" { from: N-1 }\n`;
    check(spec('N-1', 'N-1$0'), 'N-2', spec('N-1', 'N-2'));
    check(spec('N-1$0', 'N-1'), 'N-2', 'need N-2 "a" { }\nneed N-1 "b" { }\ngoal G "c" { from: N-2 }\n');
  });

  describe('is refused', () => {
    it('when another item has the id, and says where', () =>
      assert.equal(
        rename('//- a.delivery\nneed N-1$0 "a" { }\n//- 需求/b.delivery\n\nneed N-2 "b" { }\n', 'N-2'),
        'The id `N-2` is taken: 需求/b.delivery:2.',
      ));

    it('when a reference to the id leads nowhere yet, and says where', () =>
      assert.equal(
        rename('need N-1$0 "a" { }\ngoal G "b" { from: N-2 }\n', 'N-2'),
        'main.delivery:2 refers to `N-2`, which does not exist; it would come to mean this item.',
      ));

    it('when the name is no id', () => {
      for (const name of ['', ' ', '1a', 'a b', 'a--b', '-a', 'a-', 'a:b', '"a"', '5d', 'a{', 'ａ：b', 'a\nb', '😀'])
        assert.match(rename('need N-1$0 "a" { }\n', name), /cannot be an id/, name);
    });

    it('when some field would take it for a word of its own, and says where', () =>
      assert.equal(
        rename(
          `
            //- delivery.config.json
            { "fields": { "risk": { "carried": { "type": ["enum", "ref"], "values": { "nobody": {} } } } } }
            //- main.delivery
            person lin$0 "Lin" { }
            risk R-1 "r" { owner: lin }
            risk R-2 "r" { carried: lin }
          `,
          'nobody',
        ),
        'With the id `nobody`, main.delivery:3 would be read as something else.',
      ));

    it('for an item that does not exist, and where no id stands', () => {
      assert.match(rename('goal G "b" { from: N-2$0 }\n', 'N-3'), /no item `N-2`/);
      for (const source of ['need N-1 "a$0" { }', 'ne$0ed N-1 "a" { }', '// N-1$0\nneed N-1 "a" { }', '$0'])
        assert.match(rename(source, 'N-3'), /no id here/, source);
    });
  });

  it('is prepared with the span of the id', () => {
    const plan = fixture('need N-1 "a" { }\ngoal G "b" { from: $0N-1 rev 2 }\n');
    const found = renamableAt(plan.world.model, plan.cursor);
    assert.ok(found && 'place' in found);
    assert.equal(plan.describe(found.place), 'main.delivery:2:20 N-1');
  });

  describe('of mentions in texts', () => {
    const mention = (text: string, id: string, others = ''): string => {
      const spec = `need $0${id} "${text}" { }\n${others}`;
      return rename(spec, 'ID-9', true).split('"')[1]!;
    };

    it('is offered in titles, strings, text blocks and comments', () => {
      const source = `
        // N-1 comes first, N-12 later
        need N-1$0 "Needs N-1" {
          voice: "as N-1 says" /* N-1 */
          """
          See N-1, N-1.
          """
        }
      `;
      check(source, 'N-7', source.replace(/N-1\b(?!2)/g, 'N-7').replace('$0', ''), true);
      check(source, 'N-7', source.replace('need N-1$0', 'need N-7'));
    });

    it('is offered for the metric of a target', () =>
      check(
        'metric login_p95$0 "Login" { }\ngoal G "g" { metric: login_p95 <= 2s }\n',
        'login_p99',
        'metric login_p99 "Login" { }\ngoal G "g" { metric: login_p99 <= 2s }\n',
        true,
      ));

    it('leaves addresses and paths, for pages and files keep their names', () =>
      check(
        `need N-1$0 "a (https://example.com/N-1)" {
  """
  https://example.com/N-1, see N-1
  """
}
criterion AC-1 "b" { evidence: "docs/N-1/report.pdf" }
`,
        'N-7',
        `need N-7 "a (https://example.com/N-1)" {
  """
  https://example.com/N-1, see N-7
  """
}
criterion AC-1 "b" { evidence: "docs/N-1/report.pdf" }
`,
        true,
      ));

    it('leaves what only holds the letters', () => {
      assert.equal(mention('N-1a xN-1 N-1-b a.N-1 N-1_ N-12 N-1.', 'N-1'), 'N-1a xN-1 N-1-b a.N-1 N-1_ N-12 ID-9.');
      assert.equal(mention('task tasks', 'task'), 'ID-9 tasks');
    });

    it('finds ids between Chinese words, but no Chinese word inside another', () => {
      assert.equal(mention('见REQ-1的说明', 'REQ-1'), '见ID-9的说明');
      assert.equal(mention('参见需求-登录的说明', '需求-登录'), '参见ID-9的说明');
      assert.equal(mention('森林，林 负责', '林'), '森林，ID-9 负责');
    });

    it('leaves a longer id that begins with it', () =>
      assert.equal(mention('见需求-登录页', '需求-登录', 'need 需求-登录页 "x" { }\n'), '见需求-登录页'));

    it('leaves keywords and fields that are spelled like it', () =>
      check(
        'task task$0 "task" { }\nrisk R "r" { threatens: task }\n',
        'x',
        'task x "x" { }\nrisk R "r" { threatens: x }\n',
        true,
      ));
  });
});
