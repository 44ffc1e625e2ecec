import assert from 'node:assert/strict';
import { pasteInto } from '../../../server/src/ide/paste';
import { withFiles } from '../../../server/src/ide/world';
import { SourceDocument } from '../../../server/src/language/document';
import { dedent } from '../../support/spec';
import { fixture } from '../../support/world';

/** What is pasted at `$0` in place of the text; undefined if it is pasted as it is. */
function pasted(source: string, text: string): string | undefined {
  const { world, cursor } = fixture(source);
  return pasteInto(world, cursor.file, { start: cursor.offset, end: cursor.offset }, dedent(text))?.text;
}

describe('pasting', () => {
  it('gives a declaration whose id is taken the next free one, in the shape that the project uses', () => {
    const source = `
      //- a.delivery
      need N-01 "Sign in once" { }
      need N-07 "Import" { }
      $0
    `;
    assert.equal(pasted(source, 'need N-01 "Sign in once" { }\n'), 'need N-08 "Sign in once" { }\n');
  });

  it('looks for the id in all files of the project', () => {
    const source = `
      //- a.delivery
      need N-1 "Sign in once" { }
      //- b.delivery
      $0
    `;
    assert.equal(pasted(source, 'need N-1 "Sign in once" { }\n'), 'need N-2 "Sign in once" { }\n');
  });

  it('lets references inside the pasted text follow, and leaves those to other items', () => {
    const source = `
      //- a.delivery
      task T-1 "Connect" { effort: 2d }
      task T-2 "Switch" { after: T-1 SS + 1d, realizes: REQ-1 }
      requirement REQ-1 "Single sign-on" { criterion AC-1 "quick" { verify: test } }
      $0
    `;
    assert.equal(
      pasted(
        source,
        `
          task T-1 "Connect" { effort: 2d }
          task T-2 "Switch" { after: T-1 SS + 1d, realizes: REQ-1 }
        `,
      ),
      dedent(`
        task T-3 "Connect" { effort: 2d }
        task T-4 "Switch" { after: T-3 SS + 1d, realizes: REQ-1 }
      `),
    );
  });

  it('renumbers what stands inside as well', () => {
    const source = `
      //- a.delivery
      requirement REQ-1 "Single sign-on" { criterion AC-1 "quick" { verify: test } }
      $0
    `;
    assert.equal(
      pasted(source, 'requirement REQ-1 "Single sign-on" { criterion AC-1 "quick" { verify: test } }\n'),
      'requirement REQ-2 "Single sign-on" { criterion AC-2 "quick" { verify: test } }\n',
    );
  });

  it('gives no id that the pasted text declares or refers to', () => {
    const source = '//- a.delivery\nneed N-1 "a" { }\n$0\n';
    assert.equal(
      pasted(source, 'need N-1 "a" { }\nneed N-2 "b" { from: N-3 }\n'),
      'need N-4 "a" { }\nneed N-2 "b" { from: N-3 }\n',
    );
  });

  it('also counts ids without numbers', () => {
    const source = '//- a.delivery\nperson 林 "Lin" { }\n$0\n';
    assert.equal(pasted(source, '人员 林 "Lin" { }\n'), '人员 林-2 "Lin" { }\n');
  });

  it('leaves a text alone whose ids are free, that declares nothing, or that lands in a text or a comment', () => {
    const source = (rest: string): string => `//- a.delivery\nneed N-1 "a" { }\n${rest}\n`;
    assert.equal(pasted(source('$0'), 'need N-2 "a" { }\n'), undefined);
    assert.equal(pasted(source('$0'), 'just words'), undefined);
    assert.equal(pasted(source('need N-3 "b" { from: $0 }'), 'N-1'), undefined);
    assert.equal(pasted(source('// $0'), 'need N-1 "a" { }'), undefined);
    assert.equal(pasted(source('need N-3 "b" {\n  """\n  $0\n  """\n}'), 'need N-1 "a" { }'), undefined);
  });

  it('leaves what replaces itself, and what was twice in the pasted text alone', () => {
    const { world } = fixture('//- a.delivery\nneed N-1 "a" { }\nneed N-2 "b" { }\n');
    const line = 'need N-1 "a" { }\n';
    assert.equal(pasteInto(world, 0, { start: 0, end: line.length }, line), undefined);
    assert.equal(pasteInto(world, 0, { start: 0, end: line.length }, line + line), undefined);
  });

  it('completes a declaration that the text around has begun', () => {
    assert.equal(pasted('//- a.delivery\nneed N-1 "a" { }\nneed $0 "b" { }\n', 'N-1'), 'N-2');
  });

  it('never declares an id twice, whatever is copied to wherever', () => {
    const text = dedent(`
      project P "p" { period: 2026-01-05.. }
      need N-1 "a" { }
      需求 需求-1 “b” ｛ 来自：N-1
        验收标准 AC-1 "c" { 验证方式: 测试 }
      ｝
      phase F "f" {
        task T-1 "d" { effort: 1d }
        task T-2 "e" { effort: 1d, after: T-1, realizes: 需求-1 }
      }
    `);
    const { world } = fixture(`//- a.delivery\n${text}`);
    const duplicates = (source: string): readonly string[] =>
      [
        ...withFiles(world, [{ uri: 'file:///plan/a.delivery', document: new SourceDocument(source) }]).model
          .duplicates,
      ].map(([id]) => id);
    const lines = [...text.matchAll(/^/gm)].map(({ index }) => index);
    let renumbered = 0;
    for (const from of lines)
      for (const to of lines)
        for (const at of lines) {
          if (to <= from) continue;
          const copied = text.slice(from, to);
          const pasting = pasteInto(world, 0, { start: at, end: at }, copied);
          if (pasting) renumbered++;
          const after = text.slice(0, at) + (pasting?.text ?? copied) + text.slice(at);
          assert.deepEqual(duplicates(after), [], `${from} ${to} ${at}`);
        }
    assert.ok(renumbered > 100);
  });
});
