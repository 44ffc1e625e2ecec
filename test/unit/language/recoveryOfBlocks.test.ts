import { recovers } from '../../support/tree';

describe('recovery of blocks, strings and texts without their end', () => {
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
});
