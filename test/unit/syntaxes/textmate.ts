import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar, IOnigLib, IRawGrammar, StateStack } from 'vscode-textmate';

/** One token of a line: its text and its scopes below the root, without the ending `.delivery`. */
export interface ScopedToken {
  readonly text: string;
  readonly scopes: readonly string[];
}

export interface ScopedLine {
  readonly text: string;
  readonly tokens: readonly ScopedToken[];
}

/** How many scans for a next token the grammars have made so far: the deterministic measure of tokenizing work. */
export const work = { scans: 0 };

export const DELIVERY = 'source.delivery';
export const MARKDOWN = 'text.html.markdown';
const INJECTION = 'markdown.delivery.codeblock';

/** What VS Code's own Markdown grammar does that matters here: rules that stay open over lines, and code by indentation. */
const MARKDOWN_STAND_IN = {
  scopeName: MARKDOWN,
  patterns: ['fence', 'code', 'heading', 'list', 'comment', 'inline'].map((name) => ({ include: `#${name}` })),
  repository: {
    fence: { name: 'markup.fenced_code.block', begin: '(^|\\G)\\s*```.*$', end: '(^|\\G)\\s*```\\s*$' },
    code: { name: 'markup.raw.block', begin: '(^|\\G)([ ]{4}|\\t)', while: '(^|\\G)([ ]{4}|\\t)' },
    heading: { name: 'markup.heading', match: '(?:^|\\G)#+ .*$' },
    list: {
      name: 'markup.list',
      begin: '(^|\\G)- ',
      while: '(^|\\G)([ ]{2}|$)',
      patterns: [{ include: '#inline' }],
    },
    comment: { name: 'comment.block.html', begin: '<!--', end: '-->' },
    inline: { patterns: [{ name: 'markup.bold', match: '\\*\\*[^*]+\\*\\*' }] },
  },
};

async function onigLib(): Promise<IOnigLib> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM({ data: wasm });
  return {
    createOnigString: (text) => new oniguruma.OnigString(text),
    createOnigScanner: (patterns) => {
      const scanner = new oniguruma.OnigScanner(patterns);
      return {
        // Anchors are written into the patterns by vscode-textmate itself, so it gives no options to hand on.
        findNextMatchSync: (text, start) => {
          work.scans++;
          const known = typeof text === 'string' || text instanceof oniguruma.OnigString;
          return known ? scanner.findNextMatchSync(text, start) : null;
        },
      };
    },
  };
}

const readGrammar = (path: string): IRawGrammar => textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);

const registry = new textmate.Registry({
  onigLib: onigLib(),
  loadGrammar: (scope) => {
    if (scope === DELIVERY) return Promise.resolve(readGrammar('syntaxes/delivery.tmLanguage.json'));
    if (scope === INJECTION) return Promise.resolve(readGrammar('syntaxes/markdown-injection.tmLanguage.json'));
    const standIn = textmate.parseRawGrammar(JSON.stringify(MARKDOWN_STAND_IN), 'markdown.json');
    return Promise.resolve(scope === MARKDOWN ? standIn : null);
  },
  getInjections: (scope) => (scope === MARKDOWN ? [INJECTION] : []),
});

/** The grammar of a root scope; rejects when it cannot be read. */
export async function loadGrammar(scope: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`no grammar for ${scope}`);
  return grammar;
}

/** The text's lines with their tokens. White space between tokens is left out. */
export function scopedLines(grammar: IGrammar, text: string): readonly ScopedLine[] {
  let state: StateStack = textmate.INITIAL;
  return text.split(/\r?\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const scoped = tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      scopes: token.scopes.slice(1).map((scope) => scope.replace(/\.delivery$/, '')),
    }));
    return { text: line, tokens: scoped.filter((token) => token.text.trim() !== '') };
  });
}

/** The state at the end of a text, from which the next line is read. */
export function stateAfter(grammar: IGrammar, text: string): StateStack {
  return text
    .split('\n')
    .reduce<StateStack>((state, line) => grammar.tokenizeLine(line, state).ruleStack, textmate.INITIAL);
}

/** All tokens that carry a scope, in the order of the text. */
export const withScope = (lines: readonly ScopedLine[], scope: string): readonly string[] =>
  lines
    .flatMap((line) => line.tokens)
    .filter((token) => token.scopes.some((name) => name === scope || name.startsWith(`${scope}.`)))
    .map((token) => token.text);
