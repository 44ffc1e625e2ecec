/** Every request that the server answers, with parameters for any place of any text. */
import type { Range } from 'vscode-languageserver/node';

/** Where and about what is asked. */
export interface Question {
  readonly uri: string;
  /** The address of another file of the workspace, or of none. */
  readonly otherUri: string;
  /** A position, different each time it is asked for. */
  readonly position: () => { readonly line: number; readonly character: number };
  readonly range: () => Range;
  /** One of several. */
  readonly pick: <T>(choices: readonly T[]) => T;
}

interface Request {
  readonly method: string;
  /** The capability that announces it, or the method itself where none does. */
  readonly capability: string;
  readonly params: (question: Question) => object;
  /** Requests about a part of the answer: that of `from`, one of `each` of its elements. */
  readonly then?: readonly {
    readonly method: string;
    readonly params: (part: unknown, question: Question) => object;
  }[];
}

const file = ({ uri }: Question): { textDocument: { uri: string } } => ({ textDocument: { uri } });
const at = (question: Question): object => ({ ...file(question), position: question.position() });
const within = (question: Question): object => ({ ...file(question), range: question.range() });
const itself = (part: unknown): object => part as object;
const item = (part: unknown): object => ({ item: part });
const formatting = { options: { tabSize: 2, insertSpaces: true } };

const NAMES = ['REQ-1', 'X-9', '需求-7', '', 'a b', '😀', '{', '\ud83d'];
const QUERIES = ['', 'r', '登录', '😀', '(a+)+$', '\\', '*'];
const PASTED = ['', '}', 'task T-1 "t" { after: T-1 }', '需求 REQ-1 “😀” { 来自：REQ-1 }', 'requirement REQ-1 "\ud83d'];
const KEYS = ['REQ-1', 'T-1', 'M-1', 'P-1', '', '😀', 'check ""'];
const PATHS = [[], ['up'], ['down', 'T-1'], ['P-1'], ['must', 'REQ-1'], ['uncovered'], ['', 'x'], ['constructor']];
const KINDS = ['move', 'finish', 'due', 'progress', 'link'];

