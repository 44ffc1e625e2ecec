import { toAscii } from '../../language/characters';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { cited, quoted, sourceOf, spanOf } from './source';

/** What the grammar reads as one address; without quotes, full-width signs in it would become their ASCII twins. */
const BARE = /^(?:https?|ftp|file|HTTPS?):\/\/[^\s"“”,，、{}｛｝]*$/;
const URL_TEXT = /^(?:https?|ftp|file):\/\/[^\s"]+$/i;

/** `https://example.com/wiki`; in quotes if it holds commas or braces. */
export const urlType = defineType({
  name: 'url',
  noun: { en: 'a web address', zh: '网址' },
  examples: ['https://example.com/wiki'],
  parse: (reader) => {
    const atom = reader.at('url') ?? reader.at('string');
    if (!atom) return missingScheme(reader);
    if (atom.type === 'string' && !URL_TEXT.test(atom.text)) return undefined;
    reader.position++;
    return { type: 'url', text: atom.text };
  },
  format: ({ text }) => (BARE.test(text) && toAscii(text) === text ? text : quoted(text)),
});

/** `www.example.com/wiki`. */
function missingScheme(reader: PhraseReader): undefined {
  const { atoms } = reader;
  const source = sourceOf(atoms);
  if (!/^www\.\S+$/.test(source)) return;
  const right = `https://${source}`;
  reader.fail(
    spanOf(atoms),
    { en: `A web address begins with its scheme: ${cited(right)}.`, zh: `网址要写明协议：${cited(right)}。` },
    right,
  );
}
