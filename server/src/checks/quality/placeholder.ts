import type { Span } from '../../language/ast';
import type { SegmentCheck } from '../check';
import { inBoth } from '../wording';
import { demandTexts } from './demands';
import { NO_PLACEHOLDER, NOTHING, PLACEHOLDERS } from './lexicon/placeholder';
import { phraseFinder } from './phrases';
import type { Prose } from './prose';

/** A text that is still to be written: TBD, 待定, ???, or nothing but "none". */
export const placeholder: SegmentCheck = {
  code: 'quality/placeholder',
  severity: 'warning',
  find: (facts) =>
    demandTexts(facts).flatMap(({ item, prose }) => {
      const found = placeholderIn(prose);
      if (!found) return [];
      const written = prose.written(found.start, found.end);
      const message = inBoth((tongue) =>
        tongue === 'zh'
          ? `\`${written}\` 只是占位，正式内容还没有写。`
          : `\`${written}\` stands for something that is still to be written.`,
      );
      return [{ ...prose.spanOf(found.start, found.end), id: item.id, message }];
    }),
};

const find = phraseFinder(PLACEHOLDERS, NO_PLACEHOLDER);

/** The first placeholder of a text. */
export function placeholderIn(prose: Prose): Span | undefined {
  const { text } = prose;
  const hit = find(text).find(({ start, end, meaning }) => !meaning.capitals || isCapitals(prose.written(start, end)));
  return hit ?? (NOTHING.has(text.trim().replace(/[.。]$/, '')) ? { start: 0, end: text.trimEnd().length } : undefined);
}

const isCapitals = (written: string): boolean => written === written.toUpperCase();
