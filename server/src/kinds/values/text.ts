import { defineType } from './define';
import { quoted, textBlock } from './source';
import { missingQuotes } from './string';

/**
 * Markdown between triple quotes. A string will do where the field has no type of its own for strings. A text is formatted
 * between triple quotes, on one line if it is one; a string that triple quotes would change stays in its quotes.
 */
export const textType = defineType({
  name: 'text',
  noun: { en: 'a text block in triple quotes', zh: '三引号文本块' },
  examples: ['"""Two sentences. Or *more*."""'],
  parse: (reader) => {
    const atom = reader.field.types.includes('string') ? reader.take('text') : reader.take('text', 'string');
    return atom ? { type: 'text', text: atom.text } : missingQuotes(reader);
  },
  format: ({ text }) => (isWhole(text) ? textBlock(text) : quoted(text)),
});

/** Do triple quotes keep the text? They drop blanks at its start, and an odd backslash before three quotes would end it. */
const isWhole = (text: string): boolean =>
  text.includes('\n') || (text === text.trimStart() && !/(?<!\\)(?:\\\\)*\\"""/.test(text));