export const REQUESTS: readonly Request[] = [
  { method: 'textDocument/definition', capability: 'definitionProvider', params: at },
  { method: 'textDocument/typeDefinition', capability: 'typeDefinitionProvider', params: at },
  { method: 'textDocument/implementation', capability: 'implementationProvider', params: at },
  {
    method: 'textDocument/references',
    capability: 'referencesProvider',
    params: (question) => ({ ...at(question), context: { includeDeclaration: question.pick([true, false]) } }),
  },
  { method: 'textDocument/documentHighlight', capability: 'documentHighlightProvider', params: at },
  { method: 'textDocument/documentSymbol', capability: 'documentSymbolProvider', params: file },
  {
    method: 'workspace/symbol',
    capability: 'workspaceSymbolProvider',
    params: ({ pick }) => ({ query: pick(QUERIES) }),
  },
  { method: 'textDocument/hover', capability: 'hoverProvider', params: at },
  {
    method: 'textDocument/completion',
    capability: 'completionProvider',
    params: at,
    then: [{ method: 'completionItem/resolve', params: itself }],
  },
  {
    method: 'textDocument/codeAction',
    capability: 'codeActionProvider',
    params: (question) => ({
      ...within(question),
      context: { diagnostics: [], only: question.pick([undefined, undefined, ['source'], ['refactor'], ['']]) },
    }),
    then: [{ method: 'codeAction/resolve', params: itself }],
  },
  {
    method: 'textDocument/codeLens',
    capability: 'codeLensProvider',
    params: file,
    then: [{ method: 'codeLens/resolve', params: itself }],
  },
  {
    method: 'textDocument/documentLink',
    capability: 'documentLinkProvider',
    params: file,
    then: [{ method: 'documentLink/resolve', params: itself }],
  },
  {
    method: 'textDocument/inlayHint',
    capability: 'inlayHintProvider',
    params: within,
    then: [{ method: 'inlayHint/resolve', params: itself }],
  },
  { method: 'textDocument/foldingRange', capability: 'foldingRangeProvider', params: file },
  {
    method: 'textDocument/selectionRange',
    capability: 'selectionRangeProvider',
    params: (question) => ({ ...file(question), positions: [question.position(), question.position()] }),
  },
  {
    method: 'textDocument/formatting',
    capability: 'documentFormattingProvider',
    params: (question) => ({ ...file(question), ...formatting }),
  },
  {
    method: 'textDocument/rangeFormatting',
    capability: 'documentRangeFormattingProvider',
    params: (question) => ({ ...within(question), ...formatting }),
  },
  {
    method: 'textDocument/onTypeFormatting',
    capability: 'documentOnTypeFormattingProvider',
    params: (question) => ({ ...at(question), ch: question.pick(['}', '\n', '｝', 'x']), ...formatting }),
  },
  {
    method: 'workspace/executeCommand',
    capability: 'executeCommandProvider',
    params: ({ uri, pick }) => ({
      command: 'delivery.translateKeywords',
      arguments: pick<unknown[]>([[uri, 'zh'], [uri, 'en'], [uri, 'x'], []]),
    }),
  },
  {
    method: 'textDocument/prepareRename',
    capability: 'renameProvider',
    params: at,
  },
  {
    method: 'textDocument/rename',
    capability: 'renameProvider',
    params: (question) => ({ ...at(question), newName: question.pick(NAMES) }),
  },
  {
    method: 'textDocument/prepareCallHierarchy',
    capability: 'callHierarchyProvider',
    params: at,
    then: [
      { method: 'callHierarchy/incomingCalls', params: item },
      { method: 'callHierarchy/outgoingCalls', params: item },
    ],
  },
  {
    method: 'textDocument/prepareTypeHierarchy',
    capability: 'typeHierarchyProvider',
    params: at,
    then: [
      { method: 'typeHierarchy/supertypes', params: item },
      { method: 'typeHierarchy/subtypes', params: item },
    ],
  },
  { method: 'textDocument/linkedEditingRange', capability: 'linkedEditingRangeProvider', params: at },
  {
    method: 'delivery/paste',
    capability: 'delivery/paste',
    params: (question) => ({ ...within(question), text: question.pick(PASTED) }),
  },
  { method: 'textDocument/semanticTokens/full', capability: 'semanticTokensProvider', params: file },
  {
    method: 'textDocument/semanticTokens/full/delta',
    capability: 'semanticTokensProvider',
    params: (question) => ({ ...file(question), previousResultId: question.pick(['1', '2', '3', 'x']) }),
  },
  { method: 'textDocument/semanticTokens/range', capability: 'semanticTokensProvider', params: within },
  {
    method: 'workspace/willRenameFiles',
    capability: 'workspace',
    params: ({ uri, otherUri }) => ({ files: [{ oldUri: uri, newUri: otherUri }] }),
  },
  {
    method: 'delivery/timeline',
    capability: 'delivery/timeline',
    params: ({ uri, pick }) => ({ uri, known: pick([undefined, 0, 1, 2, 3]) }),
    then: [],
  },
  {
    method: 'delivery/timelineSource',
    capability: 'delivery/timelineSource',
    params: ({ uri, pick }) => ({ uri, key: pick(['T-1', 'M-1', 'P-1', '', '😀']) }),
  },
  {
    method: 'delivery/timelineBarAt',
    capability: 'delivery/timelineBarAt',
    params: ({ uri, position }) => ({ uri, position: position() }),
  },
  {
    method: 'delivery/timelineEdit',
    capability: 'delivery/timelineEdit',
    params: ({ uri, pick }) => {
      const kind = pick(KINDS);
      const to = kind === 'link' ? pick(['T-1', 'T-2', 'T-3', '']) : pick([0.5, 29_600_000, 29_601_440, -1, 1e12]);
      return { uri, gesture: { kind, key: pick(['T-1', 'T-2', 'M-1', 'P-1', '']), to, type: pick(['FS', 'SS']) } };
    },
  },
  {
    method: 'delivery/status',
    capability: 'delivery/status',
    params: ({ uri }) => ({ uri }),
  },
  {
    method: 'delivery/itemAt',
    capability: 'delivery/itemAt',
    params: ({ uri, position }) => ({ uri, position: position() }),
  },
  {
    method: 'delivery/trace',
    capability: 'delivery/trace',
    params: ({ uri, pick }) => ({ root: uri, key: pick(KEYS), path: pick(PATHS) }),
  },
  {
    method: 'delivery/projects',
    capability: 'delivery/projects',
    params: () => ({}),
  },
  {
    method: 'delivery/explorer',
    capability: 'delivery/explorer',
    params: ({ uri, pick }) => ({
      root: uri,
      grouping: pick(['phase', 'priority', 'coverage']),
      filter: pick(QUERIES),
      path: pick(PATHS),
    }),
  },
  {
    method: 'delivery/itemSource',
    capability: 'delivery/itemSource',
    params: ({ uri, pick }) => ({ root: uri, key: pick(KEYS) }),
  },
  {
    method: 'delivery/itemCard',
    capability: 'delivery/itemCard',
    params: ({ uri, pick }) => ({ root: uri, key: pick(KEYS) }),
  },
  {
    method: 'delivery/dropItems',
    capability: 'delivery/dropItems',
    params: ({ uri, position, pick }) => ({ uri, position: position(), ids: pick([['REQ-1'], ['T-1', 'x'], []]) }),
  },
];

/** The parts of an answer about which more can be asked: its elements, also those of a list of completions. */
export function partsOf(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  const { items } = (answer ?? {}) as { items?: unknown };
  return Array.isArray(items) ? items : [];
}
