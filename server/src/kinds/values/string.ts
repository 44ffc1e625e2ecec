import { defineType } from './define';
import type { PhraseReader } from './reader';
import { quoted, sourceOf, spanOf } from './source';

/** A text on one line, in quotes. */
export const stringType = defineType({
  name: 'string',
  noun: { en: 'a text in quotes', zh: '带引号的文字' },
  examples: ['"Saves two clerks half a day each week"'],
  parse: (reader) => {
    const atom = reader.take('string');
    return atom ? { type: 'string', text: atom.text } : missingQuotes(reader);
  },
});

/** Words without quotes: the same words in quotes are meant. A mismatch, since another type of the field may know better. */
export function missingQuotes(reader: PhraseReader): undefined {
  const { atoms, example } = reader;
  if (atoms.length === 0 || atoms.some(({ type }) => type === 'string' || type === 'text')) return undefined;
  const message = {
    en: `Expected a text in quotes, for example ${inTicks(example)}.`,
    zh: `应填写带引号的文字，例如 ${inTicks(example)}。`,
  };
  reader.fail(spanOf(atoms), message, quoted(sourceOf(atoms)), 'mismatch');
}

const inTicks = (text: string): string => `\`${text}\``;
