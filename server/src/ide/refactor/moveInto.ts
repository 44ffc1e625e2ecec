import { insertChild } from '../../checks/repair/declaration';
import { indentationIn, removeField } from '../../checks/repair/field';
import { indentationAt, lineBreakAt, textAt } from '../../checks/repair/source';
import { calling, inBoth } from '../../checks/wording';
import type { FieldFacts } from '../../kinds/facts';
import type { Item, Model } from '../../model/model';
import { around, holders, isMeant } from './holders';
import { takingOut, linesOf, transplanted } from './lines';
import { withEdits } from './moveOut';
import type { Offer, Refactoring } from './refactoring';

/**
 * Moves a criterion into the requirement that it verifies, or any item that stands by itself into the one that it links to, where
 * standing inside means the same link; the field goes.
 */
export const moveInto: Offer = ({ world: { model }, head: item }) =>
  item && holders(model, item).length === 0 ? item.fields.flatMap((field) => offerFor(model, item, field)) : [];

function offerFor(model: Model, item: Item, { node, field, values }: FieldFacts): readonly Refactoring[] {
  const holder = holderIn(model, item, values);
  const isImplied = field && item.kind && holder?.kind?.contains?.get(item.kind.key) === field.key;
  const isOnly = item.fields.filter((other) => other.field === field).length === 1;
  const lines = linesOf(textAt(model, item), item.declaration);
  if (!holder || !isImplied || !isOnly || !lines) return [];
  const title = inBoth((tongue) =>
    tongue === 'zh'
      ? `将${calling(item, 'zh')} 移入${calling(holder, 'zh')}`
      : `Move ${calling(item, 'en')} into ${calling(holder, 'en')}`,
  );
  const edits = () => {
    const text = textAt(model, item);
    const inner = indentationIn(model, holder);
    const rest = withEdits(text, lines, removeField(model, item, node));
    const moved = transplanted(rest, indentationAt(text, item.declaration.start), inner, lineBreakAt(model, holder));
    return [...takingOut(model, item, lines), ...insertChild(model, holder, moved)];
  };
  return [{ key: `into ${item.index} ${holder.index}`, kind: 'inline', title, edits }];
}

/** The item that a field leads to, if that is all it says: a named revision would be lost. */
function holderIn(model: Model, item: Item, values: FieldFacts['values']): Item | undefined {
  const value = values.length === 1 ? values[0]!.value : undefined;
  if (value?.type !== 'ref' || value.revision !== undefined) return undefined;
  const holder = model.byId(value.id);
  if (!holder || !isMeant(model, holder) || !isReadable(model, holder)) return undefined;
  const isInside = holder === item || around(model, holder).includes(item);
  return isInside ? undefined : holder;
}

const isReadable = ({ files }: Model, { file, segment }: Item): boolean =>
  files[file]!.document.segments[segment]!.problems.length === 0;
