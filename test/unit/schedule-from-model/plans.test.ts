/** The plans of MS Project: every date, slack and critical mark that it stored, computed again from the text. */
import assert from 'node:assert/strict';
import type { ModelSchedule } from '../../../server/src/schedule/fromModel';
import type { NetworkSpec, NetworkTask } from '../../../server/src/schedule/network/network';
import { schedule, type Schedule } from '../../../server/src/schedule/network/schedule';
import { formatMinute, parseDay, parseMinute } from '../../../server/src/kinds/time';
import { describeCorpus, namesIn, readCorpus, worldOf } from '../../support/corpus';

interface Stored {
  readonly start: string;
  readonly finish: string;
  readonly totalSlackMinutes?: number;
  readonly freeSlackMinutes?: number;
  readonly critical?: boolean;
  readonly linked?: boolean;
}

interface Expected {
  readonly expected: Readonly<Record<string, Stored>>;
  readonly phases: Readonly<Record<string, { readonly start: string; readonly finish: string }>>;
  readonly outOfScope: readonly { readonly id: string; readonly reasons: readonly string[]; readonly stored: Stored }[];
  readonly calendars: Readonly<Record<string, CalendarTruth>>;
}

/** Working minutes from Monday to Sunday, and of each day that an exception covers. */
interface CalendarTruth {
  readonly week: Readonly<Record<string, number>>;
  readonly days: Readonly<Record<string, number>>;
}

interface Plan {
  readonly name: string;
  readonly truth: Expected;
  readonly model: ModelSchedule;
  readonly indexOf: (id: string) => number;
}

const plans = (rewrite = (text: string): string => text): Plan[] =>
  namesIn('plans')
    .filter((name) => name.endsWith('.delivery'))
    .map((file) => {
      const { model, schedule: computed } = worldOf([[file, rewrite(readCorpus('plans', file))]]);
      const truth = JSON.parse(readCorpus('plans', file.replace('.delivery', '.expected.json'))) as Expected;
      const indexOf = (id: string): number => computed.networkIndex[model.byId(id)!.index]!;
      return { name: file, truth, model: computed, indexOf };
    });

/**
 * The work of the two tasks of people with different calendars, as the files of MS Project have it beside the duration: their
 * durations are counted on all these calendars together, which no single calendar tells.
 */
