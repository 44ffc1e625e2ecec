import assert from 'node:assert/strict';
import { SourceDocument } from '../../../server/src/language/document';
import { problemsOf, reads, treeOf } from '../../support/tree';
import { check } from '../../support/findings';

const WHOLE = 'need N-1 "x" {\n  value: 3\n  """\n  a\n\n  b\n  """\n}\n// end\n';
const WHOLE_TREE = 'need N-1 "x"\n  value = 3\n  text "a\\n\\nb"';

describe('lexical', () => {
  for (const [name, lineBreak] of [
    ['line feeds', '\n'],
    ['carriage returns with line feeds', '\r\n'],
    ['lone carriage returns', '\r'],
  ] as const)
    it(`reads ${name} alike`, () => {
      const text = WHOLE.replaceAll('\n', lineBreak);
      assert.equal(treeOf(text), WHOLE_TREE);
      assert.deepEqual(problemsOf(text), []);
      assert.equal(new SourceDocument(text).lineCount, 10);
    });

  it('reads a byte order mark as a blank', () => {
    assert.equal(treeOf(`\uFEFF${WHOLE}`), WHOLE_TREE);
    assert.deepEqual(problemsOf(`\uFEFF${WHOLE}`), []);
  });

  it('reads tabs, no-break and ideographic spaces as blanks', () => {
    const text = 'need\tN-1\u00A0"x"\u3000{\n\tvalue:\t3\u3000\n}\n';
    assert.equal(treeOf(text), 'need N-1 "x"\n  value = 3');
    assert.deepEqual(problemsOf(text), []);
  });

  it('reports a NUL byte and reads on', () => {
    const text = 'need N-1 "x" {\n  value: 3 \0\n}\n\0\nneed N-2 "y" { }\n';
    assert.deepEqual(problemsOf(text), ['2:12-13 unexpected-character \0', '4:1-2 expected-declaration']);
    assert.match(treeOf(text), /^need N-1 "x"\n[^]*\nneed N-2 "y"$/);
  });

  it('reads astral letters in names and strings, two code units each', () => {
    const text = 'need 𠀀-1 "😀" {\n  voice: "a😀b"\n  𠮷\n}\n';
    assert.equal(treeOf(text), 'need 𠀀-1 "😀"\n  voice = "a😀b"\n  𠮷 ?');
    assert.deepEqual(problemsOf(text), ['3:3-5 expected-colon 𠮷']);
  });

  it('reads a lone surrogate as junk', () => {
    assert.deepEqual(problemsOf('need N-1 "x" {\n  value: \uD800\n}\n'), ['2:10-11 unexpected-character \uD800']);
  });

  for (const [name, text] of [
    ['an empty file', ''],
    ['blank lines', '\n\n  \r\n\t'],
    ['comments only', '// a\n/* b\n   c */\n// d'],
    ['a byte order mark only', '\uFEFF'],
  ] as const)
    it(`finds nothing in ${name}`, () => {
      assert.equal(treeOf(text), '');
      assert.deepEqual(problemsOf(text), []);
    });

  describe('full-width punctuation', () => {
    it('means the same as its ASCII twin, with one hint for each declaration', () =>
      check(`
        需求 需求-1 “单点登录” ｛
        //      ^ syntax/full-width formatting
          优先级：必须，状态：草稿
          来自：诉求-1、诉求-2
          工作量：3天..5天..10天
          ”“”
          系统应保留“引号”，和 ｛｝。
          “”“
          验收标准 AC-1 “登录（快）” ｛ 验证方式：测试，指标：login_p95 ＜＝ 2s ｝
          任务 T-1 “开发” ｛ 工期：3天 ｝
        ｝
        诉求 诉求-1 "甲" {}
        诉求 诉求-2 "乙" {}
        里程碑 M-1 "上线" { 交付: 需求-1 }
      `));

    it('is read as this tree', () =>
      assert.equal(
        treeOf('需求 A “单点"登录” ｛\n  优先级：必须，\n  来自：甲、乙\n  “”“\n  正文：“引号”，\n  ”“”\n｝\n'),
        '需求 A "单点"\n  优先级 = 必须\n  来自 = 甲 | 乙\n  text "正文：“引号”，"',
      ));

    it('stays as it is inside ASCII strings and text', () =>
      reads(
        `
        诉求 N-1 "登录：“一次”，｛即可｝" {
          """
          每天，登录：“五次”。
          """
        }
        `,
        `
        诉求 N-1 "登录：“一次”，｛即可｝"
          text "每天，登录：“五次”。"
        `,
      ));
  });
});
