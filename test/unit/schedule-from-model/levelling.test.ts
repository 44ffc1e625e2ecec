import assert from 'node:assert/strict';
import { whyOf } from '../../../server/src/ide/why';
import { timelineOf } from '../../../server/src/ide/timeline/timeline';
import { formatMinute } from '../../../server/src/kinds/time';
import { nextMilestones } from '../../../server/src/schedule/analysis/nextMilestone';
import { overAllocations } from '../../../server/src/schedule/analysis/overAllocation';
import type { ModelSchedule } from '../../../server/src/schedule/fromModel';
import { fixture } from '../../support/world';
import type { Tongue } from '../../../server/src/kinds/tongue';

const PROJECT = 'project p "P" { period: 2026-01-05..2026-06-30, schedule: levelled }\n'; // 2026-01-05 is a Monday

const scheduleOf = (plan: string, project = PROJECT): ModelSchedule => fixture(`${project}${plan}`).world.schedule;

/** "T-1 01-05 08:00..01-06 17:00", with the slack in days where it is asked for. */
const dates = (schedule: ModelSchedule): string[] =>
  schedule.items().map(({ item, start, finish }) => {
    const [from, to] = [start, finish].map((at) => formatMinute(at!).slice(5, 16).replace('T', ' '));
    return `${item.id} ${from}..${to}`;
  });

const levels = (plan: string, expected: readonly string[], project = PROJECT): void =>
  assert.deepEqual(dates(scheduleOf(plan, project)), expected);

const why = (plan: string, id: string, tongue: Tongue = 'en'): string | undefined => {
  const { world, item } = fixture(`${PROJECT}${plan}`);
  return whyOf(world.schedule, world.schedule.of(item(id).index)!, tongue);
};

const PEOPLE = 'person lin "Lin" { }\nperson wang "Wang" { }\n';
const CLASH = `${PEOPLE}
  task T-1 "a" { effort: 2d, assign: lin }
  task T-2 "b" { effort: 3d, assign: lin, wang }
  task T-3 "c" { duration: 2d, after: T-2 }
`;

