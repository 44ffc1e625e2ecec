import type { ItemFacts } from '../../kinds/facts';
import { allNames } from '../../kinds/table';
import type { SegmentCheck, SegmentFinding } from '../check';
import { nearest } from '../../kinds/near';
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
        const near = nearest(
          name.text,
          kind.fields.flatMap(({ names }) => allNames(names)),
        );
        const message = inBoth((tongue) =>
          tongue === 'zh'
            ? `${nameOf(kind.names, 'zh')}没有字段 \`${name.text}\`${near ? `，是否指 \`${near}\`？` : '。'}`
            : `${capitalized(withArticle(nameOf(kind.names, 'en')))} has no field \`${name.text}\`${near ? `; did you mean \`${near}\`?` : '.'}`,
        );
        // Named right, it would be there twice.
        const isGiven = near !== undefined && fields.some(({ field }) => field === kind.field(near));
        return { start: name.start, end: name.end, id, message, repairs: changeTo(name, isGiven ? undefined : near) };
      })
  );
}
