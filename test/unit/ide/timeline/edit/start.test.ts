import assert from 'node:assert/strict';
import { formatMinute } from '../../../../../server/src/kinds/time';
import { move, outcome, propose, textAfter } from './gestures';

/** A project from Monday 5 January 2026, with 8 hours a day. */
const plan = (items: string): string => `project p "P" { period: 2026-01-05..2026-06-30 }\n${items}\n`;

const dragged = (items: string, to: string, key = 'T'): Readonly<Record<string, string>> =>
  outcome(plan(items), move(key, to));

describe('dragging a bar', () => {
  for (const [what, before, to, after] of [
    ['a date typed by hand', 'start: 2026-01-06, duration: 2d', '2026-01-09', 'start: 2026-01-09, duration: 2d'],
    [
      'with its comments',
      'start: 2026-01-06 /* agreed */, duration: 2d',
      '2026-01-09',
      'start: 2026-01-09 /* agreed */, duration: 2d',
    ],
    [
      'with its time of day',
      'start: 2026-01-06T13:00, duration: 2d',
      '2026-01-09',
      'start: 2026-01-09T13:00, duration: 2d',
    ],
    ['to an hour', 'start: 2026-01-06, duration: 2d', '2026-01-09T10:00', 'start: 2026-01-09T10:00, duration: 2d'],
    [
      'a start that is prescribed',
      'start: = 2026-01-06, duration: 2d',
      '2026-01-09',
      'start: = 2026-01-09, duration: 2d',
    ],
    [
      'both ends over a weekend',
      'start: 2026-01-06, end: 2026-01-07',
      '2026-01-09',
      'start: 2026-01-09, end: 2026-01-12',
    ],
    ['an end that is typed', 'end: 2026-01-07, duration: 2d', '2026-01-12', 'end: 2026-01-13, duration: 2d'],
    [
      'a day without work to the next one with',
      'start: 2026-01-06, duration: 1d',
      '2026-01-10',
      'start: 2026-01-10, duration: 1d',
    ],
  ] as const)
    it(`moves ${what}`, () => {
      assert.deepEqual(dragged(`task T "t" { ${before} }`, to), { date: `task T "t" { ${after} }` });
    });

  it('sets a limit where nothing but the project decides, and moves a limit that decides', () => {
    assert.deepEqual(dragged('task T "t" { duration: 2d }', '2026-01-09'), {
      constraint: 'task T "t" { duration: 2d, start: >= 2026-01-09 }',
    });
    assert.deepEqual(dragged('task T "t" { start: >= 2026-01-12, duration: 2d }', '2026-01-09'), {
      constraint: 'task T "t" { start: >= 2026-01-09, duration: 2d }',
    });
    assert.deepEqual(dragged('task T "t" { end: >= 2026-01-16, duration: 2d }', '2026-01-13'), {
      constraint: 'task T "t" { end: >= 2026-01-14, duration: 2d }',
    });
    assert.deepEqual(dragged('task T "t" { start: <= 2026-02-06, duration: 2d }', '2026-01-13'), {
      constraint: 'task T "t" { start: <= 2026-02-06, >= 2026-01-13, duration: 2d }',
    });
  });

  it('writes a field of a block on a line of its own', () => {
    const task = 'task T "t" {\n    duration: 2d // two\n\n    """Text"""\n}';
    const { world, options } = propose(plan(task), move('T', '2026-01-09'));
    assert.equal(options.length, 1);
    assert.equal(world.model.byId('T')!.declaration.block!.fields.length, 1);
    assert.deepEqual(dragged(task, '2026-01-09'), { constraint: 'start: >= 2026-01-09' });
  });

  const successor = 'task A "a" { duration: 2d }\ntask T "t" { duration: 2d, after: A }';

  it('lets people choose for a successor: a limit, a lag or the predecessor', () => {
    assert.deepEqual(dragged(successor, '2026-01-12'), {
      constraint: 'task T "t" { duration: 2d, after: A, start: >= 2026-01-12 }',
      lag: 'task T "t" { duration: 2d, after: A + 3d }',
      predecessor: 'task A "a" { duration: 2d, start: >= 2026-01-08 }',
    });
  });

  it('cannot limit a successor to an earlier start, but can overlap it', () => {
    assert.deepEqual(dragged(successor, '2026-01-06'), { lag: 'task T "t" { duration: 2d, after: A - 1d }' });
  });

  it('moves the first predecessor up the chain that takes the bar along', () => {
    const chain =
      'task A "a" { start: 2026-01-07, duration: 2d }\ntask B "b" { duration: 1d, after: A }\ntask T "t" { duration: 1d, after: B }';
    assert.deepEqual(dragged(chain, '2026-01-09'), {
      lag: 'task T "t" { duration: 1d, after: B - 1d }',
      predecessor: 'task A "a" { start: 2026-01-06, duration: 2d }',
    });
  });

  for (const [what, before, to, after] of [
    ['a lag', 'A + 1d', '2026-01-12', 'A + 3d'],
    ['a lag down to nothing', 'A + 1d', '2026-01-07', 'A'],
    ['a lag into a lead', 'A + 1d', '2026-01-06', 'A - 1d'],
    ['a lag in the unit that is written', 'A + 16h', '2026-01-12', 'A + 24h'],
    ['a lag on the clock', 'A + 1ed', '2026-01-12', 'A + 5ed'],
    ['a lag that was a percentage', 'A + 50%', '2026-01-12', 'A + 3d'],
    ['the lag of a start-to-start link', 'A SS + 1d', '2026-01-08', 'A SS + 3d'],
    ['the lag of a finish-to-finish link', 'A FF', '2026-01-12', 'A FF + 2d'],
    ['a lag to the hour', 'A', '2026-01-08T10:00', 'A + 10h'],
    ['a lag between comments', 'A /* x */ + /* y */ 1d /* z */', '2026-01-12', 'A /* x */ + /* y */ 3d /* z */'],
  ] as const)
    it(`writes ${what}`, () => {
      const items = `task A "a" { duration: ${before === 'A FF' ? 5 : 2}d }\ntask T "t" { duration: 2d, after: ${before} }`;
      assert.equal(dragged(items, to).lag, `task T "t" { duration: 2d, after: ${after} }`);
    });

  it('takes a lag away without its comments', () => {
    const items = 'task A "a" { duration: 2d }\ntask T "t" { duration: 2d, after: A + /* y */ 1d }';
    assert.match(dragged(items, '2026-01-07').lag!, /after: A +\/\* y \*\/ *\}/);
  });

  it('names the phase in whose text the link stands', () => {
    const items = 'task A "a" { duration: 2d }\nphase P "p" {\n  after: A\n  task T "t" { duration: 1d }\n}';
    const { options } = propose(plan(items), move('T', '2026-01-09'));
    assert.deepEqual(
      options.map(({ way, label }) => [way, label.en, label.zh]),
      [
        ['constraint', 'Not before 2026-01-09', '不早于 2026-01-09'],
        ['lag', 'P: Lag of 2d after A', 'P：在 A 之后延隔 2天'],
        ['predecessor', 'Move A to 2026-01-07', '将 A 移到 2026-01-07'],
      ],
    );
  });

  it('reaches into phases, sections and other files', () => {
    const files = `
      //- a.delivery
      project p "P" { period: 2026-01-05..2026-06-30 }
      phase P "p" {
        section "s" {
          task A "a" { start: 2026-01-06, duration: 1d }
        }
      }
      //- b.delivery
      task T "t" { after: A, duration: 1d }
    `;
    const { world, options } = propose(files, move('T', '2026-01-12'));
    const predecessor = options.find(({ way }) => way === 'predecessor')!;
    assert.equal(world.model.files[predecessor.edits[0]!.place.file]!.uri, 'file:///plan/a.delivery');
    assert.match(textAfter(world, predecessor), /task A "a" \{ start: 2026-01-09, duration: 1d \}/);
  });

  it('writes Chinese where Chinese is written', () => {
    const items = '任务 A "a" { 工期: 2天 }\n任务 T "t" { 工期: 2天, 前置: A + 1天 }';
    assert.deepEqual(outcome(plan(items), move('T', '2026-01-12'), 'zh'), {
      constraint: '任务 T "t" { 工期: 2天, 前置: A + 1天, 开始: >= 2026-01-12 }',
      lag: '任务 T "t" { 工期: 2天, 前置: A + 3天 }',
      predecessor: '任务 A "a" { 工期: 2天, 开始: >= 2026-01-07 }',
    });
  });

  it('promises another day when a milestone is dragged, or moves what it waits for', () => {
    const items = 'task A "a" { duration: 2d }\nmilestone M "m" { after: A, due: 2026-01-08 }';
    assert.deepEqual(dragged(items, '2026-01-12', 'M'), {
      due: 'milestone M "m" { after: A, due: 2026-01-12 }',
      constraint: 'milestone M "m" { after: A, due: 2026-01-08, start: >= 2026-01-12 }',
      lag: 'milestone M "m" { after: A + 4d, due: 2026-01-08 }',
      predecessor: 'task A "a" { duration: 2d, start: >= 2026-01-09 }',
    });
  });

  it('shows where a milestone goes that stands where it is due', () => {
    const { options } = propose(plan('milestone M "m" { due: 2026-01-08 }'), move('M', '2026-01-12'));
    assert.equal(options[0]?.way, 'due');
    assert.deepEqual(
      options[0].moved.map(({ key, start }) => [key, formatMinute(start)]),
      [['M', '2026-01-12T12:00:00']],
    );
    assert.deepEqual(
      outcome('milestone M "m" { due: 2026-01-08 }', move('M', '2026-01-12')),
      { due: 'milestone M "m" { due: 2026-01-12 }' },
      'without a project',
    );
  });

  it('moves the dates of sign-offs and reviews, which are their own', () => {
    const items = 'risk R "r" { review: 2026-02-02 }\nmilestone M "m" { }\nsignoff S "s" { accepts: M, by: x }';
    assert.deepEqual(dragged(items, '2026-02-09', 'R'), { due: 'risk R "r" { review: 2026-02-09 }' });
    assert.deepEqual(dragged(items, '2026-02-09', 'S'), {
      due: 'signoff S "s" { accepts: M, by: x, date: 2026-02-09 }',
    });
  });
});
