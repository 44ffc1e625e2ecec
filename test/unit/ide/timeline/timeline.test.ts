import assert from 'node:assert/strict';
import { timelineOf } from '../../../../server/src/ide/timeline/timeline';
import type { Timeline, TimelineBar } from '../../../../server/src/ide/timeline/types';
import type { Tongue } from '../../../../server/src/kinds/tongue';
import { parseDay, formatMinute } from '../../../../server/src/kinds/time';
import { fixture } from '../../../support/world';

const timeline = (source: string, tongue: Tongue = 'en'): Timeline => timelineOf(fixture(source).world, tongue);

const bar = ({ bars }: Timeline, key: string): TimelineBar => {
  const found = bars.find((candidate) => candidate.key === key);
  assert.ok(found, `no bar ${key}`);
  return found;
};

const dates = ({ start, finish }: TimelineBar): string =>
  [start, finish].map((minute) => (minute === undefined ? '?' : formatMinute(minute))).join(' ');

const PLAN = `
  project crm "CRM rollout" { period: 2026-01-05..2026-06-30, status-date: 2026-01-05 }
  person lin "Lin" { }
  phase P-1 "Build" {
    section "First half" {
      task T-1 "Connect" { duration: 2d, assign: lin 50%, progress: 50% }
    }
    task T-2 "Migrate" { duration: 1d, after: T-1, status: done }
  }
  milestone M-1 "Pilot" { after: P-1, due: 2026-01-06 }
`;

