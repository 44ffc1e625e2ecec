import { defineType } from './define';
import { cited, quoted } from './source';
import { missingQuotes } from './string';

/** `"docs/user-manual.pdf"`: a path in quotes, with `/` between its parts. */
export const pathType = defineType({
  name: 'path',
  noun: { en: 'a path in quotes', zh: '带引号的文件路径' },
  examples: ['"docs/user-manual.pdf"'],
  parse: (reader) => {
    const atom = reader.at('string');
    if (!atom) return missingQuotes(reader);
    if (atom.text.trim() === '') return reader.fail(atom, { en: 'The path is empty.', zh: '路径为空。' });
    if (/^(?:https?|ftp|file):\/\//i.test(atom.text) && reader.field.types.includes('url')) return undefined;
    if (atom.text.includes('\\')) return backslashes(reader, atom.text.replace(/\\+/g, '/'));
    reader.position++;
    return { type: 'path', text: atom.text };
  },
  format: ({ text }) => quoted(text),
});

const backslashes = (reader: Parameters<typeof missingQuotes>[0], right: string): undefined =>
  reader.fail(
    reader.next!,
    {
      en: `The parts of a path are joined by \`/\`: ${cited(right)}.`,
      zh: `路径各部分用 \`/\` 分隔：${cited(right)}。`,
    },
    quoted(right),
  );
