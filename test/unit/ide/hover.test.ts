import assert from 'node:assert/strict';
import { hoverAt } from '../../../server/src/ide/hover';
import { escapeMarkdown, inlineCode } from '../../../server/src/ide/markdown';
import { dedent } from '../../support/spec';
import { fixture } from '../../support/world';
import type { Tongue } from '../../../server/src/kinds/tongue';

function hover(source: string, tongue: Tongue = 'en'): { markdown: string; over: string } | undefined {
  const plan = fixture(source);
  const found = hoverAt(plan.world.model, plan.cursor, tongue);
  return found && { markdown: found.markdown, over: plan.textOf(found.place) };
}

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

        Five systems a day\\.

        - from \`INT-1\` Kick\\-off
        - gives rise to \`REQ-1\` Single sign\\-on
      `).trimEnd(),
    );
  });

  it('speaks Chinese', () =>
    assert.equal(
      hover('来源 S-1 "启动会" { }\n诉求 $0N-1 "一次登录" { 来自: S-1 }', 'zh')?.markdown,
      '诉求 **N\\-1** 一次登录\n\n- 来自 `S-1` 启动会',
    ));

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
        assert.equal(found.markdown, `need **N\\-1** ${escapeMarkdown(text)}\n\n${escapeMarkdown(text)}`);
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
