import { offers } from '../../../support/offers';

describe('repairs of plan, join and risk', () => {
  it('let a milestone without due date wait for the work that ends last', () =>
    offers(
      `
      project p "Plan" { period: 2026-03-02..2026-06-30 }
      requirement REQ-1 "Sign-on" { priority: must }
      task T-1 "Build" { duration: 5d, realizes: REQ-1 }
      task T-2 "Write" { duration: 10d, realizes: REQ-1 }
      milestone M-1 "Pilot" { after: T-1, delivers: REQ-1 }
      milestone M-2 "Promised" { due: 2026-03-10, after: T-1, delivers: REQ-1 }
      `,
      'join/delivered-before-done',
      `
      Wait for task T-2
      - milestone M-1 "Pilot" { after: T-1, delivers: REQ-1 }
      + milestone M-1 "Pilot" { after: T-1, T-2, delivers: REQ-1 }
      `,
    ));

  it('hand a deliverable over with an earlier milestone that fits, or promise it later', () => {
    const plan = `
      project p "Plan" { period: 2026-03-02..2026-06-30 }
      task T-1 "Write" { duration: 4d, realizes: D-1, D-2 }
      milestone M-1 "Too early" { due: 2026-03-03 }
      milestone M-2 "Pilot" { after: T-1, delivers: D-2 }
      milestone M-3 "Rollout" { due: 2026-03-31, after: T-1 + 5d, delivers: D-1 }
      deliverable D-1 "Manual" { due: 2026-03-09 }
      deliverable D-2 "Data" { due: 2026-03-04T12:00 }
    `;
    offers(
      plan,
      'join/delivered-after-due',
      `
      Deliver it with milestone M-2 instead
      - milestone M-2 "Pilot" { after: T-1, delivers: D-2 }
      - milestone M-3 "Rollout" { due: 2026-03-31, after: T-1 + 5d, delivers: D-1 }
      + milestone M-2 "Pilot" { after: T-1, delivers: D-2, D-1 }
      + milestone M-3 "Rollout" { due: 2026-03-31, after: T-1 + 5d }
      Change the due date to 2026-03-31
      - deliverable D-1 "Manual" { due: 2026-03-09 }
      + deliverable D-1 "Manual" { due: 2026-03-31 }
      Change the due date to 2026-03-05
      - deliverable D-2 "Data" { due: 2026-03-04T12:00 }
      + deliverable D-2 "Data" { due: 2026-03-05 }
      `,
    );
  });

  it('let the last straw wait for another task of its person, or level the plan', () => {
    const plan = `
      project p "Plan" { period: 2026-03-02..2026-06-30 }
      person lin "Lin" { }
      task T-1 "Design" { duration: 2d, assign: lin 60% }
      task T-2 "Review" { duration: 4d, assign: lin 40% }
      task T-3 "Build" { duration: 3d, after: T-0, assign: lin }
      milestone T-0 "Begin" { }
    `;
    offers(
      plan,
      'plan/over-allocated',
      `
      Let task T-3 wait for task T-2
      - task T-3 "Build" { duration: 3d, after: T-0, assign: lin }
      + task T-3 "Build" { duration: 3d, after: T-0, T-2, assign: lin }
      Level the plan: let tasks wait for their people
      - project p "Plan" { period: 2026-03-02..2026-06-30 }
      + project p "Plan" { period: 2026-03-02..2026-06-30, schedule: levelled }
      `,
    );
  });

  it('let no task wait where that would make a circle or a promise late', () =>
    offers(
      `
      project p "Plan" { period: 2026-03-02..2026-06-30, schedule: early }
      person lin "Lin" { }
      task T-1 "Design" { duration: 4d, assign: lin, after: T-2 SS + 1d }
      task T-2 "Build" { duration: 4d, assign: lin, deadline: 2026-03-05 }
      task T-3 "Report" { duration: 1d, start: >= 2026-03-09, assign: lin, deadline: 2026-03-09 }
      任务 T-4 "评审" { 工期: 1天, 开始: >= 2026-03-09, 分配: lin }
      `,
      'plan/over-allocated',
      `
      让任务 T-1 等待任务 T-2
      - task T-1 "Design" { duration: 4d, assign: lin, after: T-2 SS + 1d }
      + task T-1 "Design" { duration: 4d, assign: lin, after: T-2 SS + 1d, T-2 }
      让任务 T-4 等待任务 T-3
      - 任务 T-4 "评审" { 工期: 1天, 开始: >= 2026-03-09, 分配: lin }
      + 任务 T-4 "评审" { 工期: 1天, 开始: >= 2026-03-09, 分配: lin, 前置: T-3 }
      `,
      'zh',
    ));

  it('begin work after the leave of those who do it, where that makes nothing late', () =>
    offers(
      `
      project p "Plan" { period: 2026-03-02..2026-06-30 }
      person lin "Lin" { leave: 2026-03-04..2026-03-05 }
      person wang "Wang" { leave: 2026-03-04 }
      task T-1 "Build" { effort: 5d, assign: lin }
      task T-2 "Soon" { duration: 3d, assign: wang, deadline: 2026-03-05 }
      task T-3 "Dated" { duration: 2d, start: 2026-03-03, assign: wang 10% }
      `,
      'plan/on-leave',
      `
      Start task T-1 no earlier than 2026-03-06
      - task T-1 "Build" { effort: 5d, assign: lin }
      + task T-1 "Build" { effort: 5d, assign: lin, start: >= 2026-03-06 }
      `,
    ));

  it('give a risk its mitigation, and the project’s manager as owner', () => {
    const plan = `
      project p "Plan" { period: 2026-03-02..2026-06-30, manager: lin }
      person lin "Lin" { }
      风险 R-1 "数据质量差" { 概率: 40%, 影响: 10天 }
    `;
    offers(
      plan,
      'risk/unmitigated',
      `
      新建任务，分配给 lin
      - 风险 R-1 "数据质量差" { 概率: 40%, 影响: 10天 }
      + 风险 R-1 "数据质量差" {
      +   概率: 40%, 影响: 10天
      +   任务 T-1 "应对：数据质量差" { 工作量: 1d, 分配: lin }
      + }
      `,
      'zh',
    );
    offers(
      plan,
      'risk/unowned',
      `
      由 lin 负责
      - 风险 R-1 "数据质量差" { 概率: 40%, 影响: 10天 }
      + 风险 R-1 "数据质量差" { 概率: 40%, 影响: 10天, 负责人: lin }
      `,
      'zh',
    );
  });
});
