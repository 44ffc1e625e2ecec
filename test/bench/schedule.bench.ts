/**
 * Scheduling: the critical path against reading the same plan as JSON; levelling against the critical path of the same plan,
 * and against the best known makespans of PSPLIB; forecasts against the critical path of a plan of ten times the size.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileNetwork } from '../../server/src/schedule/network/compile';
import { criticalPath } from '../../server/src/schedule/network/criticalPath';
import { builtInTable } from '../../server/src/kinds/table';
import { SourceDocument } from '../../server/src/language/document';
import { buildModel } from '../../server/src/model/model';
import { forecast } from '../../server/src/schedule/forecast/forecast';
import { scheduleModel } from '../../server/src/schedule/fromModel';
import { level } from '../../server/src/schedule/levelling/level';
import type { NetworkSpec } from '../../server/src/schedule/network/network';
import { schedule } from '../../server/src/schedule/network/schedule';
import { planOf, readBestKnown, readSm } from '../support/psplib';
import { fastest, note, report } from './measure';
import { largePlan } from './plans';

/** Forward and back over 100,000 tasks with four calendars: each work stream with its own, and every task with any. */
function criticalPaths(): void {
  const { spec } = largePlan(100_000);
  const { tasks, links, calendars } = spec;
  console.log(`\nThe critical path of ${tasks.length} tasks, ${links.length} links, ${calendars.length} calendars`);
  const json = jsonOf(spec);
  const parse = fastest(() => JSON.parse(json) as unknown);
  note(`JSON.parse of ${(json.length / 1e6).toFixed(1)} MB`, parse, 'ms');
  const streams = tasks.map((task, at) => ({ ...task, calendar: Math.floor(at / STREAM) % calendars.length }));
  const pass = passOf({ ...spec, tasks: streams });
  note('forward and back', pass, 'ms');
  note('forward and back, calendars at random', passOf(spec), 'ms');
  note(
    'from numbers to all dates',
    fastest(() => schedule(spec)),
    'ms',
  );
  report('forward and back / JSON.parse', pass / parse, 0.1);
}

/** The plan as a file would hold it: tasks and calendars have ids, by which each task names what it waits for. */
function jsonOf({ start, tasks, links, calendars }: NetworkSpec): string {
  const data = tasks.map(({ duration, calendar }, at) => ({
    id: `T-${at}`,
    duration,
    calendar: `C-${calendar}`,
    after: [] as object[],
  }));
  for (const { from, to, type, lag } of links) data[to]!.after.push({ task: `T-${from}`, type, lag });
  return JSON.stringify({ start, calendars: calendars.map((each, at) => ({ id: `C-${at}`, ...each })), tasks: data });
}

/** Tasks of a work stream. */
const STREAM = 10_000;

function passOf(spec: NetworkSpec): number {
  const net = compileNetwork(spec);
  const spare = criticalPath(net);
  return fastest(() => criticalPath(net, undefined, spare));
}

function levelling(): void {
  const { spec, input } = largePlan(10_000);
  console.log(`\nLevelling ${spec.tasks.length} tasks, ${spec.links.length} links, ${input.resources.length} people`);
  const net = compileNetwork(spec);
  const pass = fastest(() => criticalPath(net));
  const whole = fastest(() => schedule(spec));
  const levelled = fastest(() => level(spec, input));
  note('critical path, forward and back', pass, 'ms');
  note('schedule without levelling', whole, 'ms');
  report('levelling', levelled, 100, 'ms');
  note('levelling / critical path', levelled / pass, '×');
  note('levelling / schedule without levelling', levelled / whole, '×');
}

/** Each task with an estimate of three points: best half, worst twice the likely one. */
function forecasts(): void {
  const { spec } = largePlan(10_000);
  const after = spec.tasks.map((): string[] => []);
  for (const { from, to, type, lag = 0 } of spec.links)
    after[to]!.push(`T-${from}${type === 'FS' ? '' : ` ${type}`}${lag > 0 ? ` + ${lag / 60}h` : ''}`);
  const text = spec.tasks
    .map(({ duration }, task) => {
      const hours = duration / 60;
      const links = after[task]!.length > 0 ? `, after: ${after[task]!.join(', ')}` : '';
      return `task T-${task} "Task" { duration: ${hours / 2}h..${hours}h..${hours * 2}h${links} }\n`;
    })
    .join('');
  const document = new SourceDocument(`project plan "Plan" { period: 2026-01-05.. }\n${text}`);
  const plan = scheduleModel(buildModel([{ uri: 'file:///plan.delivery', document }], builtInTable));
  const { runs, spreads } = forecast(plan);
  console.log(
    `\nForecasting ${spec.tasks.length} tasks, ${spec.links.length} links, ${spreads} estimates, ${runs} runs`,
  );
  const large = compileNetwork(largePlan(100_000).spec);
  const spare = criticalPath(large);
  const yardstick = fastest(() => criticalPath(large, undefined, spare));
  note('forward and back over 100,000 tasks', yardstick, 'ms');
  const forecasting = fastest(() => forecast(plan), 3);
  note('forecast', forecasting, 'ms');
  report('forecast / forward and back over 100,000 tasks', forecasting / yardstick, 60);
}

/**
 * The sets of PSPLIB, where the corpus has them: `psplib/j30/*.sm`, and beside them `psplib/j30opt.sm`, `psplib/j60hrs.sm`, …
 * with the best known makespans.
 */
function psplib(): void {
  const folder = join(process.env.DELIVERY_CORPUS ?? '', 'psplib');
  for (const [set, target] of [
    ['j30', 5.6],
    ['j60', 5.7],
    ['j120', 12.9],
  ] as const) {
    const path = join(folder, set);
    if (!process.env.DELIVERY_CORPUS || !existsSync(path)) continue;
    const known = ['opt', 'hrs', 'lb'].map((kind) => join(folder, `${set}${kind}.sm`)).find((file) => existsSync(file));
    const best = known === undefined ? new Map<string, number>() : readBestKnown(readFileSync(known, 'utf8'));
    const overPath: number[] = [];
    const overBest: number[] = [];
    for (const name of readdirSync(path).filter((each) => each.endsWith('.sm'))) {
      const { spec, input } = planOf(readSm(readFileSync(join(path, name), 'utf8')));
      const { projectFinish } = level(spec, input);
      overPath.push(projectFinish / schedule(spec).projectFinish - 1);
      const makespan = best.get(name.slice(set.length, -'.sm'.length));
      if (makespan !== undefined) overBest.push(projectFinish / makespan - 1);
    }
    console.log(`\nPSPLIB ${set}: ${overPath.length} projects`);
    note('mean makespan over the critical path', 100 * mean(overPath), '%');
    if (overBest.length > 0) report('mean makespan over the best known', 100 * mean(overBest), target, '%');
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

criticalPaths();
levelling();
forecasts();
psplib();
