import { formatInstant, readInstant } from './dates';
import { defineType } from './define';
import { nearest } from '../near';
import type { PhraseReader } from './reader';
import { formatSignature, readSignature } from './signature';
import { cited, joined } from './source';
import { nameIn, RESULTS } from './words';

/** `passed 2026-03-30 by chen "note"`. */
export const resultType = defineType({
  name: 'result',
  noun: { en: 'a test result', zh: '测试结果' },
  examples: ['passed 2026-03-30 by chen', 'failed', '通过 2026-03-30 由 chen'],
  parse: (reader) => {
    const result = reader.word(RESULTS);
    if (result === undefined) return unknown(reader);
    const instant = reader.at('name', 'string') || reader.done ? undefined : readInstant(reader);
    return { type: 'result', result, minute: instant?.minute, ...readSignature(reader) };
  },
  format: ({ result, minute, ...signature }, tongue) =>
    joined(
      nameIn(RESULTS, result, tongue),
      minute === undefined ? undefined : formatInstant(minute),
      formatSignature(signature, tongue),
    ),
  references: ({ by }) => (by ? [by] : []),
});

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...['pass', 'ok', 'yes', 'success'].map((word) => [word, 'passed'] as const),
  ...['fail', 'no', 'failure'].map((word) => [word, 'failed'] as const),
]);

function unknown(reader: PhraseReader): undefined {
  const word = reader.at('name');
  const names = RESULTS.entries.flatMap(({ names }) => [...names.en, ...names.zh]);
  const meant = word && (SPELLINGS.get(word.text.toLowerCase()) ?? nearest(word.text, names));
  if (!word || meant === undefined) return;
  reader.fail(
    word,
    {
      en: `A result is \`passed\` or \`failed\`. Did you mean ${cited(meant)}?`,
      zh: `结果为 \`通过\` 或 \`未通过\`。是否想写 ${cited(meant)}？`,
    },
    meant,
  );
}
