import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { IGrammar } from 'vscode-textmate';
import { allNames, type Names } from '../../../server/src/kinds/table';
import { CONNECTIVES, LINK_TYPES, RESULTS, SEVERITIES, WEEKDAYS } from '../../../server/src/kinds/values/words';
import { enumWords, fieldNames, kindNames } from './table';
import { DELIVERY, loadGrammar, scopedLines, withScope } from './textmate';

describe('the grammar and the kind table agree', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar(DELIVERY);
  });

  it('is what syntaxes/grammar.mjs makes of the table today', () => {
    execFileSync(process.execPath, ['syntaxes/grammar.mjs', '--check'], { stdio: 'pipe' });
  });

  it('highlights every kind in both tongues while its head is half typed', () => {
    for (const kind of kindNames)
      assert.deepEqual(withScope(scopedLines(grammar, `  ${kind} X-1`), 'keyword.declaration.kind'), [kind]);
  });

  it('highlights every field in both tongues', () => {
    for (const field of fieldNames)
      assert.deepEqual(withScope(scopedLines(grammar, `  ${field}: x`), 'support.type.property-name'), [field]);
  });

  it('highlights every word of an enumeration as a whole', () => {
    for (const word of enumWords) {
      const lines = scopedLines(grammar, `  x: ${word}, ${word}-1, ${word}x`);
      assert.deepEqual(withScope(lines, 'constant.language.enum'), [word]);
    }
  });

  it('highlights the words of the value types', () => {
    const scopeOf = (word: string) => scopedLines(grammar, `  x: ${word}`)[0]?.tokens.at(-1)?.scopes.at(-1);
    const names = (vocabularies: readonly { readonly entries: readonly { readonly names: Names }[] }[]) =>
      vocabularies.flatMap(({ entries }) => entries.flatMap((entry) => allNames(entry.names)));
    for (const word of names([...Object.values(CONNECTIVES), LINK_TYPES]))
      assert.equal(scopeOf(word), 'keyword.other.word', word);
    for (const word of names([WEEKDAYS, SEVERITIES, RESULTS]))
      assert.equal(scopeOf(word), 'constant.language.enum', word);
  });

  it('highlights kinds and fields that no table knows', () => {
    const lines = scopedLines(grammar, 'interface IF-1 "Orders" { cost-centre: CC-1 }\n接口 接口-1 "订单"');
    assert.deepEqual(withScope(lines, 'keyword.declaration.kind'), ['interface', '接口']);
    assert.deepEqual(withScope(lines, 'entity.name.type.item'), ['IF-1', '接口-1']);
    assert.deepEqual(withScope(lines, 'support.type.property-name'), ['cost-centre']);
  });
});
