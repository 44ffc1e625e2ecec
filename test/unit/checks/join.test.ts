import { check } from '../../support/findings';

const PROJECT = 'project p "Plan" { period: 2026-03-02..2026-06-30 }';

const only = (...codes: string[]) => ({ only: codes });

describe('checks that join trace and schedule', () => {
  const REQUIREMENT = 'requirement REQ-1 "Sign-on" { priority: must }';

  it('join/delivered-before-done names the work that ends last', () =>
    check(
      `
      ${PROJECT}
      ${REQUIREMENT}
      deliverable D-1 "Manual" { satisfies: REQ-1 }
      task T-1 "Build" { duration: 5d, realizes: REQ-1 }
      task T-2 "Write" { duration: 10d, realizes: D-1 }
      milestone M-1 "Pilot" { due: 2026-03-09, after: T-1, delivers: REQ-1 }
      //        ^^^ join/delivered-before-done Milestone M-1 delivers requirement REQ-1 on 2026-03-09, but its work T-2 is forecast to end on 2026-03-13.
      milestone M-2 "Later" { due: 2026-03-31, after: T-1, delivers: REQ-1 }
      milestone M-3 "Without due date" { after: T-1, delivers: REQ-1 }
      //        ^^^ join/delivered-before-done on 2026-03-06
      milestone M-4 "Only due" { due: 2026-03-12, delivers: REQ-1 }
      //        ^^^ join/delivered-before-done
      milestone M-5 "Whole" { after: T-1, T-2, delivers: REQ-1 }
      `,
      only('join/delivered-before-done'),
    ));

  it('join/delivered-before-done says in Chinese what belongs to it', () =>
    check(
      `
      ${PROJECT}
      ${REQUIREMENT}
      task T-1 "Build" { duration: 5d, realizes: REQ-1 }
      //   ^^^ related 任务 T-1: …2026-03-06
      milestone M-1 "Pilot" { due: 2026-03-04, delivers: REQ-1 }
      //        ^^^ join/delivered-before-done
      //                                                 ^^^^^ related 里程碑 M-1 交付需求 REQ-1
      `,
      { ...only('join/delivered-before-done'), tongue: 'zh' },
    ));

  it('join/delivered-after-due compares a due date with the first delivery, or with the work on it', () =>
    check(
      `
      ${PROJECT}
      task T-1 "Build" { duration: 5d }
      //   ^^^ related task T-1: 2026-03-02..2026-03-06
      //   ^^^ related task T-1: 2026-03-02..2026-03-06
      task T-2 "Write" { duration: 2d, after: T-1, realizes: D-2, D-3 }
      //   ^^^ related task T-2: 2026-03-09..2026-03-10
      //   ^^^ related task T-2: 2026-03-09..2026-03-10
      milestone M-1 "Pilot" { due: 2026-03-20, after: T-2, delivers: D-1, D-4, D-5 }
      //                                                             ^^^ related Milestone M-1 delivers deliverable D-1
      milestone M-2 "Rollout" { after: M-1 + 5d, delivers: D-4 }
      milestone M-3 "Promised only" { due: 2026-03-20, delivers: D-6 }
      //                                                         ^^^ related Milestone M-3 delivers deliverable D-6
      deliverable D-1 "Manual" { due: 2026-03-09 }
      //                         ^^^^^^^^^^^^^^^ join/delivered-after-due Deliverable D-1 is due on 2026-03-09, but milestone M-1 delivers it on 2026-03-10.
      deliverable D-2 "Data" { due: 2026-03-09 }
      //                       ^^^^^^^^^^^^^^^ join/delivered-after-due Deliverable D-2 is due on 2026-03-09, but its work T-2 is forecast to end on 2026-03-10.
      deliverable D-3 "On the day" { due: 2026-03-10 }
      deliverable D-4 "Delivered twice" { due: 2026-03-10 }
      deliverable D-5 "Without due date" { }
      deliverable D-6 "Promised earlier" { due: 2026-03-06 }
      //                                   ^^^^^^^^^^^^^^^ join/delivered-after-due Deliverable D-6 is due on 2026-03-06, but milestone M-3 delivers it on 2026-03-20.
      deliverable D-7 "Nobody makes it" { due: 2026-03-06 }
      `,
      only('join/delivered-after-due'),
    ));

  it('join/delivered-after-due leaves what is late for its own promise to plan/late, and what is over alone', () =>
    check(
      `
      ${PROJECT}
      person chen "Chen" { }
      task T-1 "Build" { duration: 5d, deadline: 2026-03-05, realizes: D-1 }
      //                               ^^^^^^^^^^^^^^^^^^^^ plan/late
      milestone M-1 "Late" { due: 2026-03-05, after: T-1, delivers: D-2 }
      //                     ^^^^^^^^^^^^^^^ plan/late
      milestone M-2 "Late, and promised after it is due" { due: 2026-03-05, after: T-1, delivers: D-3 }
      //                                                   ^^^^^^^^^^^^^^^ plan/late
      milestone M-3 "Reached" { after: T-1, delivers: D-4, actual: 2026-03-12 }
      milestone M-4 "Signed" { after: T-1, delivers: D-5 }
      milestone M-5 "Open" { after: T-1, delivers: D-6 }
      task T-2 "Done" { duration: 1d, realizes: D-7, actual: 2026-03-12 }
      signoff S-1 "Pilot" { accepts: M-4, D-6, by: chen, result: accepted }
      deliverable D-1 "Work" { due: 2026-03-05 }
      deliverable D-2 "Milestone" { due: 2026-03-05 }
      deliverable D-3 "Earlier" { due: 2026-03-04 }
      //                          ^^^^^^^^^^^^^^^ join/delivered-after-due on 2026-03-04
      deliverable D-4 "Reached" { due: 2026-03-04 }
      deliverable D-5 "Signed" { due: 2026-03-04 }
      deliverable D-6 "Signed itself" { due: 2026-03-04 }
      deliverable D-7 "Done" { due: 2026-03-04 }
      `,
      only('join/delivered-after-due', 'plan/late'),
    ));

  it('join/delivered-after-due names the times within one day, in Chinese', () =>
    check(
      `
      ${PROJECT}
      任务 T-1 "编写" { 工期: 1天, 实现: D-1 }
      交付物 D-1 "手册" { 到期: 2026-03-02T12:00 }
      //             ^^^^^^^^^^^^^^^^^^^^ join/delivered-after-due 交付物 D-1 应在 2026-03-02 12:00 移交，但其工作 T-1 预计 2026-03-02 17:00 才完成。
      任务 T-2 "搭建" { 工期: 2天 }
      里程碑 M-1 "试点" { 前置: T-2, 交付: D-2 }
      交付物 D-2 "环境" { 到期: 2026-03-02 }
      //             ^^^^^^^^^^^^^^ join/delivered-after-due 交付物 D-2 应在 2026-03-02 移交，但里程碑 M-1 到 2026-03-03 才交付它。
      `,
      { ...only('join/delivered-after-due'), tongue: 'zh' },
    ));

  it('join/dependency-later compares the first deliveries', () =>
    check(
      `
      ${PROJECT}
      requirement REQ-1 "Sign-on" { priority: must, depends: REQ-2, REQ-3 }
      //                                                     ^^^^^ join/dependency-later Requirement REQ-1 is delivered by milestone M-1 on 2026-03-31, but depends on requirement REQ-2, which milestone M-2 delivers on 2026-04-30.
      requirement REQ-2 "Directory" { priority: must }
      requirement REQ-3 "Network" { priority: must }
      milestone M-1 "Pilot" { due: 2026-03-31, delivers: REQ-1 }
      milestone M-2 "Rollout" { due: 2026-04-30, delivers: REQ-2, REQ-3 }
      milestone M-3 "Early" { due: 2026-03-20, delivers: REQ-3 }
      `,
      only('join/dependency-later'),
    ));

  describe('join/overfull', () => {
    it('finds a milestone before which somebody has more work than time', () =>
      check(
        `
        ${PROJECT}
        ${REQUIREMENT}
        person lin "Lin" { }
        task T-1 "Design" { effort: 3d, assign: lin }
        //                                      ^^^ related task T-1: 3 working days
        task T-2 "Build" { effort: 4d, assign: lin, realizes: REQ-1 }
        //                                     ^^^ related task T-2: 4 working days
        task T-3 "Elsewhere" { effort: 4d, assign: lin }
        milestone M-1 "Pilot" { due: 2026-03-06, after: T-1, delivers: REQ-1 }
        //                      ^^^^^^^^^^^^^^^ join/overfull The work before milestone M-1 does not fit into the time until 2026-03-06, in whatever order: person lin needs 7 working days and has 5 working days.
        milestone M-2 "Later, for the same reason" { due: 2026-03-09, after: T-1, T-2 }
        milestone M-3 "Roomy" { due: 2026-03-10, after: T-1, T-2 }
        milestone M-4 "Only two" { due: 2026-03-12, after: M-1 }
        milestone M-5 "Late anyway" { due: 2026-03-03, after: T-1, T-2 }
        milestone M-6 "Reached" { due: 2026-03-06, after: T-1, T-2, actual: 2026-03-06 }
        `,
        only('join/overfull'),
      ));

    it('looks through phases and at what is left, and speaks Chinese', () =>
      check(
        `
        project p "Plan" { period: 2026-03-02..2026-06-30, status-date: 2026-03-06 }
        team core "Core" { person lin "Lin" { capacity: 50% } person wang "Wang" { } }
        phase P-1 "Build" {
          task T-1 "Design" { effort: 10d, assign: core 50%, actual: 2026-03-02.., progress: 50% }
          task T-2 "Build" { duration: 4d, assign: lin 50% }
        }
        milestone M-1 "Pilot" { due: 2026-03-13, after: P-1 }
        //                      ^^^^^^^^^^^^^^^ join/overfull 里程碑 M-1 之前的工作在 2026-03-13 前做不完，无论如何安排先后：人员 lin 需要 4.5 个工作日，只有 2.5 个工作日。
        `,
        { ...only('join/overfull'), tongue: 'zh' },
      ));
  });

  it('join/must-too-late finds a must behind the end of the project', () =>
    check(
      `
      ${PROJECT}
      requirement REQ-1 "Sign-on" { priority: must }
      //          ^^^^^ join/must-too-late Requirement REQ-1 is a must, but milestone M-1 delivers it on 2026-07-31
      requirement REQ-2 "Report" { priority: should }
      milestone M-1 "Late" { due: 2026-07-31, delivers: REQ-1, REQ-2 }
      `,
      only('join/must-too-late'),
    ));
});

