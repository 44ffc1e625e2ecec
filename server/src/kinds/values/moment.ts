import { dayOf, formatDay } from '../time';
import { DATE, DATE_EXAMPLE, formatDateTime, readInstant } from './dates';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { joined } from './source';

const SIGNS = ['>=', '<=', '='] as const;
const MEANT: ReadonlyMap<string, string> = new Map([
  ['>', '>='],
  ['<', '<='],
]);

/** `2026-03-02`, `>= 2026-03-02T08:00`, `= 2026-03-02`. */
export const momentType = defineType({
  name: 'moment',
  noun: { en: 'a date, or a limit to it', zh: '日期或日期限制' },
  examples: ['>= 2026-03-02', '2026-03-02', '= 2026-03-02T08:00'],
  parse: (reader) => {
    const op = reader.compare(SIGNS);
    if (reader.at('compare')) return otherSign(reader);
    const instant = readInstant(reader);
    return instant ? { type: 'moment', op, ...instant } : reader.missing(DATE, `${op ?? '>='} ${DATE_EXAMPLE}`);
  },
  format: ({ op, minute, wholeDay }) => joined(op, wholeDay ? formatDay(dayOf(minute)) : formatDateTime(minute)),
});

function otherSign(reader: PhraseReader): undefined {
  const sign = reader.next!;
  reader.fail(
    sign,
    {
      en: 'A limit to a date is `>=` (not before), `<=` (not after) or `=` (exactly then).',
      zh: '日期限制只能用 `>=`（不早于）、`<=`（不晚于）或 `=`（固定在该日）。',
    },
    MEANT.get(sign.text),
  );
}
