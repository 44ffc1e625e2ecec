/** Where the cursor stands: what kind of place it is decides what can be written there. */
import type { Atom, Declaration } from '../../language/ast';
import { isBlank, isLineBreak } from '../../language/characters';
import { scanName } from '../../language/scan';
import {
  BlockComment,
  Comma,
  endOf,
  String as StringToken,
  Text as TextToken,
  tokenize,
  UnclosedString,
  UnclosedText,
  type Tokens,
} from '../../language/tokens';
import type { FieldFacts } from '../../kinds/facts';
import type { Field, Kind } from '../../kinds/table';
import type { Tongue } from '../../kinds/tongue';
import type { Item, Model } from '../../model/model';
import type { Cursor } from '../spot';
import { wholeSign, wordAt, type WordAt } from './word';

export interface Context {
  readonly place: CompletionPlace;
  readonly word: WordAt;
  /** The innermost item whose block the cursor stands in. */
  readonly item: Item | undefined;
  /** The tongue of the keywords around, or of what is typed. */
  readonly tongue: Tongue;
  /** The file, and the number of the segment in it. */
  readonly file: number;
  readonly segment: number;
}

export type CompletionPlace = MemberPlace | IdPlace | ValuePlace | MentionPlace | { readonly type: 'nothing' };

/** Where a field or a declaration may begin. */
export interface MemberPlace {
  readonly type: 'member';
  readonly declaration: 'whole' | 'kind' | 'none';
  readonly field: 'whole' | 'name' | 'none';
  /** Must what is written be indented, so that it does not end the block that it stands in? */
  readonly indents: boolean;
}

/** Behind the kind in a head. */
export interface IdPlace {
  readonly type: 'id';
  readonly kind: Kind;
}

/** In the value of a field. */
export interface ValuePlace {
  readonly type: 'value';
  readonly facts: FieldFacts;
  readonly field: Field;
  /** The atoms before the word, of the phrase that it belongs to. */
  readonly before: readonly Atom[];
  /** The same with the word as far as it is typed. */
  readonly typed: readonly Atom[];
  /** May the next field stand here as well? */
  readonly fields: boolean;
  /** Does another value of the field follow, from which the new one has to be parted by a comma? */
  readonly parts: boolean;
}

/** In a string or a text: only ids can be known there. */
export interface MentionPlace {
  readonly type: 'mention';
}

const NOTHING: CompletionPlace = { type: 'nothing' };

/** What stands at the cursor; `tongue` is that of the reader, which counts where nothing is written yet. */
export function contextAt(model: Model, { file, offset }: Cursor, tongue: Tongue): Context {
  const { document } = model.files[file]!;
  const segment = document.segmentAt(offset);
  const { text, declarations } = document.segments[segment]!;
  const cursor = wholeSign(text, offset - document.offsetOf(segment));
  const item = innermostBlock(model, file, segment, cursor);
  const field = fieldBefore(item, text, wordAt(text, cursor).start);
  const word = wordAt(text, cursor, field?.field?.types.includes('suppression') ? '/' : '');
  const line: Line = { model, text, declarations, word, item, field, tokens: tokenize(text) };
  return {
    place: placeOf(line),
    word,
    item,
    tongue: item?.kind ? item.tongue : isChinese(word.typed) ? 'zh' : tongueBefore(model, file, segment, tongue),
    file,
    segment,
  };
}

interface Line {
  readonly model: Model;
  /** Of the segment. */
  readonly text: string;
  readonly declarations: readonly Declaration[];
  readonly word: WordAt;
  readonly item: Item | undefined;
  /** The field whose value the word may belong to. */
  readonly field: FieldFacts | undefined;
  readonly tokens: Tokens;
}

function innermostBlock(model: Model, file: number, segment: number, at: number): Item | undefined {
  return model
    .itemsIn(file, segment)
    .findLast(
      ({ declaration: { block, end } }) => block && block.open < at && at <= (block.close < 0 ? end : block.close),
    );
}

/** The field whose value the position is in: on the line of its colon, or on the next one behind a comma. */
function fieldBefore(item: Item | undefined, text: string, at: number): FieldFacts | undefined {
  const field = item?.fields.findLast(({ node }) => node.colon >= 0 && node.colon < at);
  if (!field || at <= field.node.end) return field;
  const between = text.slice(Math.max(field.node.end, field.node.colon + 1), at);
  return /^[^\S\r\n]*$|^\s*[,，、]\s*$/.test(between) ? field : undefined;
}

function placeOf(line: Line): CompletionPlace {
  const { text, word, field } = line;
  const quotes = quotesAround(line);
  if (quotes) return quotes === 'text' && /^[^-._\d]*[-._\d]/.test(word.typed) ? { type: 'mention' } : NOTHING;
  if (isInsideToken(line)) return NOTHING;
  const isBehindComma = signBeforeWord(line) === Comma;
  // Behind the comma of a field that takes one value, only the next field can stand.
  if (!field || (isBehindComma && field.field?.repeat === false && hasValueBefore(field, word)))
    return memberOrId(line, isBehindComma);
  if (!field.field || !isFree(text, word.end)) return NOTHING;
  return valuePlace(line, field, field.field, isBehindComma);
}

const hasValueBefore = ({ node }: FieldFacts, { start }: WordAt): boolean =>
  node.phrases.some(({ end }) => end <= start);

