import assert from 'node:assert/strict';
import { timelineOf } from '../../../../server/src/ide/timeline/timeline';
import type { Timeline, TimelineBar } from '../../../../server/src/ide/timeline/types';
import { occurrencesOf } from '../../../../server/src/ide/timeline/occurrences';
import { formatDay, formatMinute, parseDay, weekdayOf } from '../../../../server/src/kinds/time';
import type { ValueOf } from '../../../../server/src/kinds/value';
import { fixture } from '../../../support/world';

const timeline = (source: string): Timeline => timelineOf(fixture(source).world, 'en');
const bar = ({ bars }: Timeline, key: string): TimelineBar => bars.find((each) => each.key === key)!;
const at = (minute: number | undefined): string => (minute === undefined ? '?' : formatMinute(minute).slice(0, 16));

const PLAN = `
  project crm "CRM" { period: 2026-01-05..2026-03-31 }
  person lin "Lin" { leave: 2026-01-07..2026-01-08 "Wedding" }
  source INT-1 "Interview" { method: interview, date: 2026-01-06 }
  need N-1 "Fewer passwords" { from: INT-1 }
  requirement REQ-1 "Sign-on" { priority: must, from: N-1
    criterion AC-1 "Quick" { verify: test, result: passed 2026-01-20 by lin }
  }
  requirement REQ-2 "Nothing yet" { priority: should }
  requirement REQ-3 "Not now" { priority: wont }
  deliverable D-1 "Manual" { satisfies: REQ-1, due: 2026-01-12 }
  phase P-1 "Build" {
    task T-1 "Connect" { duration: 3d, assign: lin, realizes: REQ-1 }
    task T-2 "Write" { duration: 2d, after: T-1, realizes: D-1, baseline: 2026-01-05..2026-01-06 "first" }
    task T-3 "Aside" { duration: 1d, after: T-1 }
    milestone M-1 "Pilot" { after: T-2, delivers: D-1 }
  }
  milestone M-2 "Later" { after: M-1, T-3 }
  signoff S-1 "Pilot signed" { accepts: M-1, by: lin }
  signoff S-2 "Start signed" { accepts: REQ-1, by: lin, date: 2026-01-05, result: accepted }
  cadence "Demo" { type: demo, every: 1w on fri at 10:00, during: P-1 }
  risk R-1 "Late" { review: 2026-02-02 }
  risk R-2 "Undated" { }
`;

