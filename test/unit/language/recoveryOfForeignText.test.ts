import assert from 'node:assert/strict';
import { problemsOf, recovers } from '../../support/tree';

describe('recovery from what is no spec', () => {
  describe('what other formats are written like', () => {
    it('a colon behind the id', () =>
      recovers(
        `
        task T-1: "x" { effort: 3d }
        //      ^ syntax/unexpected Unexpected \`:\`.
        phase P "y" {
          task T-2: "z" { effort: 3d }
        //        ^ syntax/unexpected
        }
        `,
        `
        task T-1 "x"
          effort = 3d
        phase P "y"
          task T-2 "z"
            effort = 3d
        `,
      ));

    it('two colons, an equals sign, an arrow', () =>
      recovers(
        `
        task T-1 "x" {
          after:: T-2
        //^^^^^^ syntax/unexpected Expected a value
          effort = 3d
        //^^^^^^ syntax/unexpected Expected a colon
          owner -> lin
        //^^^^^ syntax/unexpected Expected a colon
          assign; lin
        //^^^^^^ syntax/unexpected Expected a colon
        }
        `,
        `
        task T-1 "x"
          after =
          effort ? = 3d
          owner ? - > lin
          assign ? ; lin
        `,
      ));

    it('semicolons, and single or corner quotes', () =>
      recovers(
        `
        need N-1 'Sign in' { voice: 'x y'; value: 3 }
        //       ^^^^^^^^^ syntax/unexpected a title stands in quotes: "Sign in"
        //                          ^ syntax/unexpected double quotes
        need N-2 "x" { value: 3; voice: "y" }
        //                     ^ syntax/unexpected a comma or a new line separates fields
        需求 N-3 「登录」 { 优先级: 必须 }
        //     ^^^^ syntax/unexpected a title stands in quotes: "登录"
        `,
        `
        need N-1
          voice = ' x y ';
          value = 3
        need N-2 "x"
          value = 3 ;
          voice = "y"
        需求 N-3
          优先级 = 必须
        `,
      ));

    it('other brackets', () =>
      recovers(
        `
        task T-1 "x" [ effort: 3d ]
        //           ^^^^^^^^^^^^^^ syntax/unexpected Expected \`{\` here.
        task T-2 "y" { effort: 3d }
        `,
        `
        task T-1 "x"
        task T-2 "y"
          effort = 3d
        `,
      ));

    it('commas behind blocks', () =>
      recovers(
        `
        phase P "x" {
          task T-1 "c" { effort: 3d },
        //                           ^ syntax/unexpected
          task T-2 "d", effort: 2d
        //            ^ syntax/unexpected
        },
        //< ^ syntax/unexpected
        need N "n" { }
        `,
        `
        phase P "x"
          effort = 2d
          task T-1 "c"
            effort = 3d
          task T-2 "d"
        need N "n"
        `,
      ));
  });

  it('reports pasted junk once for each line', () =>
    recovers(
      `
      need A "x" {
        <<<<<<< HEAD
      //^^^^^^^^^^^^ syntax/unexpected Expected a field
        value: 3
        =======
      //^^^^^^^ syntax/unexpected Expected a field
        - [ ] a list, with "quotes" and { braces: 3 } in it
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ syntax/unexpected Expected a field
      }
      <html>
      //<^^^^^^ syntax/unexpected Expected a declaration
      need B "y" { }
      `,
      `
      need A "x"
        value = 3
      need B "y"
      `,
    ));

  it('reports prose once for each line', () =>
    recovers(
      `
      3 things; see the wiki
      //<^^^^^^^^^^^^^^^^^^^^^^ syntax/unexpected Expected a declaration
      This is prose, with a comma.
      //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^ syntax/unexpected Expected a declaration
      need N-1 "x" {
        more prose of it.
      //^^^^ syntax/unexpected colon
      }
      `,
      `
      This is
      need N-1 "x"
        more ? prose of it .
      `,
    ));

  it('shows so much of a long line as a message can hold', () => {
    const [problem] = problemsOf(`need N-1 ${'word '.repeat(40)}{ }`);
    assert.match(problem ?? '', / expected-block word word .*…$/);
    assert.ok(problem!.length < 100);
  });
});
