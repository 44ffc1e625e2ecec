import type { SegmentCheck } from '../check';
import { problemsOf } from './problems';

/** A string, text block or comment that is never closed. */
export const unclosedText: SegmentCheck = {
  code: 'syntax/unclosed-text',
  severity: 'error',
  find: problemsOf('syntax/unclosed-text', {
    'unclosed-string': () => ({
      en: 'This string is never closed: a `"` is missing on this line.',
      zh: '这个字符串没有结束：本行缺少 `"`。',
    }),
    'unclosed-text': () => ({
      en: 'This text block is never closed: `"""` is missing. It ends before the next declaration at the left margin.',
      zh: '这个文本块没有结束：缺少 `"""`。它在下一个顶格的声明之前结束。',
    }),
    'unclosed-comment': () => ({
      en: 'This comment is never closed: `*/` is missing. It ends before the next declaration at the left margin; to comment out declarations, begin their lines with `//`.',
      zh: '这个注释没有结束：缺少 `*/`。它在下一个顶格的声明之前结束；要注释掉声明，请在各行开头写 `//`。',
    }),
  }),
};
