import type { ItemFacts } from '../kinds/facts';
import { nearest } from '../kinds/near';
import { fieldMeant } from '../kinds/synonyms';
import { allNames, type Field, type Kind } from '../kinds/table';

/** Was a field probably meant whose name is misspelt? Then that is the finding, and that the field is missing is no second one. */
export const hasMisspelt = (
  { fields, kind }: Pick<ItemFacts, 'fields' | 'kind'>,
  isMeant: (field: Field) => boolean,
): boolean =>
  fields.some(
    ({ field, node }) =>
      field === undefined &&
      kind?.fields.some(
        (each) => isMeant(each) && (isMeantBy(node.name.text, kind, each) || isNear(node.name.text, each)),
      ),
  );

const isNear = (word: string, { names }: Field): boolean => nearest(word, allNames(names)) !== undefined;

function isMeantBy(word: string, kind: Kind, field: Field): boolean {
  const meant = fieldMeant(word, kind);
  return meant !== undefined && kind.field(meant) === field;
}

/** The same of fields by their keys. */
export const hasMisspeltField = (item: Pick<ItemFacts, 'fields' | 'kind'>, ...keys: readonly string[]): boolean =>
  hasMisspelt(item, ({ key }) => keys.includes(key));
