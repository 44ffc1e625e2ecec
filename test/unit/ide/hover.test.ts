import assert from 'node:assert/strict';
import { hoverAt } from '../../../server/src/ide/hover';
import { escapeMarkdown, inlineCode } from '../../../server/src/ide/markdown';
import { parseDay } from '../../../server/src/kinds/time';
import { dedent } from '../../support/spec';
import { fixture } from '../../support/world';
import type { Tongue } from '../../../server/src/kinds/tongue';

function hover(source: string, tongue: Tongue = 'en'): { markdown: string; over: string } | undefined {
  const plan = fixture(source, parseDay('2026-01-05'));
  const found = hoverAt(plan.world, plan.cursor, tongue, () => undefined);
  return found && { markdown: found.markdown, over: plan.textOf(found.place) };
}

/** The list at the end of a hover. */
const linksOf = (source: string): string => hover(source)!.markdown.replace(/^[^]*?\n(?=- )/, '');

describe('hover', () => {
  it('describes the item that a reference names, with its links in both directions', () => {
    const found = hover(`
      source INT-1 "Kick-off" { method: interview }
      need N-1 "Sign in once" {
        from: INT-1
        """
        Five systems a day.
        """
      }
      requirement REQ-1 "Single sign-on" { from: N-$01 }
    `);
    assert.equal(found?.over, 'N-1');
    assert.equal(
      found.markdown,
      dedent(`
        need **N\\-1** Sign in once

        ◐ linked, but not covered yet: REQ\\-1 has no acceptance criterion, REQ\\-1 has no work, REQ\\-1 has no milestone

        Five systems a day\\.

        - from \`INT-1\` Kick\\-off ◐
        - gives rise to \`REQ-1\` Single sign\\-on ✗
      `).trimEnd(),
    );
  });

  it('speaks Chinese', () =>
    assert.equal(
      hover('来源 S-1 "启动会" { }\n诉求 $0N-1 "一次登录" { 来自: S-1 }', 'zh')?.markdown,
      '诉求 **N\\-1** 一次登录\n\n✗ 未被覆盖：没有下文\n\n- 来自 `S-1` 启动会 ◐',
    ));

  it('shows the threads as a tree, and marks what is covered', () =>
    assert.equal(
      linksOf(`
        source INT-1 "Kick-off" { method: interview }
        need N-1 "Sign in once" { from: INT-1 }
        requirement REQ-1$0 "Single sign-on" {
          from: N-1
          owner: lin
          criterion AC-1 "Quick" { verify: test, evidence: "log.txt", result: passed 2026-01-02 by lin }
        }
        task T-1 "Connect" { realizes: REQ-1, NONE-1 }
        milestone M-1 "Pilot" { delivers: REQ-1 }
        signoff S-1 "Pilot acceptance" { accepts: M-1 }
        person lin "Lin" { }
        risk R-1 "Late" { threatens: REQ-1 }
      `),
      dedent(`
        - from \`N-1\` Sign in once ◐
          - from \`INT-1\` Kick\\-off ◐
        - verified by \`AC-1\` Quick ✓
          - evidence \`log.txt\`
        - realized by \`T-1\` Connect ✗
        - delivered by \`M-1\` Pilot ◐
          - accepted by \`S-1\` Pilot acceptance ◐
        - owned by \`lin\` Lin
        - threatened by \`R-1\` Late
      `).trimEnd(),
    ));

  it('shows computed dates, slack and what drives them, in both languages', () => {
    const plan = (id: string): string => `
      project p "p" { period: 2026-01-05..2026-06-30 }
      task T-1 "a" { duration: 3d }
      task T-2 "b" { duration: 2d, after: T-1 }
      task ${id} "c" { duration: 1d, status: todo }`;
    const { markdown } = hover(plan('T-3$0'))!;
    assert.match(markdown, /^task \*\*T\\-3\*\* c · todo\n/);
    assert.match(
      markdown,
      /\n\*\*5 Jan · slack 4 d\*\*\n\nStarts 2026\\-01\\-05 08\\:00\\: the project starts then\\\.(\n|$)/,
    );
    assert.match(hover(plan('T-3$0'), 'zh')!.markdown, /\n\*\*1月5日 · 总时差 4 天\*\*\n\n2026.*项目从此时开始/);
    assert.match(
      hover(plan('T-3').replace('T-2 "b"', 'T-2$0 "b"'))!.markdown,
      /\*\*8 Jan – 9 Jan · critical\*\*[^]*T\\-1 finishes/,
    );
  });

  it('leads from ids to addresses, whatever signs these hold', () => {
    const plan = fixture('need N-1$0 "x" { }\nrequirement REQ-1 "y" { from: N-1 }');
    const found = hoverAt(plan.world, plan.cursor, 'en', ({ id }) => `file:///a (b)/${id}_\u0060.delivery#L1,1`)!;
    assert.match(found.markdown, /- gives rise to \[`REQ-1`\]\(file:\/\/\/a%20%28b%29\/REQ-1%5f%60\.delivery#L1,1\) y/);
  });

  it('cuts what is endless: long texts, circles, long chains', () => {
    assert.ok(hover(`need N-1$0 "x" {\n  """\n  ${'😀'.repeat(5000)}\n  """\n}`)!.markdown.length < 2100);
    const circle = hover('requirement A$0 "a" { refines: B }\nrequirement B "b" { refines: A }')!.markdown;
    assert.equal(circle.match(/`A`/g), null);
    const chain = Array.from({ length: 50 }, (_, at) => `requirement R-${at} "r" { refines: R-${at + 1} }`).join('\n');
    assert.equal(hover(chain.replace('R-0', 'R-0$0'))!.markdown.match(/^ *- /gm)!.length, 3);
  });

  it('describes kinds, fields and enum values', () => {
    assert.match(
      hover('requi$0rement REQ-1 "x" { }')!.markdown,
      /^\*\*requirement\*\*\n\nSomething the delivery shall/,
    );
    assert.match(hover('requirement REQ-1 "x" { prio$0rity: must }')!.markdown, /^\*\*priority\*\* — [^]+- `must` — /);
    assert.match(hover('task T-1 "x" { eff$0ort: 3d }')!.markdown, /`effort: 3d\.\.5d\.\.10d`$/);
    assert.match(hover('requirement REQ-1 "x" { priority: mu$0st }')!.markdown, /^\*\*must\*\* — Without it/);
    assert.match(hover('需求 REQ-1 "x" { 优先级: 必$0须 }', 'zh')!.markdown, /^\*\*必须\*\* — 没有它/);
  });

  it('says nothing over blanks, comments, unknown words and dangling references', () => {
    for (const source of ['$0', '// N-$01\nneed N-1 "a" { }', 'thi$0ng X "x" { }', 'need N "x" { colo$0ur: red }'])
      assert.equal(hover(source), undefined, source);
    assert.equal(hover('need N-1 "x" { from: N-$09 }'), undefined);
  });

  it('counts the links that it does not list', () => {
    const risks = Array.from({ length: 12 }, (_, index) => `risk R-${index} "r" { threatens: N-1 }`).join('\n');
    const lines = hover(`need N-1$0 "x" { }\n${risks}`)!.markdown.split('\n');
    assert.equal(lines.filter((line) => line.startsWith('- ') && line.includes('`R-')).length, 8);
    assert.equal(lines.at(-1), '- … 4');
  });

  describe('of hostile text', () => {
    const HOSTILE = [
      '<img src=x onerror=alert(1)>',
      '[click](command:workbench.action.quit)',
      '![x](https://evil.example/t.png)',
      'https://evil.example/t www.evil.example a@evil.example',
      '&lt;script&gt;',
      '$(alert) **bold** _it_ ~~x~~ `code` | a | b |',
      '# heading',
      '1. one',
      '===',
    ];

    for (const text of HOSTILE)
      it(`shows it as it is: ${text}`, () => {
        const found = hover(`need N-1$0 "${text}" {\n  """\n  ${text}\n  """\n}`)!;
        const lacks = '✗ not covered: it led to nothing';
        assert.equal(found.markdown, `need **N\\-1** ${escapeMarkdown(text)}\n\n${lacks}\n\n${escapeMarkdown(text)}`);
        const bare = escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, '');
        assert.doesNotMatch(bare, /[<>[\]()`*_#!|~$@=]|https?:|^\d+\.|&(?!lt;|amp;)/, bare);
      });

    it('cannot leave inline code', () => {
      assert.equal(inlineCode('a'), '`a`');
      assert.equal(inlineCode('a ``b` c'), '```a ``b` c```');
      assert.equal(inlineCode('`'), '`` ` ``');
      assert.equal(inlineCode('a\n\n# b'), '`a # b`');
    });
  });
});
