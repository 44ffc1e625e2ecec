import { deepStrictEqual, fail } from 'node:assert';
import type { Field, Kind } from '../../../../server/src/kinds/table';
import { builtInTable } from '../../../../server/src/kinds/table';
import type { Reading } from '../../../../server/src/kinds/value';
import { readPhrase } from '../../../../server/src/kinds/values';
import type { Phrase } from '../../../../server/src/language/ast';
import { SourceDocument } from '../../../../server/src/language/document';

const BEFORE = 'x a { field: ';

/** The first phrase of a field that is written as `text`, with offsets as if the text stood alone. */
export function phraseOf(text: string): Phrase {
  const phrase = new SourceDocument(`${BEFORE}${text} }`).segments[0]?.declarations[0]?.block?.fields[0]?.phrases[0];
  if (!phrase) return fail(`no phrase in ${text}`);
  const shift = BEFORE.length;
  const atoms = phrase.atoms.map((atom) => ({ ...atom, start: atom.start - shift, end: atom.end - shift }));
  return { start: phrase.start - shift, end: phrase.end - shift, atoms };
}

/** A field of the built-in table: `task.after`; a name without a kind is one that every kind takes. */
export function builtInField(name: string): Field {
  const [kind = '', field = ''] = name.split('.');
  const found: Kind | undefined = builtInTable.kind(kind);
  return found?.field(field) ?? fail(`no field ${name}`);
}

/** A field of one or several types that has nothing else. */
export function fieldOf(types: readonly string[], more: Partial<Field> = {}): Field {
  const names = { en: ['field'], zh: ['字段'] };
  const doc = { en: 'A field', zh: '字段' };
  const nothing = {
    required: false,
    repeat: false,
    targets: undefined,
    values: [],
    example: undefined,
    link: undefined,
  };
  return { number: 0, key: 'field', names, doc, types, ...nothing, ...more };
}

export const read = (text: string, field: Field): Reading => readPhrase(phraseOf(text), field);

/** Right phrases and what they mean. */
export function checkValues(field: Field, cases: Readonly<Record<string, object>>): void {
  for (const [text, value] of Object.entries(cases)) deepStrictEqual({ text, ...read(text, field) }, { text, value });
}

/** `[phrase, the wrong part of it, what the message says, the suggestion]` */
export type WrongCase = readonly [text: string, wrong: string, message: RegExp, suggestion?: string];

export function checkProblems(field: Field, cases: readonly WrongCase[]): void {
  for (const [text, wrong, message, suggestion] of cases) {
    const reading = read(text, field);
    if ('value' in reading) return fail(`${text} was read as ${JSON.stringify(reading.value)}`);
    const { problem } = reading;
    deepStrictEqual(
      { text, wrong: text.slice(problem.start, problem.end), suggestion: problem.suggestion },
      { text, wrong, suggestion },
      problem.message.en,
    );
    if (!message.test(problem.message.en)) fail(`${text}: ${problem.message.en}`);
    if (!/[\u4e00-\u9fff]/.test(problem.message.zh)) fail(`${text}: no Chinese message`);
  }
}
