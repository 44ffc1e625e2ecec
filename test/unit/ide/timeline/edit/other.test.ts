import assert from 'node:assert/strict';
import type { Gesture } from '../../../../../server/src/ide/timeline/types';
import { link, move, outcome, progress, promise, propose, pull } from './gestures';

const plan = (items: string): string =>
  `project p "P" { period: 2026-01-05..2026-06-30, status-date: 2026-01-02 }\n${items}\n`;

const refused = (items: string, gesture: Gesture, tongue: 'en' | 'zh' = 'en'): string | undefined =>
  propose(plan(items), gesture, tongue).refused;

describe('promises and progress', () => {
  for (const [what, before, gesture, after] of [
    [
      'a due date',
      'milestone M "m" { due: 2026-03-31 }',
      promise('M', '2026-04-14'),
      'milestone M "m" { due: 2026-04-14 }',
    ],
    [
      'a due date with a time',
      'milestone M "m" { due: 2026-03-31T12:00 }',
      promise('M', '2026-04-14'),
      'milestone M "m" { due: 2026-04-14T12:00 }',
    ],
    ['a first due date', 'deliverable D "d" { }', promise('D', '2026-04-14'), 'deliverable D "d" { due: 2026-04-14 }'],
    [
      'a deadline',
      'task T "t" { duration: 2d, deadline: 2026-03-31 }',
      promise('T', '2026-04-14'),
      'task T "t" { duration: 2d, deadline: 2026-04-14 }',
    ],
    [
      'a Chinese deadline',
      '阶段 P "p" { 截止: 2026-03-31 }',
      promise('P', '2026-04-14'),
      '阶段 P "p" { 截止: 2026-04-14 }',
    ],
    [
      'progress',
      'task T "t" { progress: 20% /* said */ }',
      progress('T', 0.454),
      'task T "t" { progress: 45% /* said */ }',
    ],
    ['first progress', '任务 T "t" { 工期: 2天 }', progress('T', 0.5), '任务 T "t" { 工期: 2天, 进度: 50% }'],
  ] as const)
    it(`write ${what}`, () => assert.deepEqual(Object.values(outcome(plan(before), gesture)), [after]));

  it('leave what is done alone', () => {
    const items = 'task T "t" { duration: 2d, status: done }';
    assert.equal(
      refused(items, progress('T', 0.5)),
      'The status of T is done, so all of it is. Change the status first.',
    );
    assert.equal(refused(items, progress('T', 0.5), 'zh'), 'T 的状态是已完成，进度即为 100%。请先修改状态。');
  });
});

describe('drawing a link', () => {
  const two = (fields = ''): string => `task A "a" { duration: 2d }\ntask B "b" { duration: 1d${fields} }`;

  for (const [what, before, gesture, after] of [
    ['a first predecessor', '', link('A', 'B'), ', after: A'],
    ['another predecessor', ', after: C', link('A', 'B'), ', after: C, A'],
    ['a type', '', link('A', 'B', 'SS'), ', after: A SS'],
    ['another type', ', after: A + 1d', link('A', 'B', 'FF'), ', after: A FF + 1d'],
    ['the usual type', ', after: A SS + 1d', link('A', 'B'), ', after: A + 1d'],
    ['one type for another', ', after: A SS', link('A', 'B', 'FF'), ', after: A FF'],
  ] as const)
    it(`writes ${what}`, () =>
      assert.deepEqual(outcome(plan(`${two(before)}\ntask C "c" { duration: 1d }`), gesture), {
        link: `task B "b" { duration: 1d${after} }`,
      }));

  it('is refused where it makes no sense', () => {
    assert.equal(refused(two(), link('A', 'A')), 'Nothing can depend on itself.');
    assert.equal(refused(two(', after: A'), link('A', 'B')), 'B depends on A already.');
    assert.equal(refused(two(', after: A'), link('B', 'A')), 'This link would close a circle of dependencies.');
    assert.match(refused('phase P "p" { task A "a" { duration: 1d } }', link('P', 'A'))!, /holds the other/);
    assert.match(
      refused('task "no id" { duration: 1d }\ntask A "a" { duration: 1d }', link('task "no id"', 'A'))!,
      /has no id/,
    );
    assert.match(refused(`${two()}\nrisk R "r" { review: 2026-02-01 }`, link('R', 'A'))!, /no part of the schedule/);
    assert.match(refused(two(), link('A', 'gone'))!, /not in the text any more/);
    assert.match(refused(`${two()}\ntask A "again" { duration: 1d }`, link('A #2', 'B'))!, /no id of its own/);
  });

  it('joins phases and milestones too', () => {
    const items = 'phase P "p" { task A "a" { duration: 1d } }\nmilestone M "m" { }';
    assert.deepEqual(outcome(plan(items), link('P', 'M')), { link: 'milestone M "m" { after: P }' });
    assert.deepEqual(outcome(plan(items), link('M', 'P')), {
      link: 'phase P "p" { task A "a" { duration: 1d } after: M }',
    });
  });
});

