import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TimelineDrawing } from '../exchange/timelineDrawing.types';
import { forecastsOf } from '../ide/timeline/forecasts';
import { timelineOf } from '../ide/timeline/timeline';
import type { Tongue } from '../kinds/tongue';
import { readProject, telling } from './project';

export interface TimelineOptions {
  readonly to: 'svg' | 'html';
  readonly language: Tongue;
}

/** `delivery timeline --to svg|html`: prints the picture of one project's plan. */
export async function timelineCommand(path: string, { to, language }: TimelineOptions): Promise<void> {
  const reading = telling(language);
  const world = await readProject(path, reading);
  reading.progress.at({ en: 'Drawing', zh: '正在绘制' });
  const timeline = timelineOf(world, language, forecastsOf(world));
  const input = { timeline, locale: language === 'zh' ? 'zh-cn' : 'en' };
  const { page, svg } = drawing();
  const drawn = to === 'svg' ? svg(input) : await page(input, await asset('timeline.js'), await asset('timeline.css'));
  reading.progress.end();
  process.stdout.write(drawn);
}

/** The panel's components, built into a module that stands beside the command in every copy of it. */
const drawing = (): TimelineDrawing => createRequire(__filename)(join(__dirname, 'drawing.js')) as TimelineDrawing;

const webviewFolder = join(__dirname, '../webview');
const asset = (name: string): Promise<string> => readFile(join(webviewFolder, name), 'utf8');
