import assert from 'node:assert/strict';
import { delivery } from '../../support/cli';
import { dedent } from '../../support/spec';
import { workspaceOf, type Workspace } from '../../support/workspace';

describe('delivery schedule', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  const schedule = (...args: string[]) => delivery(workspace.folder, ['schedule', ...args]);
  const prints = (args: string, expected: string): void => {
    const { code, stdout, stderr } = schedule(...args.split(' ').filter(Boolean));
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(stdout, dedent(expected));
  };

  before(() => {
    workspace = workspaceOf(`
      //- plan.delivery
      project crm "CRM" { period: 2026-01-05.. }
      person lin "林华" { rate: 500 CNY/d }
      person wang "Wang" { capacity: 50% }
      phase P-1 "建设" {
        task T-1 "Connect, \\"quickly\\"" { duration: 2d, assign: lin, progress: 50% }
        task T-2 "=1+1" { effort: 2d, assign: lin, wang 50% }
      }
      milestone M-1 "Pilot" { after: P-1 + 1d, due: 2026-01-06 }
      task T-3 "No estimate" { }
      task T-4 "Circle" { duration: 1d, after: T-5 }
      task T-5 "Circle" { duration: 1d, after: T-4 }
      task T-6 "Waits" { duration: 1d, after: T-4 }
    `);
  });
  after(() => {
    workspace.dispose();
  });

  it('prints the plan as a table in which Chinese titles keep the columns straight', () =>
    prints(
      '',
      `
        ID   Title                 Kind       Start             Finish            Duration  Effort  Slack  Critical  Progress  People         Milestone
        P-1  建设                  phase      2026-01-05 08:00  2026-01-06 17:00        2d      4d    -1d  yes            30%                 M-1
        T-1    Connect, "quickly"  task       2026-01-05 08:00  2026-01-06 17:00        2d      2d    -1d  yes            50%  lin            M-1
        T-2    =1+1                task       2026-01-05 08:00  2026-01-06 10:40      1.3d      2d  -2.7h  yes                 lin, wang 50%  M-1
        M-1  Pilot                 milestone  2026-01-07 17:00  2026-01-07 17:00                      -1d  yes
        T-3  No estimate           task       2026-01-05 08:00
        T-4  Circle                task
        T-5  Circle                task
        T-6  Waits                 task

        8 items, 4 critical; the project finishes 2026-01-07 17:00. 4 without all dates (T-3, T-4, T-5, T-6): --why says why.
      `,
    ));

  it('speaks Chinese', () => {
    const { stdout } = schedule('--language', 'zh');
    assert.match(
      stdout,
      /^编号 {2}标题 {18}类型 {4}开始 {14}完成 +工期 +工作量 +总时差 {2}关键 +进度 {2}人员 +里程碑\n/,
    );
    assert.match(stdout, /^T-2 {5}=1\+1 .* 1\.3天 +2天 +-2\.7小时 {2}是 /m);
    assert.match(stdout, /8 项，其中关键 4 项；项目 2026-01-07 17:00 完成。4 项日期不全（T-3、T-4、T-5、T-6）/);
  });

  it('prints CSV: CRLF, quotes, a byte order mark, numbers in hours, and no formula from a title', () =>
    assert.deepEqual(schedule('--format', 'csv').stdout.split('\r\n'), [
      '\ufeffID,Title,Kind,Start,Finish,Duration (h),Effort (h),Total slack (h),Critical,Progress,People,Milestone',
      'P-1,建设,phase,2026-01-05 08:00,2026-01-06 17:00,16,32,-8,yes,30%,,M-1',
      'T-1,"Connect, ""quickly""",task,2026-01-05 08:00,2026-01-06 17:00,16,16,-8,yes,50%,lin,M-1',
      `T-2,'=1+1,task,2026-01-05 08:00,2026-01-06 10:40,10.67,16,-2.67,yes,,"lin, wang 50%",M-1`,
      'M-1,Pilot,milestone,2026-01-07 17:00,2026-01-07 17:00,0,,-8,yes,,,',
      'T-3,No estimate,task,2026-01-05 08:00,,,,,,,,',
      'T-4,Circle,task,,,,,,,,,',
      'T-5,Circle,task,,,,,,,,,',
      'T-6,Waits,task,,,,,,,,,',
      '',
    ]));

  describe('--format json', () => {
    const parsed = () =>
      JSON.parse(schedule('--format', 'json').stdout) as Record<'tasks' | 'loads', readonly Record<string, unknown>[]>;

    it('has the tasks in exactly this shape', () => {
      const { tasks } = parsed();
      assert.deepEqual(
        tasks.map(({ id }) => id),
        ['P-1', 'T-1', 'T-2', 'M-1', 'T-3', 'T-4', 'T-5', 'T-6'],
      );
      assert.deepEqual(tasks[2], {
        id: 'T-2',
        title: '=1+1',
        start: '2026-01-05T08:00:00',
        finish: '2026-01-06T10:40:00',
        totalSlackMinutes: -160,
        freeSlackMinutes: 320,
        critical: true,
        why: 'Starts 2026-01-05 08:00: the project starts then.',
        type: 'task',
        file: 'plan.delivery',
        line: 6,
        parent: 0,
        lateStart: '2026-01-02T14:20:00',
        lateFinish: '2026-01-05T17:00:00',
        durationMinutes: 640,
        effortMinutes: 960,
        costs: [{ amount: 666.67, currency: 'CNY' }],
        people: [
          { id: 'lin', share: 1 },
          { id: 'wang', share: 0.5 },
        ],
        milestone: 'M-1',
      });
      assert.deepEqual(tasks[3], {
        id: 'M-1',
        title: 'Pilot',
        start: '2026-01-07T17:00:00',
        finish: '2026-01-07T17:00:00',
        totalSlackMinutes: -480,
        freeSlackMinutes: 0,
        critical: true,
        why: 'Reached 2026-01-07 17:00: P-1 finishes 2026-01-06 17:00, +8 h.',
        type: 'milestone',
        file: 'plan.delivery',
        line: 8,
        lateStart: '2026-01-06T17:00:00',
        lateFinish: '2026-01-06T17:00:00',
        due: '2026-01-07T00:00:00',
        durationMinutes: 0,
      });
    });

    it('leaves out what cannot be computed', () => {
      const { tasks } = parsed();
      assert.deepEqual(Object.keys(tasks[4]!), ['id', 'title', 'start', 'critical', 'why', 'type', 'file', 'line']);
      assert.deepEqual(tasks[5], { id: 'T-4', title: 'Circle', type: 'task', file: 'plan.delivery', line: 10 });
    });

    it('has the loads of people', () => {
      const [lin, wang] = parsed().loads as [Record<string, unknown>, { readonly days: readonly unknown[] }];
      assert.deepEqual(lin.overAllocations, [
        {
          from: '2026-01-05T08:00:00',
          to: '2026-01-06T10:40:00',
          peak: 2,
          capacity: 1,
          excessMinutes: 640,
          tasks: ['T-1', 'T-2'],
        },
      ]);
      assert.deepEqual(wang.days.slice(0, 3), [
        { day: '2026-01-05', demandedMinutes: 240, availableMinutes: 240, tasks: ['T-2'] },
        { day: '2026-01-06', demandedMinutes: 80, availableMinutes: 240, tasks: ['T-2'] },
        { day: '2026-01-07', demandedMinutes: 0, availableMinutes: 240, tasks: [] },
      ]);
    });
  });

  it('--people prints loads by week or day, and where they are too much', () => {
    prints(
      '--people',
      `
        Person  Week of     Asked  Available  Load  Over  Tasks
        lin     2026-01-05   3.3d         5d   67%  1.3d  T-1, T-2
        wang    2026-01-05   5.3h       2.5d   27%        T-2

        lin: T-1, T-2 ask for up to 200% of 100% from 2026-01-05 08:00 to 2026-01-06 10:40.
      `,
    );
    prints(
      '--people --by day --language zh',
      `
        人员  日期           需要   可用  负荷     超出  任务
        lin   2026-01-05      2天    1天  200%      1天  T-1, T-2
        lin   2026-01-06    1.3天    1天  133%  2.7小时  T-1, T-2
        wang  2026-01-05    4小时  4小时  100%           T-2
        wang  2026-01-06  1.3小时  4小时   33%           T-2

        lin：2026-01-05 08:00 至 2026-01-06 10:40，T-1、T-2 最多占用 200%，超过可用的 100%。
      `,
    );
  });

  it('--why prints the chain of what drives a date, or why there is none', () => {
    prints(
      '--why M-1',
      `
        ID   Title               Start             Finish            Why
        M-1  Pilot               2026-01-07 17:00  2026-01-07 17:00  Reached 2026-01-07 17:00: P-1 finishes 2026-01-06 17:00, +8 h.
        T-1  Connect, "quickly"  2026-01-05 08:00  2026-01-06 17:00  Starts 2026-01-05 08:00: the project starts then.
      `,
    );
    assert.match(schedule('--why', 'P-1').stdout, /^P-1 .* Of what is in it, T-1 finishes last\.\nT-1 /m);
    prints('--why T-6', 'T-6: It waits for T-4, which has no dates.\n');
    prints('--why T-5', 'T-5: It stands in a circle: T-4 → T-5 → T-4.\n');
    assert.match(schedule('--why', 'T-3').stdout, /\n\nT-3: It has no estimate, so it has a start but no finish\.\n$/);
    const { why } = JSON.parse(schedule('--why', 'M-1', '--format', 'json').stdout) as {
      why: { chain: { id: string; cause: string; link: unknown }[] }[];
    };
    assert.deepEqual(
      why[0]!.chain.map(({ id, cause }) => `${id} ${cause}`),
      ['M-1 link', 'T-1 project-start'],
    );
    assert.deepEqual(why[0]!.chain[0]!.link, {
      from: 'P-1',
      type: 'FS',
      lag: 480,
      lagUnit: 'working',
      at: '2026-01-06T17:00:00',
      afterLag: '2026-01-07T17:00:00',
    });
  });

  it('--critical-to prints the critical path to a milestone, whatever is critical in the whole plan', () => {
    prints(
      '--critical-to M-1',
      `
        ID   Title               Start             Finish            Duration  Slack
        T-1  Connect, "quickly"  2026-01-05 08:00  2026-01-06 17:00        2d     0d
        M-1  Pilot               2026-01-07 17:00  2026-01-07 17:00               0d

        M-1 waits for 2 items, 1 of them critical. The next is T-2 with 5.3h of slack.
      `,
    );
    prints('--critical-to T-6', 'T-6: It waits for T-4, which has no dates.\n');
  });

  it('--critical-to shows the dates that the plan shows, also where only a day is written', () => {
    const other = workspaceOf(`
      project crm "CRM" { period: 2026-01-05.., status-date: 2026-01-06 }
      task T-1 "Connect" { effort: 3d, actual: 2026-01-06.., progress: 50% }
      milestone M-1 "Pilot" { after: T-1 }
    `);
    try {
      const { stdout } = delivery(other.folder, ['schedule', '--critical-to', 'M-1']);
      assert.match(stdout, /^T-1 +Connect +2026-01-06 08:00 /m);
    } finally {
      other.dispose();
    }
  });

  it('--shorten prints what brings an item to its end in time', () => {
    prints(
      '--shorten M-1',
      `
        ID   Title               Duration  Shorten by
        T-1  Connect, "quickly"        2d          1d
        T-2  =1+1                    1.3d        2.7h

        M-1 is forecast for 2026-01-07 17:00, 1d after 2026-01-06.
      `,
    );
    prints('--shorten M-1 --by 2026-01-07', 'M-1 is forecast for 2026-01-07 17:00, in time for 2026-01-07.\n');
    assert.match(
      schedule('--shorten', 'M-1', '--by', '2026-01-04').stdout,
      /^M-1 is forecast for .* Shortening a few tasks does not bring it back\.\n$/,
    );
  });

  it('--shorten rounds up what is needed, and counts no free time', () => {
    const other = workspaceOf(`
      project crm "CRM" { period: 2026-01-05.. }
      task T-1 "Connect" { duration: 5d }
      task T-2 "Test" { duration: 41.01h }
      task T-3 "Roll out" { duration: 1d, after: T-1 }
      milestone M-1 "Starts on Monday" { due: 2026-01-09, after: T-3 SS }
      milestone M-2 "Late by a minute" { due: 2026-01-12T09:00, after: T-2 }
      milestone M-3 "Late by an hour and a minute" { due: 2026-01-12T08:00, after: T-2 }
    `);
    try {
      const run = (...args: string[]) => delivery(other.folder, ['schedule', '--shorten', ...args]).stdout;
      assert.match(run('M-1'), /^T-1 +Connect +5d +1min$/m);
      assert.match(run('M-1'), /^M-1 is forecast for 2026-01-12 08:00, after 2026-01-09\.$/m);
      assert.match(run('M-1', '--language', 'zh'), /^M-1 预计 2026-01-12 08:00 完成，晚于 2026-01-09。$/m);
      assert.match(run('M-1', '--format', 'csv'), /^T-1,Connect,40,0\.01\r?$/m);
      assert.match(run('M-2'), /^T-2 +Test +5\.1d +1min$/m);
      assert.match(run('M-3'), /^T-2 +Test +5\.1d +1\.1h$/m);
    } finally {
      other.dispose();
    }
  });

  it('--forecast prints what is likely, and says so where nothing is uncertain', () => {
    assert.match(schedule('--forecast').stdout, /^Nothing in this plan is uncertain, so there is nothing to forecast/);
    assert.match(schedule('--forecast', '--language', 'zh').stdout, /^计划中没有不确定性，无法预测/);
    const other = workspaceOf(`
      project crm "CRM" { period: 2026-01-05.. }
      task T-1 "Connect" { duration: 3d..5d..10d }
      milestone M-1 "Pilot" { after: T-1, due: 2026-01-05 }
      milestone M-2 "Certain" { }
      risk R-1 "Fine" { probability: 10%, impact: 5000 CNY, threatens: T-1 }
    `);
    try {
      const run = (...args: string[]) => delivery(other.folder, ['schedule', '--forecast', ...args]).stdout;
      const text = run('--runs', '200', '--seed', '5');
      assert.match(text, /^M-1 +Pilot +2026-01-09 17:00 +\d+% {2}2026-01-1\d .* 2026-01-05 +0%$/m);
      assert.match(
        text,
        /^200 runs, seed 5: the estimates of 1 task and 0 risks vary, independently of each other\.$/m,
      );
      assert.match(text, /^M-2: the same date in all runs, since nothing uncertain moves it\.$/m);
      assert.match(text, /^Risk R-1 is not counted: its impact is no time\.$/m);
      assert.match(text, /^T-1 +Connect +100%$/m);
      assert.equal(run('--runs', '200', '--seed', '5'), text);
      assert.notEqual(run('--runs', '200', '--seed', '6'), text);
      assert.match(run('--format', 'csv'), /^\ufeffID,Title,Planned,Kept,P50,P80,P95,Due,On time\r\ncrm,CRM,/);
      assert.equal(delivery(other.folder, ['schedule', '--runs', '5']).code, 2);
      assert.equal(delivery(other.folder, ['schedule', '--forecast', '--runs', '0']).code, 2);
    } finally {
      other.dispose();
    }
  });

  it('exits 2 when it is used wrongly, and says what would be right', () => {
    const wrong = (args: string): string => {
      const { code, stdout, stderr } = schedule(...args.split(' '));
      assert.deepEqual([code, stdout], [2, ''], args);
      return stderr;
    };
    assert.match(wrong('--why T-9'), /there is no phase, task or milestone T-9\. Did you mean T-1, T-2 or T-3\?/);
    assert.match(wrong('--why lin'), /lin has no dates: it is no phase, task or milestone/);
    assert.match(wrong('--shorten T-1'), /T-1 has no due date to be late for: name one with --by 2026-03-31/);
    assert.match(wrong('--shorten M-1 --by soon'), /--by must be a date such as 2026-03-31, not soon/);
    assert.match(wrong('--people --by month'), /--by must be day or week, not month/);
    assert.match(wrong('--why T-1 --people'), /--people and --why are different questions/);
    assert.match(wrong('--by day'), /--by belongs to --people/);
    assert.match(wrong('--format xml'), /Allowed choices are table, json, csv/);
    assert.match(wrong('nowhere'), /^delivery: cannot read /);
  });

  it('says so where nothing has dates, nobody has work, or there is no spec', () => {
    const other = workspaceOf('task T-1 "a" { duration: 1d }\n');
    try {
      assert.match(delivery(other.folder, ['schedule']).stdout, /Neither the project nor an item says when/);
      assert.match(delivery(other.folder, ['schedule', '--why', 'T-1']).stdout, /^T-1: Neither the project/);
      assert.match(delivery(other.folder, ['schedule', '--people']).stdout, /^No work that is left is assigned/);
      other.remove('main.delivery');
      const { code, stderr } = delivery(other.folder, ['schedule']);
      assert.deepEqual([code, stderr], [2, 'delivery: there is no .delivery file in .\n']);
    } finally {
      other.dispose();
    }
  });

  it('keeps several projects apart', () => {
    const two = workspaceOf('');
    try {
      for (const root of ['a', 'b']) {
        two.write(`${root}/delivery.config.json`, '{}');
        two.write(`${root}/plan.delivery`, 'phase P "p" { task T-1 "t" { duration: 1d, start: 2026-01-05 } }\n');
      }
      const run = (...args: string[]) => delivery(two.folder, ['schedule', ...args]).stdout;
      assert.match(run(), /^a\nID [^]*\n\nb\nID /);
      assert.match(run('--format', 'csv'), /^\ufeffProject,ID,[^]*\r\na,T-1,[^]*\r\nb,T-1,/);
      const { tasks } = JSON.parse(run('--format', 'json')) as { tasks: { parent?: number }[] };
      assert.deepEqual(
        tasks.map(({ parent }) => parent),
        [undefined, 0, undefined, 2],
      );
    } finally {
      two.dispose();
    }
  });
});
