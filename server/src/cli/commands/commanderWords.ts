/** What commander itself says in help and of wrong use, in the tongue of the environment. */
import type { Argument, Command, Option } from 'commander';
import { displayWidth } from '../../language/format/width';
import { words } from './command';
import { tongueOfEnvironment } from '../tongue';

/** Headings, and what usage lines say of options and commands. */
const HELP: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  '[options]': '[选项]',
  '[command]': '[命令]',
};

/** Each with what comes of it; `$1` is what was written. */
const ERRORS: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^error: unknown option '(.*?)'/s, '错误：未知选项 $1'],
  [/^error: unknown command '(.*?)'/s, '错误：未知命令“$1”'],
  [/^error: missing required argument '(.*?)'/, '错误：缺少参数 $1'],
  [/^error: required option '(.*?)' not specified/, '错误：必须指定选项 $1'],
  [/^error: option '(.*?)' argument missing/, '错误：选项 $1 缺少值'],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. ?/s, '错误：选项 $1 的值“$2”无效。'],
  [/^error: option '(.*?)' cannot be used with option '(.*?)'/, '错误：选项 $1 不能与 $2 同时使用'],
  [
    /^error: too many arguments.*? Expected (\d+) arguments? but got (\d+)\./,
    '错误：参数过多：应为 $1 个，实为 $2 个。',
  ],
  [/Allowed choices are (.*)\.$/m, '可选值：$1。'],
  [/^\(Did you mean (?:one of )?(.*)\?\)$/m, '（是否想写 $1？）'],
];

const LISTS = /Allowed choices are .*$|^\(Did you mean one of .*$/gm;

/** Lets a command speak the tongue of the environment also where commander has words of its own. */
export const translateCommander = (command: Command): Command =>
  command
    .configureHelp({
      displayWidth,
      ...(tongueOfEnvironment() === 'zh' && { boxWrap }),
      styleTitle: helpWord,
      styleOptionText: helpWord,
      styleArgumentText: helpWord,
      styleSubcommandText: helpWord,
      optionDescription: describe,
      argumentDescription: describe,
    })
    .configureOutput({ outputError: (error, write) => write(words(error, inChinese(error))) });

const helpWord = (word: string): string => words(word, HELP[word] ?? word);

const inChinese = (error: string): string =>
  ERRORS.reduce(
    (text, [english, chinese]) => text.replace(english, chinese),
    error.replace(LISTS, (list) => list.replaceAll(', ', '、')),
  );

/** With what may be written, and what is meant where nothing is. */
function describe({ description, argChoices, defaultValue, defaultValueDescription }: Option | Argument): string {
  const what = [
    ...(argChoices ? [`${words('choices: ', '可选值：')}${quoted(argChoices).join(words(', ', '、'))}`] : []),
    ...(defaultValue === undefined
      ? []
      : [`${words('default: ', '默认：')}${defaultValueDescription ?? quoted([defaultValue]).join('')}`]),
  ];
  if (what.length === 0) return description;
  return words(`${description} (${what.join(', ')})`, `${description}（${what.join('；')}）`);
}

const quoted = (values: readonly unknown[]): readonly string[] => values.map((value) => JSON.stringify(value));

/** What stays on one line: a Chinese character or a word, with the punctuation around it and the blanks behind. */
const PIECE = /[（“]*(?:\p{Script=Han}|[^\s\p{Script=Han}（“，。；：、）”]+)[，。；：、）”]*\s*/gu;

/** Breaks lines also inside of Chinese, which has no blanks. */
function boxWrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const [piece] of text.matchAll(PIECE)) {
    const longer = (lines.at(-1) ?? '') + piece;
    if (lines.length > 0 && displayWidth(longer.trimEnd()) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}
