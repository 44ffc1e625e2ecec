import { recovers } from '../../support/tree';

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