describe('what is not edited', () => {
  for (const [why, items, gesture, words] of [
    [
      'phases',
      'phase P "p" { task A "a" { duration: 1d } }',
      move('P', '2026-02-02'),
      /Phase P spans what stands in it/,
    ],
    ['tasks that hold others', 'task P "p" { task A "a" { duration: 1d } }', pull('P', '2026-02-02'), /Task P spans/],
    [
      'what has happened',
      'task T "t" { duration: 1d, actual: 2026-01-05..2026-01-06 }',
      move('T', '2026-02-02'),
      /has its actual dates/,
    ],
    [
      'what stands in a circle',
      'task A "a" { duration: 1d, after: B }\ntask B "b" { duration: 1d, after: A }',
      move('A', '2026-02-02'),
      /circle/,
    ],
    ['milestones that are pulled', 'milestone M "m" { }', pull('M', '2026-02-02'), /a moment/],
    ['before the project', 'task T "t" { duration: 1d }', move('T', '2025-12-30'), /The project starts then/],
    [
      'an end before the start',
      'task T "t" { duration: 1d, start: 2026-01-07 }',
      pull('T', '2026-01-05'),
      /starts on 2026-01-07/,
    ],
    ['deliverables', 'deliverable D "d" { due: 2026-02-01 }', move('D', '2026-02-02'), /where other items put it/],
    ['meetings', 'cadence "c" { every: 1w on fri }', move('cadence "c"', '2026-02-02'), /where other items put it/],
    ['values that cannot be read', 'task T "t" { duration: soon }', pull('T', '2026-02-02'), /cannot be read/],
    ['what is gone', '', move('T', '2026-02-02'), /not in the text any more/],
    [
      'against a limit',
      'task T "t" { duration: 1d, start: <= 2026-01-06 }',
      move('T', '2026-02-02'),
      /No change of one place/,
    ],
    ['dates that are none', 'task T "t" { duration: 1d }', { kind: 'move', key: 'T', to: NaN }, /no such date/],
    [
      'dates that nobody can write',
      'task T "t" { duration: 1d }',
      { kind: 'move', key: 'T', to: 1e15 },
      /no such date/,
    ],
  ] as const)
    it(`are ${why}`, () => {
      assert.match(refused(items, gesture)!, words);
      assert.match(refused(items, gesture, 'zh')!, /[\u4e00-\u9fff]/);
    });

  it('is a text that is broken, also that of the predecessor', () => {
    const files = (broken: string): string => `
      //- a.delivery
      project p "P" { period: 2026-01-05..2026-06-30 }
      task A "a" { start: 2026-01-06, duration: 1d }
      ${broken}
      //- b.delivery
      task T "t" { duration: 1d, after: A }
    `;
    assert.equal(
      propose(files('task X "x" {'), move('A', '2026-02-02')).refused,
      'The text of a.delivery has syntax errors. Mend them first.',
    );
    const ways = propose(files('task X "x" {'), move('T', '2026-02-02')).options.map(({ way }) => way);
    assert.deepEqual(ways, ['constraint', 'lag']);
    assert.deepEqual(
      propose(files(''), move('T', '2026-02-02')).options.map(({ way }) => way),
      ['constraint', 'lag', 'predecessor'],
    );
  });
});
