import assert from 'node:assert/strict';
import { compileCalendars } from '../../../server/src/schedule/calendar/calendar';
import type { WorkCalendar } from '../../../server/src/schedule/calendar/calendar';
import type { CalendarSpec } from '../../../server/src/schedule/calendar/calendarSpec';
import { toMinutes, toTicks } from '../../../server/src/schedule/calendar/ticks';
import { day, holiday, minute, shortDate, span, STANDARD } from './plan';

const compile = (...specs: CalendarSpec[]): readonly WorkCalendar[] => compileCalendars(specs).calendars;

const add = (calendar: WorkCalendar, from: string, hours: number): string =>
  shortDate(toMinutes(calendar.finishAt(calendar.worked(toTicks(minute(from))) + toTicks(hours * 60))));

const next = (calendar: WorkCalendar, from: string): string =>
  shortDate(toMinutes(calendar.startAt(calendar.worked(toTicks(minute(from))))));

const between = (calendar: WorkCalendar, from: string, to: string): number =>
  toMinutes(calendar.worked(toTicks(minute(to))) - calendar.worked(toTicks(minute(from)))) / 60;

describe('schedule: calendars', () => {
  const [office] = compile(STANDARD) as [WorkCalendar];

  it('adds working time across breaks, nights and weekends, and lands on the end of a period', () => {
    assert.equal(add(office, '2026-01-05T08:00', 4), '01-05 12:00');
    assert.equal(add(office, '2026-01-05T08:00', 4.5), '01-05 13:30');
    assert.equal(add(office, '2026-01-05T08:00', 8), '01-05 17:00');
    assert.equal(add(office, '2026-01-09T16:00', 2), '01-12 09:00');
    assert.equal(add(office, '2026-01-10T10:00', 8), '01-12 17:00');
  });

  it('finds the next working instant', () => {
    assert.equal(next(office, '2026-01-05T12:00'), '01-05 13:00');
    assert.equal(next(office, '2026-01-05T12:30'), '01-05 13:00');
    assert.equal(next(office, '2026-01-09T17:00'), '01-12 08:00');
    assert.equal(next(office, '2026-01-06T09:10'), '01-06 09:10');
  });

  it('measures working time between instants, backward too', () => {
    assert.equal(between(office, '2026-01-05T08:00', '2026-01-12T08:00'), 40);
    assert.equal(between(office, '2026-01-12T08:00', '2026-01-05T08:00'), -40);
    assert.equal(between(office, '2026-01-05T12:10', '2026-01-05T12:50'), 0);
  });

  it('works night shifts up to 24:00 and on', () => {
    const late = [span('00:00', '03:00'), span('04:00', '08:00'), span('23:00', '24:00')];
    const night = { week: [[span('23:00', '24:00')], late, late, late, late, late.slice(0, 2), []] };
    const [calendar] = compile(night) as [WorkCalendar];
    assert.equal(add(calendar, '2026-01-05T08:00', 1), '01-06 00:00');
    assert.equal(add(calendar, '2026-01-05T23:30', 2), '01-06 01:30');
    assert.equal(add(calendar, '2026-01-05T23:00', 8), '01-06 08:00');
    assert.equal(add(calendar, '2026-01-05T23:00', 40), '01-10 08:00');
    assert.equal(between(calendar, '2026-01-05T00:00', '2026-01-12T00:00'), 40);
  });

  it('knows holidays and make-up days, and which of them decides', () => {
    const china: CalendarSpec = {
      ...STANDARD,
      exceptions: [
        holiday('2026-02-16', '2026-02-23'),
        { from: day('2026-02-14'), to: day('2026-02-14'), hours: 'usual' },
      ],
    };
    const [calendar] = compile(china) as [WorkCalendar];
    assert.equal(add(calendar, '2026-02-13T13:00', 12), '02-14 17:00');
    assert.equal(add(calendar, '2026-02-13T13:00', 13), '02-24 09:00');
    assert.deepEqual(calendar.exceptionOn(day('2026-02-17')), { calendar: 0, exception: 0 });
    assert.deepEqual(calendar.exceptionOn(day('2026-02-14')), { calendar: 0, exception: 1 });
    assert.equal(calendar.exceptionOn(day('2026-02-15')), undefined);
    assert.equal(toMinutes(calendar.workOn(day('2026-02-14'))), 480);
  });

  it('lets later exceptions beat earlier ones and own ones those of the base', () => {
    const base: CalendarSpec = { ...STANDARD, exceptions: [holiday('2026-01-06', '2026-01-08')] };
    const own = (exceptions: CalendarSpec['exceptions']): CalendarSpec => ({ base: 0, exceptions: exceptions ?? [] });
    const [, leave, works] = compile(
      base,
      own([holiday('2026-01-12')]),
      own([{ from: day('2026-01-07'), to: day('2026-01-07'), hours: [span('10:00', '12:00')] }, holiday('2026-01-09')]),
    ) as [WorkCalendar, WorkCalendar, WorkCalendar];
    assert.equal(between(leave, '2026-01-05T00:00', '2026-01-14T00:00'), 8 + 8 + 8);
    assert.equal(between(works, '2026-01-05T00:00', '2026-01-12T00:00'), 8 + 2);
    assert.deepEqual(works.exceptionOn(day('2026-01-06')), { calendar: 0, exception: 0 });
  });

  it('takes single weekdays from the base', () => {
    const halfFriday: CalendarSpec = {
      base: 0,
      week: [undefined, undefined, undefined, undefined, [span('08:00', '12:00')]],
    };
    const [, calendar] = compile(STANDARD, halfFriday) as [WorkCalendar, WorkCalendar];
    assert.equal(between(calendar, '2026-01-05T00:00', '2026-01-12T00:00'), 36);
  });

  it('joins overlapping and reversed hours, and drops empty ones', () => {
    const messy = [span('13:00', '17:00'), span('08:00', '12:00'), span('11:00', '13:00'), span('18:00', '18:00')];
    const [calendar] = compile({ week: [messy, [], [], [], [], [], []] }) as [WorkCalendar];
    assert.equal(between(calendar, '2026-01-05T00:00', '2026-01-12T00:00'), 9);
  });

  it('answers for far dates without a table, at once', () => {
    const weeks = (day('9999-12-31') + 3 - day('2026-01-05')) / 7;
    assert.equal(between(office, '2026-01-05T08:00', '9999-12-31T17:00'), 40 * weeks);
    const far = toTicks(minute('9999-12-31T08:00'));
    assert.equal(office.finishAt(office.worked(far) + toTicks(480)) - far, toTicks(540));
    assert.equal(office.finishAt(Infinity), Infinity);
    assert.equal(office.finishAt(1e15), Infinity);
    assert.equal(office.startAt(-1e15), -Infinity);
  });

  it('has a result where there is no working time', () => {
    const [never, once, until] = compile(
      {},
      { exceptions: [{ from: day('2026-01-07'), to: day('2026-01-07'), hours: [span('09:00', '10:00')] }] },
      { ...STANDARD, exceptions: [{ from: day('2026-01-07'), to: Infinity, hours: [] }] },
    ) as [WorkCalendar, WorkCalendar, WorkCalendar];
    const start = toTicks(minute('2026-01-05T08:00'));
    assert.equal(never.startAt(never.worked(start)), Infinity);
    assert.deepEqual(
      [never, once, until, office].map((calendar) => calendar.worksForever()),
      [false, false, false, true],
    );
    assert.equal(add(once, '2026-01-05T08:00', 1), '01-07 10:00');
    assert.equal(once.finishAt(once.worked(start) + toTicks(61)), Infinity);
    assert.equal(add(until, '2026-01-05T08:00', 16), '01-06 17:00');
    assert.equal(until.finishAt(until.worked(start) + toTicks(17 * 60)), Infinity);
  });

  it('cuts a base that leads back, and says so', () => {
    const { calendars, loops } = compileCalendars([
      { base: 1, week: STANDARD.week! },
      { base: 0 },
      { base: 2 },
      STANDARD,
    ]);
    assert.deepEqual(loops, [0, 1, 2]);
    assert.equal(between(calendars[1]!, '2026-01-05T00:00', '2026-01-12T00:00'), 40);
  });

  it('paints thousands of exceptions in the order of strength', () => {
    const exceptions = Array.from({ length: 5000 }, (_, n) => ({
      from: n,
      to: n + 3000,
      hours: n % 2 ? [] : [span('08:00', '09:00')],
    }));
    const [calendar] = compile({ exceptions }) as [WorkCalendar];
    assert.equal(toMinutes(calendar.workOn(4999)), 0);
    assert.deepEqual(calendar.exceptionOn(2500), { calendar: 0, exception: 2500 });
    assert.deepEqual(calendar.exceptionOn(7999), { calendar: 0, exception: 4999 });
    assert.equal(calendar.exceptionOn(8000), undefined);
  });
});
