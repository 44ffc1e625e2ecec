/** Completion over the Language Server Protocol. */
import type { ClientCapabilities, CompletionItem, CompletionList, Range } from 'vscode-languageserver';
import { completeAt, type Completion, type Completions } from '../ide/completion';
import { filterTextOf } from '../ide/completion/fit';
import { snippetText } from '../ide/completion/snippet';
import { itemCard } from '../ide/itemCard';
import type { SourceDocument } from '../language/document';
import { rangeIn } from './convert';
import { askAt, type Feature, type Host } from './host';
import { addressOf } from './hover';
import { CompletionItemKind, InsertTextFormat } from './protocol';

export const completion: Feature = {
  capabilities: {
    completionProvider: {
      // Not behind commas: a line may end in one, and Enter would take the first entry.
      triggerCharacters: [':', '：', ' ', '-'],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  },
  register: (host) => {
    host.connection.onCompletion((params) =>
      askAt(host, 'completion', params, (world, cursor): CompletionList => {
        const found = completeAt(world, cursor, host.tongue(), params.context?.triggerCharacter);
        const { document } = world.model.files[cursor.file]!;
        return toList(host, found, document, params.textDocument.uri);
      }),
    );
    host.connection.onCompletionResolve((item) => host.answer('completion', () => resolve(host, item)));
  },
};

/** What an entry needs to be explained: its item is looked up anew, for texts go on meanwhile. */
interface Data {
  readonly uri: string;
  readonly id: string;
}

function resolve(host: Host, item: CompletionItem): CompletionItem {
  const data = item.data as Data | undefined;
  const world = data && host.find(data.uri)?.world;
  const target = data && world?.model.byId(data.id);
  if (!world || !target) return item;
  const card = itemCard(world, target, host.tongue(), (other) => addressOf(host, world.model, other));
  return { ...item, documentation: { kind: 'markdown', value: card } };
}

type Abilities = NonNullable<NonNullable<ClientCapabilities['textDocument']>['completion']>['completionItem'];

interface Form {
  readonly can: Abilities;
  /** Does the editor show what may be chosen in a place of a snippet? */
  readonly choices: boolean;
  readonly range: (from: number, to: number) => Range;
  readonly uri: string;
}

function toList(host: Host, found: Completions, document: SourceDocument, uri: string): CompletionList {
  const range = (start: number, end: number): Range => rangeIn(document, { start, end });
  const can = host.client().textDocument?.completion?.completionItem;
  const form: Form = { can, choices: host.showsChoices(), range, uri };
  return {
    isIncomplete: found.incomplete,
    items: found.entries.map((entry, index) => toItem(entry, index, found, form)),
  };
}

function toItem(entry: Completion, index: number, found: Completions, form: Form): CompletionItem {
  const { can, choices, uri } = form;
  const { label, detail, documentation, item } = entry;
  const snippet = can?.snippetSupport === true ? entry.snippet : undefined;
  return {
    label,
    kind: KINDS[entry.type],
    detail,
    ...(can?.labelDetailsSupport === true && item ? { labelDetails: { description: shortened(item.title) } } : {}),
    ...(documentation === '' ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    sortText: String(index).padStart(4, '0'),
    filterText: filterTextOf(entry),
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: editOf(snippet ? snippetText(snippet, choices) : entry.insert, found, form),
    ...(item?.id === undefined ? {} : { data: { uri, id: item.id } satisfies Data }),
  };
}

/** The word up to the cursor is replaced, or all of it, as the user wants; where the cursor stands before a word, all of it. */
function editOf(
  newText: string,
  { start, cursor, end }: Completions,
  { can, range }: Form,
): CompletionItem['textEdit'] {
  if (start === cursor || cursor === end) return { range: range(start, end), newText };
  return can?.insertReplaceSupport === true
    ? { insert: range(start, cursor), replace: range(start, end), newText }
    : { range: range(start, cursor), newText };
}

const MOST_SIGNS = 60;

const shortened = (title: string): string =>
  title.length > MOST_SIGNS ? `${title.slice(0, MOST_SIGNS).replace(/[\ud800-\udbff]$/, '')}…` : title;

const KINDS: Readonly<Record<Completion['type'], CompletionItemKind>> = {
  kind: CompletionItemKind.Keyword,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  word: CompletionItemKind.Unit,
  reference: CompletionItemKind.Reference,
  person: CompletionItemKind.Reference,
  date: CompletionItemKind.Event,
  id: CompletionItemKind.Value,
};
