import type { Span } from '../../language/ast';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { cited, quoted, sourceOf, spanOf } from './source';

/** A text on one line, in quotes. */
export const stringType = defineType({
  name: 'string',
  noun: { en: 'a text in quotes', zh: '带引号的文字' },
  examples: ['"Saves two clerks half a day each week"'],
  parse: (reader) => {
    const atom = reader.take('string');
    return atom ? { type: 'string', text: atom.text } : missingQuotes(reader);
  },
  format: ({ text }) => quoted(text),
});

/** Words without quotes: the same words in quotes are meant. A mismatch, since another type of the field may know better. */
export function missingQuotes(reader: PhraseReader): undefined {
  const { atoms, example } = reader;
  if (atoms.length === 0 || atoms.some(({ type }) => type === 'string' || type === 'text')) return undefined;
  const message = {
    en: `Expected a text in quotes, for example \`${example}\`.`,
    zh: `应填写带引号的文字，例如 \`${example}\`。`,
  };
  reader.fail(spanOf(atoms), message, quoted(sourceOf(atoms)), 'mismatch');
}

/** Words and numbers up to the phrase's end, with what they are in quotes; undefined if other atoms stand there too. */
export function unquotedWords(reader: PhraseReader): (Span & { readonly quotes: string }) | undefined {
  const words = reader.atoms.slice(reader.position);
  if (words.length === 0 || !words.every(({ type }) => type === 'name' || type === 'number')) return undefined;
  return { ...spanOf(words), quotes: quoted(sourceOf(words)) };
}

/** `2026-05-01 Labour Day`. */
export function nameWithoutQuotes(reader: PhraseReader): undefined {
  const words = unquotedWords(reader);
  if (!words) return;
  const { quotes } = words;
  reader.fail(
    words,
    { en: `A name stands in quotes here: ${cited(quotes)}.`, zh: `此处的名称要加引号：${cited(quotes)}。` },
    quotes,
  );
}
