import assert from 'node:assert/strict';
import { check } from '../../support/findings';
import { fixture } from '../../support/world';

describe('checks: trace', function () {
  this.timeout(10_000);

  it('find nothing missing in a whole thread', () =>
    check(`
      source INT-1 "Kick-off" { method: interview }
      need N-1 "Sign in once" { from: INT-1 }
      requirement REQ-1 "Single sign-on" {
        priority: must
        from: N-1
        criterion AC-1 "Sign in" { verify: test }
      }
      task T-1 "Connect" { effort: 3d, realizes: REQ-1 }
      milestone M-1 "Pilot" { delivers: REQ-1 }
    `));

  it('report each missing strand on its own', () =>
    check(`
      requirement REQ-1 "Single sign-on" { priority: must }
      //          ^^^^^ trace/no-criterion Requirement REQ-1 has no acceptance criterion
      //          ^^^^^ trace/no-milestone Requirement REQ-1 has no milestone
      //          ^^^^^ trace/no-origin Requirement REQ-1 has no origin
      //          ^^^^^ trace/no-work Requirement REQ-1 has no work
    `));

  it('speak Chinese', () =>
    check(
      `
      需求 需求-1 "单点登录" { 优先级: 必须 }
      // ^^^^ trace/no-criterion 需求 需求-1 没有验收标准
      // ^^^^ trace/no-milestone 需求 需求-1 没有里程碑
      // ^^^^ trace/no-origin 需求 需求-1 没有来源
      // ^^^^ trace/no-work 需求 需求-1 没有对应的工作
      `,
      { tongue: 'zh' },
    ));

  it('ask nothing of a requirement that will not be met', () =>
    check(`
      requirement REQ-1 "Not this time" { priority: wont }
      requirement REQ-2 "No more" { priority: must, status: dropped }
      需求 需求-3 "不做" { 优先级: 不做 }
    `));

  it('ask as much of one whose priority is missing or cannot be read', () =>
    check(`
      requirement REQ-1 "x" {
      //          ^^^^^ kind/missing-field
      //          ^^^^^ trace/no-milestone
        from: N-1
        criterion AC-1 "y" { verify: test }
        task T-1 "z" { effort: 1d }
      }
      need N-1 "n" { }
    `));

  describe('origin', () => {
    it('is found anywhere up the chain of refines, nested or named', () =>
      check(
        `
        need N-1 "Sign in once" { }
        requirement REQ-1 "Top" {
          priority: must
          from: N-1
          requirement REQ-2 "Nested" {
            priority: must
            section "Deeper" { requirement REQ-3 "Nested deeper" { priority: must } }
          }
        }
        requirement REQ-4 "Named" { priority: must, refines: REQ-3 }
        requirement REQ-5 "Without" { priority: must, refines: REQ-6 }
        //          ^^^^^ trace/no-origin
        requirement REQ-6 "Top without" { priority: must }
        //          ^^^^^ trace/no-origin
        `,
        { only: ['trace/no-origin'] },
      ));

    it('is found through one of several that are refined', () =>
      check(
        `
        need N-1 "Sign in once" { requirement REQ-2 "Inside the need" { priority: must } }
        requirement REQ-3 "Without" { priority: must }
        //          ^^^^^ trace/no-origin
        requirement REQ-4 "Both" { priority: must, refines: REQ-3, REQ-2 }
        `,
        { only: ['trace/no-origin'] },
      ));

    it('is not found in a circle, and the search ends', () =>
      check(
        `
        requirement REQ-1 "a" { priority: must, refines: REQ-2 }
        //          ^^^^^ trace/no-origin
        requirement REQ-2 "b" { priority: must, refines: REQ-3 }
        //          ^^^^^ trace/no-origin
        requirement REQ-3 "c" { priority: must, refines: REQ-1 }
        //          ^^^^^ trace/no-origin
        requirement REQ-4 "d" { priority: must, refines: REQ-4 }
        //          ^^^^^ trace/no-origin
        `,
        { only: ['trace/no-origin'] },
      ));

    it('is looked for once for all, however long the chain', () => {
      const chain = Array.from({ length: 4000 }, (_, n) => `requirement R-${n} "r" { refines: R-${n + 1} }\n`).join('');
      const { findings } = fixture(`${chain}requirement R-4000 "r" { from: N-1 }\nneed N-1 "n" { }\n`).world;
      assert.deepEqual(
        findings.filter(({ code }) => code === 'trace/no-origin'),
        [],
      );
    });

    it('is found beside a circle', () =>
      check(
        `
        need N-1 "n" { }
        requirement REQ-1 "a" { priority: must, refines: REQ-2 }
        requirement REQ-2 "b" { priority: must, refines: REQ-1, from: N-1 }
        `,
        { only: ['trace/no-origin'] },
      ));
  });

  describe('criterion', () => {
    it('counts inside or elsewhere, and through a deliverable', () =>
      check(
        `
        requirement REQ-1 "inside" { criterion AC-1 "x" { } }
        requirement REQ-2 "elsewhere" { priority: must }
        requirement REQ-3 "deliverable" { priority: must }
        requirement REQ-4 "without" { priority: must }
        //          ^^^^^ trace/no-criterion
        criterion AC-2 "y" { verifies: REQ-2 }
        deliverable D-1 "Manual" { criterion AC-3 "z" { } satisfies: REQ-3 }
        deliverable D-2 "Report" { satisfies: REQ-4 }
        `,
        { only: ['trace/no-criterion'] },
      ));

    it('of a requirement that refines another does not count for the other', () =>
      check(
        `
        requirement REQ-1 "top" {
        //          ^^^^^ trace/no-criterion
          priority: must
          requirement REQ-2 "below" {
            priority: must
            criterion AC-1 "x" { }
          }
        }
        `,
        { only: ['trace/no-criterion'] },
      ));
  });

  describe('work and milestone', () => {
    it('count directly and through a deliverable', () =>
      check(
        `
        requirement REQ-1 "directly" { priority: must }
        requirement REQ-2 "deliverable" { priority: must }
        requirement REQ-3 "neither" { priority: must }
        //          ^^^^^ trace/no-milestone
        //          ^^^^^ trace/no-work
        deliverable D-1 "Manual" { task T-2 "Write" { effort: 1d } satisfies: REQ-2 }
        task T-1 "Connect" { effort: 1d, realizes: REQ-1 }
        milestone M-1 "Pilot" { delivers: REQ-1, D-1 }
        `,
        { only: ['trace/no-work', 'trace/no-milestone'] },
      ));
  });

  it('see links between files', () =>
    check(`
      //- a/needs.delivery
      need N-1 "Sign in once" { }
      //- b/requirements.delivery
      requirement REQ-1 "Single sign-on" { priority: must, from: N-1 }
      //- c/plan.delivery
      task T-1 "Connect" { effort: 1d, realizes: REQ-1 }
      milestone M-1 "Pilot" { delivers: REQ-1 }
      criterion AC-1 "Sign in" { verifies: REQ-1, verify: test }
    `));
});