const withWork = (text: string): string =>
  text
    .replace(/(task T-2 "Task A" \{\s*)duration: 6d/, '$1effort: 72h')
    .replace(/(task T-2 "Second Task" \{\s*)duration: 100d/, '$1effort: 500h');

/** The plan with what is out of scope (typed by hand, split, driven by people's calendars, under way) where MS Project put it. */
function pinned({ model, truth, indexOf }: Plan): NetworkSpec {
  const { spec } = model.plan.network;
  const tasks: NetworkTask[] = [...spec.tasks];
  for (const { id, stored } of truth.outOfScope) {
    const task = tasks[indexOf(id)]!;
    const [fixedStart, fixedFinish] = [parseMinute(stored.start), parseMinute(stored.finish)];
    const { parent, calendar, deadline } = task;
    tasks[indexOf(id)] = { duration: task.duration, parent, calendar, deadline, fixedStart, fixedFinish };
  }
  return { ...spec, tasks };
}

/** What differs of one task: "finish 2003-01-08T08:00:00 not 2003-01-07T17:00:00". */
function differences(plan: Schedule, at: number, stored: Stored): string[] {
  const computed: Stored = {
    start: formatMinute(plan.start[at]!),
    finish: formatMinute(plan.finish[at]!),
    totalSlackMinutes: plan.totalSlack[at],
    freeSlackMinutes: plan.freeSlack[at],
    critical: plan.critical[at] === 1,
  };
  return (['start', 'finish', 'totalSlackMinutes', 'freeSlackMinutes', 'critical'] as const)
    .filter((key) => stored[key] !== undefined && stored[key] !== computed[key])
    .map((key) => `${key} ${computed[key]} not ${stored[key]}`);
}

function compare(
  make: (plan: Plan) => Schedule,
  found = plans(),
): { same: Record<'linked' | 'unlinked', number>; wrong: string[] } {
  const same = { linked: 0, unlinked: 0 };
  const wrong: string[] = [];
  for (const plan of found) {
    const computed = make(plan);
    for (const [id, stored] of Object.entries(plan.truth.expected)) {
      const differing = differences(computed, plan.indexOf(id), stored);
      if (differing.length === 0) same[stored.linked ? 'linked' : 'unlinked']++;
      else wrong.push(`${plan.name} ${id}: ${differing.join(', ')}`);
    }
  }
  return { same, wrong };
}

describeCorpus('plans of MS Project', () => {
  it('have its dates, slack and critical tasks, with what is out of scope pinned', () => {
    const { same, wrong } = compare((plan) => schedule(pinned(plan)));
    assert.deepEqual(wrong, []);
    assert.deepEqual(same, { linked: 75, unlinked: 225 });
  });

  it('have them from the text alone, but for two plans that hang on a task whose work the text does not hold', () => {
    const { same, wrong } = compare(({ model }) => model.plan);
    assert.deepEqual(
      wrong.filter((text) => !/^(resource|sample)\.delivery /.test(text)),
      [],
    );
    assert.deepEqual(same, { linked: 63, unlinked: 222 });
  });

  it('have them all from the text alone, where it says the work of these two', () => {
    const { same, wrong } = compare(({ model }) => model.plan, plans(withWork));
    assert.deepEqual(wrong, []);
    assert.deepEqual(same, { linked: 75, unlinked: 225 });
  });

  it('leave what is dated by hand where it was typed', () => {
    const typed = plans().flatMap((plan) =>
      plan.truth.outOfScope
        .filter(({ reasons }) => reasons.includes('manual'))
        .map(({ id, stored }) => differences(plan.model.plan, plan.indexOf(id), stored)),
    );
    assert.deepEqual([typed.length, typed.flat().filter((text) => /^(start|finish)/.test(text))], [126, []]);
  });

  it('place work under way where it did, unless the rest was interrupted or follows a person’s calendar', () => {
    const dates = (text: string): boolean => /^(start|finish)/.test(text);
    const underWay = plans().flatMap((plan) =>
      plan.truth.outOfScope
        .filter(({ reasons }) => reasons.includes('progressed'))
        .map(({ id, stored }) => differences(plan.model.plan, plan.indexOf(id), stored)),
    );
    const count = (good: (found: readonly string[]) => boolean): number => underWay.filter(good).length;
    assert.deepEqual(
      [underWay.length, count((found) => !found.some(dates)), count(({ length }) => length === 0)],
      [25, 18, 13],
    );
  });

  it('have its phases', () => {
    for (const plan of plans()) {
      const computed = schedule(pinned(plan));
      for (const [id, stored] of Object.entries(plan.truth.phases))
        assert.deepEqual(
          [computed.start, computed.finish].map((column) => formatMinute(column[plan.indexOf(id)]!)),
          [stored.start, stored.finish],
          `${plan.name} ${id}`,
        );
    }
  });

  it('have its calendars', () => {
    let days = 0;
    for (const { name, truth, model } of plans()) {
      for (const [id, { week, days: special }] of Object.entries(truth.calendars)) {
        const calendar = model.plan.network.calendars[model.calendars.at(model.model.byId(id)!.index)!]!;
        const minutes = (day: number): number => calendar.workOn(day) / 10;
        for (const [day, expected] of Object.entries(special))
          assert.equal(minutes(parseDay(day)!), expected, `${name} ${id} ${day}`);
        days += Object.keys(special).length;
        const monday = ordinaryMonday(special);
        assert.deepEqual(
          Object.keys(week).map((_, at) => minutes(monday + at)),
          Object.values(week),
          `${name} ${id}`,
        );
      }
    }
    assert.ok(days > 0);
  });
});

/** The Monday of a week without exceptions. */
function ordinaryMonday(special: Readonly<Record<string, number>>): number {
  const taken = new Set(Object.keys(special).map((day) => parseDay(day)!));
  let monday = parseDay('2001-01-01')!;
  while ([0, 1, 2, 3, 4, 5, 6].some((at) => taken.has(monday + at))) monday += 7;
  return monday;
}
