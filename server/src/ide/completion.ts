import { isLineBreak, skipBlanks } from '../language/characters';
import { scanName } from '../language/scan';
import {
  BlockComment,
  endOf,
  String as StringToken,
  Text as TextToken,
  tokenize,
  UnclosedString,
  UnclosedText,
} from '../language/tokens';
import type { Phrase } from '../language/ast';
import type { FieldFacts } from '../kinds/facts';
import type { Field, Kind, Names } from '../kinds/table';
import { valueTypes } from '../kinds/values';
import { nameOf } from '../checks/wording';
import type { Item, Model } from '../model/model';
import { nextId } from '../model/nextId';
import type { Cursor } from './spot';
import type { Text, Tongue } from '../kinds/tongue';

export interface Completion {
  readonly label: string;
  readonly type: 'kind' | 'field' | 'value' | 'reference' | 'id';
  /** What replaces the word before the cursor; `$0` marks the cursor's place when `snippet` is set. */
  readonly insert: string;
  readonly snippet: boolean;
  readonly detail: string;
  readonly documentation: string;
  /** Entries of a lower rank come first. */
  readonly rank: number;
}

export interface Completions {
  readonly entries: readonly Completion[];
  /** Number of code units before the cursor that an entry replaces. */
  readonly replaces: number;
  /** There are more than could be listed. */
  readonly incomplete: boolean;
}

/** More make an editor slow and help nobody. */
const MOST_ENTRIES = 200;

/** What may be written at the cursor: kinds and fields where a line begins, ids in a head, values behind a colon. */
export function completeAt(model: Model, cursor: Cursor, tongue: Tongue): Completions {
  const context = contextAt(model, cursor);
  const all = entriesFor(model, context, tongue);
  const fitting = all.filter(({ label, detail }) => fits(context.typed, label) || fits(context.typed, detail));
  const ranked = fitting.sort((a, b) => a.rank - b.rank || compare(a.label, b.label));
  const entries = shorterFirst(ranked).slice(0, MOST_ENTRIES);
  return { entries, replaces: context.typed.length, incomplete: fitting.length > MOST_ENTRIES };
}

/** Editors filter while one types and keep the order: an id has to stand before those that begin with it, `REQ-2` before `REQ-22`. */
function shorterFirst(entries: readonly Completion[]): readonly Completion[] {
  const ids = new Map(entries.filter(({ type }) => type === 'reference').map((entry) => [entry.label, entry]));
  const placed = new Set<Completion>();
  for (const entry of entries) {
    for (let end = 1; entry.type === 'reference' && end < entry.label.length; end++) {
      const shorter = ids.get(entry.label.slice(0, end));
      if (shorter) placed.add(shorter);
    }
    placed.add(entry);
  }
  return [...placed];
}

interface Context {
  readonly place: 'member' | 'id' | 'value' | 'nothing';
  /** The part of a word that stands before the cursor. */
  readonly typed: string;
  readonly item: Item | undefined;
  /** Kind of the head that is being written, for `id`. */
  readonly kind: Kind | undefined;
  readonly field: FieldFacts | undefined;
  /** What is typed so far of the phrase at the cursor, the half word included. */
  readonly phrase: Phrase | undefined;
  /** What stands between the last comma or colon and the word being typed. */
  readonly before: string;
  /** Nothing but a comma stands before the word, so that it may be the next field as well as the next value. */
  readonly behindComma: boolean;
}

function contextAt(model: Model, { file, offset }: Cursor): Context {
  const { document } = model.files[file]!;
  const segment = document.segmentAt(offset);
  const at = offset - document.offsetOf(segment);
  const whole = document.segments[segment]!.text;
  const text = whole.slice(0, at);
  const line = text.slice(lineStart(text));
  const typed = typedWord(line);
  const before = line.slice(0, line.length - typed.length);
  const item = innermostBlock(model, file, segment, at);
  const base = { typed, item, kind: undefined, field: undefined, phrase: undefined, before: '', behindComma: false };
  if (hasOpenQuote(before) || isInsideQuotesOrComment(whole, at)) return { ...base, place: 'nothing' };
  const field = fieldBefore(item, text, at - typed.length);
  const behindComma = /[,，、]\s*$/.test(text.slice(0, text.length - typed.length));
  // Behind the comma of a field that takes one value, only the next field can stand.
  if (field && !(behindComma && field.field?.repeat === false))
    return {
      ...base,
      place: 'value',
      field,
      phrase: phraseBefore(field, at),
      behindComma,
      before: before.slice(lastSeparator(before) + 1).trim(),
    };
  const opening = before
    .slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf('｛'), lastSeparator(before)) + 1)
    .trim();
  if (opening === '' || opening === '}') return { ...base, place: 'member' };
  const kind = scanName(opening, 0) === opening.length ? model.table.kind(opening) : undefined;
  return { ...base, place: kind ? 'id' : 'nothing', kind };
}

