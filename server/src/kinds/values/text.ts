import { defineType } from './define';
import { missingQuotes } from './string';

/** Markdown between triple quotes. A string will do where the field has no type of its own for strings. */
export const textType = defineType({
  name: 'text',
  noun: { en: 'a text block in triple quotes', zh: '三引号文本块' },
  examples: ['"""Two sentences. Or *more*."""'],
  parse: (reader) => {
    const atom = reader.field.types.includes('string') ? reader.take('text') : reader.take('text', 'string');
    return atom ? { type: 'text', text: atom.text } : missingQuotes(reader);
  },
});
