/** `delivery init`: begins a project from a template. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Text, Tongue } from '../kinds/tongue';
import { formatDay, localDay, parseDay, weekdayOf, type PlanDay } from '../kinds/time';
import { CONFIG_NAME } from '../model/roots';
import { displayPath } from './displayPath';
import { reasonOf } from './files';
import type { TemplateName } from './templates';
import { withHolidaysAhead } from './templates/holidaysAhead';
import { WrongUse } from './wrongUse';

interface Options {
  readonly template: TemplateName;
  /** First day of the project. */
  readonly start?: string;
  readonly language: Tongue;
}

/** Writes the files of a template into a folder, which may be new: all of them, or none if one is there already or cannot be written. */
export async function initCommand(folder: string, { template, start, language }: Options): Promise<void> {
  const { TEXTS } = await import('./templates/texts.js');
  const today = localDay(new Date());
  const files = filesOf(TEXTS[template][language], { language, monday: mondayFrom(start, today), today });
  const existing = files.map(({ path }) => join(folder, path)).filter((path) => existsSync(path));
  if (existing.length > 0) throw new WrongUse(inTheWay(existing));
  const written: string[] = [];
  for (const { path, text } of files) {
    const target = join(folder, path);
    try {
      await makeFolder(dirname(target));
      await writeFile(target, '', { flag: 'wx' }); // never over what somebody wrote meanwhile
      written.push(target);
      await writeFile(target, text);
    } catch (error) {
      // What is left would keep the next try from writing anything.
      for (const each of written) await rm(each, { force: true });
      throw new WrongUse(unwritable(target, reasonOf(error)));
    }
  }
  for (const target of written) process.stdout.write(`${displayPath(target)}\n`);
  process.stdout.write(nextSteps(folder, language));
}

/** Folder by folder: `mkdir` with `recursive` never ends where the system says "no such folder" of a place below one that is there, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path);
}

const unwritable = (path: string, reason: Text): Text => ({
  en: `cannot write ${displayPath(path)}: ${reason.en}`,
  zh: `无法写入 ${displayPath(path)}：${reason.zh}`,
});

interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a template's text, planned from a Monday on and written today, with the configuration that marks the project's root. */
export function filesOf(
  text: string,
  { language, monday, today }: { readonly language: Tongue; readonly monday: PlanDay; readonly today: PlanDay },
): readonly TemplateFile[] {
  const parts = text
    .split(/^\/\/- /m)
    .slice(1)
    .map((part): readonly [path: string, text: string] => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), moved(part.slice(end + 1), monday)];
    });
  const specs = [...withHolidaysAhead(new Map(parts), today)];
  return [{ path: CONFIG_NAME, text: CONFIGURATION[language] }, ...specs.map(([path, spec]) => ({ path, text: spec }))];
}

const CONFIGURATION: Readonly<Record<Tongue, string>> = {
  en: '// Marks this folder as one project. Severities, rules, kinds and fields of your own go here.\n{}\n',
  zh: '// 标明本文件夹是一个项目；可在此设置检查级别、规则以及自定义类型和字段。\n{}\n',
};

/** The Monday on which all templates begin. */
const WRITTEN_FOR = parseDay('2026-01-05')!;

/** The same text with its dates moved by whole weeks, so that weekdays stay. */
const moved = (text: string, monday: PlanDay): string =>
  text.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => formatDay(parseDay(date)! + monday - WRITTEN_FOR));

/** The Monday of the week of a day, or the next one from today. */
function mondayFrom(start: string | undefined, today: PlanDay): PlanDay {
  if (start === undefined) return monday(today + 6);
  const day = parseDay(start);
  if (day === undefined)
    throw new WrongUse({
      en: `--start ${start} is no date such as 2026-03-02`,
      zh: `--start ${start} 不是日期，应类似 2026-03-02`,
    });
  return monday(day);
}

const monday = (day: PlanDay): PlanDay => day - weekdayOf(day);

const inTheWay = (paths: readonly string[]): Text => ({
  en: `${paths.join(', ')} is there already; nothing was written`,
  zh: `${paths.join('、')} 已存在，未写入任何文件`,
});

const nextSteps = (folder: string, tongue: Tongue): string =>
  tongue === 'zh'
    ? `\n接下来：用编辑器打开文件夹，把示例换成自己的内容；运行 delivery check ${quoted(folder)} 查看还缺什么。\n`
    : `\nNext: open the folder in your editor, put your own words in the place of these, and run delivery check ${quoted(folder)} to see what is missing.\n`;

/** As a shell takes it for one word. */
const quoted = (folder: string): string => (/\s/.test(folder) ? `"${folder}"` : folder);
