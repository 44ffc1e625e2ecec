import assert from 'node:assert/strict';
import { outcome, propose, pull } from './gestures';

/** A project from Monday 5 January 2026, with 8 hours a day, and people of whom one is away on Thursday. */
const plan = (items: string, project = ''): string => `project p "P" { period: 2026-01-05..2026-06-30${project} }
person lin "Lin" { }
person wang "Wang" { leave: 2026-01-08..2026-01-08 }
team both "Both" { }
person chen "Chen" { team: both }
person zhao "Zhao" { team: both }
${items}
`;

const pulled = (fields: string, to: string, project?: string): Readonly<Record<string, string>> => {
  const ways = outcome(plan(`task T "t" { ${fields} }`, project), pull('T', to));
  return Object.fromEntries(
    Object.entries(ways).map(([way, line]) => [way, line.replace(/^task T "t" \{ (.*) \}$/, '$1')]),
  );
};

describe("pulling a bar's end", () => {
  for (const [what, before, to, after] of [
    ['a duration', 'duration: 2d', '2026-01-09', 'duration: 5d'],
    ['a duration with comments', 'duration: /* a */ 2d /* b */', '2026-01-09', 'duration: /* a */ 5d /* b */'],
    ['a duration over a weekend', 'duration: 2d', '2026-01-12', 'duration: 6d'],
    ['a duration in weeks', 'duration: 1w', '2026-01-16', 'duration: 2w'],
    ['a duration in weeks that are no whole ones', 'duration: 1w', '2026-01-14', 'duration: 8d'],
    ['a duration to the hour', 'duration: 2d', '2026-01-07T10:00', 'duration: 18h'],
    ['a duration of days on the clock', 'duration: 2ed', '2026-01-09', 'duration: 5ed'],
    [
      'a duration whose effort is the load',
      'duration: 2d, effort: 1d, assign: lin',
      '2026-01-07',
      'duration: 3d, effort: 1d, assign: lin',
    ],
    ['the likely point of an estimate', 'duration: 2d..3d..6d', '2026-01-08', 'duration: 2d..4d..6d'],
    ['the worst point with it', 'duration: 2d..3d..6d', '2026-01-13', 'duration: 2d..7d..7d'],
    ['the best point with it', 'duration: 2d..3d..6d', '2026-01-05', 'duration: 1d..1d..6d'],
    ['a likely point between two', 'duration: 2d..6d', '2026-01-09', 'duration: 2d..5d..6d'],
    ['a likely point behind two', 'duration: 2d..6d', '2026-01-13', 'duration: 2d..7d..7d'],
    ['an estimate where there was none', 'start: 2026-01-06', '2026-01-07', 'start: 2026-01-06, duration: 2d'],
  ] as const)
    it(`writes ${what}`, () => assert.deepEqual(pulled(before, to), { duration: after }));

  for (const [what, before, to, effort, duration] of [
    ['of one person', 'effort: 2d, assign: lin', '2026-01-07', 'effort: 3d, assign: lin', 'duration: 3d'],
    [
      'of half a person and another',
      'effort: 3d, assign: lin 50%, chen',
      '2026-01-08',
      'effort: 6d, assign: lin 50%, chen',
      'duration: 4d',
    ],
    ['of a team', 'effort: 4d, assign: both', '2026-01-07', 'effort: 6d, assign: both', 'duration: 3d'],
    ['of nobody yet', 'effort: 2d', '2026-01-07', 'effort: 3d', 'duration: 3d'],
    [
      'as an estimate',
      'effort: 1d..2d..4d, assign: lin',
      '2026-01-07',
      'effort: 1d..3d..4d, assign: lin',
      'duration: 3d',
    ],
  ] as const)
    it(`lets people choose between effort ${what} and a duration`, () =>
      assert.deepEqual(pulled(before, to), { effort, duration: `${before}, ${duration}` }));

  it('counts leave as time in which nobody works', () => {
    assert.equal(pulled('effort: 2d, assign: wang', '2026-01-09').effort, 'effort: 4d, assign: wang');
  });

  it('moves an end that is typed; the work grows along if the start follows from it', () => {
    assert.deepEqual(pulled('start: 2026-01-06, end: 2026-01-07', '2026-01-09'), {
      date: 'start: 2026-01-06, end: 2026-01-09',
    });
    assert.deepEqual(pulled('end: 2026-01-09, duration: 2d', '2026-01-13'), { date: 'end: 2026-01-13, duration: 4d' });
  });

  it('minds the status date: what is left of begun work goes on behind it', () => {
    const ways = pulled('duration: 4d, progress: 50%', '2026-01-16', ', status-date: 2026-01-09');
    assert.deepEqual(ways, { duration: 'duration: 10d, progress: 50%' });
  });

  it('writes Chinese where Chinese is written', () => {
    assert.deepEqual(outcome(plan('任务 T "t" { 工期: 2天..3天..6天 }'), pull('T', '2026-01-13'), 'zh'), {
      duration: '任务 T "t" { 工期: 2天..7天..7天 }',
    });
    assert.deepEqual(outcome(plan('任务 T "t" { 工作量: 2人天, 分配: lin }'), pull('T', '2026-01-07'), 'zh'), {
      effort: '任务 T "t" { 工作量: 3人天, 分配: lin }',
      duration: '任务 T "t" { 工作量: 2人天, 分配: lin, 工期: 3天 }',
    });
  });

  it('says what follows', () => {
    const { options } = propose(
      plan('task T "t" { duration: 2d }\nmilestone M "m" { after: T, due: 2026-01-08 }\ntask U "u" { duration: 3d }'),
      pull('T', '2026-01-09'),
    );
    assert.deepEqual(options[0]!.consequences, [
      { text: 'M moves to 2026-01-09', look: 'worse' },
      { text: 'The plan ends on 2026-01-09 instead of 2026-01-07', look: 'worse' },
      { text: '1 task becomes critical', look: 'worse' },
      { text: '1 task is no longer critical', look: 'neutral' },
      { text: 'Milestone M is forecast for 2026-01-09, 1 working day after 2026-01-08, because of T.', look: 'worse' },
    ]);
    assert.deepEqual(
      options[0]!.moved.map(({ key }) => key),
      ['T', 'M'],
    );
  });
});
