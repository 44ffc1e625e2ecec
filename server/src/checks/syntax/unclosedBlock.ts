import type { SegmentCheck } from '../check';
import { problemsOf } from './problems';

/** A block that is never closed; it is read as if it ended where the indentation says. */
export const unclosedBlock: SegmentCheck = {
  code: 'syntax/unclosed-block',
  severity: 'error',
  find: problemsOf('syntax/unclosed-block', {
    'unclosed-block': () => ({
      en: 'This block is never closed: a `}` is missing.',
      zh: '这个块没有结束：缺少 `}`。',
    }),
  }),
};
