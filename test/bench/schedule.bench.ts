/** Scheduling: levelling against the critical path of the same plan, and against the best known makespans of PSPLIB. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileNetwork } from '../../server/src/schedule/compile';
import { criticalPath } from '../../server/src/schedule/criticalPath';
import { level } from '../../server/src/schedule/levelling/level';
import { schedule } from '../../server/src/schedule/schedule';
import { planOf, readBestKnown, readSm } from '../support/psplib';
import { fastest, note, report } from './measure';
import { largePlan } from './plans';

levelling();
psplib();

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
