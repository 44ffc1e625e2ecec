import assert from 'node:assert/strict';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { itemCard } from '../../server/src/ide/itemCard';
import { escapeMarkdown, inlineCode } from '../../server/src/ide/markdown';
import type { Tongue } from '../../server/src/kinds/tongue';
import { worldOf } from '../support/corpus';
import { runs, seed } from './random';

/** As permissive as an editor can be: HTML is read, and bare addresses become links. */
const reader = markdownIt({ html: true, linkify: true });

const ADDRESS = 'file:///plan/a.delivery#L1,1';

const PIECES = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '<a href="command:workbench.action.quit">x</a>',
  '[x](command:workbench.action.quit)',
  '![x](https://example.org/x.png)',
  '<https://example.org>',
  'https://example.org/a',
  'mail@example.org',
  '[x]: command:quit',
  '```',
  '`a`',
  '**b**',
  '&lt;script&gt;',
  '&#60;img&#62;',
  '$(error)',
  '\\',
  '\u202e',
  '😀',
  '# h',
  '- l',
  '| a | b |',
  '<!-- -->',
  '](',
  '\n\n',
  ' ',
  '需求',
];

const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));

/** What the text shows that is more than text: its kinds of HTML, images, and links to elsewhere. */
const dangers = (markdown: string): readonly string[] =>
  reader
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .flatMap(({ type, attrs, content }) => {
      if (type === 'html_inline' || type === 'html_block' || type === 'image') return [`${type} ${content}`];
      const href = type === 'link_open' ? attrs?.find(([name]) => name === 'href')?.[1] : undefined;
      return href === undefined || href === ADDRESS ? [] : [`link ${href}`];
    });

const quoted = (text: string): string => JSON.stringify(text.replace(/[\n"]/g, ' '));

describe(`hostile texts (seed ${seed}, ${runs(600)} texts)`, function () {
  this.timeout(120_000);

  it('are known by what they would do unescaped', () => {
    for (const piece of PIECES.slice(0, 8)) assert.notDeepEqual(dangers(piece), [], piece);
  });

  it('are shown as they are by escaping', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.deepEqual(dangers(escapeMarkdown(text)), []);
        assert.deepEqual(dangers(inlineCode(text)), []);
      }),
      { numRuns: runs(600) },
    );
  });

  it('make no link, image or HTML in what hovers and completions say of an item', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom<Tongue>('en', 'zh'), (title, text, tongue) => {
        const source = [
          `source INT-1 ${quoted(title)} { method: interview, url: ${quoted(text)} }`,
          `requirement REQ-1 ${quoted(title)} {`,
          `  from: INT-1, owner: ${quoted(text)}`,
          '  """',
          ...text.split('\n').map((line) => `  ${line.replaceAll('"""', '')}`),
          '  """',
          `  criterion AC-1 ${quoted(text)} { given: ${quoted(title)}, verify: test }`,
          '}',
          `task T-1 ${quoted(text)} { effort: 3d, realizes: REQ-1, REQ-2 }`,
        ].join('\n');
        const world = worldOf([['a.delivery', source]]);
        for (const item of world.model.items) {
          const card = itemCard(world, item, tongue, () => ADDRESS);
          assert.deepEqual(dangers(card), [], card);
        }
      }),
      { numRuns: runs(600) },
    );
  });
});
