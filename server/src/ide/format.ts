import type { Text } from '../kinds/tongue';
import type { SourceDocument } from '../language/document';
import type { Edit } from '../language/format/edits';
import { formatDocument, formatRange, type FormatResult } from '../language/format/format';
import type { Difference } from '../language/format/verify';

/** Edits in the order of the text, or the reason why the file is left alone. */
export type Formatting = { readonly edits: readonly Edit[] } | { readonly refused: Text };

/** Formats a file, or the lines that a span of it touches; offsets are those of the document. */
export function formatFile(
  document: SourceDocument,
  span?: { readonly start: number; readonly end: number },
): Formatting {
  return worded(span ? formatRange(document, span.start, span.end) : formatDocument(document));
}

const worded = (result: FormatResult): Formatting =>
  'edits' in result ? result : { refused: refusal(DIFFERENCES[result.refused]) };

const DIFFERENCES: Readonly<Record<Difference, Text>> = {
  words: { en: 'a word or a comment', zh: '词语或注释' },
  tree: { en: 'the structure', zh: '结构' },
  problems: { en: 'the problems found', zh: '发现的问题' },
};

const refusal = (what: Text): Text => ({
  en: `Not formatted: formatting would have changed ${what.en} of this file. Nothing was touched; please report this as a bug.`,
  zh: `未格式化：格式化会改变该文件的${what.zh}。文件未作任何改动，请将此作为缺陷反馈。`,
});
