import assert from 'node:assert/strict';
import { teamWork } from '../../../server/src/schedule/effort';
import { compute, holiday, span, STANDARD } from './plan';

describe('schedule: effort', () => {
  it('divides the effort by the shares', () => {
    assert.deepEqual(teamWork(2400, [{ calendar: 1, share: 0.5 }]), { duration: 4800, team: [1] });
    assert.deepEqual(
      teamWork(2880, [
        { calendar: 1, share: 0.5 },
        { calendar: 2, share: 1 },
        { calendar: 1, share: 0 },
      ]),
      { duration: 1920, team: [1, 2] },
    );
    assert.equal(teamWork(480, []), undefined);
    assert.equal(teamWork(480, [{ calendar: 0, share: 0 }]), undefined);
  });

  it('lets everyone work on the own calendar; the last to finish ends the task', () => {
    const { dates, late, slack } = compute(
      {
        both: { hours: 16, team: [0, 1] },
        alone: { hours: 16, team: [1] },
        next: { hours: 8, after: ['both'] },
        frame: { hours: 48 },
      },
      { calendars: [STANDARD, { base: 0, exceptions: [holiday('2026-01-05'), holiday('2026-01-07')] }] },
    );
    assert.equal(dates('both'), '01-05 08:00 – 01-08 17:00');
    assert.equal(dates('alone'), '01-06 08:00 – 01-08 17:00');
    assert.equal(dates('next'), '01-09 08:00 – 01-09 17:00');
    assert.equal(late('both'), '01-08 08:00 – 01-09 17:00');
    assert.deepEqual(slack('both'), [8, 0]);
  });

  it('stands where MS Project puts day and night workers of one task', () => {
    const late = [span('00:00', '03:00'), span('04:00', '08:00'), span('23:00', '24:00')];
    const night = { week: [[span('23:00', '24:00')], late, late, late, late, late.slice(0, 2), []] };
    const whole = teamWork(72 * 60, [
      { calendar: 0, share: 1 },
      { calendar: 0, share: 1 },
      { calendar: 1, share: 1 },
    ])!;
    const three = compute(
      { A: { hours: whole.duration / 60, team: whole.team } },
      { start: '2006-08-25T08:00', calendars: [STANDARD, night] },
    );
    assert.equal(three.dates('A'), '08-25 08:00 – 08-30 08:00');
    const partial = teamWork(500 * 60, [
      { calendar: 0, share: 0.5 },
      { calendar: 1, share: 0.75 },
    ])!;
    const two = compute(
      { A: { hours: partial.duration / 60, team: partial.team } },
      { start: '2003-01-07T08:00', calendars: [STANDARD, night] },
    );
    assert.equal(two.dates('A'), '01-07 08:00 – 03-18 08:00');
  });

  it('counts a team back from a finish', () => {
    const { dates } = compute(
      { A: { hours: 40 }, B: { hours: 16, team: [0, 1], after: ['A FF'] } },
      { calendars: [STANDARD, { base: 0, exceptions: [holiday('2026-01-08')] }] },
    );
    assert.equal(dates('B'), '01-07 08:00 – 01-09 17:00');
  });
});
