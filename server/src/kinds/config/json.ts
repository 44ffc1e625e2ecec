/** JSON with comments, read into a tree that knows where everything stands. Total: any text gives a tree and problems. */
import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError as Raw } from 'jsonc-parser';
import type { Span } from '../../language/ast';
import { FULL_WIDTH, nextLine } from '../../language/characters';
import type { Text } from '../tongue';

/** Settings are four levels deep; whoever nests deeper than this wants to exhaust the stack. */
const DEEPEST = 64;

/** A value in the text. */
export interface JsonNode extends Span {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** Of an object: the first member of each name, by name. Otherwise empty. */
  readonly members: ReadonlyMap<string, JsonMember>;
  /** Of an array. Otherwise empty. */
  readonly elements: readonly JsonNode[];
  /** Of a string, number, boolean or null. */
  readonly scalar: string | number | boolean | null;
  readonly parent: JsonNode | undefined;
}

export interface JsonMember {
  /** The name with its quotes. */
  readonly key: Span;
  /** Undefined while it is not written yet. */
  readonly value: JsonNode | undefined;
}

export interface JsonProblem extends Span {
  readonly message: Text;
}

/** A member whose name another member of the same object has already. */
export interface JsonDuplicate {
  readonly name: string;
  readonly key: Span;
  readonly first: Span;
}

export interface Json {
  /** Undefined when the text holds nothing but blanks and comments, or what cannot be read at all. */
  readonly root: JsonNode | undefined;
  /** What follows on the same line is a consequence of the first, unless that is only a missing comma. */
  readonly problems: readonly JsonProblem[];
  readonly duplicates: readonly JsonDuplicate[];
  /** Containers in which something could not be read, so that what seems to be in them directly may be wrong. */
  readonly damaged: ReadonlySet<JsonNode>;
  /** Brackets or comments do not match: what seems to stand where may be wrong anywhere. */
  readonly unbalanced: boolean;
}

/** Reads JSON with comments and trailing commas; a byte order mark and an empty text are allowed. */
export function readJson(source: string): Json {
  // The scanner takes the mark for a letter; a blank in its place keeps all offsets.
  const text = source.startsWith('\uFEFF') ? ` ${source.slice(1)}` : source;
  const tooDeep = firstTooDeep(text);
  if (tooDeep) return { ...nothing, problems: [{ ...tooDeep, message: TOO_DEEP }] };
  const raw: Raw[] = [];
  const tree = parseTree(text, raw, { allowTrailingComma: true, allowEmptyContent: true });
  const errors = raw.map(({ error, offset, length }) => ({ code: printParseErrorCode(error), offset, length }));
  const duplicates: JsonDuplicate[] = [];
  const root = tree && convert(tree, undefined, duplicates);
  return {
    root,
    problems: problemsOf(text, errors),
    duplicates,
    damaged: new Set(errors.flatMap((error) => (isHarmless(error) ? [] : (containerAt(root, error.offset) ?? [])))),
    unbalanced: errors.some(({ code }) => UNBALANCED.has(code)),
  };
}

/** The plain value of a node. Objects have no prototype, so that a member named `__proto__` is one like any other. */
export function plainOf(node: JsonNode): unknown {
  if (node.type === 'array') return node.elements.map(plainOf);
  if (node.type !== 'object') return node.scalar;
  const object = Object.create(null) as Record<string, unknown>;
  for (const [name, { value }] of node.members) if (value) object[name] = plainOf(value);
  return object;
}

const nothing: Json = { root: undefined, problems: [], duplicates: [], damaged: new Set(), unbalanced: false };

const TOO_DEEP: Text = {
  en: `This is nested deeper than ${DEEPEST} levels; nothing of the file is read.`,
  zh: `嵌套超过 ${DEEPEST} 层，整个文件不予读取。`,
};

/** The first bracket that nests too deeply. The tree is built by recursion, so this must be known before. */
function firstTooDeep(text: string): Span | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    if (start >= text.length) return undefined;
    const sign = text.charAt(start);
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return { start, end: start + 1 };
  }
}

