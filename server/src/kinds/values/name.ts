import { scanName } from '../../language/scan';
import { defineType } from './define';
import { cited } from './source';

/** A word without quotes: letters and digits, with single `-` or `.` between them. */
export const nameType = defineType({
  name: 'name',
  noun: { en: 'a name without blanks', zh: '不含空格的名称' },
  examples: ['pilot'],
  parse: (reader) => {
    const name = reader.take('name');
    if (name) return { type: 'name', text: name.text };
    const string = reader.at('string');
    if (!string || !isName(string.text)) return undefined;
    const message = {
      en: `A name stands without quotes: ${cited(string.text)}.`,
      zh: `名称不加引号：${cited(string.text)}。`,
    };
    return reader.fail(string, message, string.text);
  },
  format: ({ text }) => text,
});

/** Is the whole text one name? */
export const isName = (text: string): boolean => text !== '' && scanName(text, 0) === text.length;
