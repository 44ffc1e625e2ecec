import assert from 'node:assert/strict';
import { formatMinute, parseMinute } from '../../../server/src/kinds/time';
import { forecast, runsFor, type DateForecast, type Forecast } from '../../../server/src/schedule/forecast/forecast';
import { luckOf, uniform } from '../../../server/src/schedule/forecast/random';
import { quantile, triangleOf } from '../../../server/src/schedule/forecast/triangle';
import type { ModelSchedule } from '../../../server/src/schedule/fromModel';
import { toTicks } from '../../../server/src/schedule/calendar/ticks';
import { fixture } from '../../support/world';

/** Around the clock, so that hours of work are hours of the clock. */
const CLOCK = `
  project p "P" { period: 2026-01-05..2026-12-31, calendar: always }
  calendar always "Always" { week: mon..sun, hours: 00:00..24:00 }
`;
const START = parseMinute('2026-01-05')!;

const planOf = (text: string, project = CLOCK): ModelSchedule => fixture(`${project}${text}`).world.schedule;

const run = (
  text: string,
  runs = 20_000,
  seed = 7,
  project = CLOCK,
): { of: (id: string) => DateForecast } & Forecast => {
  const plan = planOf(text, project);
  const result = forecast(plan, { runs, seed });
  return { ...result, of: (id) => result.milestones.get(plan.scheduled.findIndex((item) => item.id === id))! };
};

