import assert from 'node:assert/strict';
import { refactoringsIn, soundEdits } from '../../../server/src/ide/refactor';
import { dedent } from '../../support/spec';
import { repaired } from '../../support/repairs';
import { fixture } from '../../support/world';

/** What is offered at the cursor; `|` before it selects the text up to the cursor. */
function offered(source: string) {
  const from = dedent(source).indexOf('§');
  const { world, cursor } = fixture(source.replace('§', ''));
  const span = { file: cursor.file, start: from < 0 ? cursor.offset : from, end: cursor.offset };
  return { world, list: refactoringsIn(world, span) };
}

const titles = (source: string): readonly string[] => offered(source).list.map(({ title }) => title.en);

/** The texts of all files after what is called so was done, or undefined if it is refused. */
function after(source: string, title: string): readonly string[] | undefined {
  const { world, list } = offered(source);
  const chosen = list.find((each) => each.title.en === title || each.title.zh === title);
  assert.ok(chosen, `"${title}" is not among: ${list.map((each) => each.title.en).join(', ')}`);
  const edits = soundEdits(world, chosen);
  return edits && repaired(world.model, edits);
}

function check(source: string, title: string, ...expected: readonly string[]): void {
  assert.deepEqual(after(source, title), expected.map(dedent));
}

describe('refactoring: a criterion moves out of its requirement', () => {
  it('with its comments, and says what it verifies', () =>
    check(
      `
      requirement REQ-1 "Sign-on" {
        priority: must

        // Agreed with sales.
        criterion $0AC-1 "Quick" {
          """
          Within
            two seconds.
          """
          verify: test // by lin
        } // really

        criterion AC-2 "Safe" { verify: test }
      }

      need N-1 "Sign in once" { }
    `,
      'Move criterion AC-1 out of requirement REQ-1',
      `
      requirement REQ-1 "Sign-on" {
        priority: must

        criterion AC-2 "Safe" { verify: test }
      }

      // Agreed with sales.
      criterion AC-1 "Quick" {
        verifies: REQ-1
        """
        Within
          two seconds.
        """
        verify: test // by lin
      } // really

      need N-1 "Sign in once" { }
    `,
    ));

  it('in Chinese', () =>
    check(
      `
      需求 需求-1 "单点登录" {
        优先级: 必须
        验收标准 $0AC-1 "快" { 验证方式: 测试 }
      }
    `,
      '将验收标准 AC-1 移出需求 需求-1',
      `
      需求 需求-1 "单点登录" {
        优先级: 必须
      }

      验收标准 AC-1 "快" { 验证方式: 测试, 验证: 需求-1 }
    `,
    ));

  it('behind the outermost item in which standing has a meaning, inside sections', () =>
    check(
      `
      section "All" {
        requirement REQ-1 "Sign-on" {
          priority: must
          requirement REQ-2 "Below" {
            priority: must
            criterion $0AC-1 "Quick" { verify: test }
          }
        }
      }
    `,
      'Move criterion AC-1 out of requirement REQ-2',
      `
      section "All" {
        requirement REQ-1 "Sign-on" {
          priority: must
          requirement REQ-2 "Below" {
            priority: must
          }
        }

        criterion AC-1 "Quick" { verify: test, verifies: REQ-2 }
      }
    `,
    ));

  it('only where that is sound', () => {
    const without = (source: string): void =>
      assert.deepEqual(
        titles(source).filter((title) => title.includes('out of')),
        [],
      );
    without('requirement "No id" {\n  priority: must\n  criterion $0AC-1 "x" { verify: test }\n}\n');
    without('requirement REQ-1 "x" {\n  priority: must\n  criterion $0AC-1 "x" { verify: test\n}\n');
    without('requirement REQ-1 "x" { criterion $0AC-1 "x" { verify: test } }\n');
    without('section "x" {\n  criterion $0AC-1 "x" { verify: test }\n}\n');
    without('requirement REQ-1 "x" {\n  criterion AC-1 "x" { ver$0ify: test }\n}\n');
  });

  it('not if a text would read like a declaration at its new place', () =>
    assert.equal(
      after(
        'requirement REQ-1 "x" {\n  criterion $0AC-1 "x" {\n  """\n  need N-9 "y" {\n  """\n  }\n}\n',
        'Move criterion AC-1 out of requirement REQ-1',
      ),
      undefined,
    ));
});

describe('refactoring: a criterion moves into its requirement', () => {
  it('from another file, with its comments', () =>
    check(
      `
      //- a.delivery
      // First.
      criterion $0AC-1 "Quick" {
        verifies: REQ-1
        // How.
        verify: test
      }

      need N-1 "Sign in once" { }
      //- b.delivery
      requirement REQ-1 "Sign-on" {
          priority: must
      }
    `,
      'Move criterion AC-1 into requirement REQ-1',
      'need N-1 "Sign in once" { }',
      `
      requirement REQ-1 "Sign-on" {
          priority: must
          // First.
          criterion AC-1 "Quick" {
            // How.
            verify: test
          }
      }
    `,
    ));

  it('and out again: the same bytes', () => {
    const inside = '需求 REQ-1 "x" {\n  优先级: 必须\n  验收标准 AC-1 "快" { 验证方式: 测试 }\n}\n';
    const [outside] = after(inside.replace('AC-1', '$0AC-1'), '将验收标准 AC-1 移出需求 REQ-1')!;
    assert.deepEqual(after(outside!.replace('AC-1', '$0AC-1'), '将验收标准 AC-1 移入需求 REQ-1'), [inside]);
  });

  it('only if the field says nothing more', () => {
    const without = (source: string): void =>
      assert.deepEqual(
        titles(source).filter((title) => title.includes('into')),
        [],
      );
    const others = '\nrequirement REQ-1 "x" { priority: must }\nrequirement REQ-2 "y" { priority: must }\n';
    without(`criterion $0AC-1 "x" { verifies: REQ-1 rev 1 }${others}`);
    without(`criterion $0AC-1 "x" { verifies: REQ-1, REQ-2 }${others}`);
    without(`criterion $0AC-1 "x" { verifies: REQ-9 }${others}`);
    without('requirement $0REQ-1 "x" {\n  refines: REQ-2\n  requirement REQ-2 "y" { priority: must }\n}\n');
  });
});

