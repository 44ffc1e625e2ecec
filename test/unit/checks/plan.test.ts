import { check } from '../../support/findings';

const PROJECT = 'project p "Plan" { period: 2026-03-02..2026-06-30 }';

const only = (...codes: string[]) => ({ only: codes });

describe('checks on the plan', () => {
  describe('plan/late', () => {
    it('says by how much, and names the chain of tasks that causes it', () =>
      check(
        `
        ${PROJECT}
        task T-1 "Design" { duration: 5d }
        //   ^^^ related task T-1: 2026-03-02..2026-03-06
        task T-2 "Build" { duration: 10d, after: T-1 }
        //   ^^^ related task T-2: 2026-03-09..2026-03-20
        task T-3 "Short" { duration: 1d }
        milestone M-1 "Pilot" { due: 2026-03-17, after: T-2, T-3 }
        //                      ^^^^^^^^^^^^^^^ plan/late Milestone M-1 is forecast for 2026-03-20, 3 working days after 2026-03-17, because of T-1 → T-2.
        `,
        only('plan/late'),
      ));

    it('holds for deadlines of tasks and phases, and counts no weekend', () =>
      check(
        `
        ${PROJECT}
        phase P-1 "Build" {
          deadline: 2026-03-06
        //^^^^^^^^^^^^^^^^^^^^ plan/late Phase P-1 is forecast for 2026-03-09, 1 working day after 2026-03-06, because of T-1.
          task T-1 "Design" { duration: 6d, deadline: 2026-03-07 }
          //                                ^^^^^^^^^^^^^^^^^^^^ plan/late 1 working day
          task T-2 "Kept" { duration: 5d, deadline: 2026-03-06 }
        }
        `,
        only('plan/late'),
      ));

    it('says nothing of what is done, or has no date', () =>
      check(
        `
        ${PROJECT}
        task T-1 "Done" { duration: 9d, deadline: 2026-03-03, progress: 100% }
        task T-2 "Done" { duration: 9d, deadline: 2026-03-03, actual: 2026-03-02..2026-03-13 }
        task T-3 "Nothing" { deadline: 2026-03-03 }
        `,
        only('plan/late'),
      ));

    it('speaks Chinese', () =>
      check(
        `
        ${PROJECT}
        任务 T-1 "设计" { 工期: 5天 }
        里程碑 M-1 "试点" { 到期: 2026-03-04, 前置: T-1 }
        //             ^^^^^^^^^^^^^^ plan/late 里程碑 M-1 预计 2026-03-06 完成，比承诺的 2026-03-04 晚 2 个工作日，由 T-1 决定。
        `,
        { ...only('plan/late'), tongue: 'zh' },
      ));
  });

  it('plan/contradiction shows a date that is written against what comes before it', () =>
    check(
      `
      ${PROJECT}
      task T-1 "Design" { duration: 5d }
      //   ^^^ related
      task T-2 "Build" { duration: 1d, after: T-1, start: = 2026-03-04 }
      //                                           ^^^^^^^^^^^^^^^^^^^ plan/contradiction With this date task T-2 starts on 2026-03-04, but task T-1 demands 2026-03-09 or later.
      task T-3 "Possible" { duration: 1d, after: T-1, start: = 2026-03-09 }
      `,
      only('plan/contradiction'),
    ));

  it('plan/contradiction shows an end before the start of the same item', () =>
    check(
      `
      ${PROJECT}
      task T-1 "Typed" { start: 2026-03-09, end: 2026-03-06 }
      //                 ^^^^^^^^^^^^^^^^^ related Its start
      //                                    ^^^^^^^^^^^^^^^ plan/contradiction Task T-1 ends before it starts.
      task T-2 "Bounded" { duration: 1d, start: >= 2026-03-09, end: <= 2026-03-06 }
      //                                 ^^^^^^^^^^^^^^^^^^^^ related
      //                                                       ^^^^^^^^^^^^^^^^^^ plan/contradiction Task T-2 ends before it starts.
      task T-3 "One day" { start: 2026-03-09, end: 2026-03-09 }
      task T-4 "No matter" { duration: 1d, start: <= 2026-03-09, end: >= 2026-03-06 }
      `,
      only('plan/contradiction'),
    ));

  it('plan/no-estimate and plan/unassigned ask for what a task needs to be scheduled', () =>
    check(
      `
      ${PROJECT}
      person lin "Lin" { }
      task T-1 "Design" { assign: lin }
      //   ^^^ plan/no-estimate Task T-1 has no estimate
      task T-2 "Build" { effort: 3d }
      //   ^^^ plan/unassigned Task T-2 is assigned to nobody
      task T-3 "Summary" { task T-4 "Part" { duration: 1d, assign: lin } }
      task T-5 "Done" { status: done }
      task T-7 "Unreadable" { effort: -3d, assign: lin }
      task T-8 "Too long" { duration: 3000000d, assign: lin }
      task T-6 "Dates" { start: 2026-03-03, end: 2026-03-04, assign: lin }
      `,
      only('plan/no-estimate', 'plan/unassigned'),
    ));

  it('plan/unassigned says nothing in a plan without people', () =>
    check('task T-1 "Design" { effort: 3d }\n', only('plan/unassigned')));

  describe('plan/over-allocated', () => {
    it('stands at the assignment that is the last straw, and leads to the others', () =>
      check(
        `
        ${PROJECT}
        person lin "Lin" { }
        task T-1 "Design" { duration: 5d, assign: lin 60% }
        //                                        ^^^ related task T-1: 2026-03-02..2026-03-06
        task T-2 "Build" { duration: 5d, start: >= 2026-03-04, assign: lin }
        //                                                             ^^^ plan/over-allocated Person lin is over-allocated from 2026-03-04 to 2026-03-06: T-1, T-2 ask for 160%, but there is 100%.
        task T-3 "Beside it" { duration: 1d, assign: lin 40% }
        task T-4 "Done" { duration: 5d, assign: lin, status: done }
        `,
        only('plan/over-allocated'),
      ));

    it('counts a capacity, and a single task against it', () =>
      check(
        `
        ${PROJECT}
        person lin "Lin" { capacity: 50% }
        task T-1 "Design" { effort: 1d, assign: lin }
        //                                      ^^^ plan/over-allocated Person lin is over-allocated from 2026-03-02 to 2026-03-02: T-1 asks for 100%, but there is 50%.
        task T-2 "Build" { effort: 1d, after: T-1, assign: lin 50% }
        `,
        only('plan/over-allocated'),
      ));

    it('says once what one assignment does to a team, and to several stretches of time', () =>
      check(
        `
        ${PROJECT}
        team core "Core" { person lin "Lin" { } person wang "Wang" { } }
        calendar evenings "Evenings" { hours: 16:00..20:00 }
        task T-1 "Design" { duration: 2d, assign: lin 80%, core 20% }
        //                                        ^^^ related
        task T-2 "Build" { duration: 2d, start: >= 2026-03-03, assign: core }
        //                                                             ^^^^ plan/over-allocated lin, wang are over-allocated from 2026-03-03 to 2026-03-03: T-1, T-2 ask for 200%, but there is 100%.
        task T-3 "Report" { duration: 5d, start: >= 2026-03-09, assign: lin }
        //                                                              ^^^ related
        task T-4 "Watch" { duration: 8h, calendar: evenings, start: >= 2026-03-09, assign: lin }
        //                                                                                 ^^^ plan/over-allocated Person lin is over-allocated from 2026-03-09 to 2026-03-10: T-3, T-4 ask for 200%
        `,
        only('plan/over-allocated'),
      ));

    it('is silent where dates are unknown', () =>
      check(
        `
        person lin "Lin" { }
        task T-1 "Design" { duration: 5d, assign: lin }
        task T-2 "Build" { duration: 5d, assign: lin }
        `,
        only('plan/over-allocated'),
      ));

    it('speaks Chinese', () =>
      check(
        `
        ${PROJECT}
        人员 lin "林" { }
        任务 T-1 "设计" { 工期: 2天, 分配: lin }
        任务 T-2 "开发" { 工期: 1天, 分配: lin }
        //                        ^^^ plan/over-allocated 人员 lin 在 2026-03-02 至 2026-03-02 期间资源过度分配：T-1、T-2 合计需要 200%，而可投入的只有 100%。
        `,
        { ...only('plan/over-allocated'), tongue: 'zh' },
      ));
  });

  describe('plan/on-leave', () => {
    it('finds work that waits for somebody, and work that does not, where nobody else is there', () =>
      check(
        `
        ${PROJECT}
        person lin "Lin" { leave: 2026-03-04..2026-03-05, 2026-03-14..2026-03-15, 2026-03-20 "Training" }
        //                        ^^^^^^^^^^^^^^^^^^^^^^ related Person lin is on leave
        //                        ^^^^^^^^^^^^^^^^^^^^^^ related Person lin is on leave
        //                                                                        ^^^^^^^^^^^^^^^^^^^^^ related Person lin is on leave
        //                                                                        ^^^^^^^^^^^^^^^^^^^^^ related Person lin is on leave
        person wang "Wang" { leave: 2026-03-05 }
        //                          ^^^^^^^^^^ related Person wang is on leave
        task T-1 "Waits" { effort: 14d, assign: lin }
        //                                      ^^^ plan/on-leave Nobody works on task T-1 on 2026-03-04..2026-03-05, 2026-03-20: person lin is on leave.
        task T-2 "Lasts" { duration: 2d, start: 2026-03-19, assign: lin }
        //                                                          ^^^ plan/on-leave Nobody works on task T-2 on 2026-03-20: person lin is on leave.
        task T-3 "Goes on" { duration: 2d, start: 2026-03-19, assign: lin, wang }
        task T-4 "Both" { duration: 3d, start: 2026-03-03, assign: lin, wang }
        //                                                         ^^^ plan/on-leave Nobody works on task T-4 on 2026-03-05: person lin, person wang are on leave.
        task T-5 "Before" { duration: 2d, assign: lin }
        task T-6 "Weekend" { duration: 2d, start: 2026-03-13, assign: lin }
        task T-7 "Somebody else" { duration: 2d, start: 2026-03-19, assign: lin, nobody }
        task T-8 "Done" { duration: 2d, start: 2026-03-19, assign: lin, status: done }
        `,
        only('plan/on-leave'),
      ));

    it('knows leave without an end, and speaks Chinese', () =>
      check(
        `
        ${PROJECT}
        person lin "Lin" { leave: 2026-03-04.. }
        任务 T-1 "开发" { 工期: 4天, 分配: lin }
        //                        ^^^ plan/on-leave 2026-03-04..2026-03-05 无人执行任务 T-1：人员 lin 正在休假。
        `,
        { ...only('plan/on-leave'), tongue: 'zh' },
      ));
  });

  it('plan/empty-milestone finds milestones that mean nothing', () =>
    check(
      `
      ${PROJECT}
      milestone M-1 "Nothing" { due: 2026-03-31 }
      //        ^^^ plan/empty-milestone Milestone M-1 means nothing
      milestone M-2 "Contract signed" { due: 2026-03-03 }
      task T-1 "Begin" { duration: 1d, after: M-2 }
      milestone M-3 "Paid" { payment: 1000 CNY }
      milestone M-4 "Accepted" { due: 2026-03-31 }
      signoff S-1 "Acceptance" { accepts: M-4, by: chen }
      person chen "Chen" { }
      `,
      only('plan/empty-milestone'),
    ));

  it('plan/overdue finds what should have begun, finished or been reached by the status date', () =>
    check(
      `
      project p "Plan" { period: 2026-03-02..2026-06-30, status-date: 2026-03-13 }
      task T-1 "Not begun" { duration: 3d }
      //   ^^^ plan/overdue By the status date 2026-03-13, task T-1 should have started
      task T-2 "Too long" { duration: 3d, actual: 2026-03-02.., progress: 50% }
      //   ^^^ plan/overdue By the status date 2026-03-13, task T-2 should have been finished
      task T-3 "On its way" { duration: 30d, actual: 2026-03-02.., progress: 30% }
      task T-4 "Done" { duration: 3d, progress: 100% }
      task T-5 "Later" { duration: 3d, start: >= 2026-04-01 }
      milestone M-1 "Passed" { due: 2026-03-10, after: T-4 }
      //        ^^^ plan/overdue milestone M-1 should have been reached
      milestone M-2 "Reached" { due: 2026-03-10, after: T-4, actual: 2026-03-10 }
      `,
      only('plan/overdue'),
    ));

  describe('plan/outside-project', () => {
    it('reports the work that goes furthest beyond the period, once', () =>
      check(
        `
        project p "Plan" { period: 2026-03-02..2026-03-13 }
        //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ related The project’s period
        task T-1 "Long" { duration: 12d }
        task T-2 "Longer" { duration: 1d, after: T-1 }
        //   ^^^ plan/outside-project Task T-2 finishes on 2026-03-18, after the project’s end on 2026-03-13.
        milestone M-1 "End" { after: T-2 }
        `,
        only('plan/outside-project'),
      ));

    it('reports a calendar without working time, and holidays that are not known so far ahead', () =>
      check(
        `
        ${PROJECT}
        calendar cn "China" { region: CN }
        //                    ^^^^^^^^^^ plan/outside-project the built-in holidays of CN end on
        calendar none "None" { base: cn, holidays: 2000-01-01.. }
        task T-1 "Far" { duration: 1d, start: 2040-01-02 }
        //   ^^^ plan/outside-project Task T-1 finishes on 2040-01-02
        task T-2 "Nowhere" { duration: 1d, calendar: none }
        //   ^^^ plan/outside-project Task T-2 has no dates: its calendar has no working time left for it.
        `,
        only('plan/outside-project'),
      ));
  });
});

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

