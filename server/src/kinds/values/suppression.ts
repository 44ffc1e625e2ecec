import type { Atom } from '../../language/ast';
import { formatDay } from '../time';
import { DATE, DATE_EXAMPLE, readDay } from './dates';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { cited, joined, maybeQuoted } from './source';
import { unquotedWords } from './string';
import { CONNECTIVES, nameIn } from './words';

/** `trace/no-work "covered by the vendor" until 2026-06-30`. Whether there is such a code is not its business. */
export const suppressionType = defineType({
  name: 'suppression',
  noun: { en: 'the code of a finding with a reason', zh: '问题代码及理由' },
  examples: ['trace/no-work "covered by the vendor" until 2026-06-30'],
  parse: (reader) => {
    const code = readCode(reader);
    if (code === undefined) return undefined;
    const reason = reader.take('string')?.text;
    const until = readUntil(reader);
    if (reason === undefined && until === undefined) reasonWithoutQuotes(reader);
    return { type: 'suppression', code, reason, until };
  },
  format: ({ code, reason, until }, tongue) =>
    joined(
      code,
      maybeQuoted(reason),
      until === undefined ? undefined : `${nameIn(CONNECTIVES.until, 'until', tongue)} ${formatDay(until)}`,
    ),
});

function readCode(reader: PhraseReader): string | undefined {
  const family = reader.take('name');
  if (!family) return undefined;
  const dotted = /^([a-z]+)\.([a-z-]+)$/.exec(family.text);
  if (dotted) return wrongCode(reader, family, `${dotted[1]}/${dotted[2]}`);
  const name = reader.take('slash') && reader.take('name');
  return name ? `${family.text}/${name.text}` : familyAlone(reader, family);
}

const familyAlone = (reader: PhraseReader, family: Atom): undefined =>
  reader.fail(family, {
    en: `The code of a finding has two parts: \`trace/no-work\`, not ${cited(family.text)} alone.`,
    zh: `问题代码由两部分组成：应写 \`trace/no-work\`，不能只写 ${cited(family.text)}。`,
  });

const wrongCode = (reader: PhraseReader, span: Atom, right: string): undefined =>
  reader.fail(
    span,
    { en: `The code of a finding is written as ${cited(right)}.`, zh: `问题代码写作 ${cited(right)}。` },
    right,
  );

/** Reads the last day on which the suppression holds. */
function readUntil(reader: PhraseReader): number | undefined {
  if (reader.word(CONNECTIVES.until) === undefined) return withoutUntil(reader);
  return readDay(reader) ?? reader.missing(DATE, `until ${DATE_EXAMPLE}`);
}

/** `trace/no-work "reason" 2026-06-30`. */
function withoutUntil(reader: PhraseReader): undefined {
  const date = reader.at('date');
  if (!date) return;
  const right = `until ${date.text}`;
  reader.fail(
    date,
    {
      en: `\`until\` stands before the last day: ${cited(right)}.`,
      zh: `最后一天前加 \`至\`：${cited(`至 ${date.text}`)}。`,
    },
    right,
  );
}

/** `trace/no-work covered by the vendor`. */
function reasonWithoutQuotes(reader: PhraseReader): undefined {
  const words = unquotedWords(reader);
  if (!words || reader.correction() !== undefined) return;
  const { quotes } = words;
  reader.fail(
    words,
    { en: `The reason stands in quotes: ${cited(quotes)}.`, zh: `理由要加引号：${cited(quotes)}。` },
    quotes,
  );
}
