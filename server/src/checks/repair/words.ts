/** Repairs of single words, which several checks offer. */
import type { Span, Word } from '../../language/ast';
import type { Text } from '../../kinds/tongue';
import type { SegmentFinding } from '../check';
import { inserting, replacing } from './repair';

type Repairs = NonNullable<SegmentFinding['repairs']>;

/** What a repair says that writes a text in place of another. */
export const changing = (text: string): Text => ({ en: `Change to \`${text}\``, zh: `改为 \`${text}\`` });

/** Writes the word that was probably meant; nothing if none is near. */
export const changeTo = (span: Span, near: string | undefined): Repairs =>
  changeToOne(span, near === undefined ? [] : [near]);

/** Writes one of the words that may have been meant. */
export const changeToOne =
  (span: Span, near: readonly string[]): Repairs =>
  (_, at) =>
    near.map((word) => ({ title: changing(word), edits: [replacing(at, span, word)], sure: false }));

/** Gives a field its colon. */
export const addColon =
  ({ end, text }: Word): Repairs =>
  (_, at) => [{ title: changing(`${text}:`), edits: [inserting(at, end, ':')], sure: true }];