/** What jsonc-parser could not read; `code` is the name of its `ParseErrorCode`. */
interface ParseError {
  readonly code: string;
  readonly offset: number;
  readonly length: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function convert(source: Node, parent: JsonNode | undefined, duplicates: JsonDuplicate[]): JsonNode {
  const node: Mutable<JsonNode> = {
    type: source.type === 'property' ? 'null' : source.type,
    start: source.offset,
    end: source.offset + source.length,
    members: NO_MEMBERS,
    elements: NO_ELEMENTS,
    scalar: (source.value ?? null) as JsonNode['scalar'],
    parent,
  };
  const children = source.children ?? [];
  if (source.type === 'object') node.members = membersOf(children, node, duplicates);
  if (source.type === 'array') node.elements = children.map((child) => convert(child, node, duplicates));
  return node;
}

const NO_MEMBERS: ReadonlyMap<string, JsonMember> = new Map();
const NO_ELEMENTS: readonly JsonNode[] = [];

function membersOf(properties: readonly Node[], object: JsonNode, duplicates: JsonDuplicate[]): JsonNode['members'] {
  const members = new Map<string, JsonMember>();
  for (const { children: [name, value] = [] } of properties) {
    if (!name) continue;
    const key = { start: name.offset, end: name.offset + name.length };
    const first = members.get(name.value as string);
    if (first) duplicates.push({ name: name.value as string, key, first: first.key });
    else members.set(name.value as string, { key, value: value && convert(value, object, duplicates) });
  }
  return members;
}

/** The innermost object or array around an offset. */
function containerAt(node: JsonNode | undefined, offset: number): JsonNode | undefined {
  let around: JsonNode | undefined;
  for (let at = node; at && at.start <= offset && offset <= at.end; at = childAt(at, offset)) around = at;
  return around?.type === 'object' || around?.type === 'array' ? around : around?.parent;
}

function childAt({ elements, members }: JsonNode, offset: number): JsonNode | undefined {
  for (const element of elements) if (element.start <= offset && offset <= element.end) return element;
  for (const { value } of members.values()) if (value && value.start <= offset && offset <= value.end) return value;
  return undefined;
}

/** A missing comma does not keep the rest from being read rightly. */
const isHarmless = ({ code }: ParseError): boolean => code === 'CommaExpected';

const UNBALANCED: ReadonlySet<string> = new Set([
  'CloseBraceExpected',
  'CloseBracketExpected',
  'EndOfFileExpected',
  'UnexpectedEndOfComment',
]);

/** What is missing at the end is missing because of what was wrong before. */
const AT_END: ReadonlySet<string> = new Set(['CloseBraceExpected', 'CloseBracketExpected', 'EndOfFileExpected']);

function problemsOf(text: string, errors: readonly ParseError[]): JsonProblem[] {
  const problems: JsonProblem[] = [];
  const sorted = [...errors].sort((a, b) => a.offset - b.offset);
  let behind = -1;
  for (const [index, error] of sorted.entries()) {
    const { code, offset } = error;
    if (offset < behind || (AT_END.has(code) && problems.length > 0)) continue;
    // Only a comma is missing if what stands in its place is right in itself.
    const isSlight = isHarmless(error) && sorted[index + 1]?.offset !== offset;
    behind = isSlight ? offset + 1 : nextLine(text, offset);
    problems.push({ ...spanOf(text, error), message: wording(text, error) });
    if (behind === offset) break; // the end of the text
  }
  return problems;
}

/** Never over a line's end, and never empty: at the end of the text the last sign is shown. */
function spanOf(text: string, { offset, length }: ParseError): Span {
  const lineEnd = offset + (/^[^\r\n]*/.exec(text.slice(offset, offset + length))?.[0].length ?? 0);
  if (lineEnd > offset) return { start: offset, end: lineEnd };
  const last = text.slice(0, offset).trimEnd().length;
  return offset >= text.length && last > 0 ? { start: last - 1, end: last } : { start: offset, end: offset + 1 };
}

function wording(text: string, { code, offset, length }: ParseError): Text {
  const sign = text.charAt(offset);
  const ascii = FULL_WIDTH[sign];
  if (ascii !== undefined)
    return {
      en: `JSON needs \`${ascii}\` instead of \`${sign}\`.`,
      zh: `JSON 中应写 \`${ascii}\`，而不是 \`${sign}\`。`,
    };
  const written = text.slice(offset, offset + Math.min(length, 40));
  return MESSAGES.get(code)?.(written) ?? UNREADABLE(written);
}

const UNREADABLE = (written: string): Text => ({
  en: `\`${written}\` cannot be read as JSON here; texts stand in double quotes.`,
  zh: `此处的 \`${written}\` 不是合法的 JSON；文字要加英文双引号。`,
});

const MESSAGES: ReadonlyMap<string, (written: string) => Text> = new Map(
  Object.entries({
    InvalidNumberFormat: (written: string): Text => ({
      en: `\`${written}\` is no number.`,
      zh: `\`${written}\` 不是数字。`,
    }),
    UnexpectedEndOfNumber: (written: string): Text => ({
      en: `\`${written}\` is no number.`,
      zh: `\`${written}\` 不是数字。`,
    }),
    PropertyNameExpected: (): Text => ({
      en: 'Expected a name in double quotes, such as `"kinds"`.',
      zh: '此处应为加英文双引号的名称，例如 `"kinds"`。',
    }),
    ValueExpected: (): Text => ({ en: 'Expected a value.', zh: '此处缺少值。' }),
    ColonExpected: (): Text => ({ en: 'Expected `:` behind the name.', zh: '名称后面缺少 `:`。' }),
    CommaExpected: (): Text => ({ en: 'Expected `,` before this.', zh: '前面缺少 `,`。' }),
    CloseBraceExpected: (): Text => ({ en: 'A `}` is missing.', zh: '缺少 `}`。' }),
    CloseBracketExpected: (): Text => ({ en: 'A `]` is missing.', zh: '缺少 `]`。' }),
    EndOfFileExpected: (): Text => ({
      en: 'The file should end before this: there is one closing bracket too many, or more than one value.',
      zh: '文件应在此之前结束：多了一个右括号，或有不止一个值。',
    }),
    UnexpectedEndOfComment: (): Text => ({ en: 'This comment is not closed by `*/`.', zh: '注释没有用 `*/` 结束。' }),
    UnexpectedEndOfString: (): Text => ({
      en: 'This text has no closing quote on its line.',
      zh: '文字没有在同一行用双引号结束。',
    }),
    InvalidUnicode: (): Text => ({
      en: '`\\u` is followed by four hexadecimal digits.',
      zh: '`\\u` 后面应为四位十六进制数字。',
    }),
    InvalidEscapeCharacter: (): Text => ({
      en: 'After `\\` only `"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t` or `u` may stand; a backslash itself is `\\\\`.',
      zh: '`\\` 后面只能是 `"`、`\\`、`/`、`b`、`f`、`n`、`r`、`t`、`u`；反斜杠本身写作 `\\\\`。',
    }),
    InvalidCharacter: (): Text => ({
      en: 'A text cannot hold this control character; a tab is `\\t`.',
      zh: '文字中不能有控制字符；制表符写作 `\\t`。',
    }),
  }),
);
