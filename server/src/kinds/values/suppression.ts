import { DATE, DATE_EXAMPLE, readDay } from './dates';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { cited, quoted, sourceOf, spanOf } from './source';
import { CONNECTIVES } from './words';

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
});

function readCode(reader: PhraseReader): string | undefined {
  const family = reader.take('name');
  if (!family) return undefined;
  const dotted = /^([a-z]+)\.([a-z-]+)$/.exec(family.text);
  if (dotted) return wrongCode(reader, family, `${dotted[1]}/${dotted[2]}`);
  if (!reader.take('slash')) return missingName(reader);
  const name = reader.take('name');
  return name ? `${family.text}/${name.text}` : missingName(reader);
}

const missingName = (reader: PhraseReader): undefined =>
  reader.missing({ en: 'the code of a finding', zh: '问题代码' }, 'trace/no-work');

const wrongCode = (
  reader: PhraseReader,
  span: { readonly start: number; readonly end: number },
  right: string,
): undefined =>
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
  const words = reader.atoms.slice(reader.position);
  if (
    words.length === 0 ||
    reader.correction() !== undefined ||
    !words.every(({ type }) => type === 'name' || type === 'number')
  )
    return;
  const right = quoted(sourceOf(words));
  reader.fail(
    spanOf(words),
    { en: `The reason stands in quotes: ${cited(right)}.`, zh: `理由要加引号：${cited(right)}。` },
    right,
  );
}
