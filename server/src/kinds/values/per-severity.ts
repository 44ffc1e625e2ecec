import { defineType } from './define';
import { DURATION, formatDuration, readDuration } from './durations';
import { nearest } from '../near';
import type { PhraseReader } from './reader';
import { cited } from './source';
import { nameIn, SEVERITIES } from './words';

const NAMES = SEVERITIES.entries.flatMap(({ names }) => [...names.en, ...names.zh]);

/** `critical 1h`. */
export const perSeverityType = defineType({
  name: 'per-severity',
  noun: { en: 'a severity with a duration', zh: '严重程度及时限' },
  examples: ['critical 1h', '严重 1小时'],
  parse: (reader) => {
    const severity = reader.word(SEVERITIES);
    if (severity === undefined) return unknown(reader);
    const duration = readDuration(reader) ?? reader.missing(DURATION, 'critical 1h');
    return duration && { type: 'per-severity', severity, duration };
  },
  format: ({ severity, duration }, tongue) =>
    `${nameIn(SEVERITIES, severity, tongue)} ${formatDuration(duration, tongue)}`,
});

function unknown(reader: PhraseReader): undefined {
  const word = reader.at('name');
  if (!word) return;
  const near = nearest(word.text, NAMES);
  reader.fail(
    word,
    {
      en: `${cited(word.text)} is no severity. Severities are \`critical\`, \`major\` and \`minor\`.`,
      zh: `${cited(word.text)} 不是严重程度。可用 \`严重\`、\`重要\`、\`一般\`。`,
    },
    near,
  );
}
