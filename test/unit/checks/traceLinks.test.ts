import assert from 'node:assert/strict';
import { check } from '../../support/findings';
import { fixture } from '../../support/world';

/** A requirement with all its strands, so that a spec has something to serve and nothing else to say. */
const WHOLE = `
  source INT-1 "Kick-off" { method: interview }
  need N-1 "Sign in once" { from: INT-1 }
  requirement REQ-1 "Single sign-on" { priority: must, from: N-1 }
  criterion AC-1 "Sign in" { verifies: REQ-1, verify: test }
  task T-1 "Connect" { effort: 1d, realizes: REQ-1 }
  milestone M-1 "Pilot" { delivers: REQ-1 }
`;

const only = (...codes: string[]) => ({ only: codes.map((code) => `trace/${code}`) });

describe('checks on links', () => {
  describe('trace/cycle', () => {
    it('names the whole circle once, at its first link in the text, with its other links', () =>
      check(
        `
        requirement REQ-1 "a" { priority: must, refines: REQ-2 }
        //                                               ^^^^^ trace/cycle refine each other in a circle: REQ-1 → REQ-2 → REQ-3 → REQ-1.
        requirement REQ-2 "b" { priority: must, refines: REQ-3 }
        //                                               ^^^^^ related Requirement REQ-2 refines requirement REQ-3
        requirement REQ-3 "c" { priority: must, refines: REQ-1 }
        //                                               ^^^^^ related
        `,
        only('cycle'),
      ));

    it('finds each circle, also those of other links', () =>
      check(
        `
        requirement REQ-1 "a" { priority: must, depends: REQ-2 }
        //                                               ^^^^^ trace/cycle depend on each other in a circle: REQ-1 → REQ-2 → REQ-1.
        requirement REQ-2 "b" { priority: must, depends: REQ-1 }
        need N-1 "n" { from: N-2 }
        //                   ^^^ trace/cycle come from each other
        need N-2 "m" { from: N-1 }
        task T-1 "t" { after: T-2 + 3d }
        //                    ^^^ trace/cycle wait for each other in a circle: T-1 → T-2 → T-1.
        task T-2 "u" { after: T-1 SS }
        `,
        only('cycle'),
      ));

    it('goes through phases, which hold what follows for everything in them', () =>
      check(
        `
        phase P-1 "Build" {
          task T-1 "Connect" { after: P-2 }
          //                          ^^^ trace/cycle wait for each other in a circle: T-1 → P-2 → P-1 → T-1.
        }
        phase P-2 "Roll out" {
          after: P-1
          task T-2 "Train" { }
        }
        `,
        only('cycle'),
      ));

    it('finds a task that follows its own phase', () =>
      check(
        `
        phase P-1 "Build" {
          task T-1 "Connect" { after: P-1 }
          //                          ^^^ trace/cycle T-1 → P-1 → T-1.
        }
        `,
        only('cycle'),
      ));

    it('finds none where a follow-up is written at both ends, in a diamond, or in nesting', () =>
      check(
        `
        feedback FB-1 "Slow" { leads-to: IMP-1 }
        improvement IMP-1 "Cache" { addresses: FB-1 }
        task T-1 "a" { }
        task T-2 "b" { after: T-1 }
        task T-3 "c" { after: T-1 }
        task T-4 "d" {
          after: T-2, T-3
          task T-5 "e" { after: T-2 }
        }
        phase P-1 "p" {
          after: T-4
          task T-6 "f" { after: T-4 }
        }
        `,
        only('cycle'),
      ));

    it('says nothing of an item that refers to itself, which is another finding', () =>
      check('requirement REQ-1 "a" { depends: REQ-1, refines: REQ-1 }\n', only('cycle')));

    it('speaks Chinese', () =>
      check(
        `
        需求 需求-1 "甲" { 细化: 需求-2 }
        //                ^^^^ trace/cycle 细化关系成环：需求-1 → 需求-2 → 需求-1。
        需求 需求-2 "乙" { 细化: 需求-1 }
        `,
        { ...only('cycle'), tongue: 'zh' },
      ));

    it('is found in a ring of many, and quickly', () => {
      const ring = Array.from({ length: 5000 }, (_, n) => `task T-${n} "t" { after: T-${(n + 1) % 5000} }\n`);
      const { findings } = fixture(ring.join('')).world;
      const cycles = findings.filter(({ code }) => code === 'trace/cycle');
      assert.equal(cycles.length, 1);
      assert.equal(cycles[0]!.related().length, 4999);
      assert.match(cycles[0]!.message.en, /T-0 → T-1 → .* → … → T-0\.$/);
    });
  });

  describe('trace/unused-need and trace/unused-source', () => {
    it('report what led to nothing', () =>
      check(
        `
        source INT-1 "Kick-off" { method: interview }
        source INT-2 "Survey" { method: survey }
        //     ^^^^^ trace/unused-source Source INT-2 led to nothing
        need N-1 "a" { from: INT-1 }
        need N-2 "b" { from: INT-1 }
        //   ^^^ trace/unused-need Need N-2 led to nothing
        need N-3 "c" { requirement REQ-1 "r" { priority: must } }
        requirement REQ-2 "r" { priority: must, from: N-1 }
        `,
        only('unused-need', 'unused-source'),
      ));

    it('leave the later of two items of one id alone: it has its finding', () =>
      check(
        `
        need N-1 "a" { }
        need N-1 "b" { }
        //   ^^^ name/duplicate
        requirement REQ-1 "r" { priority: must, from: N-1 }
        `,
        { only: ['name', 'trace/unused-need'] },
      ));
  });

  it('trace/open-feedback reports feedback that nobody took up, but for praise', () =>
    check(
      `
      feedback FB-1 "Slow" { score: 2/5 }
      //       ^^^^ trace/open-feedback Feedback FB-1 led to nothing
      feedback FB-2 "Good" { score: 4.5/5 }
      feedback FB-3 "Board" { leads-to: CR-1 }
      feedback FB-4 "Help" { improvement IMP-1 "Guide" { } }
      feedback FB-5 "Form" { }
      change CR-1 "Board" { }
      need N-1 "Shorter form" { from: FB-5 }
      `,
      only('open-feedback'),
    ));

  it('trace/open-issue reports an open issue that nobody sees to', () =>
    check(
      `
      issue ISS-1 "Slow" { severity: major }
      //    ^^^^^ trace/open-issue Issue ISS-1 is open, and nobody sees to it
      issue ISS-2 "Owned" { owner: lin }
      issue ISS-3 "Worked on" { task T-1 "Mend" { } }
      issue ISS-4 "Improved" { status: open }
      issue ISS-5 "Done" { status: resolved }
      issue ISS-6 "Answered" { resolution: "works as agreed" }
      improvement IMP-1 "Cache" { addresses: ISS-4 }
      person lin "Lin" { }
      `,
      only('open-issue'),
    ));

  describe('trace/no-purpose', () => {
    it('reports work and deliverables that serve nothing', () =>
      check(
        `
        ${WHOLE}
        task T-2 "Tidy up" { }
        //   ^^^ trace/no-purpose Task T-2 serves no requirement
        deliverable D-1 "Report" { }
        //          ^^^ trace/no-purpose
        deliverable D-2 "Manual" { satisfies: REQ-1 }
        `,
        only('no-purpose'),
      ));

    it('accepts what somebody else says, what stands inside, and what holds work that serves', () =>
      check(
        `
        ${WHOLE}
        task T-2 "Summary" {
          task T-3 "Part" {
            realizes: REQ-1
            task T-4 "Piece" { }
          }
        }
        task T-5 "Clean" { }
        risk R-1 "Dirty" {
          mitigation: T-5
          task T-6 "Check" { }
        }
        issue ISS-1 "Broken" { task T-7 "Mend" { } }
        feedback FB-1 "Slow" { leads-to: T-8 }
        task T-8 "Cache" { deliverable D-1 "Report" { } }
        criterion AC-2 "x" { verifies: REQ-1, evidence: D-2 }
        deliverable D-2 "Protocol" { task T-9 "Write" { } }
        task T-10 "Half-typed" { realizes: REQ-99 }
        phase P-1 "Build" { task T-11 "Nothing" { } }
        //                       ^^^^ trace/no-purpose
        `,
        only('no-purpose'),
      ));

    it('asks nothing of a plan without requirements', () => check('task T-1 "Paint" { }\n', only('no-purpose')));
  });

  describe('trace/unwanted', () => {
    it('shows a drop that the plan does not know of where it was written', () =>
      check(
        `
        requirement REQ-1 "Fax" {
          status: dropped
        //^^^^^^^^^^^^^^^ trace/unwanted Requirement REQ-1 was dropped, but the plan
          task T-1 "Line" { }
        //     ^^^ related
        }
        milestone M-1 "Pilot" { delivers: REQ-1 }
        //                                ^^^^^ related Milestone M-1 delivers requirement REQ-1
        task T-2 "Was done before" { realizes: REQ-1, status: done }
        `,
        only('unwanted'),
      ));

    it('shows a plan for what was never wanted in the plan', () =>
      check(
        `
        requirement REQ-1 "Fax" { priority: wont }
        //                        ^^^^^^^^^^^^^^ related Requirement REQ-1 will not be done
        requirement REQ-2 "Telex" { priority: could }
        scope { excludes: REQ-2, "hardware" }
        //                ^^^^^ related Requirement REQ-2 is out of scope
        milestone M-1 "Pilot" { delivers: REQ-1 }
        //                                ^^^^^ trace/unwanted
        task T-1 "Connect" { realizes: REQ-2 }
        //                             ^^^^^ trace/unwanted Requirement REQ-2 is out of scope
        `,
        { only: ['trace/unwanted'] },
      ));
  });

  it('trace/conflict reports two promised requirements once', () =>
    check(
      `
      requirement REQ-1 "Open" { priority: must, conflicts: REQ-2, REQ-3 }
      //                                                    ^^^^^ trace/conflict Requirement REQ-1 conflicts with requirement REQ-2
      requirement REQ-2 "Closed" { priority: must, conflicts: REQ-1 }
      //          ^^^^^ related
      requirement REQ-3 "Not now" { priority: wont }
      `,
      { only: ['trace/conflict'] },
    ));

  it('trace/priority-inversion reports what depends on something that may fall away', () =>
    check(
      `
      requirement REQ-1 "a" { priority: must, depends: REQ-2, REQ-3, REQ-4, REQ-5 }
      //                                               ^^^^^ trace/priority-inversion only a could
      //                                                             ^^^^^ trace/priority-inversion will not be done
      //                                                                    ^^^^^ trace/priority-inversion
      requirement REQ-2 "b" { priority: could }
      requirement REQ-3 "c" { priority: should, depends: REQ-2, REQ-4 }
      //                                                        ^^^^^ trace/priority-inversion
      requirement REQ-4 "d" { priority: wont, depends: REQ-5 }
      requirement REQ-5 "e" { priority: must, status: dropped }
      `,
      only('priority-inversion'),
    ));

  it('trace/suspect reports links that were made for another revision', () =>
    check(
      `
      requirement REQ-1 "a" { revision: 3, priority: must }
      requirement REQ-2 "b" { refines: REQ-1 rev 2, REQ-1 rev 3 }
      //                               ^^^^^ trace/suspect made for revision 2; requirement REQ-1 has revision 3 now
      criterion AC-1 "c" { verifies: REQ-3 rev 1 }
      //                             ^^^^^ trace/suspect requirement REQ-3 states no revision
      requirement REQ-3 "d" { }
      criterion AC-2 "e" { verifies: REQ-4 rev "a b" }
      requirement REQ-4 "f" { revision: "a b" }
      `,
      only('suspect'),
    ));

  describe('one defect', () => {
    it('is one finding where a reference has a slip', () =>
      check(
        `
        source INT-1 "Kick-off" { method: interview }
        need N-1 "Sign in once" { from: INT-2 }
        //                              ^^^^^ name/unresolved did you mean \`INT-1\`?
        requirement REQ-1 "Single sign-on" { priority: must, from: n-1 }
        //                                                         ^^^ name/unresolved did you mean \`N-1\`?
        criterion AC-1 "Sign in" { verifies: REQ-11, verify: test }
        //                                   ^^^^^^ name/unresolved did you mean \`REQ-1\`?
        task T-1 "Connect" { effort: 1d, realizes: REQ_1 }
        //                                         ^^^^^ name/unresolved
        milestone M-1 "Pilot" { delivers: RE-1 }
        //                                ^^^^ name/unresolved
        `,
        { only: ['name', 'trace'] },
      ));

    it('is not hidden by a reference that means something else', () =>
      check(
        `
        requirement REQ-1 "Single sign-on" { priority: must }
        //          ^^^^^ trace/no-criterion
        criterion AC-1 "Sign in" { verifies: SLA-7, verify: test }
        `,
        { only: ['trace/no-criterion'] },
      ));
  });

  describe('trace/uncovered', () => {
    it('leads from a complete requirement to what is broken below it, however deep', () =>
      check(
        `
        need N-1 "Sign in once" { }
        requirement REQ-1 "Top" { priority: must, from: N-1 }
        //          ^^^^^ trace/uncovered Requirement REQ-1 has all its strands, but below it REQ-3 has no work.
        requirement REQ-2 "Below" { priority: must, refines: REQ-1 }
        //          ^^^^^ trace/uncovered Requirement REQ-2 has all its strands, but below it REQ-3 has no work.
        requirement REQ-3 "Deeper" { priority: must, refines: REQ-2 }
        //          ^^^^^ related REQ-3 has no work
        //          ^^^^^ related REQ-3 has no work
        requirement REQ-4 "Will not be done" { priority: wont, refines: REQ-2 }
        criterion AC-1 "x" { verifies: REQ-1, REQ-2, REQ-3, verify: test }
        task T-1 "y" { realizes: REQ-1, REQ-2 }
        milestone M-1 "z" { delivers: REQ-1, REQ-2, REQ-3 }
        `,
        only('uncovered'),
      ));

    it('names a failed criterion and a suspect link, but not what is only not done yet', () =>
      check(
        `
        need N-1 "Sign in once" { }
        requirement REQ-1 "Failed" { priority: must, from: N-1 }
        //          ^^^^^ trace/uncovered below it AC-1 failed.
        criterion AC-1 "x" { verifies: REQ-1, verify: test, result: failed 2026-03-01 }
        requirement REQ-2 "Suspect" { priority: must, from: N-1, revision: 2 }
        //          ^^^^^ trace/uncovered below it AC-2 verifies REQ-2 rev 1, which has revision 2 now.
        criterion AC-2 "x" { verifies: REQ-2 rev 1, verify: test }
        requirement REQ-3 "Not done yet" { priority: must, from: N-1 }
        criterion AC-3 "x" { verifies: REQ-3, verify: test }
        task T-1 "y" { realizes: REQ-1, REQ-2, REQ-3 }
        milestone M-1 "z" { delivers: REQ-1, REQ-2, REQ-3 }
        `,
        only('uncovered'),
      ));
  });
});