const hoursIn = (minute: number): number => (minute - START) / 60;
const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} ± ${tolerance}`);

/** Distribution function of a triangle, and its inverse, written apart from the code under test. */
function triangle(a: number, m: number, b: number): { below: (x: number) => number; at: (share: number) => number } {
  const below = (x: number): number =>
    x <= a ? 0 : x >= b ? 1 : x < m ? (x - a) ** 2 / ((b - a) * (m - a)) : 1 - (b - x) ** 2 / ((b - a) * (b - m));
  const at = (share: number): number => {
    let [low, high] = [a, b];
    for (let steps = 0; steps < 60; steps++)
      if (below((low + high) / 2) < share) low = (low + high) / 2;
      else high = (low + high) / 2;
    return low;
  };
  return { below, at };
}

describe('forecast: what is drawn', () => {
  it('has the mean and the variance of the triangle, in every stream, and streams do not follow each other', () => {
    const shape = triangleOf(30, 50, 100);
    const sample = (name: string): number[] => {
      const luck = luckOf(7, name);
      return Array.from({ length: 20_000 }, () => quantile(shape, uniform(luck)));
    };
    const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
    const variance = (30 ** 2 + 50 ** 2 + 100 ** 2 - 30 * 50 - 30 * 100 - 50 * 100) / 18;
    const samples = ['task T-1', 'task T-2', 'task T-3', 'risk T-1', ''].map(sample);
    for (const values of samples) {
      const middle = mean(values);
      near(middle, 60, (4 * Math.sqrt(variance)) / Math.sqrt(20_000));
      near(mean(values.map((each) => (each - middle) ** 2)), variance, 8);
    }
    for (let at = 1; at < samples.length; at++) {
      const together = mean(samples[0]!.map((each, run) => (each - 60) * (samples[at]![run]! - 60)));
      near(together / variance, 0, 4 / Math.sqrt(20_000));
    }
  });
});

describe('forecast: dates against the formulas', () => {
  it('of one task: the quantiles of its triangle, and the chance of the plan and of the due date', () => {
    const { of } = run(
      'task T-1 "t" { duration: 30h..50h..100h } milestone M "m" { after: T-1, due: 2026-01-07T22:00 }',
    );
    const { below, at } = triangle(30, 50, 100);
    const { planned, p50, p80, p95, asPlanned, onTime, earliest, latest } = of('M');
    assert.equal(hoursIn(planned), 50);
    for (const [found, share] of [
      [p50, 0.5],
      [p80, 0.8],
      [p95, 0.95],
    ] as const)
      near(hoursIn(found), at(share), 1);
    near(asPlanned, below(50), 0.015);
    near(onTime!, below(70), 0.015);
    assert.ok(hoursIn(earliest) >= 30 && hoursIn(latest) <= 100);
  });

  it('of a chain: mean and spread of the sum, which is nearly normal', () => {
    const chain = Array.from(
      { length: 40 },
      (_, at) => `task T-${at} "t" { duration: 6h..8h..16h${at === 0 ? '' : `, after: T-${at - 1}`} }\n`,
    ).join('');
    const { p50, p80, p95 } = run(`${chain} milestone M "m" { after: T-39 }`).of('M');
    const deviation = Math.sqrt((40 * (36 + 64 + 256 - 48 - 96 - 128)) / 18);
    near(hoursIn(p50), 400, 0.5);
    near(hoursIn(p80), 400 + 0.8416 * deviation, 0.7);
    near(hoursIn(p95), 400 + 1.6449 * deviation, 1);
  });

  it('of two equal paths: the greater of both, and each is critical in half of the runs', () => {
    const text = 'task T-1 "a" { duration: 30h..50h..100h } task T-2 "b" { duration: 30h..50h..100h }';
    const { of, criticality } = run(`${text} task T-3 "c" { duration: 10h } milestone M "m" { after: T-1, T-2, T-3 }`);
    const { at } = triangle(30, 50, 100);
    near(hoursIn(of('M').p50), at(Math.sqrt(0.5)), 1);
    near(hoursIn(of('M').p80), at(Math.sqrt(0.8)), 1);
    near(criticality[0]!, 0.5, 0.015);
    near(criticality[1]!, 0.5, 0.015);
    assert.deepEqual([criticality[2], criticality[3]], [0, 1]);
  });

  it('of a risk: with its probability everything is later by its impact', () => {
    const { of, threats } = run(`
      task T-1 "t" { duration: 50h }
      milestone M "m" { after: T-1 }
      risk R-1 "r" { probability: 30%, impact: 20h, threatens: T-1 }
    `);
    assert.equal(threats.counted.length, 1);
    const { asPlanned, p50, p80 } = of('M');
    near(asPlanned, 0.7, 0.013);
    assert.deepEqual([hoursIn(p50), hoursIn(p80)], [50, 70]);
  });

  it('keeps to working time: nothing ends at night, on a weekend or on leave', () => {
    const plan = planOf(
      `person lin "Lin" { leave: 2026-01-13..2026-01-14 }
       task T-1 "t" { effort: 2d..4d..12d, assign: lin }
       milestone M "m" { after: T-1 }`,
      'project p "P" { period: 2026-01-05.. }\n',
    );
    const { milestones } = forecast(plan, { runs: 2000, seed: 1 });
    const { earliest, p50, p80, p95, latest } = milestones.get(1)!;
    const calendar = plan.plan.network.calendars[plan.calendars.ofPerson(plan.people.persons[0]!)]!;
    for (const each of [earliest, p50, p80, p95, latest])
      assert.equal(calendar.finishAt(calendar.worked(toTicks(each))), toTicks(each), formatMinute(each));
    assert.ok(latest > parseMinute('2026-01-20')!);
  });
});

describe('forecast: what varies', () => {
  const asText = ({ milestones }: Forecast): string => JSON.stringify([...milestones.values()]);

  it('is the same for a seed, whatever the order of the text and whatever else is in the plan', () => {
    const parts = [
      'task T-1 "a" { duration: 30h..50h..100h }',
      'task T-2 "b" { duration: 10h..50h..60h, after: T-1 }',
      'risk R-1 "r" { probability: 30%, impact: 20h, threatens: T-2 }',
      'milestone M "m" { after: T-2 }',
    ];
    const first = run(parts.join('\n'), 500);
    assert.equal(asText(run(parts.join('\n'), 500)), asText(first));
    assert.equal(asText(run(parts.toReversed().join('\n'), 500)), asText(first));
    const other =
      'task T-9 "x" { duration: 1h..2h..9h }\nrisk R-9 "y" { probability: 50%, impact: 2h, threatens: T-9 }';
    assert.equal(asText(run(`${other}\n${parts.join('\n')}`, 500)), asText(first));
    assert.notEqual(asText(run(parts.join('\n'), 500, 8)), asText(first));
  });

  it('says that nothing does where all is certain: estimates of one point, what is done, risks without time', () => {
    const { runs, spreads, threats, milestones, project } = run(`
      task T-1 "a" { duration: 5h }
      task T-2 "done" { duration: 1h..5h..9h, status: done }
      task T-3 "pinned" { duration: 1h..5h..9h, start: 2026-02-01, end: 2026-02-02 }
      phase P "p" { task T-4 "parent" { duration: 1h..5h..9h task T-5 "child" { duration: 2h } } }
      milestone M "m" { after: T-1, T-2 }
      risk R-1 "money" { probability: 30%, impact: 5000 EUR, threatens: T-1 }
      risk R-2 "unknown" { impact: 5h, threatens: T-1 }
      risk R-3 "nothing" { probability: 30%, impact: 5h, threatens: T-2 }
      risk R-4 "closed" { probability: 30%, impact: 5h, threatens: T-1, status: closed }
      risk R-5 "occurred" { probability: 30%, impact: 5h, threatens: T-1, status: occurred }
    `);
    assert.deepEqual([runs, spreads, threats.counted.length, milestones.size, project], [0, 0, 0, 0, undefined]);
    assert.deepEqual(
      threats.uncounted.map(({ risk, why }) => `${risk.id} ${why}`),
      ['R-1 no-duration', 'R-2 no-probability', 'R-3 no-work'],
    );
  });

  it('a risk delays a phase as a whole, a milestone itself, and the last task of a requirement', () => {
    const risk = (threatens: string): string =>
      `risk R "r" { probability: 100%, impact: 20h, threatens: ${threatens} }`;
    const plan = `
      requirement REQ-1 "r" { priority: must }
      phase P "p" {
        phase Q "q" { task T-1 "a" { duration: 10h, realizes: REQ-1 } }
        task T-2 "b" { duration: 30h, realizes: REQ-1 }
      }
      milestone M "m" { after: P }
      task T-3 "c" { duration: 5h, after: M }
      milestone N "n" { after: T-3 }
    `;
    const hours = (text: string): number[] => ['M', 'N'].map((id) => hoursIn(run(`${plan}${text}`, 10).of(id).p50));
    assert.deepEqual(hours(risk('P')), [50, 55]);
    assert.deepEqual(hours(risk('M')), [50, 55]);
    assert.deepEqual(hours(risk('REQ-1')), [50, 55]);
    assert.deepEqual(hours(risk('Q')), [30, 35], 'the path beside it is longer');
    assert.deepEqual(hours(risk('P, Q')), [50, 55], 'a phase waits for the delays in it');
  });

  it('of what has begun, the part that is done grows with the whole', () => {
    const project = CLOCK.replace('calendar: always', 'calendar: always, status-date: 2026-01-06');
    const text =
      'task T-1 "t" { duration: 40h..80h..120h, progress: 50%, actual: 2026-01-05.. } milestone M "m" { after: T-1 }';
    const { earliest, latest, planned } = run(text, 5000, 1, project).of('M');
    const status = (parseMinute('2026-01-07')! - START) / 60; // the end of that day
    assert.equal(hoursIn(planned), status + 40);
    near(hoursIn(earliest), status + 20, 2);
    near(hoursIn(latest), status + 60 + 12, 4);
  });

  it('counts nothing without dates as critical', () => {
    const { criticality } = run(
      `
      calendar none "None" { holidays: 2026-01-01.. }
      task T-1 "a" { duration: 1h..5h..9h }
      task T-2 "b" { duration: 1h, calendar: none }
    `,
      10,
    );
    assert.deepEqual([...criticality], [1, 0]);
  });

  it('bounds what huge plans cost, and has a forecast without dates where a circle leaves none', () => {
    const circle = 'task T-1 "a" { duration: 1h..5h..9h, after: T-2 } task T-2 "b" { duration: 1h, after: T-1 }';
    const { runs, spreads } = run(`${circle} milestone M "m" { after: T-1 }`);
    assert.deepEqual([runs, spreads], [0, 0]);
    assert.deepEqual(
      [
        runsFor(1000, 10_000, 50),
        runsFor(1_000_000, 10_000, 50),
        runsFor(1000, 10_000_000, 0),
        runsFor(5, 10_000_000, 0),
      ],
      [1000, 10_000, 20, 5],
    );
  });
});
