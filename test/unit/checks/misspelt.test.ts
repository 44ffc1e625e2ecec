import { check } from '../../support/findings';

describe('a misspelt field', () => {
  it('is one finding: that the field is missing is no second one', () =>
    check(`
      person lin "Lin" { role: "engineer" }
      need N-1 "Sign in once" { }
      requirement REQ-1 "Single sign-on" { priorty: must, form: N-1 }
      //                                   ^^^^^^^ kind/unknown-field
      //                                                  ^^^^ kind/unknown-field
      criterion AC-1 "Sign in" { verifies: REQ-1, verfy: test }
      //                                          ^^^^^ kind/unknown-field
      task T-1 "Connect" { efort: 5d, asign: lin, realizes: REQ-1 }
      //                   ^^^^^ kind/unknown-field
      //                              ^^^^^ kind/unknown-field
      task T-2 "Train" { effort: 2d, assign: lin, realises: REQ-1, after: T-1 }
      //                                          ^^^^^^^^ kind/unknown-field
      milestone M-1 "Pilot" { delivers: REQ-1, after: T-2 }
      risk R-1 "Late" { probability: 40%, impact: 10d, ownr: lin, mitigatoin: T-1 }
      //                                               ^^^^ kind/unknown-field
      //                                                          ^^^^^^^^^^ kind/unknown-field
    `));

  it('is one finding also where it has the name that another tool gives it', () =>
    check(`
      person lin "Lin" { role: "engineer" }
      need N-1 "Sign in once" { }
      requirement REQ-1 "Single sign-on" { importance: must, source: N-1 }
      //                                   ^^^^^^^^^^ kind/unknown-field did you mean \`priority\`?
      //                                                     ^^^^^^ kind/unknown-field did you mean \`from\`?
      criterion AC-1 "Sign in" { verifies: REQ-1, method: test }
      //                                          ^^^^^^ kind/unknown-field did you mean \`verify\`?
      task T-1 "Connect" { estimate: 5d, assigned_to: lin, realizes: REQ-1 }
      //                   ^^^^^^^^ kind/unknown-field did you mean \`effort\`?
      //                                 ^^^^^^^^^^^ kind/unknown-field did you mean \`assign\`?
      milestone M-1 "Pilot" { delivers: REQ-1, depends_on: T-1 }
      //                                       ^^^^^^^^^^ kind/unknown-field did you mean \`after\`?
    `));

  it('hides no other that is missing', () =>
    check(
      `
      person lin "Lin" { role: "engineer" }
      task T-1 "Connect" { efort: 5d }
      //   ^^^ plan/unassigned
      `,
      { only: ['plan'] },
    ));
});
