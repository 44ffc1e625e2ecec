import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadGrammar, scopedLines, DELIVERY, MARKDOWN, type ScopedLine } from './textmate';

const CASES = 'test/unit/syntaxes/cases';

/** `> line`, then each token with its scopes. */
function print(lines: readonly ScopedLine[]): string {
  const printed = lines.flatMap(({ text, tokens }) => [
    `> ${text}`.trimEnd(),
    ...tokens.map((token) => `    ${token.text}  ⟶  ${token.scopes.join(' ') || '(plain)'}`),
  ]);
  return printed.join('\n') + '\n';
}

/** Cases are files; UPDATE_SNAPSHOTS=1 writes what the grammar gives now, to be read before it is committed. */
describe('highlighting snapshots', () => {
  for (const file of readdirSync(CASES).filter((name) => !name.endsWith('.snap')))
    it(file, async () => {
      const grammar = await loadGrammar(file.endsWith('.md') ? MARKDOWN : DELIVERY);
      const actual = print(scopedLines(grammar, readFileSync(join(CASES, file), 'utf8').trimEnd()));
      const path = join(CASES, `${file}.snap`);
      if (process.env.UPDATE_SNAPSHOTS === '1') writeFileSync(path, actual);
      assert.ok(existsSync(path), `${path} is missing: run with UPDATE_SNAPSHOTS=1`);
      assert.equal(actual, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
    });

  it('has a case for every snapshot', () => {
    const names = readdirSync(CASES);
    assert.deepEqual(
      names.filter((name) => name.endsWith('.snap') && !names.includes(name.slice(0, -'.snap'.length))),
      [],
    );
  });
});
