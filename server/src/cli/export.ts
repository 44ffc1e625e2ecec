import { relative } from 'node:path';
import { exportModel } from '../exchange/json';
import type { Tongue } from '../kinds/tongue';
import { readProject, telling } from './project';

/** `delivery export --to json`: prints the whole model of one project, with file names below its root. */
export async function exportCommand(path: string, { language }: { readonly language: Tongue }): Promise<void> {
  const reading = telling(language);
  const world = await readProject(path, reading);
  reading.progress.at({ en: 'Exporting', zh: '正在导出' });
  const exported = exportModel(world.model, (uri) => relative(world.root, uri).replaceAll('\\', '/'));
  const text = JSON.stringify(exported, null, 2);
  reading.progress.end();
  process.stdout.write(`${text}\n`);
}
