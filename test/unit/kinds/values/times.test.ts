import { builtInField, checkProblems, checkValues, fieldOf } from './support';

const DAY = 1440;
const MARCH_2 = 20514;

describe('dates and times', () => {
  it('reads dates and recognises other ways of writing one', () => {
    checkValues(fieldOf(['date']), {
      '2026-03-02': { type: 'date', day: MARCH_2 },
      '1970-01-01': { type: 'date', day: 0 },
      '2024-02-29': { type: 'date', day: 19782 },
    });
    checkProblems(fieldOf(['date']), [
      ['2026/3/2', '2026/3/2', /written as `2026-03-02`/, '2026-03-02'],
      ['2026-3-2', '2026-3-2', /written as/, '2026-03-02'],
      ['2026.3.2', '2026.3.2', /written as/, '2026-03-02'],
      ['2026年3月2日', '2026年3月2日', /written as/, '2026-03-02'],
      ['20260302', '20260302', /written as/, '2026-03-02'],
      ['2.3.2026', '2.3.2026', /written as/, '2026-03-02'],
      ['3/31/2026', '3/31/2026', /written as/, '2026-03-31'],
      ['31/3/2026', '31/3/2026', /written as/, '2026-03-31'],
      ['31 March 2026', '31 March 2026', /A date is written as `2026-03-31`/, '2026-03-31'],
      ['2 mar 2026', '2 mar 2026', /written as/, '2026-03-02'],
      ['March 2 2026', 'March 2 2026', /written as/, '2026-03-02'],
      ['Sept 12th 2026', 'Sept 12th 2026', /written as/, '2026-09-12'],
      ['1st of May 2026', '1st of May 2026', /written as/, '2026-05-01'],
      ['31-Dec-2026', '31-Dec-2026', /written as/, '2026-12-31'],
      ['31 June 2026', '31 June 2026', /Expected a date/],
      ['2 Ma 2026', '2 Ma 2026', /Expected a date/],
      // Nobody knows which of them is the month.
      ['3/2/2026', '3/2/2026', /Expected a date/],
      ['3月2日', '3月2日', /A date has a year, for example `2026-03-02`/],
      ['3月2号', '3月2号', /has a year/],
      ['"2026-03-02"', '"2026-03-02"', /written as/, '2026-03-02'],
      ['2026-13-40', '2026-13-40', /no day `2026-13-40`/],
      ['2026-02-29', '2026-02-29', /no day/],
      ['12026-01-05', '12026-01-05', /Expected a date/],
      ['2026-03-02T09:00', '2026-03-02T09:00', /without a time/, '2026-03-02'],
      ['tomorrow', 'tomorrow', /Expected a date, for example `2026-03-02`/],
    ]);
  });

  it('reads date-times', () => {
    checkValues(fieldOf(['date-time']), {
      '2026-03-02T09:30': { type: 'date-time', minute: MARCH_2 * DAY + 570 },
      '2026-03-02T9:30': { type: 'date-time', minute: MARCH_2 * DAY + 570 },
      '2026-03-02T24:00': { type: 'date-time', minute: (MARCH_2 + 1) * DAY },
    });
    checkProblems(fieldOf(['date-time']), [
      ['2026-03-02 09:00', '2026-03-02 09:00', /joined by `T`/, '2026-03-02T09:00'],
      ['2026-03-02T25:00', '25:00', /no time `25:00`/],
      ['2026-02-30T08:00', '2026-02-30', /no day/],
      ['2026-03-02', '2026-03-02', /date with a time/],
    ]);
  });

  it('reads periods, with an exclusive end at midnight behind the last day', () => {
    checkValues(builtInField('project.period'), {
      '2026-03-02..2026-03-03': { type: 'period', from: MARCH_2 * DAY, to: (MARCH_2 + 2) * DAY },
      '2026-03-02': { type: 'period', from: MARCH_2 * DAY, to: (MARCH_2 + 1) * DAY },
      '2026-03-02..': { type: 'period', from: MARCH_2 * DAY, to: undefined },
      '..2026-03-02 "open"': { type: 'period', from: undefined, to: (MARCH_2 + 1) * DAY, name: 'open' },
      '2026-03-02T08:00..2026-03-02T08:00 "0"': {
        type: 'period',
        from: MARCH_2 * DAY + 480,
        to: MARCH_2 * DAY + 480,
        name: '0',
      },
      '2026-03-02T08:00..': { type: 'period', from: MARCH_2 * DAY + 480, to: undefined },
      '2026-03-02T08:00..2026-03-02': { type: 'period', from: MARCH_2 * DAY + 480, to: (MARCH_2 + 1) * DAY },
    });
    checkProblems(builtInField('project.period'), [
      ['2026-06-30..2026-01-05', '2026-06-30..2026-01-05', /end lies before the start/],
      ['..', '..', /a start or an end/],
      ['2026-01-05 - 2026-06-30', '2026-01-05 - 2026-06-30', /two dots/, '2026-01-05..2026-06-30'],
      ['2026-01-05 至 2026-06-30', '2026-01-05 至 2026-06-30', /two dots/, '2026-01-05..2026-06-30'],
      ['2026-01-05T08:00', '2026-01-05T08:00', /has an end/],
      ['2026-05-01 Labour Day', 'Labour Day', /in quotes/, '"Labour Day"'],
      ['2026/3/2..2026-03-04', '2026/3/2', /written as/, '2026-03-02'],
      ['2026-01-05..31 March 2026', '31 March 2026', /written as/, '2026-03-31'],
      ['next week', 'next week', /for example `2026-01-05\.\.2026-06-30`/],
    ]);
  });

  it('reads moments', () => {
    checkValues(builtInField('task.start'), {
      '2026-03-02': { type: 'moment', op: undefined, minute: MARCH_2 * DAY, wholeDay: true },
      '>= 2026-03-02T08:00': { type: 'moment', op: '>=', minute: MARCH_2 * DAY + 480, wholeDay: false },
      '= 2026-03-02': { type: 'moment', op: '=', minute: MARCH_2 * DAY, wholeDay: true },
      '≤ 2026-03-02': { type: 'moment', op: '<=', minute: MARCH_2 * DAY, wholeDay: true },
    });
    checkProblems(builtInField('task.start'), [
      ['> 2026-03-02', '>', /not before/, '>='],
      ['!= 2026-03-02', '!=', /exactly then/],
      ['>=', '>=', /Expected a date after this/],
      ['>= 5d', '5d', /Expected a date, for example `>= 2026-03-02`/],
    ]);
  });

  it('reads days of the week', () => {
    checkValues(builtInField('calendar.week'), {
      'mon..fri': { type: 'weekdays', weekdays: [1, 2, 3, 4, 5] },
      sat: { type: 'weekdays', weekdays: [6] },
      '周一..星期三': { type: 'weekdays', weekdays: [1, 2, 3] },
      'sun..thu': { type: 'weekdays', weekdays: [1, 2, 3, 4, 7] },
    });
    checkProblems(builtInField('calendar.week'), [
      ['Mon..fri', 'Mon', /written as `mon`/, 'mon'],
      ['mon-fri', 'mon-fri', /written as/, 'mon..fri'],
      ['周一至周五', '周一至周五', /written as/, '周一..周五'],
      ['weekend', 'weekend', /written as/, 'sat..sun'],
      ['mon fri', 'fri', /comma is missing before `fri`/, ', fri'],
      ['mon..', '..', /day of the week after this/],
    ]);
  });

  it('reads hours', () => {
    checkValues(builtInField('calendar.hours'), {
      '09:00..12:00': { type: 'hours', weekdays: [], spans: [{ from: 540, to: 720 }] },
      'sat 00:00..03:00 04:00..24:00': {
        type: 'hours',
        weekdays: [6],
        spans: [
          { from: 0, to: 180 },
          { from: 240, to: 1440 },
        ],
      },
      'mon..tue fri 13:00..18:00 9:00..12:00': {
        type: 'hours',
        weekdays: [1, 2, 5],
        spans: [
          { from: 540, to: 720 },
          { from: 780, to: 1080 },
        ],
      },
    });
    checkProblems(builtInField('calendar.hours'), [
      [
        '22:00..06:00',
        '22:00..06:00',
        /Split them: `22:00\.\.24:00` and, on the next day, `00:00\.\.06:00`/,
        '00:00..06:00 22:00..24:00',
      ],
      ['fri 22:00..06:00', '22:00..06:00', /Split them/],
      ['18:00..00:00', '18:00..00:00', /end after they begin/, '18:00..24:00'],
      ['09:00..09:00', '09:00..09:00', /end after they begin/],
      ['09:00..12:00 11:00..13:00', '11:00..13:00', /overlap/],
      ['09:00-12:00', '09:00-12:00', /written as/, '09:00..12:00'],
      ['9..12', '9..12', /written as/, '09:00..12:00'],
      ['09:00..25:00', '25:00', /no time/],
      ['mon', 'mon', /Expected hours after this/],
    ]);
  });

  it('reads working days', () => {
    checkValues(builtInField('calendar.workdays'), {
      '2026-03-02 09:00..13:00 14:00..17:00 "name"': {
        type: 'workday',
        from: MARCH_2,
        to: MARCH_2 + 1,
        spans: [
          { from: 540, to: 780 },
          { from: 840, to: 1020 },
        ],
        name: 'name',
      },
      '2026-03-02..2026-03-03': { type: 'workday', from: MARCH_2, to: MARCH_2 + 2, spans: [], name: undefined },
    });
    checkProblems(builtInField('calendar.workdays'), [
      ['2026-03-03..2026-03-02', '2026-03-03..2026-03-02', /before the start/],
      ['2026-03-02 Make-up day', 'Make-up day', /in quotes/, '"Make-up day"'],
      ['2026-03-02 09:00', '09:00', /Hours are written as/],
    ]);
  });

  it('reads intervals', () => {
    const week = (amount: number) => ({ type: 'duration', amount, unit: 'w', elapsed: false });
    checkValues(builtInField('cadence.every'), {
      '2w on fri at 10:00': { type: 'recurrence', every: week(2), on: [5], at: 600 },
      '2周 于 周五 10:00': { type: 'recurrence', every: week(2), on: [5], at: 600 },
      '1w on mon wed..thu': { type: 'recurrence', every: week(1), on: [1, 3, 4], at: undefined },
      '1w': { type: 'recurrence', every: week(1), on: [], at: undefined },
    });
    checkProblems(builtInField('cadence.every'), [
      ['weekly', 'weekly', /written as `1w`/, '1w'],
      ['每2周', '每2周', /written as/, '2周'],
      ['0w', '0w', /at least one/],
      ['4h', '4h', /whole number of days/],
      ['1w fri', 'fri', /`on` stands before/, 'on fri'],
      ['1w on', 'on', /day of the week after this/],
      ['1w at', 'at', /Expected a time after this/],
      ['1w on fri at 25:00', '25:00', /no time/],
    ]);
  });
});
