import type { SegmentCheck } from '../check';
import { problemsOf } from './problems';

/** A closing brace that closes nothing. */
export const strayBrace: SegmentCheck = {
  code: 'syntax/stray-brace',
  severity: 'error',
  find: problemsOf('syntax/stray-brace', {
    'stray-brace': () => ({
      en: 'This `}` closes nothing.',
      zh: '这个 `}` 没有对应的 `{`。',
    }),
  }),
};
