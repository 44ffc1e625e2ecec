import { offers } from '../../../support/offers';

describe('repairs of trace', () => {
  describe('of a requirement that lacks a strand', () => {
    it('take its origin from needs that led to nothing, the nearest first, or from a new one', () =>
      offers(
        `
        //- a.delivery
        need N-1 "Far" { }
        //- b.delivery
        need N-2 "Used" { }
        need N-3 "Near" { }
        requirement REQ-1 "Sign-on" { priority: must }
        requirement REQ-2 "Report" { priority: must, from: N-2 }
        `,
        'trace/no-origin',
        `
        Let requirement REQ-1 come from need N-3
        - requirement REQ-1 "Sign-on" { priority: must }
        + requirement REQ-1 "Sign-on" { priority: must, from: N-3 }
        Let requirement REQ-1 come from need N-1
        - requirement REQ-1 "Sign-on" { priority: must }
        + requirement REQ-1 "Sign-on" { priority: must, from: N-1 }
        Create a need
        - requirement REQ-1 "Sign-on" { priority: must }
        + need N-4 "Sign-on"
        + requirement REQ-1 "Sign-on" { priority: must, from: N-4 }
        `,
      ));

    it('write a need and refer to it also where neither has a block', () =>
      offers(
        'requirement REQ-1 "Sign-on"\n',
        'trace/no-origin',
        `
        Create a need
        - requirement REQ-1 "Sign-on"
        + requirement REQ-1 "Sign-on" { from: N-1 }
        + need N-1 "Sign-on"
        `,
      ));

    it('add a criterion, in its tongue', () =>
      offers(
        `
        需求 需求-1 "单点登录" {
          优先级: 必须
          验收标准 AC-7 "属于别的" { 验证: SLA-1 }
        }
        需求 需求-2 "报表" { 优先级: 必须 }
        sla SLA-1 "服务" { }
        `,
        'trace/no-criterion',
        `
        添加验收标准
        - 需求 需求-2 "报表" { 优先级: 必须 }
        + 需求 需求-2 "报表" {
        +   优先级: 必须
        +   验收标准 AC-8 "验证：报表" { 验证方式: 测试 }
        + }
        `,
        'zh',
      ));

    it('create a task behind the others, where nobody has to be named', () =>
      offers(
        `
        requirement REQ-1 "Sign-on" { priority: must }
        requirement REQ-2 "Report" { priority: must }
        phase P-1 "Build" {
          task T-1 "Connect" { effort: 3d, realizes: REQ-1 }
        }
        `,
        'trace/no-work',
        `
        Create a task
        +   task T-2 "Report" { effort: 1d, realizes: REQ-2 }
        `,
      ));

    it('create a task for the manager or for who works nearby, behind the status date', () =>
      offers(
        `
        project p "Plan" { period: 2026-03-02..2026-06-30, manager: lin, status-date: 2026-03-13 }
        person lin "Lin" { }
        person wang "Wang" { }
        requirement REQ-1 "Sign-on" { priority: must }
        requirement REQ-2 "Report" { priority: must }
        task T-1 "Connect" { effort: 3d, assign: wang, realizes: REQ-1, progress: 100% }
        `,
        'trace/no-work',
        `
        Create a task for lin
        + task T-2 "Report" { effort: 1d, start: >= 2026-03-14, assign: lin, realizes: REQ-2 }
        Create a task for wang
        + task T-2 "Report" { effort: 1d, start: >= 2026-03-14, assign: wang, realizes: REQ-2 }
        `,
      ));

    it('create the task inside the requirement where the phase of the others would be late by it', () =>
      offers(
        `
        project p "Plan" { period: 2026-03-02..2026-06-30 }
        requirement REQ-1 "Sign-on" { priority: must }
        requirement REQ-2 "Report" { priority: must }
        milestone M-0 "Later" { due: 2026-03-31, delivers: REQ-2 }
        task T-0 "Wait" { duration: 4d, realizes: REQ-1 }
        phase P-1 "Build" {
          after: T-0
          deadline: 2026-03-05
          task T-1 "Connect" { duration: 0d, realizes: REQ-1 }
        }
        `,
        'trace/no-work',
        `
        Create a task
        - requirement REQ-2 "Report" { priority: must }
        + requirement REQ-2 "Report" {
        +   priority: must
        +   task T-2 "Report" { effort: 1d }
        + }
        `,
      ));

    it('deliver it with a milestone that comes after its work, the earliest first, and never with one that was reached', () =>
      offers(
        `
        project p "Plan" { period: 2026-03-02..2026-06-30 }
        requirement REQ-0 "Base" { priority: must }
        requirement REQ-1 "Sign-on" { priority: must }
        task T-1 "Connect" { duration: 10d, realizes: REQ-1, REQ-0 }
        milestone M-1 "Too early" { due: 2026-03-06, payment: 1 CNY }
        milestone M-2 "Late" { due: 2026-05-29, delivers: REQ-0 }
        milestone M-3 "Soon" { due: 2026-03-31, delivers: REQ-0 }
        milestone M-4 "Reached" { due: 2026-03-31, delivers: REQ-0, actual: 2026-03-31 }
        `,
        'trace/no-milestone',
        `
        Deliver it with milestone M-3
        - milestone M-3 "Soon" { due: 2026-03-31, delivers: REQ-0 }
        + milestone M-3 "Soon" { due: 2026-03-31, delivers: REQ-0, REQ-1 }
        Deliver it with milestone M-2
        - milestone M-2 "Late" { due: 2026-05-29, delivers: REQ-0 }
        + milestone M-2 "Late" { due: 2026-05-29, delivers: REQ-0, REQ-1 }
        `,
      ));

    it('create a milestone behind its work, or at the end of the project, where there is none', () => {
      const project = 'project p "Plan" { period: 2026-03-02..2026-06-30 }\n';
      const requirement = 'requirement REQ-1 "Sign-on" { priority: must }\n';
      offers(
        project + requirement,
        'trace/no-milestone',
        'Create a milestone\n+ milestone M-1 "Sign-on" { due: 2026-06-30, delivers: REQ-1 }',
      );
      offers(
        `${project}${requirement}task T-1 "Connect" { duration: 2d, realizes: REQ-1 }\n`,
        'trace/no-milestone',
        'Create a milestone\n+ milestone M-1 "Sign-on" { after: T-1, delivers: REQ-1 }',
      );
    });

    it('are none where it has no id to refer to', () => {
      const source = 'requirement "Sign-on" { priority: must }\n';
      offers(source, 'trace/no-milestone', '');
      offers(
        source,
        'trace/no-work',
        'Create a task\n- requirement "Sign-on" { priority: must }\n+ requirement "Sign-on" {\n+   priority: must\n+   task T-1 "Sign-on" { effort: 1d }\n+ }',
      );
    });
  });

  describe('of what led to nothing', () => {
    it('let a requirement without origin come from the need', () =>
      offers(
        `
        need N-1 "Sign in once" { }
        requirement REQ-1 "Sign-on" { priority: must }
        requirement REQ-2 "Not now" { priority: wont }
        `,
        'trace/unused-need',
        `
        Let requirement REQ-1 come from need N-1
        - requirement REQ-1 "Sign-on" { priority: must }
        + requirement REQ-1 "Sign-on" { priority: must, from: N-1 }
        `,
      ));

    it('let a need without origin come from the source', () =>
      offers(
        `
        source INT-1 "Kick-off" { method: interview }
        source INT-2 "Survey" { method: survey }
        诉求 N-1 "只登录一次" { 来自: INT-1 }
        诉求 N-2 "少打字" { }
        `,
        'trace/unused-source',
        `
        写明诉求 N-2 来自来源 INT-2
        - 诉求 N-2 "少打字" { }
        + 诉求 N-2 "少打字" { 来自: INT-2 }
        `,
        'zh',
      ));

    it('are none where a new item would lead to nothing itself', () => {
      offers('need N-1 "Sign in once" { }\n', 'trace/unused-need', '');
      offers('source INT-1 "Kick-off" { method: interview }\n', 'trace/unused-source', '');
    });

    it('create an improvement for feedback', () =>
      offers(
        'feedback FB-1 "Slow" { score: 2/5 }\n',
        'trace/open-feedback',
        'Create an improvement\n+ improvement IMP-1 "Slow" { addresses: FB-1 }',
      ));

    it('give an issue an owner, or a task', () =>
      offers(
        `
        project p "Plan" { manager: lin }
        person lin "Lin" { }
        issue ISS-1 "Orders arrive twice" { severity: major }
        `,
        'trace/open-issue',
        `
        Let lin own it
        - issue ISS-1 "Orders arrive twice" { severity: major }
        + issue ISS-1 "Orders arrive twice" { severity: major, owner: lin }
        Create a task for lin
        - issue ISS-1 "Orders arrive twice" { severity: major }
        + issue ISS-1 "Orders arrive twice" {
        +   severity: major
        +   task T-1 "Resolve: Orders arrive twice" { effort: 1d, assign: lin }
        + }
        `,
      ));
  });

  describe('of links', () => {
    const REQUIREMENTS =
      'requirement REQ-1 "Sign-on" { priority: must }\nrequirement REQ-2 "Report" { priority: must }\n';

    it('let work serve a requirement only where it is evident which', () => {
      const plan = (delivers: string): string =>
        `${REQUIREMENTS}task T-1 "Tidy up" { effort: 1d }\nmilestone M-1 "Pilot" { after: T-1, delivers: ${delivers} }\n`;
      offers(
        plan('REQ-2'),
        'trace/no-purpose',
        `
        Let it serve requirement REQ-2
        - task T-1 "Tidy up" { effort: 1d }
        + task T-1 "Tidy up" { effort: 1d, realizes: REQ-2 }
        `,
      );
      offers(plan('REQ-1, REQ-2'), 'trace/no-purpose', '');
    });

    it('remove the links to what is not wanted, unless something else would lose its sense', () => {
      const plan = (delivers: string): string =>
        `${REQUIREMENTS}requirement REQ-3 "Fax" { priority: wont }\nmilestone M-1 "Pilot" { delivers: ${delivers} }\n`;
      offers(
        plan('REQ-1, REQ-3, REQ-2'),
        'trace/unwanted',
        `
        Remove the link
        - milestone M-1 "Pilot" { delivers: REQ-1, REQ-3, REQ-2 }
        + milestone M-1 "Pilot" { delivers: REQ-1, REQ-2 }
        `,
      );
      offers(plan('REQ-3'), 'trace/unwanted', '');
    });

    it('remove one link of a circle, the last in the text first, but none that carries an origin', () =>
      offers(
        `
        need N-1 "Sign in once" { }
        requirement REQ-1 "a" { priority: must, refines: REQ-2, from: N-1 }
        requirement REQ-2 "b" { priority: must, refines: REQ-3 }
        requirement REQ-3 "c" { priority: must, refines: REQ-1 }
        `,
        'trace/cycle',
        `
        Remove the link from requirement REQ-1 to requirement REQ-2
        - requirement REQ-1 "a" { priority: must, refines: REQ-2, from: N-1 }
        + requirement REQ-1 "a" { priority: must, from: N-1 }
        `,
      ));

    it('raise what a must depends on', () =>
      offers(
        `
        requirement REQ-1 "Sign-on" { priority: must, depends: REQ-2, REQ-3 }
        需求 REQ-2 "目录" { 优先级: 可以 }
        requirement REQ-3 "Fax" { priority: wont }
        `,
        'trace/priority-inversion',
        `
        把需求 REQ-2 提升为“必须”
        - 需求 REQ-2 "目录" { 优先级: 可以 }
        + 需求 REQ-2 "目录" { 优先级: 必须 }
        `,
        'zh',
      ));

    it('renew a link for the revision of today, or for none', () =>
      offers(
        `
        requirement REQ-1 "a" { priority: must, revision: "b 3" }
        requirement REQ-2 "b" { priority: must, refines: REQ-1 rev 2 }
        criterion AC-1 "c" { verifies: REQ-2 rev 1, REQ-1 rev "b 3" }
        `,
        'trace/suspect',
        `
        Renew the link: \`REQ-1 rev "b 3"\`
        - requirement REQ-2 "b" { priority: must, refines: REQ-1 rev 2 }
        + requirement REQ-2 "b" { priority: must, refines: REQ-1 rev "b 3" }
        Renew the link: \`REQ-2\`
        - criterion AC-1 "c" { verifies: REQ-2 rev 1, REQ-1 rev "b 3" }
        + criterion AC-1 "c" { verifies: REQ-2, REQ-1 rev "b 3" }
        `,
      ));
  });
});