/** The field whose value the cursor is in: on the line of its colon, or on the next one behind a comma. */
function fieldBefore(item: Item | undefined, text: string, at: number): FieldFacts | undefined {
  const field = item?.fields.findLast(({ node }) => node.colon >= 0 && node.colon < at);
  if (!field) return undefined;
  const between = text.slice(Math.max(field.node.end, field.node.colon + 1), at);
  const end = skipBlanks(between, 0);
  const inside = at <= field.node.end || end === between.length;
  return inside || /^\s*[,，、]\s*$/.test(between) || isWithin(field, at) ? field : undefined;
}

/** The atoms before the cursor of the phrase that it stands in or behind; undefined where a new phrase begins. */
function phraseBefore({ node }: FieldFacts, at: number): Phrase | undefined {
  const index = node.phrases.findLastIndex(({ start }) => start < at);
  const phrase = node.phrases[index];
  if (!phrase) return undefined;
  const atoms = phrase.atoms.filter(({ start }) => start < at);
  return { ...phrase, end: atoms.at(-1)?.end ?? phrase.end, atoms };
}

const isWithin = ({ node }: FieldFacts, at: number): boolean => node.colon < at && at <= node.end;

function innermostBlock(model: Model, file: number, segment: number, at: number): Item | undefined {
  return model
    .itemsIn(file, segment)
    .findLast(
      ({ declaration: { block, end } }) => block && block.open < at && at <= (block.close < 0 ? end : block.close),
    );
}

