import assert from 'node:assert/strict';
import { bookingsByPerson, type Booking } from '../../../server/src/schedule/analysis/bookings';
import { leaveClashes } from '../../../server/src/schedule/analysis/leave';
import { availableUntil, loadsOf } from '../../../server/src/schedule/analysis/loads';
import { overAllocations } from '../../../server/src/schedule/analysis/overAllocation';
import type { ModelSchedule } from '../../../server/src/schedule/fromModel';
import { formatDay, formatMinute, parseDay, parseMinute } from '../../../server/src/kinds/time';
import { corpusWorld, describeCorpus, namesIn, readCorpus } from '../../support/corpus';
import { fixture } from '../../support/world';

const bookingsOf = (schedule: ModelSchedule): readonly Booking[] => [...bookingsByPerson(schedule).values()].flat();

const PROJECT = 'project p "P" { period: 2026-01-05..2026-06-30, currency: EUR }\n'; // 2026-01-05 is a Monday

const scheduleOf = (plan: string, project = PROJECT): ModelSchedule => fixture(`${project}${plan}`).world.schedule;

const idOf = ({ model }: ModelSchedule, item: number): string => model.items[item]!.id!;
const taskId = ({ scheduled }: ModelSchedule, task: number): string => scheduled[task]!.id!;
const at = (minute: number): string => formatMinute(minute).slice(5, 16).replace('T', ' ');

/** "lin 01-05 08:00..01-07 17:00 T-1 T-5 200% of 100%, 24 h over". */
const windows = (schedule: ModelSchedule): string[] =>
  overAllocations(schedule).map(
    ({ person, from, to, tasks, peak, capacity, excess }) =>
      `${idOf(schedule, person)} ${at(from)}..${at(to)} ${tasks.map((task) => taskId(schedule, task)).join(' ')} ` +
      `${Math.round(peak * 100)}% of ${Math.round(capacity * 100)}%, ${Math.round(excess / 6) / 10} h over`,
  );

const clashes = (schedule: ModelSchedule): string[] =>
  leaveClashes(schedule).map(
    ({ task, person, from, to, name, minutes }) =>
      `${taskId(schedule, task)} ${idOf(schedule, person)} ${formatDay(from)}..${formatDay(to)} ${name?.zh ?? '-'} ${minutes / 60} h`,
  );

describe('over-allocation', () => {
  it('is the longest stretch in which the shares add up to more than the capacity', () =>
    assert.deepEqual(
      windows(
        scheduleOf(`
          person lin "Lin" { }
          task T-1 "a" { duration: 7d, assign: lin 60% }
          task T-2 "b" { effort: 4d, assign: lin, start: >= 2026-01-07 }
          task T-3 "c" { duration: 1d, assign: lin 40%, start: >= 2026-01-08 }
        `),
      ),
      // Over the weekend nobody works, so it is one stretch.
      ['lin 01-07 08:00..01-12 17:00 T-1 T-2 T-3 200% of 100%, 22.4 h over'],
    ));

  it('knows capacity; thirds make a whole; what ends makes room; two halves of a day do not meet', () =>
    assert.deepEqual(
      windows(
        scheduleOf(`
          person half "Half" { capacity: 50% }
          person lin "Lin" { }
          task T-1 "a" { duration: 1d, assign: half }
          task T-2 "b" { duration: 2d, assign: lin 33.3333% }
          task T-3 "c" { duration: 2d, assign: lin 33.3333% }
          task T-4 "d" { duration: 2d, assign: lin 33.3334% }
          task T-5 "e" { duration: 4h, assign: lin, after: T-4 }
          task T-6 "f" { duration: 4h, assign: lin, after: T-5 }
        `),
      ),
      ['half 01-05 08:00..01-05 17:00 T-1 100% of 50%, 4 h over'],
    ));

  it('takes the members of a team, and spreads the effort of a fixed duration', () =>
    assert.deepEqual(
      windows(
        scheduleOf(`
          team core "Core" { person lin "Lin" { } person wang "Wang" { } }
          task T-1 "a" { duration: 4d, effort: 2d, assign: core }
          task T-2 "b" { duration: 2d, assign: lin 70% }
          task T-3 "c" { duration: 2d, assign: lin, after: T-1, status: done }
          task T-4 "d" { duration: 2d, assign: wang 80% }
        `),
      ),
      ['wang 01-05 08:00..01-06 17:00 T-1 T-4 105% of 100%, 0.8 h over'],
    ));

  it('does not count a weekend window against the week around it', () => {
    // Over noon on Monday only the one who is on call works.
    const monday = [
      'lin 01-12 08:00..01-12 12:00 T-1 T-3 150% of 100%, 2 h over',
      'lin 01-12 13:00..01-12 16:00 T-1 T-3 150% of 100%, 1.5 h over',
    ];
    const cutOver = (hours: string): string => `
      calendar weekend "Weekend" { week: sat, sun, hours: ${hours} }
      calendar days "Every day" { week: mon..sun, hours: 08:00..16:00 }
      person lin "Lin" { }
      task T-1 "a" { duration: 10d, assign: lin }
      task T-2 "cut-over" { effort: 4h, assign: lin, calendar: weekend }
      task T-3 "on call" { duration: 3d, assign: lin 50%, calendar: days, start: >= 2026-01-10 }
    `;
    assert.deepEqual(windows(scheduleOf(cutOver('20:00..24:00'))), [...monday]);
    assert.deepEqual(windows(scheduleOf(cutOver('14:00..18:00'))), [
      'lin 01-10 14:00..01-10 16:00 T-3 T-2 150% of 100%, 1 h over',
      ...monday,
    ]);
  });
});

