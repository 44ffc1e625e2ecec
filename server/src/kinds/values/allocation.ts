import { defineType } from './define';
import { formatFraction, readFraction } from './percent';
import type { PhraseReader } from './reader';
import { formatReference, readReference } from './references';
import { cited, joined, sourceOf, spanOf } from './source';

/** `lin 50%`. */
export const allocationType = defineType({
  name: 'allocation',
  noun: { en: 'a person or team with a share of their time', zh: '人员或团队及其投入比例' },
  examples: ['lin 50%', 'lin'],
  parse: (reader) => {
    if (reader.at('percent') && reader.behind('name')) return shareFirst(reader);
    const target = readReference(reader);
    if (!target) return undefined;
    const share = reader.next;
    const fraction = reader.at('percent', 'number', 'minus') ? readFraction(reader) : 1;
    if (fraction === 0 && share) return nothing(reader, share);
    return fraction === undefined ? undefined : { type: 'allocation', target, fraction };
  },
  format: ({ target, fraction }, tongue) =>
    joined(formatReference(target, tongue), fraction === 1 ? undefined : formatFraction(fraction)),
  references: ({ target }) => [target],
});

const nothing = (reader: PhraseReader, share: { readonly start: number; readonly end: number }): undefined =>
  reader.fail(share, { en: 'A share of their time is more than `0%`.', zh: '投入比例应大于 `0%`。' });

/** `50% lin`. */
function shareFirst(reader: PhraseReader): undefined {
  const [share, name] = reader.atoms.slice(reader.position);
  const right = `${sourceOf([name!])} ${sourceOf([share!])}`;
  reader.fail(
    spanOf([share!, name!]),
    { en: `The share stands behind the name: ${cited(right)}.`, zh: `比例写在名称之后：${cited(right)}。` },
    right,
  );
}