describe('levelling of a model', () => {
  it('happens only where the project asks for it', () => {
    const project = 'project p "P" { period: 2026-01-05.. }\n';
    levels(
      CLASH,
      ['T-1 01-05 08:00..01-06 17:00', 'T-2 01-05 08:00..01-06 12:00', 'T-3 01-06 13:00..01-08 12:00'],
      project,
    );
  });

  it('happens where the configuration asks for it, unless the project says otherwise', () => {
    const startOf = (project: string, config: string): string | undefined =>
      dates(
        fixture(
          `//- delivery.config.json\n${config}\n//- plan.delivery\nproject p "P" { period: 2026-01-05..${project} }\n${CLASH}`,
        ).world.schedule,
      )[0];
    const [early, levelled] = ['T-1 01-05 08:00..01-06 17:00', 'T-1 01-06 13:00..01-08 12:00'];
    assert.equal(startOf('', '{ "schedule": "levelled" }'), levelled);
    assert.equal(startOf(', schedule: early', '{ "schedule": "levelled" }'), early);
    assert.equal(startOf('', '{ "schedule": "soon" }'), early);
    assert.equal(startOf('', '{}'), early);
  });

  it('lets tasks wait for their people, so that the project ends soonest', () =>
    levels(CLASH, ['T-1 01-06 13:00..01-08 12:00', 'T-2 01-05 08:00..01-06 12:00', 'T-3 01-06 13:00..01-08 12:00']));

  it('says who is busy with what, in English and Chinese', () => {
    assert.equal(why(CLASH, 'T-1'), 'Starts 2026-01-06 13:00: lin works on T-2 until 2026-01-06 12:00.');
    assert.equal(why(CLASH, 'T-1', 'zh'), '2026-01-06 13:00 开始：lin 在做 T-2，2026-01-06 12:00 才有空。');
    assert.equal(why(CLASH, 'T-3'), 'Starts 2026-01-06 13:00: T-2 finishes 2026-01-06 12:00.');
  });

  it('counts slack and what is critical by the order of work', () => {
    const { items } = scheduleOf(CLASH);
    assert.deepEqual(
      items().map(({ totalSlack, critical }) => [totalSlack, critical]),
      [
        [0, true],
        [0, true],
        [0, true],
      ],
    );
  });

  it('puts higher priorities first, also what a task of high priority waits for', () =>
    levels(
      `${PEOPLE}
      task T-1 "a" { effort: 2d, assign: lin, priority: 600 }
      task T-2 "b" { effort: 1d, assign: lin }
      task T-3 "c" { effort: 1d, assign: lin }
      task T-4 "d" { effort: 5d, assign: wang, after: T-3, priority: 800 }
      `,
      [
        'T-1 01-06 08:00..01-07 17:00',
        'T-2 01-08 08:00..01-08 17:00',
        'T-3 01-05 08:00..01-05 17:00',
        'T-4 01-06 08:00..01-12 17:00',
      ],
    ));

  it('lets run side by side what shares and capacity allow', () =>
    levels(
      `person half "Half" { capacity: 50% }
      person lin "Lin" { }
      task T-1 "a" { duration: 2d, assign: lin 50% }
      task T-2 "b" { duration: 2d, assign: lin 30% }
      task T-3 "c" { duration: 2d, assign: lin 30% }
      task T-4 "d" { duration: 2d, assign: half 50% }
      task T-5 "e" { duration: 2d, assign: half 50% }
      task T-6 "load" { duration: 4d, effort: 2d, assign: half }
      `,
      [
        'T-1 01-05 08:00..01-06 17:00',
        'T-2 01-05 08:00..01-06 17:00',
        'T-3 01-07 08:00..01-08 17:00',
        'T-4 01-09 08:00..01-12 17:00',
        'T-5 01-13 08:00..01-14 17:00',
        'T-6 01-05 08:00..01-08 17:00',
      ],
    ));

  it('knows leave, and calendars of their own', () =>
    levels(
      `calendar six "Six days" { week: mon..sat }
      person lin "Lin" { leave: 2026-01-08..2026-01-09, calendar: six }
      task T-1 "a" { effort: 3d, assign: lin }
      task T-2 "b" { effort: 2d, assign: lin }
      `,
      ['T-1 01-05 08:00..01-07 17:00', 'T-2 01-10 08:00..01-12 17:00'],
    ));

  it('takes all members of a team', () =>
    levels(
      `team core "Core" { person lin "Lin" { } person wang "Wang" { leave: 2026-01-06 } }
      task T-1 "a" { effort: 4d, assign: core }
      task T-2 "b" { effort: 1d, assign: wang }
      task T-3 "c" { effort: 1d, assign: lin }
      `,
      ['T-1 01-05 08:00..01-07 17:00', 'T-2 01-08 08:00..01-08 17:00', 'T-3 01-07 08:00..01-07 17:00'],
    ));

  it('leaves alone what is done, has begun or is dated by hand, and works around it', () =>
    levels(
      `${PEOPLE}
      task T-1 "begun" { effort: 2d, assign: lin, progress: 50% }
      task T-2 "fixed" { effort: 1d, assign: lin, start: = 2026-01-08 }
      task T-3 "done" { effort: 1d, assign: lin, status: done }
      task T-4 "free" { effort: 2d, assign: lin }
      `,
      [
        'T-1 01-05 08:00..01-06 17:00',
        'T-2 01-08 08:00..01-08 17:00',
        'T-3 01-05 08:00..01-05 17:00',
        'T-4 01-09 08:00..01-12 17:00',
      ],
    ));

  it('keeps a constraint rather than a person free, and says that the person has too much to do', () => {
    const schedule = scheduleOf(`${PEOPLE}
      task T-1 "a" { effort: 3d, assign: lin, start: = 2026-01-05 }
      task T-2 "b" { effort: 2d, assign: lin, start: <= 2026-01-06 }
      `);
    assert.deepEqual(dates(schedule), ['T-1 01-05 08:00..01-07 17:00', 'T-2 01-05 08:00..01-06 17:00']);
    assert.equal(overAllocations(schedule).length, 1);
  });

  it('moves what comes after the status date only', () =>
    levels(
      `${PEOPLE}
      task T-1 "a" { effort: 2d, assign: lin, actual: 2026-01-05.., progress: 50% }
      task T-2 "b" { effort: 1d, assign: lin }
      `,
      ['T-1 01-05 08:00..01-08 17:00', 'T-2 01-09 08:00..01-09 17:00'],
      'project p "P" { period: 2026-01-05.., status-date: 2026-01-07, schedule: levelled }\n',
    ));

  it('prefers deadlines to the end of the project', () =>
    levels(
      `${PEOPLE}
      task T-1 "a" { effort: 5d, assign: lin }
      task T-2 "b" { effort: 1d, assign: lin, deadline: 2026-01-05 }
      task T-3 "c" { duration: 5d, after: T-1 }
      `,
      ['T-1 01-06 08:00..01-12 17:00', 'T-2 01-05 08:00..01-05 17:00', 'T-3 01-13 08:00..01-19 17:00'],
    ));

  it('adds no dependency to the picture', () => {
    const { world } = fixture(`${PROJECT}${CLASH}`);
    assert.equal(timelineOf(world, 'en').links.length, 1);
  });

  it('makes nobody wait for a milestone because of people alone', () => {
    const schedule = scheduleOf(`${PEOPLE}
      task T-1 "a" { effort: 2d, assign: lin, priority: 900 }
      task T-2 "b" { effort: 2d, assign: lin }
      milestone M-1 "first" { after: T-1 }
      milestone M-2 "second" { after: T-2 }
      task T-3 "c" { effort: 1d, assign: lin, priority: 950 }
    `);
    const next = Array.from(nextMilestones(schedule), (index) => schedule.scheduled[index]?.id);
    assert.deepEqual(next, ['M-1', 'M-2', undefined, undefined, undefined]);
  });

  it('has the same dates in whatever order the text stands', () => {
    const tasks = Array.from(
      { length: 12 },
      (_, n) =>
        `task T-${n} "t" { effort: ${1 + (n % 4)}d, assign: ${n % 3 === 0 ? 'lin, wang' : n % 2 ? 'lin' : 'wang'}${n > 6 ? `, after: T-${n - 6}` : ''} }`,
    );
    const sorted = (some: readonly string[]): string[] => dates(scheduleOf(PEOPLE + some.join('\n'))).sort();
    assert.deepEqual(sorted(tasks.toReversed()), sorted(tasks));
  });
});
