import assert from 'node:assert/strict';
import { displayWidth } from '../../../server/src/language/format/width';
import { format, formats, stays } from '../../support/format';

/** The value of a field, before and after. */
const value = (before: string, after: string): void =>
  formats(`a b {\n  f: ${before}\n}\n`, `a b {\n  f: ${after}\n}\n`);

describe('formatting: layout', () => {
  it('indents by two columns a block', () =>
    formats(
      `
      phase P-1 "Plan" {
       task T-1 "x" {
            effort:3d
         milestone M-1 "y" {
      due :2026-01-05
      }
          }
      }
      `,
      `
      phase P-1 "Plan" {
        task T-1 "x" {
          effort: 3d
          milestone M-1 "y" {
            due: 2026-01-05
          }
        }
      }
      `,
    ));

  it('writes heads with one blank between their words', () =>
    formats('task   T-1\t"x"{effort: 3d}\n', 'task T-1 "x" { effort: 3d }\n'));

  it('keeps a block on its line if it fits, with commas between its fields', () =>
    formats(
      'source INT-1 "Kick-off" {method:interview date:2026-01-06,with: chen , }\n',
      'source INT-1 "Kick-off" { method: interview, date: 2026-01-06, with: chen }\n',
    ));

  it('breaks a block that does not fit, counting Chinese letters as two columns', () => {
    const fits = `需求 需求-1 "${'登'.repeat(44)}" { 优先级: 必须 }\n`;
    assert.equal(displayWidth(fits.trimEnd()), 119);
    stays(fits);
    formats(fits.replace('登', '登录'), fits.replace('登', '登录').replace(' 优先级: 必须 ', '\n  优先级: 必须\n'));
  });

  it('puts declarations inside a block on lines of their own', () =>
    formats(
      'phase P { task T "x" { effort: 3d } task U "y" { effort: 2d } }\n',
      `
      phase P {
        task T "x" { effort: 3d }
        task U "y" { effort: 2d }
      }
      `,
    ));

  it('writes a field a line, and drops the commas behind them', () =>
    formats(
      `
      task T-1 "x" {
        effort: 3d, assign: lin,
        after: T-2
        , T-3
        ,
        status: done ,
      }
      `,
      `
      task T-1 "x" {
        effort: 3d
        assign: lin
        after: T-2, T-3
        status: done
      }
      `,
    ));

  it('writes an empty block without a blank', () => formats('a b {\n\n}\nc d { }\n', 'a b {}\nc d {}\n'));

  it('keeps a value on the lines on which it stands, and indents those behind the first', () =>
    formats(
      `
      calendar C "x" {
        holidays: 2026-01-01 "New Year",
        2026-02-16..2026-02-22 "Spring Festival" ,

             2026-05-01
        base:  D
      }
      `,
      `
      calendar C "x" {
        holidays: 2026-01-01 "New Year",
          2026-02-16..2026-02-22 "Spring Festival",
          2026-05-01
        base: D
      }
      `,
    ));

  it('separates top-level declarations by one blank line, but keeps groups of those on one line', () =>
    formats(
      `


      person a "A" {}
      person b "B" {}



      person c "C" {}
      task T-1 "x" {
        effort: 3d
      }
      person d "D" {}
      section "x"
      section "y"
      `,
      `
      person a "A" {}
      person b "B" {}

      person c "C" {}

      task T-1 "x" {
        effort: 3d
      }

      person d "D" {}
      section "x"
      section "y"
      `,
    ));

  it('keeps one blank line inside blocks, and none at their edges', () =>
    formats(
      `
      a b {

        f: 1


        g: 2

        """
        t
        """
        h: 3

      }
      `,
      `
      a b {
        f: 1

        g: 2

        """
        t
        """
        h: 3
      }
      `,
    ));

  it('ends a file with one line break', () => {
    assert.equal(format('a b {}'), 'a b {}\n');
    assert.equal(format('a b {}\n\n\n'), 'a b {}\n');
    assert.equal(format('\n \n'), '');
    assert.equal(format(''), '');
  });

  it('keeps the line breaks that the file has most often, and a byte order mark', () => {
    assert.equal(format('\ufeffa b {\r\nf: 1\r\n}\n'), '\ufeffa b {\r\n  f: 1\r\n}\r\n');
    assert.equal(format('a b {\r\nf: 1\n}\n'), 'a b {\n  f: 1\n}\n');
    assert.equal(
      format('a b {\r\n"""\r\nx\r\n  y\r\n"""\r\n}\r\n'),
      'a b {\r\n  """\r\n  x\r\n    y\r\n  """\r\n}\r\n',
    );
  });
});

