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

    it('tells of an end in free time right behind the promise, which is late by no working time', () =>
      check(
        `
        ${PROJECT}
        calendar all "All week" { week: mon..sun }
        person lin "Lin" { calendar: all }
        task T-1 "Design" { duration: 5d }
        task T-2 "Cure" { duration: 6ed, deadline: 2026-03-06 }
        //                               ^^^^^^^^^^^^^^^^^^^^ plan/late Task T-2 is forecast for 2026-03-07, after 2026-03-06.
        task T-3 "On Sunday" { effort: 7d, assign: lin, deadline: 2026-03-06 }
        //                                              ^^^^^^^^^^^^^^^^^^^^ plan/late Task T-3 is forecast for 2026-03-08, after 2026-03-06.
        milestone M-1 "On Friday" { due: 2026-03-06, after: T-1 }
        milestone M-3 "A day before" { due: 2026-03-05, after: T-1 - 1d }
        milestone M-2 "On Monday" { due: 2026-03-06, after: T-1 + 1ed }
        //                          ^^^^^^^^^^^^^^^ plan/late Milestone M-2 is forecast for 2026-03-09, after 2026-03-06, because of T-1.
        task T-4 "In the evening" { duration: 12eh, start: 2026-03-02T09:00, deadline: 2026-03-02T20:00 }
        //                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ plan/late Task T-4 is forecast for 2026-03-02 21:00, after 2026-03-02 20:00.
        task T-5 "By noon" { duration: 1d, deadline: 2026-03-02T12:00 }
        //                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ plan/late Task T-5 is forecast for 2026-03-02 17:00, 0.5 working days after 2026-03-02 12:00.
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
        里程碑 M-2 "周一" { 到期: 2026-03-06, 前置: T-1 + 1自然日 }
        //             ^^^^^^^^^^^^^^ plan/late 里程碑 M-2 预计 2026-03-09 完成，晚于承诺的 2026-03-06，由 T-1 决定。
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
      //   ^^^ related
      task T-2 "Build" { duration: 1d, after: T-1, start: = 2026-03-04 }
      //                                           ^^^^^^^^^^^^^^^^^^^ plan/contradiction With this date task T-2 starts on 2026-03-04, but task T-1 demands 2026-03-09 or later.
      task T-3 "Possible" { duration: 1d, after: T-1, start: = 2026-03-09 }
      task T-4 "Too short" { duration: 3d, start: = 2026-03-09, end: = 2026-03-10 }
      //                                                        ^^^^^^^^^^^^^^^^^ plan/contradiction With this date task T-4 starts on 2026-03-06, but another bound demands 2026-03-09 or later.
      task T-5 "Long enough" { duration: 2d, start: = 2026-03-09, end: = 2026-03-10 }
      phase P-1 "Rollout" {
      //    ^^^ related
        start: >= 2026-03-16
        task T-6 "Pilot" { duration: 1d, start: = 2026-03-11 }
        //                               ^^^^^^^^^^^^^^^^^^^ plan/contradiction With this date task T-6 starts on 2026-03-11, but phase P-1 demands 2026-03-16 or later.
      }
      phase P-2 "Handover" {
        after: T-1
        task T-7 "Training" { duration: 1d, start: = 2026-03-05 }
        //                                  ^^^^^^^^^^^^^^^^^^^ plan/contradiction With this date task T-7 starts on 2026-03-05, but task T-1 demands 2026-03-09 or later.
      }
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
        //                                      ^^^ plan/over-allocated Person lin is over-allocated on 2026-03-02: T-1 asks for 100%, but there is 50%.
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
        //                                                             ^^^^ plan/over-allocated lin, wang are over-allocated on 2026-03-03: T-1, T-2 ask for 200%, but there is 100%.
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
        //                        ^^^ plan/over-allocated 人员 lin 在 2026-03-02 资源过度分配：T-1、T-2 合计需要 200%，而可投入的只有 100%。
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

    it('reports days off without end, once for a calendar, and not what follows', () =>
      check(
        `
        project p "Plan" { period: 2026-03-02..2026-06-30 }
        calendar closed "Closed" { holidays: 2026-03-09..9999-12-31 }
        task T-1 "Begun" { duration: 12d, calendar: closed }
        //   ^^^ plan/outside-project Task T-1 finishes on 10000-01-11, later than any date that can be written
        task T-2 "Waits for the calendar" { duration: 1d, calendar: closed, start: >= 2026-03-09 }
        task T-3 "Waits for the first" { duration: 1d, after: T-1 }
        milestone M-1 "End" { after: T-3 }
        task T-4 "Late" { duration: 1d, start: >= 2026-07-01 }
        //   ^^^ plan/outside-project Task T-4 finishes on 2026-07-01, after the project’s end on 2026-06-30.
        task T-5 "Endless" { effort: 9999mo, assign: lin 5% }
        //   ^^^ plan/outside-project Task T-5 finishes on 17
        person lin "Lin" { }
        `,
        only('plan/outside-project'),
      ));
  });
});