function valuePlace({ text, word }: Line, facts: FieldFacts, field: Field, isBehindComma: boolean): ValuePlace {
  const last = facts.node.phrases.findLast(({ start }) => start < word.cursor);
  // Where a comma stands before the word, a new phrase begins.
  const atoms = last && !(isBehindComma && last.start < word.start) ? last.atoms : [];
  const before = atoms.filter(({ end }) => end <= word.start);
  const next = facts.node.phrases.find(({ start }) => start >= word.end);
  const parts = before.length === 0 && next !== undefined && !/[,，、]/.test(text.slice(word.end, next.start));
  return {
    type: 'value',
    facts,
    field,
    before,
    typed: atoms.filter(({ start }) => start < word.cursor),
    fields: isBehindComma && !parts && hasValueBefore(facts, word),
    parts,
  };
}

function memberOrId(line: Line, isBehindComma: boolean): CompletionPlace {
  const { text, word, model } = line;
  const before = text.slice(lineStart(text, word.start), word.start);
  const opening = before.slice(lastOpener(before) + 1).trim();
  if (opening === '' || opening === '}' || opening === '｝') return memberPlace(line, before, isBehindComma);
  const kind = scanName(opening, 0) === opening.length ? model.table.kind(opening) : undefined;
  const rest = text.slice(word.end, lineEnd(text, word.end));
  return kind && !isBehindComma && /^\s*(?:["“”＂{｛]|\/\/|$)/.test(rest) ? { type: 'id', kind } : NOTHING;
}

function memberPlace(line: Line, before: string, isBehindComma: boolean): CompletionPlace {
  const { text, word, item } = line;
  const rest = text.slice(word.end, lineEnd(text, word.end));
  const isEnd = /^(?:\s*[,，、}｝]|\s+\/\/|\s*$)/.test(rest);
  const opensBlock = /[{｛]\s*$/.test(before);
  const mayDeclare = !isBehindComma && (before.trim() === '' || opensBlock) && !/^\s*[,，、]/.test(rest);
  // A word that follows at once would become a part of what is written.
  if (word.typed === '' && word.end > word.cursor) return NOTHING;
  const declaration = !mayDeclare ? 'none' : isEnd ? 'whole' : isKindOfHead(line) ? 'kind' : 'none';
  const field = item === undefined ? 'none' : isEnd ? 'whole' : /^\s*[:：]/.test(rest) ? 'name' : 'none';
  return { type: 'member', declaration, field, indents: item !== undefined && before === '' };
}

const isKindOfHead = ({ word, item, declarations }: Line): boolean =>
  (item ? (item.declaration.block?.declarations ?? []) : declarations).some(
    ({ kind }) => kind.start === word.start && kind.end === word.end,
  );

/** Is the end of a word followed by nothing that would join it? */
function isFree(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= text.length || isBlank(code) || isLineBreak(code) || /[,，、}｝]/.test(text[at]!);
}

function lineStart(text: string, at: number): number {
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

function lineEnd(text: string, at: number): number {
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

const lastOpener = (line: string): number =>
  Math.max(...['{', '｛', ',', '，', '、', ':', '：'].map((sign) => line.lastIndexOf(sign)));

/** What the word stands in, if it is nothing that is read. */
function quotesAround({
  text,
  word: { cursor, start },
  tokens: { tokens, comments },
}: Line): 'text' | 'comment' | undefined {
  const around = [...comments, ...tokens.filter(({ tokenType }) => QUOTES.has(tokenType))].find(
    (token) =>
      token.startOffset < cursor && (CLOSED.has(token.tokenType) ? cursor < endOf(token) : cursor <= endOf(token)),
  );
  if (around) return QUOTES.has(around.tokenType) ? 'text' : 'comment';
  // A string that is being typed may go on behind the blanks at which an unclosed one ends.
  const before = text.slice(lineStart(text, start), start);
  return (before.match(/["“”]/g)?.length ?? 0) % 2 === 1 ? 'text' : undefined;
}

const QUOTES: ReadonlySet<unknown> = new Set([StringToken, UnclosedString, TextToken, UnclosedText]);
/** At their ends one is outside again. */
const CLOSED: ReadonlySet<unknown> = new Set([StringToken, TextToken, BlockComment]);

/** Does the word stand within something else, such as an address or a time? */
const isInsideToken = ({ word: { start }, tokens: { tokens } }: Line): boolean =>
  tokens.some((token) => token.startOffset < start && start < endOf(token));

const signBeforeWord = ({ word, tokens: { tokens } }: Line): unknown =>
  tokens.findLast((token) => endOf(token) <= word.start)?.tokenType;

/** Whoever begins a declaration in Chinese goes on so, whatever stands around. */
const isChinese = (typed: string): boolean => /\p{Script=Han}/u.test(typed);

/** The tongue of the declaration before, or else of the first one behind, of any in the project, of the reader. */
function tongueBefore(model: Model, file: number, segment: number, reader: Tongue): Tongue {
  const count = model.files[file]!.document.segments.length;
  const known = (at: number): Item | undefined => model.itemsIn(file, at).find(({ kind }) => kind);
  for (let at = segment; at >= 0; at--) if (known(at)) return known(at)!.tongue;
  for (let at = segment + 1; at < count; at++) if (known(at)) return known(at)!.tongue;
  return model.items.find(({ kind }) => kind)?.tongue ?? reader;
}
