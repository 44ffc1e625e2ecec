/** What the declarations of commands share: words in two tongues, options that several have, and how their help ends. */
import { Command, Option } from 'commander';
import type { Text } from '../../kinds/tongue';
import { displayWidth } from '../../language/format/width';
import { tongueOfEnvironment } from '../tongue';

/** Help speaks the tongue of the environment, since it is printed before options are read. */
export const words = (en: string, zh: string): string => ({ en, zh })[tongueOfEnvironment()];

/** A command with the end of its help: examples of its use, and what its exit codes mean. */
export function declare(name: string, about: string, { examples, exits }: HelpEnd): Command {
  const end = [examplesOf(examples), ...(exits ? [exitsOf(exits)] : [])].join('\n');
  return new Command(name).description(about).addHelpText('after', end);
}

export interface HelpEnd {
  /** Arguments behind `delivery`, and what they do. */
  readonly examples: readonly (readonly [use: string, about: string])[];
  readonly exits?: Exits;
}

/** What the exit codes of a command mean; most have something that is 1. */
export interface Exits {
  readonly zero: string;
  readonly one?: string;
  /** What is wrong use besides unknown options and paths that cannot be read. */
  readonly two?: string;
  /** Does it read no project at all? */
  readonly readsNothing?: true;
}

function examplesOf(examples: HelpEnd['examples']): string {
  const uses = examples.map(([use]) => `  delivery ${use}`);
  const width = Math.max(...uses.map(displayWidth));
  const lines = uses.map((use, at) => `${use}${' '.repeat(width - displayWidth(use) + 2)}${examples[at]![1]}`);
  return ['', words('Examples:', '示例：'), ...lines].join('\n');
}

function exitsOf({ zero, one, two, readsNothing }: Exits): string {
  const reasons = [
    words('an unknown option', '未知选项'),
    ...(two === undefined ? [] : [two]),
    ...(readsNothing
      ? []
      : [words('a path that cannot be read or holds no .delivery file', '路径无法读取或其中没有 .delivery 文件')]),
  ];
  const wrong = words(`wrong use: ${listed(reasons)}`, `用法错误：${reasons.join('、')}`);
  return [
    '',
    words('Exit codes:', '退出码：'),
    `  0  ${zero}`,
    ...(one === undefined ? [] : [`  1  ${one}`]),
    `  2  ${wrong}`,
  ].join('\n');
}

/** "a", "a, or b", "a, b, or c" */
const listed = (reasons: readonly string[]): string =>
  reasons.length === 1 ? reasons[0]! : `${reasons.slice(0, -1).join(', ')}, or ${reasons.at(-1)!}`;

/** What stands for files in the arguments of a command. */
export const pathsWords = (): string =>
  words(
    'project folders or .delivery files; the current folder, if none is named',
    '项目文件夹或 .delivery 文件；默认为当前文件夹',
  );
export const pathsOrInputWords = (): string =>
  words(
    'project folders or .delivery files, or - for standard input; the current folder, if none is named',
    '项目文件夹或 .delivery 文件，或用 - 表示标准输入；默认为当前文件夹',
  );
export const projectWords = (): string => words('project folder', '项目文件夹');

export const languageOption = (about: Text = { en: 'tongue of messages', zh: '消息语言' }): Option =>
  new Option('--language <tongue>', words(about.en, about.zh))
    .choices(['en', 'zh'])
    .default(tongueOfEnvironment(), words('from LANG', '取自 LANG'));

export const formatOption = (choices: readonly string[]): Option =>
  new Option('--format <format>', words('how to print', '输出格式')).choices(choices).default(choices[0]);