describe('formatting: words', () => {
  it('spaces the atoms of a phrase', () => {
    value('T-1  SS+2d,T-2-1d', 'T-1 SS + 2d, T-2-1d'); // a hyphen between letters belongs to the name
    value('T-1 -1d', 'T-1 - 1d');
    value('3d .. 5d ..10d', '3d..5d..10d');
    value('2026-02-16 ..', '2026-02-16..');
    value('..2026-02-16', '..2026-02-16');
    value('2026-02-16.."x"', '2026-02-16.. "x"');
    value('mon .. fri', 'mon..fri');
    value('login_p95<=2s', 'login_p95 <= 2s');
    value('<= - 5', '<= -5');
    value('>=2026-03-02', '>= 2026-03-02');
    value('1200 CNY / d', '1200 CNY/d');
    value('4.5 / 5', '4.5/5');
    value('trace / no-work"why"until 2026-06-30', 'trace/no-work "why" until 2026-06-30');
    value('https://example.com/a  "x"', 'https://example.com/a "x"');
  });

  it('never joins what would become something else', () => {
    value('1 / / 2', '1/ /2');
    value('= =', '= =');
    value('==', '==');
    value('2026-3-2', '2026-3-2');
    value('2026－03－02', '2026 - 03 - 02');
    value('a－b', 'a - b');
    value('“” "a"', '"" "a"');
  });

  it('writes the ASCII twins of full-width signs', () => {
    formats(
      '需求 R-1 “单点登录” ｛优先级：必须，来自：N-1、N-2｝\n',
      '需求 R-1 "单点登录" { 优先级: 必须, 来自: N-1, N-2 }\n',
    );
    value('≥９９.9％', '≥９９.9％'); // full-width digits are no signs: the declaration has a problem and stays
  });

  it('writes twins inside tokens too', () => {
    value('≥99.9％', '>= 99.9%');
    value('！＝ 3', '!= 3');
    value('09：00..12：00', '09:00..12:00');
    value('2026-03-01T09：30', '2026-03-01T09:30');
    value('1200 CNY／d', '1200 CNY/d');
    value('T-1＋2d', 'T-1 + 2d');
  });

  it('keeps every word inside quotes', () => {
    value('“他说：\\"好\\"，｛走｝”', '"他说：\\"好\\"，｛走｝"');
    value('"“引用”，：（x）"', '"“引用”，：（x）"');
    value('＂a＂', '"a"');
    value('“a"', '"a"');
    value('“a\\”b”', '"a\\”b"');
    value('“““文，本”””', '"""文，本"""');
  });
});

describe('formatting: text blocks', () => {
  it('moves a text block to its depth and keeps its words and relative indentation', () =>
    formats(
      `
      a b {
            """
          First “line”:
              - nested,  twice

          Last \\""" line
        """
      }
      `,
      `
      a b {
        """
        First “line”:
            - nested,  twice

        Last \\""" line
        """
      }
      `,
    ));

  it('leaves a text on one line there, and gives the quotes of any other their own lines', () =>
    formats(
      `
      a b {
      """One line"""
      """Two
      lines"""
      }
      `,
      `
      a b {
        """One line"""
        """
        Two
        lines
        """
      }
      `,
    ));

  it('indents a text that is a value one step further than its field', () =>
    formats('a b {\nf: """\nx\n  y\n""", "z"\n}\n', 'a b {\n  f: """\n    x\n      y\n    """, "z"\n}\n'));

  it('keeps the ideographic spaces at the start of Chinese paragraphs', () =>
    formats('a b {\n"""\n　　第一段\n　　第二段\n"""\n}\n', 'a b {\n  """\n  　　第一段\n  　　第二段\n  """\n}\n'));
});
