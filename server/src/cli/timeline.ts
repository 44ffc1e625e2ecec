import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TimelineDrawing, TimelinePageInput } from '../exchange/timelineDrawing.types';
import { forecastsOf } from '../ide/timeline/forecasts';
import { timelineOf } from '../ide/timeline/timeline';
import type { Tongue } from '../kinds/tongue';
import { loadedPage } from './browser';
import { readProject, telling } from './project';
import { writeOutput } from './wholeFile';
import { WrongUse } from './wrongUse';

export interface TimelineOptions {
  readonly to: 'svg' | 'png' | 'html';
  /** Path of the file to write, in the place of standard output. */
  readonly output?: string;
  readonly language: Tongue;
}

/** `delivery timeline --to svg|png|html`: draws one project's plan. */
export async function timelineCommand(path: string, { to, output, language }: TimelineOptions): Promise<void> {
  if (to === 'png' && output === undefined && process.stdout.isTTY) throw noPicture;
  const reading = telling(language);
  const world = await readProject(path, reading);
  reading.progress.at({ en: 'Drawing', zh: '正在绘制' });
  const timeline = timelineOf(world, language, forecastsOf(world));
  const drawn = await draw[to]({ timeline, locale: language === 'zh' ? 'zh-cn' : 'en' });
  reading.progress.end();
  if (output === undefined) process.stdout.write(drawn);
  else await writeOutput(output, drawn);
}

const draw: Readonly<Record<TimelineOptions['to'], (input: TimelinePageInput) => Promise<string | Uint8Array>>> = {
  svg: (input) => Promise.resolve(drawing().svg(input)),
  html: async (input) => drawing().page(input, await asset('timeline.js'), await asset('timeline.css')),
  png: async (input) => {
    const page = drawing().pngPage(input);
    if (page === undefined) throw tooLarge;
    const [, base64] = /data:image\/png;base64,([\w+/=]+)/.exec(await loadedPage(page)) ?? [];
    if (base64 === undefined) throw tooLarge;
    return Buffer.from(base64, 'base64');
  },
};

const noPicture = new WrongUse({
  en: 'a terminal shows no PNG: name a file, as in --output plan.png.',
  zh: '终端无法显示 PNG：请指定文件，例如 --output plan.png。',
});

const tooLarge = new WrongUse({
  en: 'the plan is too large for a PNG that could be read: draw it as SVG or HTML.',
  zh: '计划过大，PNG 将无法辨认：请输出为 SVG 或 HTML。',
});

/** The panel's components, built into a module that stands beside the command in every copy of it. */
const drawing = (): TimelineDrawing => createRequire(__filename)(join(__dirname, 'drawing.js')) as TimelineDrawing;

const webviewFolder = join(__dirname, '../webview');
const asset = (name: string): Promise<string> => readFile(join(webviewFolder, name), 'utf8');