function lineStart(text: string): number {
  let start = text.length;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The unfinished name at the end of a line, also one that ends in `-` or `.`, such as `REQ-`. */
function typedWord(line: string): string {
  const word = /[\p{L}\p{M}\p{N}_.-]*$/u.exec(line)?.[0] ?? '';
  return word.split('..').at(-1) ?? '';
}

const lastSeparator = (line: string): number =>
  Math.max(...[',', '，', '、', ':', '：'].map((sign) => line.lastIndexOf(sign)));

/** A string that is being typed may go on behind the blanks at which an unclosed one ends. */
const hasOpenQuote = (before: string): boolean => (before.match(/["“”]/g)?.length ?? 0) % 2 === 1;

function isInsideQuotesOrComment(text: string, at: number): boolean {
  const { tokens, comments } = tokenize(text);
  const quotes = tokens.filter(({ tokenType }) => QUOTES.has(tokenType));
  return [...quotes, ...comments].some((token) => {
    const reaches = CLOSED.has(token.tokenType) ? at < endOf(token) : at <= endOf(token);
    return token.startOffset < at && reaches;
  });
}

const QUOTES: ReadonlySet<unknown> = new Set([StringToken, UnclosedString, TextToken, UnclosedText]);
/** At their ends one is outside again. */
const CLOSED: ReadonlySet<unknown> = new Set([StringToken, TextToken, BlockComment]);

function entriesFor(model: Model, context: Context, tongue: Tongue): Completion[] {
  switch (context.place) {
    case 'member':
      return [...fieldEntries(context.item, tongue), ...kindEntries(model, context.item, tongue)];
    case 'id':
      return context.kind ? idEntries(model, context.kind) : [];
    case 'value':
      return [
        ...(context.field?.field ? valueEntries(model, context, context.field.field, tongue) : []),
        ...(context.behindComma ? fieldEntries(context.item, tongue).map(behindValues) : []),
      ];
    case 'nothing':
      return [];
  }
}

const behindValues = (entry: Completion): Completion => ({ ...entry, rank: entry.rank + 2000 });

/** Fields that the item does not have yet, the required ones first. */
function fieldEntries(item: Item | undefined, tongue: Tongue): Completion[] {
  if (!item?.kind) return [];
  const given = new Set(item.fields.map(({ field }) => field?.key));
  const written = item.tongue === 'zh' ? 'zh' : tongue;
  return item.kind.fields
    .filter(({ key }) => !given.has(key))
    .map((field, index) => ({
      label: nameOf(field.names, written),
      type: 'field',
      insert: `${nameOf(field.names, written)}: `,
      snippet: false,
      detail: field.example ?? field.values.map(({ names }) => nameOf(names, written)).join(' | '),
      documentation: field.doc[tongue],
      rank: (field.required ? 0 : 100) + index,
    }));
}

/** Kinds that may stand here, as a head with the next free id. */
function kindEntries(model: Model, item: Item | undefined, tongue: Tongue): Completion[] {
  const inside = item?.kind?.contains;
  const written = item?.tongue === 'zh' ? 'zh' : tongue;
  return model.table.kinds
    .filter((kind) =>
      item ? !kind.topLevelOnly && (!inside || inside.has(kind.key) || !kind.contains) : !kind.nestedOnly,
    )
    .map((kind, index) => {
      const name = nameOf(kind.names, written);
      const id = kind.anonymous || kind.prefix === undefined ? '' : ` ${nextId(model, kind)}`;
      return {
        label: name,
        type: 'kind',
        insert: `${name}${id} "$1" {\n\t$0\n}`,
        snippet: true,
        detail: otherName(kind.names, written),
        documentation: kind.doc[tongue],
        // What the kind says may stand inside comes before what may stand anywhere.
        rank: (inside?.has(kind.key) ? 1000 : 1500) + index,
      };
    });
}

const otherName = (names: Names, tongue: Tongue): string => nameOf(names, tongue === 'zh' ? 'en' : 'zh');

function idEntries(model: Model, kind: Kind): Completion[] {
  if (kind.prefix === undefined) return [];
  const id = nextId(model, kind);
  return [{ ...plain(id, 'id', ''), detail: kind.names.en[0] ?? '' }];
}

function valueEntries(model: Model, context: Context, field: Field, tongue: Tongue): Completion[] {
  const written = context.item?.tongue === 'zh' ? 'zh' : tongue;
  const values = field.values.map(({ names, doc }, index) => ({
    ...plain(nameOf(names, written), 'value', doc[tongue]),
    detail: otherName(names, written),
    rank: index,
  }));
  const phrase = context.before === '' && context.typed === '' ? undefined : context.phrase;
  const words = field.types
    .filter((type) => type !== 'enum')
    .flatMap((type) => valueTypes.get(type)?.complete?.(phrase, field) ?? [])
    .map(({ text, documentation }, index) => ({
      ...plain(text, 'value', docOf(documentation, tongue)),
      rank: 500 + index,
    }));
  const takesReferences = field.link !== undefined || field.types.some((type) => REFERENCE_TYPES.has(type));
  return [
    ...values,
    ...(takesReferences && context.before === '' ? referenceEntries(model, field, context.item, tongue) : []),
    ...words,
  ];
}

const REFERENCE_TYPES = new Set(['ref', 'dependency', 'allocation']);

const docOf = (text: Text | undefined, tongue: Tongue): string => text?.[tongue] ?? '';

/** Ids of the items that the field may lead to, those declared near the cursor's item first. */
function referenceEntries(model: Model, { targets }: Field, around: Item | undefined, tongue: Tongue): Completion[] {
  return model.items
    .filter(
      ({ id, kind, index }) =>
        id !== undefined && index !== around?.index && (!targets || (kind && targets.has(kind.key))),
    )
    .map((item) => ({
      ...plain(item.id!, 'reference', item.declaration.block?.texts[0]?.text ?? ''),
      detail: item.title || nameOf(item.kind?.names ?? { en: [''], zh: [''] }, tongue),
      rank: 10 + Math.min(99, Math.abs(item.index - (around?.index ?? 0))),
    }));
}

const plain = (label: string, type: Completion['type'], documentation: string): Completion => ({
  label,
  type,
  insert: label,
  snippet: false,
  detail: '',
  documentation,
  rank: 0,
});

/** Do the typed letters occur in the text in this order, upper and lower case alike? */
function fits(typed: string, text: string): boolean {
  const wanted = typed.toLowerCase();
  let at = 0;
  for (const letter of text.toLowerCase()) if (at < wanted.length && letter === wanted[at]) at++;
  return at >= wanted.length;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
