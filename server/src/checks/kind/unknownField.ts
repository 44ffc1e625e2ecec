import type { ItemFacts } from '../../kinds/facts';
import { allNames, type Kind } from '../../kinds/table';
import type { SegmentCheck, SegmentFinding } from '../check';
import { nearest } from '../../kinds/near';
import { fieldMeant, meantElsewhere } from '../../kinds/synonyms';
import type { Tongue } from '../../kinds/tongue';
import { changeTo } from '../repair/words';
import { capitalized, inBoth, nameOf, withArticle } from '../wording';

/** A field that its kind does not have. Fields of an unknown kind are not looked at: the kind is the defect. */
export const unknownField: SegmentCheck = {
  code: 'kind/unknown-field',
  severity: 'error',
  find: (facts) => facts.items.flatMap(findIn),
};

function findIn({ kind, id, fields }: ItemFacts): readonly SegmentFinding[] {
  if (!kind) return [];
  return (
    fields
      // One without colon has its syntax finding already.
      .filter(({ field, node }) => !field && node.colon >= 0)
      .map(({ node: { name } }) => {
        const place = meantElsewhere(name.text);
        const near = fieldMeant(name.text, kind) ?? (place ? undefined : nearField(name.text, kind));
        const message = inBoth((tongue) => {
          const hint = near !== undefined ? didYouMean(near, tongue) : place ? STANDS[place][tongue] : '';
          return tongue === 'zh'
            ? `${nameOf(kind.names, 'zh')}没有字段 \`${name.text}\`${hint || '。'}`
            : `${capitalized(withArticle(nameOf(kind.names, 'en')))} has no field \`${name.text}\`${hint || '.'}`;
        });
        // Named right, it would be there twice.
        const isGiven = near !== undefined && fields.some(({ field }) => field === kind.field(near));
        return { start: name.start, end: name.end, id, message, repairs: changeTo(name, isGiven ? undefined : near) };
      })
  );
}

const nearField = (word: string, { fields }: Kind): string | undefined =>
  nearest(
    word,
    fields.flatMap(({ names }) => allNames(names)),
  );

const didYouMean = (near: string, tongue: Tongue): string =>
  tongue === 'zh' ? `，是否指 \`${near}\`？` : `; did you mean \`${near}\`?`;

/** Where what other tools have as a field is said. */
const STANDS = {
  id: { en: ': the id stands behind the kind.', zh: '：编号写在类型之后。' },
  title: { en: ': the title stands in quotes behind the id.', zh: '：标题写在编号之后的引号里。' },
  text: {
    en: ': text stands in the braces, between `"""` and `"""`.',
    zh: '：说明文字写在花括号里的 `"""` 和 `"""` 之间。',
  },
};
