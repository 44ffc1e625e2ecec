import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IGrammar } from 'vscode-textmate';
import { fieldOf, kindNames, wordsOf } from './table';
import { DELIVERY, loadGrammar, scopedLines, type ScopedToken } from './textmate';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(readFileSync('syntaxes/snippets.json', 'utf8')) as Readonly<Record<string, Snippet>>;

const VARIABLES = { CURRENT_YEAR: '2026', CURRENT_MONTH: '01', CURRENT_DATE: '05' };

/** The text that a snippet inserts, each choice by its word number `choice` (or its last, if there are fewer). */
function expand(body: readonly string[], choice: number): string {
  return Object.entries(VARIABLES)
    .reduce((text, [name, value]) => text.replaceAll(`\${${name}}`, value), body.join('\n'))
    .replace(
      /\$\{\d+\|([^|]*)\|\}/g,
      (_, words: string) => words.split(',').at(Math.min(choice, words.split(',').length - 1)) ?? '',
    )
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$0/g, '');
}

/** A field of an expanded snippet: `requirement`, `priority` and the words behind the colon. */
interface Use {
  readonly kind: string;
  readonly field: string;
  readonly words: readonly string[];
}

const has = (token: ScopedToken, scope: string) => token.scopes.some((name) => name.startsWith(scope));

/** Walks the tokens with a stack of the blocks that are open. */
function usesOf(tokens: readonly ScopedToken[]): readonly Use[] {
  const open: string[] = [];
  const uses: { kind: string; field: string; words: string[] }[] = [];
  let head = '';
  for (const token of tokens) {
    if (has(token, 'keyword.declaration.kind')) head = token.text;
    else if (has(token, 'punctuation.section.block.begin')) open.push(head);
    else if (has(token, 'punctuation.section.block.end')) open.pop();
    else if (has(token, 'support.type.property-name'))
      uses.push({ kind: open.at(-1) ?? '', field: token.text, words: [] });
    else if (has(token, 'constant.language.enum') || has(token, 'variable.other')) uses.at(-1)?.words.push(token.text);
  }
  assert.deepEqual(open, [], 'a block stays open');
  return uses;
}

describe('snippets', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar(DELIVERY);
  });

  for (const [name, { prefix, description, body }] of Object.entries(snippets))
    it(name, () => {
      assert.ok(prefix.length > 0 && description.length > 0);
      for (let choice = 0; choice < 20; choice++) {
        const tokens = scopedLines(grammar, expand(body, choice)).flatMap((line) => line.tokens);
        assert.ok(kindNames.has(tokens[0]?.text ?? ''), tokens[0]?.text);
        for (const { kind, field, words } of usesOf(tokens)) {
          const known = fieldOf(kind, field);
          assert.ok(known, `${kind} has no field ${field}`);
          const allowed = wordsOf(known);
          if (allowed.length > 0)
            assert.ok(
              words.every((word) => allowed.includes(word)),
              `${field}: ${words.join(' ')}`,
            );
        }
      }
    });

  it('numbers tab stops from 1 without a gap and ends at $0', () => {
    for (const [name, { body }] of Object.entries(snippets)) {
      const stops = new Set([...body.join('\n').matchAll(/\$\{(\d+)[:|]/g)].map((match) => Number(match[1])));
      assert.deepEqual(
        [...stops].sort((a, b) => a - b),
        [...stops].map((_, index) => index + 1),
        name,
      );
      assert.equal(body.at(-1), '$0', name);
    }
  });

  it('has a prefix of its own for each, in both tongues', () => {
    const prefixes = Object.values(snippets).flatMap((snippet) => snippet.prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const prefix of ['requirement', '需求', 'task', '任务', 'milestone', '里程碑', 'risk', '风险'])
      assert.ok(prefixes.includes(prefix), prefix);
  });
});