describe('checks that join trace and acceptance', () => {
  const THREAD = `
    person chen "Chen" { }
    need N-1 "Sign in once" { }
    requirement REQ-1 "Sign-on" { priority: must, from: N-1 }
    task T-1 "Build" { effort: 1d, realizes: REQ-1, assign: chen, status: done }
  `;

  it('join/closed-open finds what was reached or signed and is still open', () =>
    check(
      `
      ${THREAD}
      criterion AC-1 "x" { verifies: REQ-1, verify: test }
      //        ^^^^ related AC-1 has no evidence
      //        ^^^^ related AC-1 has no evidence
      milestone M-1 "Signed" { delivers: REQ-1, progress: 100% }
      signoff S-1 "Acceptance" { accepts: M-1, by: chen, result: accepted }
      //      ^^^ join/closed-open Signoff S-1 accepted what is still open: AC-1 has no evidence.
      milestone M-2 "Reached" { delivers: REQ-1, actual: 2026-03-02 }
      //        ^^^ join/closed-open Milestone M-2 was reached, but what it delivers is still open: AC-1 has no evidence.
      milestone M-3 "Open" { delivers: REQ-1 }
      signoff S-2 "Rejected" { accepts: M-3, by: chen, result: rejected }
      `,
      only('join/closed-open'),
    ));

  it('join/closed-open is content with passed evidence', () =>
    check(
      `
      ${THREAD}
      criterion AC-1 "x" { verifies: REQ-1, verify: test, result: passed 2026-03-01 }
      milestone M-1 "Signed" { delivers: REQ-1, progress: 100% }
      signoff S-1 "Acceptance" { accepts: M-1, by: chen, result: accepted }
      `,
      only('join/closed-open'),
    ));

  it('join/criterion-after-signoff finds what was verified only after it was accepted', () =>
    check(
      `
      ${THREAD}
      criterion AC-1 "Late" { verifies: REQ-1, verify: test, result: passed 2026-03-11 }
      //                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ join/criterion-after-signoff Criterion AC-1 was verified on 2026-03-11, after signoff S-1 had accepted it on 2026-03-10.
      criterion AC-2 "In time" { verifies: REQ-1, verify: test, result: passed 2026-03-10 }
      milestone M-1 "Pilot" { delivers: REQ-1 }
      signoff S-1 "Acceptance" { accepts: M-1, by: chen, date: 2026-03-10, result: accepted }
      signoff S-2 "Again" { accepts: REQ-1, by: chen, date: 2026-03-20, result: accepted }
      `,
      only('join/criterion-after-signoff'),
    ));
});
