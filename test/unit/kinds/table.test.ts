import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import schema from '../../../schemas/kinds.schema.json';
import source from '../../../schemas/kinds.json';
import { factsOf, valueOf } from '../../../server/src/kinds/facts';
import { allNames, builtInTable, tongueOf, type Field, type Kind, type Names } from '../../../server/src/kinds/table';
import { valueTypes } from '../../../server/src/kinds/values';
import { SourceDocument } from '../../../server/src/language/document';

const { kinds } = builtInTable;
const fields = kinds.flatMap((kind) => kind.fields.map((field) => ({ kind, field, at: `${kind.key}.${field.key}` })));
const keys = new Set(kinds.map(({ key }) => key));

/** Names that stand for more than one entry. */
function ambiguous(entries: readonly { readonly key: string; readonly names: Names }[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const { key, names } of entries)
    for (const name of [key, ...allNames(names)]) owners.set(name, (owners.get(name) ?? new Set()).add(key));
  return [...owners].filter(([, all]) => all.size > 1).map(([name, all]) => `${name}: ${[...all].join(', ')}`);
}

/** The item that a declaration of the kind with one field written so is read as. */
const itemWith = (kind: Kind, field: Field, value: string) =>
  factsOf(new SourceDocument(`${kind.key} X-1 "x" {\n  ${field.key}: ${value}\n}\n`).segments[0]!, builtInTable)
    .items[0]!;

describe('kind table', () => {
  it('matches its JSON Schema', () => {
    const validate = new Ajv({ allErrors: true }).compile(schema);
    assert.ok(validate(source), JSON.stringify(validate.errors, null, 2));
  });

  it('holds the kinds of the language', () => assert.equal(kinds.length, 28));

  it('gives no two kinds the same name', () => assert.deepEqual(ambiguous(kinds), []));

  for (const kind of kinds)
    it(`gives no two fields or values of ${kind.key} the same name`, () => {
      assert.deepEqual(ambiguous(kind.fields), []);
      for (const field of kind.fields) assert.deepEqual(ambiguous(field.values), [], field.key);
    });

  it('finds kinds and fields by every name in every tongue', () => {
    for (const kind of kinds)
      for (const name of allNames(kind.names)) assert.equal(builtInTable.kind(name), kind, name);
    for (const { kind, field, at } of fields)
      for (const name of allNames(field.names)) assert.equal(kind.field(name), field, at);
    assert.equal(builtInTable.kind('Requirement'), undefined);
    assert.equal(builtInTable.kind('constructor'), undefined);
  });

  it('has only names that the language reads as names', () => {
    const name = /^[\p{L}_][\p{L}\p{M}\p{N}_]*([-.][\p{L}\p{M}\p{N}_]+)*$/u;
    const all = [...kinds, ...fields.map(({ field }) => field), ...fields.flatMap(({ field }) => field.values)];
    for (const { names } of all) for (const word of allNames(names)) assert.match(word, name);
  });

  it('refers only to kinds and fields that exist', () => {
    for (const { field, at } of fields)
      for (const target of field.targets ?? []) assert.ok(keys.has(target), `${at} leads to ${target}`);
    for (const kind of kinds)
      for (const [inner, link] of kind.contains ?? []) {
        assert.ok(keys.has(inner), `${kind.key} holds ${inner}`);
        if (link === undefined) continue;
        const field = builtInTable.kind(inner)!.field(link);
        assert.equal(field?.key, link, `${kind.key} holds ${inner} as ${link}`);
        assert.ok(!field.targets || field.targets.has(kind.key), `${inner}.${link} does not lead to ${kind.key}`);
      }
  });

  it('uses only value types that exist', () => {
    for (const { field, at } of fields)
      for (const type of field.types) assert.ok(valueTypes.has(type), `${at}: ${type}`);
  });

  it('has values for enum fields, and for no others', () => {
    for (const { field, at } of fields) assert.equal(field.values.length > 0, field.types.includes('enum'), at);
  });

  it('shows examples that its own value types can read', () => {
    for (const { kind, field, at } of fields) {
      if (field.example === undefined) continue;
      const [facts] = itemWith(kind, field, field.example).fields;
      assert.ok(facts && facts.values.length > 0, at);
      assert.deepEqual(
        facts.values.flatMap(({ problem }) => problem?.message.en ?? []),
        [],
        `${at}: ${field.example}`,
      );
      assert.ok(field.repeat || facts.values.length === 1, `${at} takes one value only: ${field.example}`);
    }
  });

  it('reads every name of every enum value as that value', () => {
    for (const { kind, field, at } of fields)
      for (const value of field.values)
        for (const name of [value.key, ...allNames(value.names)])
          assert.deepEqual(
            valueOf(itemWith(kind, field, name), field.key),
            { type: 'enum', key: value.key },
            `${at}: ${name}`,
          );
  });

  it('tells in which tongue a name is written', () => {
    const names = builtInTable.kind('requirement')!.names;
    assert.equal(tongueOf(names, 'requirement'), 'en');
    assert.equal(tongueOf(names, '需求'), 'zh');
  });
});
