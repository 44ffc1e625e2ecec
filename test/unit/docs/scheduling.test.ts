import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { whyOf } from '../../../server/src/ide/why';
import { formatMinute, MINUTES_PER_DAY, type PlanMinute } from '../../../server/src/kinds/time';
import type { ModelSchedule, ScheduledItem } from '../../../server/src/schedule/fromModel';
import { fixture } from '../../support/world';

const PATH = 'docs/scheduling.md';

/** An example with the table of its dates. */
const EXAMPLE = /(```delivery\n((?:(?!```)[^])*)```\n\n)(\| Item[^]*?\n)(?=\n)/g;

const HEAD = ['Item', 'Start', 'Finish', 'Slack', 'Why'];

function tableOf(spec: string): string {
  const { schedule } = fixture(spec).world;
  return table([HEAD, ...schedule.items().map((entry) => rowOf(schedule, entry))]);
}

function rowOf(schedule: ModelSchedule, entry: ScheduledItem): readonly string[] {
  const { item, start, finish, totalSlack = NaN, critical } = entry;
  const isElapsed = schedule.plan.network.spec.tasks[entry.index]!.elapsed === true;
  const days = isElapsed ? `${totalSlack / MINUTES_PER_DAY} ed` : `${totalSlack / schedule.lengths.d} d`;
  return [
    item.id!,
    instant(start),
    instant(finish),
    critical ? `${days}, critical` : days,
    whyOf(schedule, entry, 'en') ?? '',
  ];
}

const instant = (minute: PlanMinute | undefined): string =>
  minute === undefined ? '' : formatMinute(minute).slice(0, 16).replace('T', ' ');

function table(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |\n`;
  const [head, ...body] = rows;
  return [head!, widths.map((width) => '-'.repeat(width)), ...body].map(line).join('');
}

describe(PATH, () => {
  it('shows the dates that its examples have', () => {
    const page = readFileSync(PATH, 'utf8');
    const computed = page.replace(EXAMPLE, (_, example: string, spec: string) => example + tableOf(spec));
    assert.notEqual([...page.matchAll(EXAMPLE)].length, 0);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(PATH, computed);
    else assert.equal(page, computed, `${PATH} is stale: run UPDATE_DOCS=1 npm run test:unit`);
  });
});
