import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { DELIVERY, loadGrammar, scopedLines, withScope } from './textmate';

const OPENERS = {
  'an ASCII text block': '  """\n  words',
  'a text block of full-width quotes': '  “”“\n  words',
  'a text block on the line of its field': '  rationale: """ words',
  'a text block with an open Markdown fence': '  """\n  ```\n  words',
  'a text block with an open Markdown list': '  """\n  - one\n    two',
  'a text block with an open HTML comment': '  """\n  <!-- words',
  'a block comment': '  /* words\n  more words',
  'a block comment in a head': '  task T-1 /* words',
  'a string': '  given: "words',
  'a full-width string': '  假如：“words',
  'a block in a block': '  task T-1 "words" {\n    priority: must',
};

const HEADS = [
  'requirement REQ-2 "Second" {',
  '需求 需求-2 “第二个” ｛',
  'interface IF-1 {',
  'team{',
  'risk "No id" { probability: 40% }',
  'requirement REQ-2 "Title without its end {',
];

const NO_HEADS = [
  'words and "more" words',
  ' requirement REQ-2 "Indented" {',
  'from: "x" {',
  'requirement REQ-2 "x"',
  '- {',
];

/** Kind names that are highlighted in the last line when it follows `opener`. */
const kindsOfLastLine = (grammar: IGrammar, text: string) =>
  withScope(scopedLines(grammar, text).slice(-1), 'keyword.declaration.kind');

describe('recovery at a declaration head in column 0', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar(DELIVERY);
  });

  for (const [name, opener] of Object.entries(OPENERS))
    it(`ends ${name}`, () => {
      for (const head of HEADS) {
        const kinds = kindsOfLastLine(grammar, `requirement REQ-1 "First" {\n${opener}\n${head}`);
        assert.deepEqual(kinds, [/^[\p{L}]+/u.exec(head)?.[0]], head);
      }
    });

  it('reads on as if nothing had been open', () => {
    const declaration = 'requirement REQ-2 "Second" {\n  priority: must\n}';
    const fresh = scopedLines(grammar, declaration);
    for (const opener of Object.values(OPENERS))
      assert.deepEqual(scopedLines(grammar, `${opener}\n${declaration}`).slice(-3), fresh, opener);
  });

  for (const opener of ['"""', '/*'])
    it(`stays in ${opener} at any other line`, () => {
      for (const line of NO_HEADS) assert.deepEqual(kindsOfLastLine(grammar, `${opener}\n${line}`), [], line);
    });
});

describe('text blocks', () => {
  it('close wherever the language closes them', async () => {
    const grammar = await loadGrammar(DELIVERY);
    const closed = [
      '"""\nwords\n"""',
      '"""words"""',
      '"""words\nwords"""',
      '"""\n  - list\n    in list """',
      '"""\n```\ncode\n"""',
      '"""\n<!-- words\n"""',
      '"""\nwords \\""" more\n"""',
      '"""\nwords \\\\"""',
      '“”“\nwords\n"""',
      '＂＂＂words”””',
    ];
    for (const text of closed) {
      const fields = withScope(scopedLines(grammar, `${text}\nowner: lin`), 'support.type.property-name');
      assert.deepEqual(fields, ['owner'], text);
    }
  });

  it('stay open behind an escape and behind quotes of another width', async () => {
    const grammar = await loadGrammar(DELIVERY);
    for (const text of ['"""\nwords \\"""', '"""\nwords”””', '"""\n""', '""" \\"""'])
      assert.deepEqual(withScope(scopedLines(grammar, `${text}\nowner: lin`), 'support.type.property-name'), [], text);
  });
});
