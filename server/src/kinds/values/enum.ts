import { perObject } from '../../language/perObject';
import { allNames, type Field } from '../table';
import { defineType } from './define';
import { nearest } from '../near';
import { valueMeant } from '../synonyms';
import type { PhraseReader } from './reader';
import { cited, sourceOf, spanOf } from './source';

/** One of the values that the field lists in the kind table, in either tongue. */
export const enumType = defineType({
  name: 'enum',
  noun: { en: 'one of the listed values', zh: '列出的取值之一' },
  examples: ['must'],
  parse: (reader) => {
    offer(reader);
    const atom = reader.at('name');
    const key = atom && keysOf(reader.field).get(atom.text);
    if (key === undefined) return unknown(reader);
    reader.position++;
    return { type: 'enum', key };
  },
  format: ({ key }, tongue, { values }) => values.find((value) => value.key === key)?.names[tongue][0] ?? key,
});

/** The keys of a field's values by all their names; of two values with one name, the first has it. */
const keysOf = perObject(
  ({ values }: Field) =>
    new Map(
      values.flatMap(({ key, names }) => [key, ...allNames(names)].map((name) => [name, key] as const)).reverse(),
    ),
);

function offer(reader: PhraseReader): void {
  if (!reader.completing || reader.atoms.length > 1) return;
  for (const { names, doc } of reader.field.values)
    for (const name of [names.en[0], names.zh[0]]) if (name) reader.suggest({ text: name, documentation: doc });
}

function unknown(reader: PhraseReader): undefined {
  const { atoms, field } = reader;
  const [first] = atoms;
  if (!first || field.values.length === 0) return;
  const written = atoms.length === 1 ? first.text : sourceOf(atoms);
  const near =
    valueMeant(written, field) ??
    nearest(
      written,
      field.values.flatMap(({ names }) => allNames(names)),
    );
  const hint = { en: near ? ` Did you mean ${cited(near)}?` : '', zh: near ? `是否想写 ${cited(near)}？` : '' };
  const message = {
    en: `Expected one of ${field.values.map(({ names, key }) => cited(names.en[0] ?? key)).join(', ')}.${hint.en}`,
    zh: `应为以下取值之一：${field.values.map(({ names, key }) => cited(names.zh[0] ?? key)).join('、')}。${hint.zh}`,
  };
  reader.fail(spanOf(atoms), message, near, near ? 'specific' : 'mismatch');
}
