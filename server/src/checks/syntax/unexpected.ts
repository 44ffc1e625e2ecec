import type { SegmentCheck } from '../check';
import type { Text } from '../../kinds/tongue';
import { problemsOf } from './problems';

/** The text cannot be read here; everything around it still is. */
export const unexpected: SegmentCheck = {
  code: 'syntax/unexpected',
  severity: 'error',
  find: problemsOf('syntax/unexpected', {
    'expected-value': (field) => ({
      en: `Expected a value after \`${field}:\`.`,
      zh: `\`${field}:\` 后面缺少值。`,
    }),
    'expected-colon': (name) => ({
      en: `Expected a colon after \`${name}\`: write \`${name}: value\`.`,
      zh: `\`${name}\` 后面缺少冒号：请写成 \`${name}: 值\`。`,
    }),
    'expected-declaration': () => ({
      en: 'Expected a declaration such as `task T-1 "Title" { … }`; fields stand inside the braces of one.',
      zh: '此处应为声明，例如 `任务 T-1 "标题" { … }`；字段要写在声明的花括号里。',
    }),
    'expected-member': () => ({
      en: 'Expected a field such as `name: value`, a declaration or a text block.',
      zh: '此处应为字段（如 `名称: 值`）、声明或文本块。',
    }),
    'expected-title-or-block': (kind) => ({
      en: `Expected a title in quotes or \`{\` after \`${kind}\`.`,
      zh: `\`${kind}\` 后面应有带引号的标题或 \`{\`。`,
    }),
    'expected-block': (words) => ({
      en: `Expected \`{\` here${words && `; a title stands in quotes: "${words}"`}.`,
      zh: `此处应为 \`{\`${words && `；标题要加引号："${words}"`}。`,
    }),
    'unexpected-character': unexpectedSign,
    'too-deep': (depth) => ({
      en: `Blocks nested more than ${depth} deep are not read.`,
      zh: `嵌套超过 ${depth} 层的块不会被读取。`,
    }),
    'not-utf8': () => ({
      en: `A sign was lost in reading here: ${NOT_UTF8.en}.`,
      zh: `此处有字符在读取时丢失：${NOT_UTF8.zh}。`,
    }),
    'file-too-long': (most) => ({
      en: `A file of more than ${grouped(most)} characters is not read, and nothing in it counts: split it.`,
      zh: `超过 ${grouped(most)} 个字符的文件不会被读取，其中的内容都不算数：请拆分文件。`,
    }),
    'project-too-long': (most) => ({
      en: `Of a project, ${grouped(most)} characters are read; this file would be more and is left out. Split the project by \`delivery.config.json\` in its folders.`,
      zh: `一个项目最多读取 ${grouped(most)} 个字符；本文件超出后不再读取。请在各文件夹中放置 \`delivery.config.json\` 来拆分项目。`,
    }),
    'block-on-next-line': () => ({
      en: 'Write `{` on the line of its declaration.',
      zh: '`{` 要和声明写在同一行。',
    }),
    'declaration-on-new-line': () => ({
      en: 'Start the nested declaration on a new line.',
      zh: '嵌套的声明要另起一行。',
    }),
  }),
};

/** `10,000,000` */
const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

const NOT_UTF8: Text = {
  en: 'the file is not UTF-8; open it in its own encoding and save it as UTF-8',
  zh: '文件不是 UTF-8 编码；请用原编码打开，再另存为 UTF-8',
};

function unexpectedSign(sign: string): Text {
  const [en, zh] = adviceOn(sign);
  return { en: `Unexpected \`${sign}\`${en}.`, zh: `意外的 \`${sign}\`${zh}。` };
}

/** What those who write the sign are used to, and how it is written here. */
function adviceOn(sign: string): readonly [en: string, zh: string] {
  if (/^['‘’「」『』]/.test(sign)) return ['; text stands in double quotes: `"…"`', '；文字要用双引号括起来：`"…"`'];
  if (sign.startsWith('\ufffd')) return [`; ${NOT_UTF8.en}`, `；${NOT_UTF8.zh}`];
  if (/^[;；]/.test(sign)) return ['; a comma or a new line separates fields', '；字段之间用逗号或换行分隔'];
  if (/^[,:]/.test(sign)) return ['', ''];
  return ['; text with such signs stands in quotes', '；含有此类符号的文字要加引号'];
}
