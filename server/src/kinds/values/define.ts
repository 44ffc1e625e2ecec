/** Makes a value type from the function that reads it: what all value types say and do alike is written here once. */
import type { Atom, Phrase } from '../../language/ast';
import type { Field } from '../table';
import type { Reference, ValueName, ValueOf, ValueTypeOf } from '../value';
import { type GradedProblem, PhraseReader } from './reader';
import { cited, sourceOf, spanOf } from './source';
import type { Text, Tongue } from '../tongue';

export interface TypeDefinition<N extends ValueName> {
  readonly name: N;
  /** "a duration", "工期". */
  readonly noun: Text;
  /** Right values, best first; at least one. */
  readonly examples: readonly [string, ...string[]];
  /** Reads a value and leaves what it does not understand; undefined when there is none, with a problem in the reader if it knows more. */
  readonly parse: (reader: PhraseReader) => ValueOf<N> | undefined;
  readonly format: (value: ValueOf<N>, tongue: Tongue, field: Field) => string;
  readonly references?: (value: ValueOf<N>) => readonly Reference[];
}

export type GradedReading<N extends ValueName = ValueName> =
  { readonly value: ValueOf<N> } | { readonly problem: GradedProblem };

/** A value type whose problems say how well the phrase fitted. */
export interface DefinedType<N extends ValueName> extends ValueTypeOf<N> {
  readonly noun: Text;
  readonly read: (phrase: Phrase, field: Field) => GradedReading<N>;
}

export function defineType<N extends ValueName>(definition: TypeDefinition<N>): DefinedType<N> {
  const { name, noun, examples, format, references } = definition;
  return {
    name,
    noun,
    examples,
    description: { en: `${noun.en} such as \`${examples[0]}\``, zh: `${noun.zh}，例如 \`${examples[0]}\`` },
    read: (phrase, field) => read(definition, phrase.atoms, field),
    complete: (phrase, field) => {
      const reader = new PhraseReader(phrase?.atoms ?? [], field, examples[0], true);
      definition.parse(reader);
      return reader.suggestions;
    },
    format,
    ...(references ? { references } : {}),
  };
}

function read<N extends ValueName>(
  definition: TypeDefinition<N>,
  atoms: readonly Atom[],
  field: Field,
): GradedReading<N> {
  const example = (field.types.length === 1 ? field.example : undefined) ?? definition.examples[0];
  const reader = new PhraseReader(atoms, field, example);
  const value = definition.parse(reader);
  if (reader.problem) return { problem: reader.problem };
  if (!value) return { problem: mismatch(reader, definition.noun, example) };
  if (reader.done) return { value };
  const again = (rest: Phrase): GradedReading => read(definition, rest.atoms, field);
  const sure = reader.sureCorrection();
  if (sure !== undefined) return { problem: corrected(reader.next!, sure) };
  return { problem: missingComma(atoms, reader.position, field, again) ?? extra(reader, definition.examples) };
}

function mismatch(reader: PhraseReader, noun: Text, example: string): GradedProblem {
  const span = reader.position === 0 ? spanOf(reader.atoms) : reader.here!;
  return { start: span.start, end: span.end, message: expected(noun, example), grade: 'mismatch' };
}

/** "Expected a date, for example `2026-03-02`." */
export const expected = (noun: Text, example: string): Text => ({
  en: `Expected ${noun.en}, for example \`${example}\`.`,
  zh: `应填写${noun.zh}，例如 \`${example}\`。`,
});

/** Words that people put where a comma belongs. */
const AND = new Set(['and', '和', '与', '及', '以及']);

/**
 * The problem of a phrase in which the atoms from `from` on make a value of their own, or undefined if they do not. Its
 * suggestion starts with a comma and also takes the place of the blanks before the span.
 */
export function missingComma(
  atoms: readonly Atom[],
  from: number,
  field: Field,
  again: (rest: Phrase) => GradedReading,
): GradedProblem | undefined {
  const extras = atoms.slice(from);
  const rest = extras.length > 1 && AND.has(extras[0]!.text) ? extras.slice(1) : extras;
  if (!field.repeat || 'problem' in again({ ...spanOf(rest), atoms: rest })) return undefined;
  const source = sourceOf(rest);
  const message = { en: `A comma is missing before ${cited(source)}.`, zh: `${cited(source)} 之前缺少逗号。` };
  return { ...spanOf(extras), message, suggestion: `, ${source}`, grade: 'specific' };
}

function extra(reader: PhraseReader, examples: readonly string[]): GradedProblem {
  const first = reader.next!;
  const near = reader.correction();
  if (near !== undefined) return corrected(first, near);
  const span = spanOf(reader.atoms.slice(reader.position));
  return { ...span, message: unexpected(reader, examples), grade: 'extra' };
}

const corrected = ({ start, end, text }: Atom, near: string): GradedProblem => ({
  start,
  end,
  message: {
    en: `${cited(text)} is not understood here. Did you mean ${cited(near)}?`,
    zh: `此处无法识别 ${cited(text)}。是否想写 ${cited(near)}？`,
  },
  suggestion: near,
  grade: 'specific',
});

function unexpected(reader: PhraseReader, examples: readonly string[]): Text {
  const before = cited(sourceOf(reader.atoms.slice(0, reader.position)));
  const expected = reader.expectedWords();
  if (expected.length === 0 || expected.length > 8)
    return {
      en: `Nothing more may follow ${before}. Right is, for example, \`${reader.example}\`.`,
      zh: `${before} 之后不能再有内容。正确写法例如 \`${reader.example}\`。`,
    };
  const words = (tongue: Tongue): readonly string[] => expected.map((word) => cited(word[tongue]));
  const example = exampleWith(expected, examples) ?? { en: reader.example, zh: reader.example };
  return {
    en: `Only ${words('en').join(', ')} may follow ${before}. Right is, for example, \`${example.en}\`.`,
    zh: `${before} 之后只能是 ${words('zh').join('、')}。正确写法例如 \`${example.zh}\`。`,
  };
}

/** The first example that has one of the words. */
function exampleWith(words: readonly Text[], examples: readonly string[]): Text | undefined {
  for (const en of examples)
    for (const word of words) {
      const parts = en.split(` ${word.en} `);
      if (parts.length > 1) return { en, zh: parts.join(` ${word.zh} `) };
    }
  return undefined;
}