describe('refactoring: an item moves to another file', () => {
  const FILES = `
    //- a.delivery
    // About all.

    // About it.
    need $0N-1 "Sign in" {
      value: "yes"
      """
      Text
      """
    } // here

    need N-2 "Sign out" { }
    requirement REQ-1 "x" { priority: must, from: N-1 }
    //- b.delivery
    need N-3 "y" { }
    need N-4 "z" { } // last

    goal G-1 "g" { metric: x > 1 }
    //- 空.delivery
  `;

  it('offers the files with the most items of its kind first', () =>
    assert.deepEqual(
      titles(FILES).filter((title) => title.startsWith('Move')),
      ['Move need N-1 to b.delivery', 'Move need N-1 to 空.delivery'],
    ));

  it('with its comments, behind the last of its kind', () =>
    check(
      FILES,
      'Move need N-1 to b.delivery',
      `
      // About all.

      need N-2 "Sign out" { }
      requirement REQ-1 "x" { priority: must, from: N-1 }`,
      `
      need N-3 "y" { }
      need N-4 "z" { } // last

      // About it.
      need N-1 "Sign in" {
        value: "yes"
        """
        Text
        """
      } // here

      goal G-1 "g" { metric: x > 1 }`,
      '',
    ));

  it('into an empty file, with its line breaks', () => {
    const [, , text] = after(FILES, '将诉求 N-1 移到 空.delivery')!;
    assert.equal(text, '// About it.\nneed N-1 "Sign in" {\n  value: "yes"\n  """\n  Text\n  """\n} // here\n');
    const source = '//- a.delivery\nneed $0N-1 "x" {\n  value: "y"\n}\n//- b.delivery\nneed N-2 "y" { }\r\n';
    assert.deepEqual(after(source, 'Move need N-1 to b.delivery'), [
      '',
      'need N-2 "y" { }\r\n\r\nneed N-1 "x" {\r\n  value: "y"\r\n}\r\n',
    ]);
  });

  it('not if an error is one only there', () => {
    const config =
      '//- delivery.config.json\n{ "overrides": [{ "files": "b.delivery", "severity": { "trace/unused-need": "error" } }] }';
    const source = `${config}\n//- a.delivery\nneed $0N-1 "x" { }\n//- b.delivery\nneed N-2 "y" { ignore: trace/unused-need "later" }\n`;
    assert.equal(after(source, 'Move need N-1 to b.delivery'), undefined);
  });
});

describe('refactoring: fields in order', () => {
  it('with their comments, around texts and nested items', () =>
    check(
      `
      requirement REQ$0-1 "x" {
        owner: lin, // theirs
        // Why it must.
        priority: must

        """
        Text
        """
        criterion AC-1 "c" { verify: test }
        depends: REQ-2,
          REQ-3
        type: security
      }
    `,
      'Sort the fields of requirement REQ-1',
      `
      requirement REQ-1 "x" {
        // Why it must.
        priority: must
        type: security

        """
        Text
        """
        criterion AC-1 "c" { verify: test }
        depends: REQ-2,
          REQ-3
        owner: lin // theirs
      }
    `,
    ));

  it('on one line, in Chinese, for a selection', () =>
    check(
      '任§务 T-1 "甲" { 状态: 进行中, 工作量: 2天 }\n任务 T-2 "乙" { 状态: 进行中, 工作量: 2天 }$0\n',
      '按标准顺序排列所选条目 的字段',
      '任务 T-1 "甲" { 工作量: 2天, 状态: 进行中 }\n任务 T-2 "乙" { 工作量: 2天, 状态: 进行中 }\n',
    ));

  it('only if they are not, and nobody would lose a comment', () => {
    const sorts = (source: string): boolean => titles(source).some((title) => title.startsWith('Sort'));
    assert.ok(!sorts('task $0T-1 "x" { effort: 2d, status: doing }\n'));
    assert.ok(!sorts('task $0T-1 "x" { status: doing /* c */, effort: 2d }\n'));
    assert.ok(sorts('task $0T-1 "x" { status: doing, effort: 2d }\n'));
  });
});

describe('refactoring: keywords in the other tongue', () => {
  const SOURCE =
    '需求 REQ-1 "x" {\n  优先级: 必须\n  验收标准 AC$0-1 "c" { 验证方式: 测试 }\n}\ntask T-1 "t" { effort: 2天 }\n';

  it('of an item', () =>
    check(
      SOURCE,
      'Translate the keywords of criterion AC-1 to English',
      '需求 REQ-1 "x" {\n  优先级: 必须\n  criterion AC-1 "c" { verify: test }\n}\ntask T-1 "t" { effort: 2天 }\n',
    ));

  it('of a file', () =>
    check(
      SOURCE,
      'Translate the keywords of this file to English',
      'requirement REQ-1 "x" {\n  priority: must\n  criterion AC-1 "c" { verify: test }\n}\ntask T-1 "t" { effort: 2d }\n',
    ));

  it('are offered where some are in another', () =>
    assert.deepEqual(
      titles(SOURCE).filter((title) => title.startsWith('Translate')),
      [
        'Translate the keywords of this file to Chinese',
        'Translate the keywords of criterion AC-1 to English',
        'Translate the keywords of this file to English',
      ],
    ));
});
