import { relative } from 'node:path';
import { exportModel } from '../exchange/json';
import type { Tongue } from '../kinds/tongue';
import { readProject, telling } from './project';

/** `delivery export --to json`: prints the whole model of one project, with file names below its root. */
export async function exportCommand(path: string, { language }: { readonly language: Tongue }): Promise<void> {
  const world = await readProject(path, telling(language));
  const exported = exportModel(world.model, (uri) => relative(world.root, uri).replaceAll('\\', '/'));
  process.stdout.write(`${JSON.stringify(exported, null, 2)}\n`);
}
