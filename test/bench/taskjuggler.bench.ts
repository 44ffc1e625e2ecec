/** Planning against TaskJuggler: one plan of 10,000 tasks in both languages, read and scheduled; needs `tj3`, Debian's package. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { builtInTable } from '../../server/src/kinds/table';
import { SourceDocument } from '../../server/src/language/document';
import { buildModel } from '../../server/src/model/model';
import { scheduleModel } from '../../server/src/schedule/fromModel';
import { fastest, note, report } from './measure';

const TASKS = 10_000;
const PEOPLE = 100;

interface Task {
  readonly days: number;
  readonly person: number;
  readonly after: readonly number[];
}

function tasks(): readonly Task[] {
  const random = xoroshiro128plus(1);
  const below = (n: number): number => uniformInt(random, 0, n - 1);
  return Array.from({ length: TASKS }, (_, task) => ({
    days: 1 + below(10),
    person: below(PEOPLE),
    after:
      task === 0 ? [] : [...new Set(Array.from({ length: 1 + below(3) }, () => Math.max(0, task - 1 - below(400))))],
  }));
}

const numbers = Array.from({ length: PEOPLE }, (_, person) => person);

/** With people, tasks ask for effort and wait until their person is free; without, they take working time. */
function deliverySpec(plan: readonly Task[], withPeople: boolean): string {
  const people = withPeople ? numbers.map((person) => `person p${person} "Person ${person}" { }\n`).join('') : '';
  const project = `project plan "Plan" { period: 2026-01-05..${withPeople ? ', schedule: levelled' : ''} }\n`;
  return (
    project +
    people +
    plan
      .map(({ days, person, after }, task) => {
        const work = withPeople ? `  effort: ${days}d\n  assign: p${person}\n` : `  duration: ${days}d\n`;
        const links = after.length > 0 ? `  after: ${after.map((each) => `T-${each}`).join(', ')}\n` : '';
        return `task T-${task} "Task ${task}" {\n${work}${links}}\n`;
      })
      .join('')
  );
}

/** The same as TaskJuggler reads it; with the resolution of an hour, the coarsest that it has. */
function tjp(plan: readonly Task[], withPeople: boolean): string {
  const people = withPeople ? numbers.map((person) => `resource p${person} "Person ${person}" {}\n`).join('') : '';
  return (
    `project plan "Plan" 2026-01-05 +10y {\n  timezone "UTC"\n  timingresolution 60min\n}\n${people}` +
    plan
      .map(({ days, person, after }, task) => {
        const work = withPeople ? `  effort ${days}d\n  allocate p${person}\n` : `  length ${days}d\n`;
        const links = after.length > 0 ? `  depends ${after.map((each) => `!t${each}`).join(', ')}\n` : '';
        return `task t${task} "Task ${task}" {\n${work}${links || '  start 2026-01-05\n'}}\n`;
      })
      .join('')
  );
}

function compare(name: string, plan: readonly Task[], withPeople: boolean): void {
  console.log(`\n${name} of ${plan.length} tasks, read and scheduled`);
  const text = deliverySpec(plan, withPeople);
  const own = fastest(() => {
    const document = new SourceDocument(text);
    return scheduleModel(buildModel([{ uri: 'file:///plan.delivery', document }], builtInTable)).plan;
  }, 5);
  note('from text to all dates', own, 'ms');
  const folder = mkdtempSync(join(tmpdir(), 'delivery-bench-'));
  try {
    writeFileSync(join(folder, 'plan.delivery'), text);
    writeFileSync(join(folder, 'plan.tjp'), tjp(plan, withPeople));
    const command = time(process.execPath, [resolve('dist/cli/delivery.js'), 'schedule', folder, '--format', 'csv']);
    note('a process: delivery schedule --format csv', command, 'ms');
    const peer = time('tj3', ['--silent', '--no-reports', join(folder, 'plan.tjp')]);
    note('a process: tj3 without reports', peer, 'ms');
    report('from text to all dates / tj3', own / peer, 0.01);
    note('tj3 / delivery schedule', peer / command, '×');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function time(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e9 });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

if (spawnSync('tj3', ['--version']).error) {
  console.log('\n(no tj3: the comparison with TaskJuggler is left out; Debian has it as the package tj3)');
} else {
  const plan = tasks();
  compare('A plan without people', plan, false);
  compare('A levelled plan of 100 people', plan, true);
}
