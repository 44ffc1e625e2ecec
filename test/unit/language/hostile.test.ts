import assert from 'node:assert/strict';
import { SourceDocument } from '../../../server/src/language/document';
import { fixture } from '../../support/world';

const N = 3000;

/** Texts that nobody types but that a broken merge, a generator or a foe may write. */
const HOSTILE: Readonly<Record<string, string>> = {
  'blocks in blocks on one line': 'a "x" { '.repeat(N),
  'blocks in blocks, indented': Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a "x" {\n`).join(''),
  'braces in a value': `x "y" { a: b ${'{ '.repeat(N)}`,
  'opening braces': '{'.repeat(N),
  'closing braces': '}'.repeat(N),
  quotes: '"'.repeat(N),
  'names on one line': `need N "x" {\n${'a '.repeat(N)}\n}\n`,
  'keys on one line': `need N "x" {\n${'a:'.repeat(N)}\n}\n`,
  'values in one field': `need N "x" {\n a: ${'b,\n'.repeat(N)}\n}\n`,
  'heads on one line': `${'a b "c" '.repeat(N)}{`,
  'openings of comments': '/*'.repeat(N),
  'comments on one line': `need N "x" {\n${'/* a */ '.repeat(N)}a\n}`,
  'unclosed strings': `task T "x" {\n${'  effort: "x\n'.repeat(N)}}\n`,
  'signs of every sort': Array.from({ length: N }, (_, code) => String.fromCharCode(code * 21)).join(''),
};

describe('hostile text', function () {
  this.timeout(20_000);

  for (const [name, text] of Object.entries(HOSTILE))
    it(`is read to its end without an exception: ${name}`, () => {
      assert.equal(new SourceDocument(text).text, text);
      const { model, findings, schedule } = fixture(`//- a.delivery\n${text}`).world;
      assert.ok(findings.length > 0);
      assert.ok(schedule.items().length <= model.items.length);
    });

  it('spoils no declaration behind it', () => {
    for (const [name, text] of Object.entries(HOSTILE)) {
      const { model } = fixture(`//- a.delivery\n${text}\nneed WHOLE "still here" { value: 3 }\n`).world;
      assert.equal(model.byId('WHOLE')?.title, 'still here', name);
    }
  });
});