describe('timeline', () => {
  it('has a bar for each phase, task and milestone, with computed dates', () => {
    const picture = timeline(PLAN);
    assert.equal(picture.title, 'CRM rollout');
    assert.deepEqual(
      picture.bars.map(({ key, type }, index) => [key, type, picture.bars[picture.holders[index]!]?.key]),
      [
        ['P-1', 'phase', undefined],
        ['T-1', 'task', 'P-1'],
        ['T-2', 'task', 'P-1'],
        ['M-1', 'milestone', undefined],
      ],
    );
    assert.equal(dates(bar(picture, 'T-1')), '2026-01-05T08:00:00 2026-01-06T17:00:00');
    assert.equal(dates(bar(picture, 'T-2')), '2026-01-07T08:00:00 2026-01-07T17:00:00');
    assert.equal(dates(bar(picture, 'P-1')), '2026-01-05T08:00:00 2026-01-07T17:00:00');
    assert.deepEqual([picture.start, picture.finish].map(formatMinute), ['2026-01-05T08:00:00', '2026-01-07T17:00:00']);
  });

  it('tells progress, assignees and promises', () => {
    const picture = timeline(PLAN);
    assert.equal(bar(picture, 'T-1').progress, 0.5);
    assert.equal(bar(picture, 'T-2').progress, 1);
    assert.deepEqual(bar(picture, 'T-1').assignees, ['lin']);
    assert.equal(formatMinute(bar(picture, 'M-1').due!), '2026-01-07T00:00:00');
    assert.equal(formatMinute(picture.statusDate!), '2026-01-06T00:00:00');
  });

  it('draws links between bars, and marks what is critical, which what is done is not', () => {
    const { links, bars } = timeline(PLAN);
    assert.deepEqual(links, [
      { from: 1, to: 2, type: 'FS' },
      { from: 0, to: 3, type: 'FS' },
    ]);
    assert.deepEqual(
      bars.map(({ key, critical }) => [key, critical]),
      [
        ['P-1', true],
        ['T-1', true],
        ['T-2', undefined],
        ['M-1', true],
      ],
    );
  });

  it('puts a milestone that nothing but its promise dates where it is due, though the promise moves nothing', () => {
    const source = `
      project p "P" { period: 2026-01-05..2026-06-30 }
      task T-1 "a" { duration: 2d }
      milestone M-1 "Pilot" { due: 2026-03-31 }
      milestone M-2 "Rollout" { due: 2026-03-31T15:00 }
      milestone M-3 "After work" { due: 2026-03-31, after: T-1 }
      milestone M-4 "With a date" { due: 2026-03-31, start: >= 2026-02-02 }
      milestone M-5 "Before work" { due: 2026-03-31 }
      task T-2 "b" { duration: 1d, after: M-5 }
      milestone M-6 "Too late" { due: 2026-01-02 }
      milestone M-7 "Done" { due: 2026-03-31, progress: 100% }
      phase P-1 "p" { after: T-1
        milestone M-8 "Waits, too" { due: 2026-03-31 }
      }
      signoff S-1 "Pilot signed" { accepts: M-1 }
      deliverable D-1 "Manual" { due: 2026-02-27 }
    `;
    const picture = timeline(source);
    const at = (key: string): string => dates(bar(picture, key)).slice(0, 16);
    assert.deepEqual(
      ['M-1', 'M-2', 'M-3', 'M-4', 'M-5', 'M-6', 'M-7', 'M-8', 'S-1', 'D-1'].map((key) => [key, at(key)]),
      [
        ['M-1', '2026-03-31T12:00'],
        ['M-2', '2026-03-31T15:00'],
        ['M-3', '2026-01-06T17:00'],
        ['M-4', '2026-02-02T08:00'],
        ['M-5', '2026-01-05T08:00'],
        ['M-6', '2026-01-05T08:00'],
        ['M-7', '2026-03-31T12:00'],
        ['M-8', '2026-01-06T17:00'],
        ['S-1', '2026-03-31T12:00'],
        ['D-1', '2026-02-27T12:00'],
      ],
    );
    const { due, slack, critical, why, ...pilot } = bar(picture, 'M-1');
    assert.equal(pilot.promised, true);
    assert.deepEqual([formatMinute(due!), slack, critical], ['2026-04-01T00:00:00', undefined, undefined]);
    assert.equal(why, 'Drawn where it is due: no work leads to it, and nothing else says when.');
    assert.equal(bar(timeline(source, 'zh'), 'M-1').why, '按期限绘制：没有任务通向它，也没有其他日期。');
    const { schedule, model } = fixture(source).world;
    assert.equal(formatMinute(schedule.of(model.byId('M-1')!.index)!.finish!), '2026-01-05T08:00:00');
  });

  it('has a place for a promise where nothing says when the project begins', () =>
    assert.equal(
      dates(bar(timeline('milestone M-1 "Pilot" { due: 2026-03-31 }'), 'M-1')).slice(0, 16),
      '2026-03-31T12:00',
    ));

  it('says why a date is where it is, in both tongues', () => {
    assert.equal(bar(timeline(PLAN), 'T-2').why, 'Starts 2026-01-07 08:00: T-1 finishes 2026-01-06 17:00.');
    assert.equal(bar(timeline(PLAN, 'zh'), 'T-2').why, '2026-01-07 08:00 开始：T-1 完成于 2026-01-06 17:00。');
    assert.equal(bar(timeline(PLAN), 'T-1').why, 'Starts 2026-01-05 08:00: the project starts then.');
  });

  it('names holidays and joins the days of a weekend', () => {
    const { nonWorking } = timeline(`
      project p "P" { period: 2026-01-05.., calendar: c }
      calendar c "C" { holidays: 2026-01-08..2026-01-09 "Founders' days" }
      task T-1 "x" { duration: 10d }
    `);
    const days = nonWorking.filter(({ from }) => from >= parseDay('2026-01-05')! && from <= parseDay('2026-01-18')!);
    assert.deepEqual(days, [
      { from: parseDay('2026-01-08'), to: parseDay('2026-01-09'), name: "Founders' days" },
      { from: parseDay('2026-01-10'), to: parseDay('2026-01-11') },
      { from: parseDay('2026-01-17'), to: parseDay('2026-01-18') },
    ]);
  });

  it('keeps bars without dates in a circle and without an estimate', () => {
    const picture = timeline(`
      project p "P" { period: 2026-01-05.. }
      task T-1 "a" { duration: 1d, after: T-2 }
      task T-2 "b" { duration: 1d, after: T-1 }
      task T-3 "c" { }
      task T-4 "d" { duration: 1d }
    `);
    assert.equal(dates(bar(picture, 'T-1')), '? ?');
    assert.equal(dates(bar(picture, 'T-3')), '2026-01-05T08:00:00 ?');
    assert.equal(dates(bar(picture, 'T-4')), '2026-01-05T08:00:00 2026-01-05T17:00:00');
    assert.equal(bar(picture, 'T-1').why, undefined);
  });

  it('gives bars without id, or with one that is taken, keys of their own', () => {
    const { bars } = timeline(
      'project p "P" { period: 2026-01-05.. }\ntask "a" { }\ntask T-1 "b" { }\ntask T-1 "c" { }\n',
    );
    assert.equal(new Set(bars.map(({ key }) => key)).size, 3);
    assert.deepEqual(
      bars.map(({ id }) => id),
      [undefined, 'T-1', 'T-1'],
    );
  });

  it('counts syntax errors, for the picture may lack what could not be read', () => {
    assert.equal(timeline(PLAN).syntaxErrors, 0);
    assert.equal(timeline('task T-1 "a {\n  effort\n  进度：40%\n').syntaxErrors, 3);
  });

  it('is empty and whole for an empty plan', () => {
    const picture = timeline('//- a.delivery\n');
    assert.deepEqual([picture.bars, picture.links, picture.title], [[], [], 'plan']);
    assert.equal(picture.start, picture.finish);
  });
});
