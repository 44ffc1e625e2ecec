/** Says in plain words how a configuration violates its schema. */
import type { SchemaError } from '../../../../schemas/delivery.config.schema.json?validator';
import type { JsonNode } from './json';
import type { Text } from '../tongue';
import { cited } from '../values/source';
import { nearest } from '../near';

/** Longer lists of what is possible are left to completion and the documentation. */
const MOST_LISTED = 12;

/** `path` leads to the wrong name or value; `value` is the value there, or the object that lacks something. */
export function wordingOf(error: SchemaError, path: readonly string[], value: JsonNode): Text {
  const { keyword, params } = error;
  switch (keyword) {
    case 'additionalProperties':
      return unknownMember(path);
    case 'required':
      return lacking(String(params.missingProperty), path.at(-1));
    case 'type':
      return wrongType(params.type);
    case 'enum':
      return wrongChoice(params.allowedValues as readonly string[], value);
    case 'uniqueItems':
      return {
        en: `The list holds ${citedValue(value)} twice.`,
        zh: `列表中 ${citedValue(value)} 出现了两次。`,
      };
    case 'minItems':
    case 'minProperties':
      return { en: 'At least one is needed here.', zh: '此处至少要有一项。' };
    case 'minimum':
      return { en: 'A number cannot be less than 0 here.', zh: '此处的数字不能小于 0。' };
    case 'pattern':
      if (path[0] === 'trackers') return noAddress(citedValue(value));
      break;
    case 'propertyNames':
      if (path[0] === 'trackers') return noTicket(cited(path.at(-1) ?? ''));
      break;
  }
  return keyword !== 'propertyNames' && isSentence(path)
    ? { en: 'This text is empty.', zh: '文字不能为空。' }
    : noName(keyword === 'propertyNames' ? cited(path.at(-1) ?? '') : citedValue(value));
}

/** What may stand in the objects of the file, by the member that holds the object, for suggestions. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  '': ['kinds', 'fields', 'severity', 'overrides', 'rules', 'schedule', 'trackers'],
  rule: ['for', 'where', 'require', 'message', 'severity'],
  condition: ['fields', 'links', 'inside', 'any', 'not'],
  links: ['in', 'out', 'kind', 'where', 'min', 'max'],
  override: ['files', 'severity'],
  kind: ['names', 'doc', 'prefix', 'anonymous', 'nestedOnly', 'trace', 'contains', 'inside', 'fields'],
  field: ['names', 'doc', 'type', 'required', 'repeat', 'targets', 'values', 'example', 'link'],
  value: ['names', 'doc'],
  link: ['reading', 'inverse', 'role'],
  tongues: ['en', 'zh'],
};

/** Which object the path leads into: its last step is the unknown member. */
function objectAt(path: readonly string[]): string {
  const holder = path.slice(0, -1);
  const [section] = holder;
  if (section === undefined) return '';
  if (section === 'overrides') return 'override';
  if (section === 'rules') return objectInRule(holder);
  if (section === 'kinds' && holder.length === 2) return 'kind';
  const inField = section === 'kinds' ? (holder[2] === 'fields' ? holder.slice(4) : undefined) : holder.slice(3);
  if (inField?.length === 0) return 'field';
  if (inField?.length === 1 && inField[0] === 'link') return 'link';
  return inField?.length === 2 && inField[0] === 'values' ? 'value' : 'tongues';
}

function objectInRule(holder: readonly string[]): string {
  if (holder.length === 2) return 'rule';
  const last = holder.at(-1);
  return last === 'message' ? 'tongues' : holder.at(-2) === 'links' ? 'links' : 'condition';
}

function unknownMember(path: readonly string[]): Text {
  const name = path.at(-1) ?? '';
  const known = MEMBERS[objectAt(path)] ?? [];
  const near = nearest(name, known);
  const list = { en: known.map(cited).join(', '), zh: known.map(cited).join('、') };
  return near
    ? {
        en: `There is no setting ${cited(name)} here; did you mean ${cited(near)}?`,
        zh: `此处没有设置项 ${cited(name)}，是否想写 ${cited(near)}？`,
      }
    : {
        en: `There is no setting ${cited(name)} here; possible are ${list.en}.`,
        zh: `此处没有设置项 ${cited(name)}；可用的有 ${list.zh}。`,
      };
}

