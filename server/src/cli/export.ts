import { relative } from 'node:path';
import { exportModel } from '../exchange/json';
import { readWorlds } from './project';

/** `delivery export --to json`: prints the whole model of one project, with file names below its root. */
export async function exportCommand(path: string): Promise<void> {
  const [world, other] = await readWorlds([path]);
  if (!world) throw new Error(`there is no .delivery file below ${path}`);
  if (other) throw new Error(`${path} holds several projects (${world.root}, ${other.root}): name one of them`);
  const exported = exportModel(world.model, (uri) => relative(world.root, uri).replaceAll('\\', '/'));
  process.stdout.write(`${JSON.stringify(exported, null, 2)}\n`);
}
