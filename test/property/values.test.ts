import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { factsOf } from '../../server/src/kinds/facts';
import { builtInTable, type Field, type Kind } from '../../server/src/kinds/table';
import type { Tongue } from '../../server/src/kinds/tongue';
import { translate } from '../../server/src/kinds/translate';
import type { Value, ValueName } from '../../server/src/kinds/value';
import { formatValue, readPhrase, valueTypes } from '../../server/src/kinds/values';
import { SourceDocument } from '../../server/src/language/document';
import { describeCorpus } from '../support/corpus';
import { builtInField, fieldOf } from '../unit/kinds/values/support';
import { anyValue } from './anyValue';
import { runs, seed } from './random';

/** Values of each type. */
const numRuns = runs(1000);

const TONGUES: readonly Tongue[] = ['en', 'zh'];

/** What a phrase means in a field: there must be nothing else in its document, and nothing wrong with it. */
function readBack(text: string, field: Field): Value | undefined {
  const { segments } = new SourceDocument(`x a { field: ${text} }`);
  const [segment] = segments;
  const [declaration] = segment?.declarations ?? [];
  const phrases = declaration?.block?.fields[0]?.phrases ?? [];
  const whole = segments.length === 1 && declaration?.block?.fields.length === 1 && phrases.length === 1;
  assert.ok(whole && segment?.problems.length === 0, `not one phrase: ${text}`);
  const reading = readPhrase(phrases[0]!, field);
  return 'value' in reading ? reading.value : undefined;
}

/** A value without the offsets of its references. */
const meaningOf = (value: Value | undefined): unknown =>
  JSON.parse(JSON.stringify({ value }, (key, part: unknown) => (key === 'start' || key === 'end' ? undefined : part)));

/** Print → read gives the value, and print again the same text. */
function checkValue(value: Value, field: Field): void {
  for (const tongue of TONGUES) {
    const text = formatValue(value, tongue, field);
    const again = readBack(text, field);
    assert.deepEqual(meaningOf(again), meaningOf(value), text);
    assert.equal(again && formatValue(again, tongue, field), text);
  }
}

const { values } = builtInField('requirement.priority');
const alone = (type: ValueName): Field => fieldOf([type], { values });

const isValueName = (type: string): type is ValueName => valueTypes.has(type);

interface Place {
  readonly kind: Kind;
  readonly field: Field;
  readonly value: Value;
}

/** A field of the built-in table with a value of one of its types. */
const anyPlace: fc.Arbitrary<Place> = fc
  .constantFrom(...builtInTable.kinds.flatMap((kind) => kind.fields.map((field) => ({ kind, field }))))
  .chain(({ kind, field }) =>
    fc.constantFrom(...field.types.filter(isValueName)).chain((type) => {
      const keys = field.values.map(({ key }) => key);
      const inField: fc.Arbitrary<Value> =
        type === 'enum' ? fc.constantFrom(...keys).map((key) => ({ type, key })) : anyValue[type];
      return inField.map((value) => ({ kind, field, value }));
    }),
  );

/** Where a type comes before another that looks like it, what is read is of the first type: from then on nothing changes. */
function checkPlace({ kind, field, value }: Place): void {
  for (const tongue of TONGUES) {
    const text = formatValue(value, tongue, field);
    const meant = readBack(text, field);
    if (meant) checkValue(meant, field);
    const line = `${kind.names[tongue][0]!} X { ${field.names[tongue][0]!}: ${text} }`;
    assert.deepEqual(translate(new SourceDocument(line), builtInTable, tongue), [], `not canonical: ${line}`);
  }
}

/** Checks every value in the specs below a folder, and returns how many there are. */
function checkSpecs(folder: string): number {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.delivery'));
  const documents = paths.map((path) => new SourceDocument(readFileSync(join(folder, path), 'utf8')));
  const items = documents.flatMap(({ segments }) =>
    segments.flatMap((segment) => factsOf(segment, builtInTable).items),
  );
  const found = items
    .flatMap(({ fields }) => fields)
    .flatMap(({ field, values }) => values.flatMap(({ value }) => (field && value ? [{ field, value }] : [])));
  for (const { field, value } of found) checkValue(value, field);
  return found.length;
}

describe(`formatting values (seed ${seed}, ${numRuns} values of each type)`, function () {
  this.timeout(0);

  for (const type of valueTypes.keys())
    it(`gives ${type} back when read again`, () => {
      assert.ok(isValueName(type));
      const field = alone(type);
      fc.assert(
        fc.property(anyValue[type] as fc.Arbitrary<Value>, (value) => checkValue(value, field)),
        { numRuns },
      );
    });

  it('is stable and canonical in every field of the kind table', () => {
    fc.assert(fc.property(anyPlace, checkPlace), { numRuns: numRuns * 10 });
  });

  it('gives every value in the examples back', () => {
    assert.ok(checkSpecs('examples') > 100);
  });

  describeCorpus('in the corpus', () => {
    it('gives every value back', () => {
      assert.ok(checkSpecs(process.env.DELIVERY_CORPUS ?? '') > 0);
    });
  });
});
