import type { ItemFacts } from '../kinds/facts';
import { nearest } from '../kinds/near';
import type { Field } from '../kinds/table';

/** Was a field probably meant whose name is misspelt? Then that is the finding, and that the field is missing is no second one. */
export const hasMisspelt = (
  { fields, kind }: Pick<ItemFacts, 'fields' | 'kind'>,
  isMeant: (field: Field) => boolean,
): boolean =>
  fields.some(
    ({ field, node }) =>
      field === undefined &&
      kind?.fields.some(
        (each) => isMeant(each) && nearest(node.name.text, [...each.names.en, ...each.names.zh]) !== undefined,
      ),
  );

/** The same of fields by their keys. */
export const hasMisspeltField = (item: Pick<ItemFacts, 'fields' | 'kind'>, ...keys: readonly string[]): boolean =>
  hasMisspelt(item, ({ key }) => keys.includes(key));
