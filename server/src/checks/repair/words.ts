/** Repairs of single words, which several checks offer. */
import type { Span, Word } from '../../language/ast';
import type { Text } from '../../kinds/tongue';
import type { SegmentFinding } from '../check';
import { inserting, replacing } from './repair';

type Repairs = NonNullable<SegmentFinding['repairs']>;

/** What a repair says that writes a text in place of another. */
export const changing = (text: string): Text => ({ en: `Change to \`${text}\``, zh: `改为 \`${text}\`` });

/** Writes the word that was probably meant; nothing if none is near. */
export const changeTo =
  (span: Span, near: string | undefined): Repairs =>
  (_, at) =>
    near === undefined ? [] : [{ title: changing(near), edits: [replacing(at, span, near)], sure: false }];

/** Gives a field its colon. */
export const addColon =
  ({ end, text }: Word): Repairs =>
  (_, at) => [{ title: changing(`${text}:`), edits: [inserting(at, end, ':')], sure: true }];
