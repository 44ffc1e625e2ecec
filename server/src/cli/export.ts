import { relative } from 'node:path';
import { exportModel } from '../exchange/json';
import { readProjects } from './project';

/** `delivery export --to json`: prints the whole model of one project, with file names below its root. */
export async function exportCommand(path: string): Promise<void> {
  const { worlds } = await readProjects([path]);
  const world = worlds[0]!; // there is at least one
  if (worlds.length > 1)
    throw new Error(`${path} holds several projects (${worlds.map(({ root }) => root).join(', ')}): name one of them`);
  const exported = exportModel(world.model, (uri) => relative(world.root, uri).replaceAll('\\', '/'));
  process.stdout.write(`${JSON.stringify(exported, null, 2)}\n`);
}