describe('leave', () => {
  it('clashes with work that waits and with work that does not, on days that would be worked', () =>
    assert.deepEqual(
      clashes(
        scheduleOf(`
          person lin "Lin" { leave: 2026-01-08..2026-01-09 "Exam", 2026-01-10..2026-01-11 "Trip", 2026-03-02 }
          task T-1 "waits" { effort: 5d, assign: lin }
          task T-2 "fixed" { duration: 5d, assign: lin 10% }
          task T-3 "before" { duration: 3d, assign: lin 10% }
          task T-4 "done" { duration: 5d, assign: lin, status: done }
          task T-5 "weekend" { duration: 6d, assign: lin, start: >= 2026-01-09, calendar: c }
          calendar c "C" { week: mon..sun }
        `),
      ),
      [
        'T-1 lin 2026-01-08..2026-01-09 Exam 16 h',
        'T-2 lin 2026-01-08..2026-01-09 Exam 16 h',
        'T-5 lin 2026-01-08..2026-01-09 Exam 8 h',
        'T-5 lin 2026-01-10..2026-01-11 Trip 16 h',
      ],
    ));
});

describe('loads', () => {
  const PLAN = `
    person lin "Lin" { capacity: 50%, leave: 2026-01-07 }
    person wang "Wang" { }
    task T-1 "a" { effort: 2d, assign: lin 50%, wang 50% }
    task T-2 "b" { duration: 2d, assign: wang, after: T-1 }
    milestone M-1 "m" { after: T-2 }
    task T-3 "c" { duration: 9d, assign: wang }
  `;

  it('are minutes asked for and minutes there are, by day', () => {
    const schedule = scheduleOf(PLAN);
    const lin = schedule.people.persons[0]!;
    const days = loadsOf(schedule, bookingsOf(schedule), lin, parseDay('2026-01-04')!, parseDay('2026-01-09')!);
    assert.deepEqual(
      days.map(({ day, demanded, available }) => [formatDay(day).slice(5), demanded, available]),
      [
        ['01-05', 240, 240],
        ['01-06', 240, 240],
        ['01-08', 0, 240],
        ['01-09', 0, 240],
      ],
    );
  });

  it('stand against the time that somebody has until an instant, less leave', () => {
    const schedule = scheduleOf(PLAN);
    const until = parseMinute('2026-01-08')!;
    assert.deepEqual(
      [...schedule.people.persons].map((person) => [idOf(schedule, person), availableUntil(schedule, person, until)]),
      [
        ['lin', 480],
        ['wang', 1440],
      ],
    );
  });

  it('count what is left after the status date', () => {
    const schedule = scheduleOf(
      'person lin "Lin" { }\ntask T-1 "a" { duration: 4d, assign: lin, progress: 50%, actual: 2026-01-05.. }\n',
      'project p "P" { period: 2026-01-05.., status-date: 2026-01-08 }\n',
    );
    const [booking, ...others] = bookingsOf(schedule);
    assert.deepEqual(
      [at(booking!.start / 10), at(booking!.finish / 10), booking!.work],
      ['01-09 00:00', '01-12 17:00', 960],
    );
    assert.deepEqual(others, []);
  });
});

interface Seeded {
  readonly class: string;
  readonly findings: readonly {
    readonly id: string;
    readonly members?: readonly string[];
    readonly from?: string;
    readonly to?: string;
    readonly person?: string;
  }[];
}

describeCorpus('seeded plans', () => {
  const cases = namesIn('seeded').filter((name) => !/[_.]/.test(name));

  it('are over-allocated where this was planted, in its window by its tasks, and their clean twins nowhere', () => {
    for (const name of cases) {
      const { class: kind, findings } = JSON.parse(readCorpus('seeded', name, 'expected.json')) as Seeded;
      const expected = findings.map(({ id, members, from, to }) => [id, members, from, to]);
      const found = (twin: string): unknown[] => {
        const { schedule } = corpusWorld('seeded', name, twin);
        return overAllocations(schedule).map(({ person, tasks, from, to }) => [
          idOf(schedule, person),
          tasks.map((task) => taskId(schedule, task)).sort(),
          formatMinute(from).slice(0, 10),
          formatMinute(to).slice(0, 10),
        ]);
      };
      assert.deepEqual(found('clean'), [], name);
      if (kind === 'person over-allocated') assert.deepEqual(found('bad'), expected, name);
    }
  });

  it('fall on leave where this was planted, and their clean twins nowhere', () => {
    for (const name of cases) {
      const { class: kind, findings } = JSON.parse(readCorpus('seeded', name, 'expected.json')) as Seeded;
      const found = (twin: string): unknown[] => {
        const { schedule } = corpusWorld('seeded', name, twin);
        return leaveClashes(schedule).map(({ task, person }) => [taskId(schedule, task), idOf(schedule, person)]);
      };
      assert.deepEqual(found('clean'), [], name);
      const expected = findings.map(({ id, person }) => [id, person]);
      if (kind === 'person assigned while on leave') assert.deepEqual(found('bad'), expected, name);
    }
  });
});
