import assert from 'node:assert/strict';
import { compute, holiday, span, STANDARD } from './plan';

describe('schedule: links', () => {
  it('FS: the successor starts at the next working instant', () => {
    const { dates, slack, critical } = compute({ A: { hours: 8 }, B: { hours: 16, after: ['A'] }, C: { hours: 8 } });
    assert.equal(dates('A'), '01-05 08:00 – 01-05 17:00');
    assert.equal(dates('B'), '01-06 08:00 – 01-07 17:00');
    assert.deepEqual(slack('C'), [16, 16]);
    assert.equal(critical(), 'A B');
  });

  it('counts lag and lead in working time', () => {
    const { dates, slack } = compute({
      A: { hours: 8, startNoEarlier: '2026-01-09T08:00' },
      lag: { hours: 8, after: ['A FS 8h'] },
      lead: { hours: 8, after: ['A FS -4h'] },
    });
    assert.equal(dates('lag'), '01-13 08:00 – 01-13 17:00');
    assert.equal(dates('lead'), '01-09 13:00 – 01-12 12:00');
    assert.deepEqual(slack('A'), [0, 0]);
    assert.deepEqual(slack('lead'), [12, 12]);
  });

  it('counts elapsed lag on the clock', () => {
    const { dates } = compute({
      A: { hours: 8, startNoEarlier: '2026-01-09T08:00' },
      B: { hours: 8, after: ['A FS 48eh'] },
    });
    assert.equal(dates('B'), '01-12 08:00 – 01-12 17:00');
  });

  it('counts percent of the predecessor', () => {
    const { dates } = compute({
      A: { hours: 16 },
      half: { hours: 8, after: ['A FS 50%'] },
      overlap: { hours: 8, after: ['A FS -50%'] },
      clock: { hours: 8, after: ['A FS 50e%'] },
    });
    assert.equal(dates('half'), '01-08 08:00 – 01-08 17:00');
    assert.equal(dates('overlap'), '01-06 08:00 – 01-06 17:00');
    assert.equal(dates('clock'), '01-07 08:00 – 01-07 17:00');
  });

  it('SS: from the start, with lag', () => {
    const { dates, slack } = compute({
      A: { hours: 24 },
      B: { hours: 8, after: ['A SS'] },
      C: { hours: 8, after: ['A SS 12h'] },
    });
    assert.equal(dates('B'), '01-05 08:00 – 01-05 17:00');
    assert.equal(dates('C'), '01-06 13:00 – 01-07 12:00');
    assert.deepEqual(slack('C'), [4, 4]);
  });

  it('FF: the start is counted back, not before the project', () => {
    const { dates } = compute({
      A: { hours: 16 },
      B: { hours: 8, after: ['A FF'] },
      C: { hours: 40, after: ['A FF'] },
    });
    assert.equal(dates('B'), '01-06 08:00 – 01-06 17:00');
    assert.equal(dates('C'), '01-05 08:00 – 01-09 17:00');
  });

  it('SF: the finish may sit at the start of a working period', () => {
    const { dates, slack } = compute({
      A: { hours: 8, startNoEarlier: '2026-01-12T08:00' },
      B: { hours: 8, after: ['A SF'] },
      C: { hours: 8, after: ['A SF 8h'] },
    });
    assert.equal(dates('B'), '01-09 08:00 – 01-12 08:00');
    assert.equal(dates('C'), '01-12 08:00 – 01-12 17:00');
    assert.deepEqual(slack('B'), [8, 8]);
  });

  it('takes the latest of several predecessors', () => {
    const { dates, slack } = compute({ A: { hours: 8 }, B: { hours: 20 }, C: { hours: 8, after: ['A', 'B', 'A SS'] } });
    assert.equal(dates('C'), '01-07 13:00 – 01-08 12:00');
    assert.deepEqual(slack('A'), [12, 12]);
  });

  it('leaves milestones at the end of the day', () => {
    const { dates, slack } = compute({
      A: { hours: 8 },
      M: { after: ['A'] },
      B: { hours: 8, after: ['M'] },
      N: { after: ['A FS 8h'] },
      C: { hours: 16 },
      L: { after: ['C FS -8h'] },
    });
    assert.equal(dates('M'), '01-05 17:00 – 01-05 17:00');
    assert.equal(dates('B'), '01-06 08:00 – 01-06 17:00');
    assert.equal(dates('N'), '01-06 17:00 – 01-06 17:00');
    assert.equal(dates('L'), '01-05 17:00 – 01-05 17:00');
    assert.deepEqual(slack('M'), [0, 0]);
  });

  it('moves a milestone out of free time', () => {
    assert.equal(compute({ M: { startNoEarlier: '2026-01-10T12:00' } }).dates('M'), '01-12 08:00 – 01-12 08:00');
  });

  it('runs elapsed work through nights, and measures its slack on the clock', () => {
    const { dates, slack } = compute({
      A: { hours: 8 },
      dry: { hours: 24, elapsed: true, after: ['A'] },
      B: { hours: 16, after: ['A'] },
    });
    assert.equal(dates('dry'), '01-05 17:00 – 01-06 17:00');
    assert.deepEqual(slack('dry'), [24, 24]);
  });

  it('places each task on its own calendar', () => {
    const six = { ...STANDARD, week: [...STANDARD.week!.slice(0, 5), [span('08:00', '12:00')], []] };
    const { dates, slack } = compute(
      {
        A: { hours: 44, calendar: 1 },
        B: { hours: 8, after: ['A'] },
        C: { hours: 8, calendar: 1, after: ['A FS 4h'] },
      },
      { calendars: [{ ...STANDARD, exceptions: [holiday('2026-01-12')] }, six] },
    );
    assert.equal(dates('A'), '01-05 08:00 – 01-10 12:00');
    assert.equal(dates('B'), '01-13 08:00 – 01-13 17:00');
    assert.equal(dates('C'), '01-12 13:00 – 01-13 12:00');
    assert.deepEqual(slack('A'), [4, 0]);
  });
});
