import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { factsOf } from '../../server/src/kinds/facts';
import { allNames, builtInTable, type Field, type Names } from '../../server/src/kinds/table';
import type { Tongue } from '../../server/src/kinds/tongue';
import { translate } from '../../server/src/kinds/translate';
import { valueTypes } from '../../server/src/kinds/values';
import { SourceDocument } from '../../server/src/language/document';
import { applyEdits } from '../../server/src/language/format/edits';
import { tokenize } from '../../server/src/language/tokens';
import { describeCorpus } from '../support/corpus';
import { runs } from './random';

/** Number of generated specs. */
const numRuns = runs(300);

const to = (tongue: Tongue, text: string): string =>
  applyEdits(text, translate(new SourceDocument(text), builtInTable, tongue));

/** What a text says, by the keys of the kind table, without offsets and with the words of values read. */
function meaningOf(text: string): string {
  const items = new SourceDocument(text).segments.flatMap((segment) => factsOf(segment, builtInTable).items);
  const meanings = items.map(({ kind, declaration, id, title, parent, fields }) => ({
    kind: kind?.key ?? declaration.kind.text,
    texts: declaration.block?.texts.map((atom) => atom.text),
    fields: fields.map(({ field, node, values }) => ({
      name: field?.key ?? node.name.text,
      values: values.map(({ value, phrase }) => value ?? phrase.atoms.map((atom) => atom.text)),
    })),
    ...{ id, title, parent },
  }));
  return JSON.stringify(meanings, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value));
}

const commentsOf = (text: string): readonly string[] =>
  new SourceDocument(text).segments.flatMap((segment) => tokenize(segment.text).comments.map(({ image }) => image));

/** Text in canonical names of one tongue comes back from the other; nothing but keywords changes on the way. */
function checkText(text: string): void {
  for (const [tongue, other] of [['en', 'zh'] as const, ['zh', 'en'] as const]) {
    const canonical = to(tongue, to(other, text));
    const there = to(other, canonical);
    assert.equal(to(tongue, there), canonical, 'there and back is not the identity');
    assert.equal(to(other, there), there, 'a second time changes more');
    for (const version of [canonical, there]) {
      assert.equal(meaningOf(version), meaningOf(text), 'it says something else');
      assert.deepEqual(commentsOf(version), commentsOf(text));
    }
  }
}

const anyName = (names: Names, key: string): fc.Arbitrary<string> => fc.constantFrom(...allNames(names), key);

/** A phrase that is right for a field: one of its values, its own example, or one of its types'. */
function anyPhrase(field: Field): fc.Arbitrary<string> {
  const examples = field.types.flatMap((type) => (type === 'enum' ? [] : (valueTypes.get(type)?.examples ?? [])));
  const own = field.example === undefined ? [] : [field.example];
  const words = field.values.flatMap(({ names, key }) => [...allNames(names), key]);
  return fc.constantFrom(...examples, ...own, ...words, 'nonsense');
}

const anyField = (field: Field): fc.Arbitrary<string> =>
  fc
    .tuple(anyName(field.names, field.key), anyPhrase(field), fc.constantFrom(':', '：', ': '))
    .map(([name, phrase, colon]) => `  ${name}${colon}${phrase} // ${name}\n`);

const anyItem: fc.Arbitrary<string> = fc
  .constantFrom(...builtInTable.kinds)
  .chain((kind) =>
    fc
      .tuple(
        anyName(kind.names, kind.key),
        fc.constantFrom('task', '任务', 'X-1', 'by'),
        fc.array(fc.constantFrom(...kind.fields).chain(anyField), { maxLength: 6 }),
      )
      .map(([name, id, fields]) => `${name} ${id} "${name}" {\n${fields.join('')}"""\n${name}: ${id}\n"""\n}\n`),
  );

const specsBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? specsBelow(path) : name.endsWith('.delivery') ? [path] : [];
  });

describe('translating keywords', function () {
  this.timeout(Math.max(60_000, numRuns * 40));

  it(`comes back from the other tongue in ${numRuns} generated specs`, () => {
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 1, maxLength: 3 }), (items) => checkText(items.join('\n'))),
      { numRuns },
    );
  });

  it('knows every word of the kind table and of the values', () => {
    for (const kind of builtInTable.kinds)
      for (const field of kind.fields)
        for (const { names } of field.values) {
          const line = (tongue: Tongue): string =>
            `${kind.names[tongue][0]!} X { ${field.names[tongue][0]!}: ${names[tongue][0]!} }`;
          assert.equal(to('zh', line('en')), line('zh'));
          assert.equal(to('en', line('zh')), line('en'));
        }
  });

  it('gives the examples back as they were', () => {
    for (const path of specsBelow('examples')) {
      const text = readFileSync(path, 'utf8');
      const [tongue, other] = /[\u4e00-\u9fff]+ \S+ "/.test(text) ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
      assert.equal(to(tongue, to(other, text)), text, path);
      assert.notEqual(to(other, text), text, path);
      checkText(text);
    }
  });

  describeCorpus('in the corpus', () => {
    it('comes back from the other tongue', () => {
      for (const path of specsBelow(process.env.DELIVERY_CORPUS ?? '')) checkText(readFileSync(path, 'utf8'));
    });
  });
});
