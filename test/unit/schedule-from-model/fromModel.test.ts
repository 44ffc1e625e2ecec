import assert from 'node:assert/strict';
import { whyOf } from '../../../server/src/ide/why';
import { formatMinute } from '../../../server/src/kinds/time';
import type { Tongue } from '../../../server/src/kinds/tongue';
import { fixture } from '../../support/world';

/** "T-1 2026-01-05T08:00 2026-01-06T17:00 slack 480" for each phase, task and milestone; `*` marks critical ones. */
const dates = (source: string): string[] =>
  fixture(source)
    .world.schedule.items()
    .map(({ item, start, finish, totalSlack, critical }) => {
      const words = [start, finish].map((minute) => (minute === undefined ? '?' : formatMinute(minute).slice(0, 16)));
      return `${item.id ?? '-'}${critical ? '*' : ''} ${words.join(' ')}${totalSlack === undefined ? '' : ` slack ${totalSlack}`}`;
    });

const PROJECT = 'project p "P" { period: 2026-01-05..2026-06-30 }\n'; // 2026-01-05 is a Monday

const schedules = (plan: string, expected: readonly string[]): void =>
  assert.deepEqual(dates(`${PROJECT}${plan}`), expected);

describe('schedule of a model', () => {
  it('starts with the project, on working days, at working hours', () =>
    schedules('task T-1 "a" { duration: 6d }\n', ['T-1* 2026-01-05T08:00 2026-01-12T17:00 slack 0']));

  it('follows links of every type, with lag and lead', () =>
    schedules(
      `
      task T-1 "a" { duration: 3d }
      task T-2 "fs" { duration: 1d, after: T-1 }
      task T-3 "ss" { duration: 1d, after: T-1 SS + 1d }
      task T-4 "ff" { duration: 1d, after: T-1 FF }
      task T-5 "lead" { duration: 1d, after: T-1 - 1d }
      task T-6 "elapsed" { duration: 1d, after: T-1 + 2ed }
      task T-7 "percent" { duration: 1d, after: T-1 + 50% }
      `,
      [
        'T-1 2026-01-05T08:00 2026-01-07T17:00 slack 240',
        'T-2 2026-01-08T08:00 2026-01-08T17:00 slack 960',
        'T-3 2026-01-06T08:00 2026-01-06T17:00 slack 1920',
        'T-4 2026-01-07T08:00 2026-01-07T17:00 slack 1440',
        'T-5 2026-01-07T08:00 2026-01-07T17:00 slack 1440',
        'T-6* 2026-01-12T08:00 2026-01-12T17:00 slack 0',
        'T-7 2026-01-09T13:00 2026-01-12T12:00 slack 240',
      ],
    ));

  it('shows work that begins or ends at midnight by the hours of those who do it, also in phases', () =>
    schedules(
      `
      calendar night "Nights" { hours: 00:00..06:00, 22:00..24:00 }
      person lin "Lin" { calendar: night }
      person wang "Wang" { }
      phase P-1 "a" {
        task T-1 "x" { effort: 2d, assign: lin }
        task T-2 "y" { effort: 4d, assign: lin, wang }
      }
      phase P-2 "b" { task T-3 "z" { start: 2026-01-05, end: 2026-01-06, assign: wang } }
      `,
      [
        'P-1* 2026-01-05T00:00 2026-01-07T00:00 slack 0',
        'T-1* 2026-01-05T00:00 2026-01-07T00:00 slack 0',
        'T-2* 2026-01-05T00:00 2026-01-07T00:00 slack 0',
        'P-2* 2026-01-05T08:00 2026-01-06T17:00 slack 0',
        'T-3* 2026-01-05T08:00 2026-01-06T17:00 slack 0',
      ],
    ));

  it('takes phases over what stands in them, and holds links to a phase for all of it', () =>
    schedules(
      `
      phase P-1 "a" {
        section "s" { task T-1 "x" { duration: 2d } }
        task T-2 "y" { duration: 1d, after: T-1 }
      }
      phase P-2 "holds nothing" { after: P-1 }
      phase P-3 "c" {
        after: P-1
        task T-4 "z" { duration: 1d }
        milestone M-1 "m" { after: T-4 }
      }
      `,
      [
        'P-1* 2026-01-05T08:00 2026-01-07T17:00 slack 0',
        'T-1* 2026-01-05T08:00 2026-01-06T17:00 slack 0',
        'T-2* 2026-01-07T08:00 2026-01-07T17:00 slack 0',
        'P-2 ? ?',
        'P-3* 2026-01-08T08:00 2026-01-08T17:00 slack 0',
        'T-4* 2026-01-08T08:00 2026-01-08T17:00 slack 0',
        'M-1* 2026-01-08T17:00 2026-01-08T17:00 slack 0',
      ],
    ));

  it('lets a phase that holds but a milestone stand where that stands', () => {
    const [phase, milestone] = dates('phase P-1 "a" {\n  milestone M-1 "b" { actual: 2026-09-24 }\n}\n');
    assert.match(phase!, /^P-1\S? 2026-09-24T00:00 2026-09-24T00:00/);
    assert.match(milestone!, /^M-1\S? 2026-09-24T00:00 2026-09-24T00:00/);
  });

  it('divides effort by the allocations; a duration holds', () =>
    schedules(
      `
      person lin "Lin" { }
      person wang "Wang" { }
      task T-1 "nobody" { effort: 4d }
      task T-2 "half" { effort: 4d, assign: lin 50% }
      task T-3 "two" { effort: 4d, assign: lin, wang }
      task T-4 "both given" { effort: 4d, duration: 1d, assign: lin }
      task T-5 "estimate" { effort: 1d..2d..9d }
      `,
      [
        'T-1 2026-01-05T08:00 2026-01-08T17:00 slack 1920',
        'T-2* 2026-01-05T08:00 2026-01-14T17:00 slack 0',
        'T-3 2026-01-05T08:00 2026-01-06T17:00 slack 2880',
        'T-4 2026-01-05T08:00 2026-01-05T17:00 slack 3360',
        'T-5 2026-01-05T08:00 2026-01-06T17:00 slack 2880',
      ],
    ));

  it('takes every member of a team that is assigned', () =>
    schedules(
      `
      team A-1 "a" { person lin "Lin" { } }
      person wang "Wang" { team: A-1, leave: 2026-01-06..2026-01-09 }
      team A-2 "nobody" { }
      task T-1 "team" { effort: 4d, assign: A-1 }
      task T-2 "half" { effort: 4d, assign: A-1 50% }
      task T-3 "empty" { effort: 4d, assign: A-2 }
      `,
      [
        'T-1 2026-01-05T08:00 2026-01-12T17:00 slack 960',
        'T-2* 2026-01-05T08:00 2026-01-14T17:00 slack 0',
        'T-3 2026-01-05T08:00 2026-01-08T17:00 slack 1920',
      ],
    ));

  it('works by the calendar of the task, whoever does it, less their leave', () =>
    schedules(
      `
      calendar nights "Weekend window" { week: sat, sun, hours: 20:00..24:00 }
      person lin "Lin" { leave: 2026-01-11 }
      task T-1 "cut-over" { effort: 8h, assign: lin, calendar: nights }
      `,
      ['T-1* 2026-01-10T20:00 2026-01-18T00:00 slack 0'],
    ));

  it('takes what is done as done', () =>
    schedules(
      `
      task T-1 "done" { duration: 2d, status: done }
      task T-2 "next" { duration: 1d, after: T-1 }
      `,
      ['T-1 2026-01-05T08:00 2026-01-06T17:00 slack 0', 'T-2* 2026-01-07T08:00 2026-01-07T17:00 slack 0'],
    ));

  it('pauses while the only assignee is on leave', () =>
    schedules(
      `
      person lin "Lin" { leave: 2026-01-06..2026-01-07 }
      task T-1 "a" { effort: 2d, assign: lin }
      `,
      ['T-1* 2026-01-05T08:00 2026-01-08T17:00 slack 0'],
    ));

  it('says that somebody was on leave, also where the leave has no name', () => {
    const { world, item } = fixture(`${PROJECT}
      person lin "Lin" { leave: 2026-01-06, 2026-01-07 "Exam" }
      task T-1 "a" { effort: 1d, assign: lin }
      task T-2 "b" { effort: 1d, assign: lin, after: T-1 }
    `);
    const why = (tongue: Tongue): string | undefined =>
      whyOf(world.schedule, world.schedule.of(item('T-2').index)!, tongue);
    const days = ['2026-01-06 is leave of lin', '2026-01-07 is Exam'];
    assert.equal(why('en'), `Starts 2026-01-08 08:00: T-1 finishes 2026-01-05 17:00; ${days.join('; ')}.`);
    assert.match(why('zh')!, /；2026-01-06 是lin 的休假；/);
  });

  it('works by calendars: week, hours, holidays, make-up days, base', () =>
    assert.deepEqual(
      dates(`
        project p "P" { period: 2026-01-05.., calendar: cn, day-length: 7h }
        calendar base "Base" { week: mon..fri, hours: 09:00..12:00, 13:00..17:00, sat 09:00..12:00 }
        calendar cn "China" { base: base, holidays: 2026-01-06 "Holiday", workdays: 2026-01-11 "Make-up" }
        task T-1 "a" { duration: 4d }
        task T-2 "b" { duration: 1d, calendar: base, after: T-1 }
        task T-3 "c" { duration: 3h, start: >= 2026-01-17 }
      `),
      [
        // Monday, Wednesday, Thursday, Friday; 41 h of its own calendar until Friday, 16 January, noon.
        'T-1 2026-01-05T09:00 2026-01-09T17:00 slack 2460',
        // 3 h on Saturday, 4 h on Monday: the make-up day is none of the base calendar's.
        'T-2 2026-01-10T09:00 2026-01-12T14:00 slack 2040',
        'T-3* 2026-01-17T09:00 2026-01-17T12:00 slack 0',
      ],
    ));

  it('takes dates that are written: typed, bounded, prescribed, real', () =>
    schedules(
      `
      task T-1 "typed" { duration: 1d, start: 2026-01-14 }
      task T-2 "no earlier" { duration: 1d, start: >= 2026-01-08 }
      task T-3 "must" { duration: 1d, start: = 2026-01-09 }
      task T-4 "real" { duration: 5d, actual: 2026-01-06..2026-01-07 }
      `,
      [
        'T-1* 2026-01-14T08:00 2026-01-14T17:00 slack 0',
        'T-2 2026-01-08T08:00 2026-01-08T17:00 slack 1920',
        'T-3* 2026-01-09T08:00 2026-01-09T17:00 slack 0',
        'T-4 2026-01-06T08:00 2026-01-07T17:00 slack 0',
      ],
    ));

  it('puts a milestone that has but a start where work begins on that day, also on a day off, or at the time that is written', () => {
    const found = dates(`${PROJECT}
      task T-1 "before" { duration: 5d }
      milestone M-1 "Monday" { start: 2026-01-12, after: T-1 }
      milestone M-2 "Saturday" { start: 2026-01-17 }
      milestone M-3 "Saturday at ten" { start: 2026-01-17T10:00 }
      milestone M-4 "must" { start: = 2026-01-12 }
      task T-2 "after" { duration: 1d, after: M-2 }
      calendar none "None" { holidays: 2026-01-01.. }
      task T-3 "takes no time" { duration: 0d, start: 2026-01-12, calendar: none }
    `);
    assert.deepEqual(
      found.slice(1).map((line) => line.replace(/\*| slack.*/g, '')),
      [
        'M-1 2026-01-12T08:00 2026-01-12T08:00',
        'M-2 2026-01-17T08:00 2026-01-17T08:00',
        'M-3 2026-01-17T10:00 2026-01-17T10:00',
        'M-4 2026-01-12T08:00 2026-01-12T08:00',
        'T-2 2026-01-19T08:00 2026-01-19T17:00',
        'T-3 2026-01-12T00:00 2026-01-12T00:00',
      ],
    );
  });

  it('lets a deadline bound slack and move nothing', () =>
    schedules(
      `
      task T-1 "a" { duration: 3d, deadline: 2026-01-06 }
      task T-2 "b" { duration: 5d }
      `,
      ['T-1* 2026-01-05T08:00 2026-01-07T17:00 slack -480', 'T-2* 2026-01-05T08:00 2026-01-09T17:00 slack 0'],
    ));

  it('starts at the first written date where no project says when', () =>
    assert.deepEqual(dates('task T-1 "a" { duration: 1d, start: >= 2026-01-06 }\n'), [
      'T-1* 2026-01-06T08:00 2026-01-06T17:00 slack 0',
    ]));

  it('knows no dates where nothing says when', () =>
    assert.deepEqual(dates('task T-1 "a" { duration: 1d }\n'), ['T-1 ? ?']));

  it('knows no dates in a circle, and all others', () => {
    const found = dates(`${PROJECT}
      task T-1 "a" { duration: 1d, after: T-2 }
      task T-2 "b" { duration: 1d, after: T-1 }
      task T-3 "c" { duration: 1d }
    `);
    assert.deepEqual(found.slice(0, 2), ['T-1 ? ?', 'T-2 ? ?']);
    assert.match(found[2]!, /^T-3\*? 2026-01-05T08:00 2026-01-05T17:00/);
  });

  it('knows no finish and no slack without an estimate', () =>
    schedules('task T-1 "a" { }\n', ['T-1 2026-01-05T08:00 ?']));

  it('passes over links to nothing, to itself and to what has no dates', () => {
    const found = dates(`${PROJECT}need N-1 "n" { }\ntask T-1 "a" { duration: 1d, after: T-9, N-1 }\n`);
    assert.match(found[0]!, /^T-1\* 2026-01-05T08:00 2026-01-05T17:00/);
  });
});
