import assert from 'node:assert/strict';
import { problemsOf, recovers } from '../../support/tree';

describe('recovery from what people type halfway', () => {
  it('keeps the next field of a key without value', () =>
    recovers(
      `
      requirement REQ-1 "x" {
        priority:
      //^^^^^^^^^ syntax/unexpected value after \`priority:\`
        type: security
      }
      `,
      `
      requirement REQ-1 "x"
        priority =
        type = security
      `,
    ));

  it('reads a key without value at the end of a block', () =>
    recovers(
      `
      task T-1 "x" { effort: }
      //             ^^^^^^^ syntax/unexpected Expected a value
      task T-2 "y" { effort: , progress: 40% }
      //             ^^^^^^^ syntax/unexpected Expected a value
      `,
      `
      task T-1 "x"
        effort =
      task T-2 "y"
        effort =
        progress = 40%
      `,
    ));

  it('does not read the next line as a value', () =>
    recovers(
      `
      task T-1 "x" {
        effort:
      //^^^^^^^ syntax/unexpected Expected a value
          3d
      //  ^^ syntax/unexpected Expected a field
        progress: 40%
      }
      `,
      `
      task T-1 "x"
        effort =
        progress = 40%
      `,
    ));

  it('reads a key without colon as a field', () =>
    recovers(
      `
      requirement REQ-1 "x" {
        priority must
      //^^^^^^^^ syntax/unexpected colon after \`priority\`
        type: security
      }
      `,
      `
      requirement REQ-1 "x"
        priority ? must
        type = security
      `,
    ));

  it('reads half a key, first, last or alone', () =>
    recovers(
      `
      requirement REQ-1 "x" {
        pri
      //^^^ syntax/unexpected colon
        type: security
      }
      requirement REQ-2 "y" {
        type: security
        pri
      //^^^ syntax/unexpected colon
      }
      requirement REQ-3 "z" { pri }
      //                      ^^^ syntax/unexpected colon
      `,
      `
      requirement REQ-1 "x"
        pri ?
        type = security
      requirement REQ-2 "y"
        type = security
        pri ?
      requirement REQ-3 "z"
        pri ?
      `,
    ));

  it('reads a field behind another without a comma', () =>
    recovers(
      `
      task T-1 "x" { effort: 3d assign: lin }
      `,
      `
      task T-1 "x"
        effort = 3d
        assign = lin
      `,
    ));

  it('reports a comma too many', () =>
    recovers(
      `
      task T-1 "x" {
        after: T-2,, T-3
      //          ^ syntax/unexpected
        effort: 3d
      }
      `,
      `
      task T-1 "x"
        after = T-2 | T-3
        effort = 3d
      `,
    ));

  it('reports a colon too many', () =>
    recovers(
      `
      task T-1 "x" {
        effort: 3d: 4d
      //          ^ syntax/unexpected
        progress: 40%
      }
      `,
      `
      task T-1 "x"
        effort = 3d 4d
        progress = 40%
      `,
    ));

  describe('a missing brace', () => {
    it('spoils one declaration, not the next', () =>
      recovers(
        `
        requirement A "x" {
        //<^^^^^^^^^^^^^^^^^^^ syntax/unclosed-block
          priority: must

        requirement B "y" {
          priority: should
        }
        `,
        `
        requirement A "x"
          priority = must
        requirement B "y"
          priority = should
        `,
      ));

    it('inside is found by the indentation', () =>
      recovers(
        `
        requirement A "x" {
          criterion C "c" {
        //^^^^^^^^^^^^^^^^^ syntax/unclosed-block
            verify: test
          priority: must
        }
        need N "n" { }
        `,
        `
        requirement A "x"
          priority = must
          criterion C "c"
            verify = test
        need N "n"
        `,
      ));

    it('on a line is found at the end of the line', () =>
      recovers(
        `
        phase P "x" {
          task T-1 "c" { effort: 3d
        //^^^^^^^^^^^^^^ syntax/unclosed-block
          task T-2 "d" { effort: 2d }
        }
        `,
        `
        phase P "x"
          task T-1 "c"
            effort = 3d
          task T-2 "d"
            effort = 2d
        `,
      ));

    it('at the end of the file', () =>
      recovers(
        `
        phase P "x" {
        //<^^^^^^^^^^^^^ syntax/unclosed-block
          task T-1 "c" {
        //^^^^^^^^^^^^^^ syntax/unclosed-block
            effort: 3d
        `,
        `
        phase P "x"
          task T-1 "c"
            effort = 3d
        `,
      ));
  });

  describe('a brace too many', () => {
    it('at the left margin', () =>
      recovers(
        `
        need A "x" {
        }
        }
        //<^ syntax/stray-brace closes nothing
        need B "y" { }
        `,
        `
        need A "x"
        need B "y"
        `,
      ));

    it('inside is found by the indentation', () =>
      recovers(
        `
        phase P "x" {
          task T-1 "c" {
            effort: 3d
            }
        //  ^ syntax/stray-brace
          }
          task T-2 "d" { effort: 2d }
        }
        `,
        `
        phase P "x"
          task T-1 "c"
            effort = 3d
          task T-2 "d"
            effort = 2d
        `,
      ));

    it('behind a line of its own', () =>
      recovers(
        `
        need A "x" { } }
        //             ^ syntax/stray-brace
        need B "y" { }
        `,
        `
        need A "x"
        need B "y"
        `,
      ));
  });

  it('ends an unclosed string with its line, before a brace and before a comma', () =>
    recovers(
      `
      need A "sign in {
      //     ^^^^^^^^ syntax/unclosed-text
        voice: "I never
      //       ^^^^^^^^ syntax/unclosed-text
        value: "x",
        voice: "y,
      //       ^^ syntax/unclosed-text
      }
      need B "y" { voice: "z }
      //                  ^^ syntax/unclosed-text
      need C "z" { }
      `,
      `
      need A "sign in"
        voice = "I never"
        value = "x"
        voice = "y"
      need B "y"
        voice = "z"
      need C "z"
      `,
    ));

  it('ends an unclosed text block before the next head at the left margin', () =>
    recovers(
      `
      need A "x" {
        voice: "y"
        """
      //^^^ syntax/unclosed-text ends before the next declaration
        some text
      }

      need B "y" { }
      `,
      `
      need A "x"
        voice = "y"
        text "  some text\\n}"
      need B "y"
      `,
    ));

  it('ends an unclosed comment before the next head at the left margin', () =>
    recovers(
      `
      need A "x" {
        voice: "y"
        /* oh
      //^^ syntax/unclosed-text comment
      }
      need B "y" { }
      `,
      `
      need A "x"
        voice = "y"
      need B "y"
      `,
    ));

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

  it('starts a top-level declaration at a head in column 0, even in an open block', () =>
    recovers(
      `
      phase P "x" {
      //<^^^^^^^^^^^^^ syntax/unclosed-block
        start: 2026-01-05
      task T-1 "c" {
        effort: 3d
      }
      `,
      `
      phase P "x"
        start = 2026-01-05
      task T-1 "c"
        effort = 3d
      `,
    ));

  it('keeps a head without a brace in column 0 in the block around it', () =>
    recovers(
      `
      phase P "x" {
      task T-1 "c"
      effort: 3d
      }
      `,
      `
      phase P "x"
        effort = 3d
        task T-1 "c"
      `,
    ));

  it('reads a brace on the next line, with a word about it', () =>
    recovers(
      `
      need A "x"
      {
      //<^ syntax/unexpected on the line of its declaration
        value: 3
      }
      phase P "y" {
        task T-1 "z"
        {
      //^ syntax/unexpected on the line of its declaration
          effort: 3d
        }
      }
      `,
      `
      need A "x"
        value = 3
      phase P "y"
        task T-1 "z"
          effort = 3d
      `,
    ));

  it('reads a block behind a title without quotes', () =>
    recovers(
      `
      need N-1 Sign in once {
      //       ^^^^^^^^^^^^ syntax/unexpected "Sign in once"
        value: 3
      }
      `,
      `
      need N-1
        value = 3
      `,
    ));

  it('skips a declaration that opens inside a value', () =>
    recovers(
      `
      phase P "x" {
        after: T-3 task T-1 "c" { effort: 3d }
      //           ^^^^^^^^^^^^^^ syntax/unexpected on a new line
        deadline: 2026-01-05
      }
      `,
      `
      phase P "x"
        after = T-3 task T-1 "c"
        deadline = 2026-01-05
      `,
    ));

  it('reads a head that is still being typed', () => {
    recovers('requ\n//<^^^^ syntax/unexpected title', 'requ');
    recovers('requirement REQ-1\n//<^^^^^^^^^^^^^^^^^ syntax/unexpected title', 'requirement REQ-1');
    recovers(
      `
      requirement REQ-1
      //<^^^^^^^^^^^^^^^^^ syntax/unexpected title
      need N-1 "x" { }
      `,
      `
      requirement REQ-1
      need N-1 "x"
      `,
    );
  });

  it('reads a field at the top level as no declaration', () =>
    recovers(
      `
      priority: must
      //<^^^^^^^^^^^^^^ syntax/unexpected fields stand inside the braces
      need N-1 "x" { }
      `,
      `
      need N-1 "x"
      `,
    ));

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

  it('reports a lost comma once for all phrases behind it', () =>
    recovers(
      `
      scope "x" {
        includes: "a"
          "b",
      //  ^^^^ syntax/unexpected Expected a field
          "c"
        excludes: "d"
      }
      `,
      `
      scope "x"
        includes = "a"
        excludes = "d"
      `,
    ));

  it('finds a stray brace at the end of an indented line', () =>
    recovers(
      `
      phase P "x" {
        task T-1 "c" { effort: 3d } }
      //                            ^ syntax/stray-brace
        task T-2 "d" { effort: 2d }
      }
      phase Q "y" {
        task T-3 "e" { effort: 3d } }
      //                            ^ syntax/stray-brace
      }
      `,
      `
      phase P "x"
        task T-1 "c"
          effort = 3d
        task T-2 "d"
          effort = 2d
      phase Q "y"
        task T-3 "e"
          effort = 3d
      `,
    ));

  it('calls a nested head that is still being typed a head', () =>
    recovers(
      `
      requirement REQ-1 "x" {
        criterion AC-1
      //^^^^^^^^^ syntax/unexpected Expected a title in quotes or \`{\` after \`criterion\`
      }
      `,
      `
      requirement REQ-1 "x"
        criterion ? AC-1
      `,
    ));
});
