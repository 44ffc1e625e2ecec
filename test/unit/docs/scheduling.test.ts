import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { whyOf } from '../../../server/src/ide/why';
import { formatMinute, MINUTES_PER_DAY, type PlanMinute } from '../../../server/src/kinds/time';
import type { Tongue } from '../../../server/src/kinds/tongue';
import { displayWidth } from '../../../server/src/language/format/width';
import type { ModelSchedule, ScheduledItem } from '../../../server/src/schedule/fromModel';
import { fixture } from '../../support/world';

interface Words {
  readonly head: readonly string[];
  readonly critical: string;
  readonly day: string;
  readonly elapsedDay: string;
}

const WORDS: Readonly<Record<Tongue, Words>> = {
  en: { head: ['Item', 'Start', 'Finish', 'Slack', 'Why'], critical: ', critical', day: 'd', elapsedDay: 'ed' },
  zh: { head: ['条目', '开始', '完成', '总时差', '原因'], critical: '，关键', day: '天', elapsedDay: '自然日' },
};

/** An example with the table of its dates. */
const EXAMPLE = /(```delivery\n((?:(?!```)[^])*)```\n\n)(\| (?:Item|条目)[^]*?\n)(?=\n)/g;

function tableOf(spec: string, tongue: Tongue): string {
  const { schedule } = fixture(spec).world;
  return table([WORDS[tongue].head, ...schedule.items().map((entry) => rowOf(schedule, entry, tongue))]);
}

function rowOf(schedule: ModelSchedule, entry: ScheduledItem, tongue: Tongue): readonly string[] {
  const { item, start, finish, totalSlack = NaN, critical } = entry;
  const words = WORDS[tongue];
  const isElapsed = schedule.plan.network.spec.tasks[entry.index]!.elapsed === true;
  const days = isElapsed
    ? `${totalSlack / MINUTES_PER_DAY} ${words.elapsedDay}`
    : `${totalSlack / schedule.lengths.d} ${words.day}`;
  return [
    item.id!,
    instant(start),
    instant(finish),
    critical ? `${days}${words.critical}` : days,
    whyOf(schedule, entry, tongue) ?? '',
  ];
}

const instant = (minute: PlanMinute | undefined): string =>
  minute === undefined ? '' : formatMinute(minute).slice(0, 16).replace('T', ' ');

/** As wide as the page shows it: a Chinese sign takes two columns. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column]!))));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell + ' '.repeat(widths[at]! - displayWidth(cell))).join(' | ')} |\n`;
  const [head, ...body] = rows;
  return [head!, widths.map((width) => '-'.repeat(width)), ...body].map(line).join('');
}

for (const [path, tongue] of [
  ['docs/scheduling.md', 'en'],
  ['docs/scheduling.zh-CN.md', 'zh'],
] as const)
  describe(path, () => {
    it('shows the dates that its examples have', () => {
      const page = readFileSync(path, 'utf8');
      const computed = page.replace(EXAMPLE, (_, example: string, spec: string) => example + tableOf(spec, tongue));
      assert.notEqual([...page.matchAll(EXAMPLE)].length, 0);
      if (process.env.UPDATE_DOCS === '1') writeFileSync(path, computed);
      else assert.equal(page, computed, `${path} is stale: run UPDATE_DOCS=1 npm run test:unit`);
    });
  });