describe('timeline beside the plan', () => {
  const picture = timeline(PLAN);

  it('puts what stands outside of the plan behind it, by type', () => {
    assert.deepEqual(
      picture.bars.map(({ key }) => key),
      ['P-1', 'T-1', 'T-2', 'T-3', 'M-1', 'M-2', 'D-1', 'S-1', 'S-2', 'cadence "Demo"', 'R-1', 'R-2'],
    );
  });

  it('dates a deliverable by its milestone, and a sign-off by its date or what it accepts', () => {
    assert.equal(bar(picture, 'D-1').finish, bar(picture, 'M-1').finish);
    assert.equal(bar(picture, 'S-1').finish, bar(picture, 'M-1').finish);
    assert.deepEqual([at(bar(picture, 'S-2').finish), bar(picture, 'S-2').status], ['2026-01-05T12:00', 'accepted']);
    assert.deepEqual([at(bar(picture, 'R-1').start), at(bar(picture, 'R-2').start)], ['2026-02-02T12:00', '?']);
  });

  it('hands a deliverable over with the first of several milestones that deliver it', () => {
    const twice = timeline(`
      project p "Plan" { period: 2026-01-05..2026-03-31 }
      task T-1 "Build" { duration: 3d }
      milestone M-1 "Pilot" { after: T-1, delivers: D-1 }
      milestone M-2 "Rollout" { after: T-1 + 5d, delivers: D-1 }
      deliverable D-1 "Manual" { due: 2026-01-12 }
    `);
    assert.equal(at(bar(twice, 'D-1').finish), '2026-01-07T17:00');
  });

  it('repeats a cadence within its phase', () => {
    assert.deepEqual(bar(picture, 'cadence "Demo"').occurrences?.map(at), ['2026-01-09T10:00']);
  });

  it('tells which requirements a bar serves, also through a deliverable, and how much they matter', () => {
    const served = (key: string): unknown => [bar(picture, key).requirements, bar(picture, key).priority];
    assert.deepEqual(served('T-1'), [['REQ-1'], 'must']);
    assert.deepEqual(served('T-2'), [['REQ-1'], 'must']);
    assert.deepEqual(served('M-1'), [['REQ-1'], 'must']);
    assert.deepEqual(served('T-3'), [undefined, undefined]);
  });

  it('tells to which milestone a bar leads first', () => {
    const milestone = (key: string): string | undefined => picture.bars[bar(picture, key).milestone!]?.key;
    assert.deepEqual(['T-1', 'T-2', 'T-3', 'M-1', 'M-2', 'P-1'].map(milestone), [
      'M-1',
      'M-1',
      'M-2',
      'M-1',
      'M-2',
      undefined,
    ]);
  });

  it('tells slack, state, baselines and leave', () => {
    assert.deepEqual([bar(picture, 'T-3').slack, bar(picture, 'T-1').slack], [480, 0]);
    assert.ok(bar(picture, 'T-3').slackUntil! > bar(picture, 'T-3').finish!);
    assert.equal(bar(picture, 'T-1').slackUntil, undefined);
    assert.equal(bar(picture, 'T-1').status, 'todo');
    assert.deepEqual(
      bar(picture, 'T-2').baselines?.map(({ name, start }) => [name, at(start)]),
      [['first', '2026-01-05T00:00']],
    );
    const [lin] = picture.people;
    assert.deepEqual(lin?.leave, [{ from: parseDay('2026-01-07'), to: parseDay('2026-01-08'), name: 'Wedding' }]);
    assert.equal(picture.words['status/doing'], 'doing');
  });

  it('tells what is asked of people by day, and what they have', () => {
    const { people } = timeline(`
      project p "P" { period: 2026-01-05..2026-03-31 }
      person lin "Lin" { capacity: 50% }
      person wang "Wang" { leave: 2026-01-06..2026-01-06 }
      person idle "Idle" { }
      task T-1 "a" { duration: 6d, assign: lin 50%, wang }
      task T-2 "b" { duration: 1d, assign: lin 50% }
    `);
    const loads = people.map(({ load }) =>
      load?.map(({ from, to, asked, available }) => [
        formatDay(from).slice(5),
        formatDay(to).slice(5),
        asked,
        available,
      ]),
    );
    assert.deepEqual(loads, [
      [
        ['01-05', '01-05', 480, 240],
        ['01-06', '01-09', 240, 240],
        ['01-12', '01-12', 240, 240],
      ],
      [
        ['01-05', '01-05', 480, 480],
        ['01-07', '01-09', 480, 480],
        ['01-12', '01-12', 480, 480],
      ],
      undefined,
    ]);
  });

  it('follows a requirement from the interview to the signature, and says what is missing', () => {
    const [first, second, third] = picture.requirements;
    assert.deepEqual(
      first!.knots.map(({ type, title }) => `${type}: ${title}`),
      [
        'work: T-1 Connect',
        'signoff: S-2 Start signed',
        'origin: INT-1 Interview',
        'work: T-2 Write',
        'milestone: M-1 Pilot',
        'signoff: S-1 Pilot signed',
        'evidence: AC-1 Quick',
      ],
    );
    assert.deepEqual(
      [first, second, third].map((each) => each?.missing),
      [undefined, ['origin', 'criterion', 'work', 'milestone'], undefined],
    );
  });
});

describe('occurrences', () => {
  const dates = (recurrence: Partial<ValueOf<'recurrence'>>, from: string, to: string): string =>
    occurrencesOf(
      { type: 'recurrence', every: every(1, 'd'), on: [], at: undefined, ...recurrence },
      parseDay(from)! * 1440,
      parseDay(to)! * 1440,
      (day) => weekdayOf(day) < 5,
    )
      .map((minute) => formatDay(Math.floor(minute / 1440)).slice(5))
      .join(' ');
  const every = (amount: number, unit: 'd' | 'w' | 'mo' | 'h') =>
    ({ type: 'duration', amount, unit, elapsed: false }) as const;

  it('are on the weekdays of every second week, counted from the week of the start', () => {
    assert.equal(dates({ every: every(2, 'w'), on: [5, 1] }, '2026-01-07', '2026-02-03'), '01-09 01-19 01-23 02-02');
    assert.equal(dates({ every: every(1, 'w') }, '2026-01-07', '2026-01-22'), '01-07 01-14 01-21');
  });

  it('leave out days without work', () => {
    assert.equal(dates({}, '2026-01-08', '2026-01-14'), '01-08 01-09 01-12 01-13');
    assert.equal(dates({ every: every(4, 'h') }, '2026-01-08', '2026-01-10'), '01-08 01-09');
  });

  it('are on the day of the month of the start, or the last there is', () => {
    assert.equal(dates({ every: every(1, 'mo') }, '2025-12-31', '2026-05-01'), '12-31 03-31 04-30');
    assert.equal(dates({ every: every(1, 'mo'), on: [4] }, '2026-01-10', '2026-04-01'), '02-05 03-05');
  });

  it('end', () => {
    assert.equal(dates({ every: every(0, 'd') }, '1970-01-01', '9999-01-01').split(' ').length, 2000);
    assert.equal(dates({}, '2026-01-08', '2026-01-08'), '');
  });
});