describe('checks on risks', () => {
  it('want a mitigation and an owner for what matters', () =>
    check(
      `
      ${PROJECT}
      risk R-1 "Matters" { probability: 40%, impact: 10d }
      //   ^^^ risk/unmitigated Risk R-1 has no mitigation
      //   ^^^ risk/unowned Risk R-1 has no owner
      risk R-2 "Small" { probability: 10%, impact: 10d }
      risk R-3 "Money" { probability: 1%, impact: 5000 CNY, owner: lin }
      //   ^^^ risk/unmitigated
      risk R-4 "Closed" { probability: 40%, impact: 10d, status: closed }
      risk R-5 "Not assessed" { impact: 10d }
      risk R-6 "Handled" { probability: 40%, impact: 10d, owner: lin
        task T-2 "Try" { duration: 1d }
      }
      risk R-7 "Handled" { probability: 40%, impact: 10d, owner: lin, mitigation: T-1 }
      task T-1 "Clean" { duration: 1d }
      person lin "Lin" { }
      `,
      only('risk'),
    ));

  it('want a review when its date has passed', () =>
    check(
      `
      project p "Plan" { period: 2026-03-02..2026-06-30, status-date: 2026-03-13 }
      risk R-1 "Passed" { review: 2026-03-12 }
      //                  ^^^^^^^^^^^^^^^^^^ risk/review-due Risk R-1 was to be reviewed on 2026-03-12
      risk R-2 "Today" { review: 2026-03-13 }
      risk R-3 "Closed" { review: 2026-03-12, status: closed }
      `,
      only('risk/review-due'),
    ));
});