function lacking(missing: string, holder: string | undefined): Text {
  const isNamed = holder !== undefined && !/^\d+$/.test(holder);
  const name = !isNamed ? { en: 'This', zh: '此处' } : { en: cited(holder), zh: `${cited(holder)} ` };
  const example = EXAMPLES[missing] ?? '…';
  return {
    en: `${name.en} lacks \`${missing}\`, such as \`"${missing}": ${example}\`.`,
    zh: `${name.zh}缺少 \`${missing}\`，例如 \`"${missing}": ${example}\`。`,
  };
}

const EXAMPLES: Readonly<Record<string, string>> = {
  type: '"string"',
  reading: '"exposed by"',
  inverse: '"exposes"',
  for: '"requirement"',
  message: '"A security requirement needs an audit."',
  files: '"drafts/**"',
  severity: '{"trace/*": "off"}',
};

const TYPES: Readonly<Record<string, Text>> = {
  string: { en: 'a text in double quotes', zh: '加英文双引号的文字' },
  array: { en: 'a list `[…]`', zh: '列表 `[…]`' },
  object: { en: 'an object `{…}`', zh: '对象 `{…}`' },
  number: { en: 'a number', zh: '数字' },
  integer: { en: 'a whole number', zh: '整数' },
  boolean: { en: '`true` or `false`', zh: '`true` 或 `false`' },
  null: { en: '`null`', zh: '`null`' },
};

function wrongType(wanted: unknown): Text {
  const names = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
  const inTongue = (tongue: 'en' | 'zh', or: string): string =>
    names.map((name) => TYPES[name]?.[tongue] ?? name).join(or);
  return { en: `Expected ${inTongue('en', ' or ')}.`, zh: `此处应为${inTongue('zh', '或')}。` };
}

function wrongChoice(allowed: readonly string[], value: JsonNode): Text {
  const near = typeof value.scalar === 'string' ? nearest(value.scalar, allowed) : undefined;
  if (near)
    return {
      en: `There is no ${citedValue(value)} here; did you mean ${cited(near)}?`,
      zh: `此处没有 ${citedValue(value)}，是否想写 ${cited(near)}？`,
    };
  const shown = allowed.slice(0, MOST_LISTED).map(cited);
  const more = allowed.length > MOST_LISTED;
  return {
    en: `Expected one of ${shown.join(', ')}${more ? ' and others' : ''}.`,
    zh: `应为以下取值之一：${shown.join('、')}${more ? ' 等' : ''}。`,
  };
}

const noName = (written: string): Text => ({
  en: `${written} is no name: a name begins with a letter and holds letters, digits and \`_\`, with single \`-\` or \`.\` between them.`,
  zh: `${written} 不能用作名称：名称以字母或汉字开头，含字母、汉字、数字和 \`_\`，中间可用单个 \`-\` 或 \`.\`。`,
});

const noTicket = (written: string): Text => ({
  en: `${written} names no tickets: write what stands before the number and one \`#\` for it, such as \`"CRM-#"\`.`,
  zh: `${written} 不能表示外部编号：请写编号中数字前面的部分，并用一个 \`#\` 代表数字，例如 \`"CRM-#"\`。`,
});

const noAddress = (written: string): Text => ({
  en: `${written} is no address of tickets: it begins with \`https://\` and holds \`#\` where the number goes.`,
  zh: `${written} 不是外部编号的网址：网址以 \`https://\` 开头，并用 \`#\` 代表数字。`,
});

/** Does the path lead to a text that people read, or to one tongue of it? */
const isSentence = (path: readonly string[]): boolean =>
  SENTENCES.has(path.at(-1) ?? '') || (/^(en|zh)$/.test(path.at(-1) ?? '') && SENTENCES.has(path.at(-2) ?? ''));

const SENTENCES: ReadonlySet<string> = new Set(['doc', 'message', 'reading', 'inverse', 'example']);

const citedValue = ({ type, scalar }: JsonNode): string =>
  type === 'object' ? '`{…}`' : type === 'array' ? '`[…]`' : cited(String(scalar));
