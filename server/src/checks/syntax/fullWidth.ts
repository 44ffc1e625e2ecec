import { toAscii } from '../../language/characters';
import type { SegmentCheck } from '../check';
import { problemsOf } from './problems';

/** Full-width punctuation, which means the same as its ASCII twin. Reported once for each declaration. */
export const fullWidth: SegmentCheck = {
  code: 'syntax/full-width',
  severity: 'hint',
  find: problemsOf('syntax/full-width', {
    'full-width': (sign) => ({
      en: `Full-width \`${sign}\` is read as \`${toAscii(sign)}\`; formatting writes the latter.`,
      zh: `全角的 \`${sign}\` 按 \`${toAscii(sign)}\` 读取；格式化时会改写成后者。`,
    }),
  }),
};
