/** The words of the reference between what it takes from the table. */
import type { Names } from '../kinds/table';
import type { Tongue } from '../kinds/tongue';

export interface Words {
  readonly valueTypes: string;
  readonly valueTypeHeads: readonly string[];
  readonly kinds: string;
  readonly kindHeads: readonly string[];
  /** What marks behind the names of fields mean. */
  readonly marks: string;
  readonly commonFields: string;
  readonly fieldHeads: readonly string[];
  /** The heading of a kind: ends with its key, by which editors find it. */
  readonly heading: (names: Names, key: string) => string;
  /** The other names of a kind, and what it is. */
  readonly description: (names: Names, doc: string) => string;
  readonly part: (part: string) => string;
  readonly prefix: (prefix: string) => string;
  readonly anonymous: (prefix: string) => string;
  readonly nestedOnly: string;
  readonly topLevelOnly: string;
  readonly holdsAnything: string;
  readonly holds: (kinds: readonly string[]) => string;
  /** A kind that may stand inside, with the field that this implies. */
  readonly held: (kind: string, field: string) => string;
  readonly betweenSentences: string;
  readonly or: string;
  readonly comma: string;
  readonly colon: string;
}

export const code = (text: string): string => `\`${text}\``;

const english: Words = {
  valueTypes: 'Value types',
  valueTypeHeads: ['type', 'what it is', 'examples'],
  kinds: 'Kinds',
  kindHeads: ['kind', '中文', 'what it is'],
  marks: 'Below, `*` marks fields that an item must have, and `…` those that may have several values.',
  commonFields: 'Fields of every kind',
  fieldHeads: ['field', '中文', 'value', 'what it says'],
  heading: (_, key) => key,
  description: ({ en, zh }, doc) => {
    const aliases = en.length > 1 ? ` (also ${en.slice(1).map(code).join(', ')})` : '';
    return `${zh.join('、')}${aliases}. ${doc}`;
  },
  part: (part) => `Part in traceability: ${part}.`,
  prefix: (prefix) => `Ids usually begin with \`${prefix}\`.`,
  anonymous: (prefix) => `Ids usually begin with \`${prefix}\`; an id is not required.`,
  nestedOnly: 'Stands inside other items only.',
  topLevelOnly: 'Stands at the top level only.',
  holdsAnything: 'Holds anything.',
  holds: (kinds) => `Holds ${kinds.join(', ')}.`,
  held: (kind, field) => `${kind} (${field})`,
  betweenSentences: ' ',
  or: ' or ',
  comma: ', ',
  colon: ': ',
};

const chinese: Words = {
  valueTypes: '取值类型',
  valueTypeHeads: ['类型', '含义', '例子'],
  kinds: '类型',
  kindHeads: ['类型', '英文', '含义'],
  marks: '下文中，`*` 表示必填的字段，`…` 表示可以有多个值的字段。',
  commonFields: '所有类型的字段',
  fieldHeads: ['字段', '英文', '取值', '含义'],
  heading: ({ zh }, key) => `${zh[0] ?? ''} ${key}`.trim(),
  description: ({ en, zh }, doc) => {
    const aliases = [...zh.slice(1), ...en.slice(1)];
    return aliases.length > 0 ? `${doc}也可写作${aliases.map(code).join('、')}。` : doc;
  },
  part: (part) => `在追溯中的角色：\`${part}\`。`,
  prefix: (prefix) => `编号通常以 \`${prefix}\` 开头。`,
  anonymous: (prefix) => `编号通常以 \`${prefix}\` 开头，也可以没有编号。`,
  nestedOnly: '只能写在其他条目里面。',
  topLevelOnly: '只能写在最外层。',
  holdsAnything: '里面可以写任何条目。',
  holds: (kinds) => `里面可以写${kinds.join('、')}。`,
  held: (kind, field) => `${kind}（${field}）`,
  betweenSentences: '',
  or: ' 或 ',
  comma: '、',
  colon: '：',
};

export const WORDS: Readonly<Record<Tongue, Words>> = { en: english, zh: chinese };
