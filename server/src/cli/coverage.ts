import type { World } from '../ide/world';
import { allNames } from '../kinds/table';
import type { Text } from '../kinds/tongue';
import { coverageJson } from './coverage/json';
import { reportOn, totalOf, type CoverageOptions } from './coverage/report';
import { coverageText } from './coverage/text';
import { failWith } from './exitCode';
import { readProjects, telling } from './project';
import { pathsOrHere } from './standardInput';
import { noneOf } from './wrongUse';

/** `delivery coverage`: prints what is covered. The exit code is 1 if it is less than `--min`. */
export async function coverageCommand(paths: readonly string[], options: CoverageOptions): Promise<void> {
  const reading = telling(options.language);
  const { worlds, isAsked } = await readProjects(pathsOrHere(paths), reading);
  reading.progress.at(COUNTING);
  checkKinds(worlds, options.kind ?? []);
  const total = totalOf(worlds.map((world) => reportOn(world, options, isAsked)));
  reading.progress.end();
  const isEnough = total.covered * 100 >= (options.min ?? 0) * total.needed;
  const output =
    options.format === 'json'
      ? JSON.stringify(coverageJson(total, options), null, 2)
      : coverageText(total, isEnough, options);
  process.stdout.write(`${output}\n`);
  if (!isEnough) failWith(1);
}

const COUNTING: Text = { en: 'Counting what is covered', zh: '正在统计覆盖情况' };

function checkKinds(worlds: readonly World[], names: readonly string[]): void {
  for (const name of names)
    if (!worlds.some(({ model }) => model.table.kind(name))) {
      const known = worlds.flatMap(({ model }) => model.table.kinds.flatMap((kind) => allNames(kind.names)));
      throw noneOf({ en: 'kind', zh: '类型' }, name, known);
    }
}
