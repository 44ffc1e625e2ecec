import type { Span } from '../language/ast';
import { nameOf } from '../checks/wording';
import type { Field, Kind } from '../kinds/table';
import { placeIn, type Place } from '../model/model';
import { itemCard, type AddressOf } from './itemCard';
import { inlineCode } from './markdown';
import { itemAt, spotAt, type Cursor, type Spot } from './spot';
import type { Tongue } from '../kinds/tongue';
import type { World } from './world';

export interface Hover {
  readonly markdown: string;
  readonly place: Place;
}

/** What the word under the cursor means: an item, a kind, a field or one of its values. Ids lead to where `addressOf` says. */
export function hoverAt(world: World, cursor: Cursor, tongue: Tongue, addressOf: AddressOf): Hover | undefined {
  const { model } = world;
  const spot = spotAt(model, cursor);
  if (!spot.item) return undefined;
  const at = (span: Span, markdown: string): Hover => ({ markdown, place: placeIn(spot.item!, span) });
  if (spot.reference) {
    const target = itemAt(model, spot);
    return target && at(spot.reference.reference, itemCard(world, target, tongue, addressOf));
  }
  if (spot.head === 'id') return at(spot.item.declaration.id!, itemCard(world, spot.item, tongue, addressOf));
  if (spot.head === 'kind' && spot.item.kind)
    return at(spot.item.declaration.kind, describeKind(spot.item.kind, tongue));
  return describeFieldOrValue(spot, tongue, at);
}

function describeFieldOrValue(spot: Spot, tongue: Tongue, at: (span: Span, text: string) => Hover): Hover | undefined {
  const field = spot.field?.field;
  if (!spot.field || !field) return undefined;
  if (spot.onFieldName) return at(spot.field.node.name, describeField(field, tongue));
  const value = spot.value?.value;
  const known = value?.type === 'enum' ? field.values.find(({ key }) => key === value.key) : undefined;
  return known && at(spot.value!.phrase, `**${nameOf(known.names, tongue)}** — ${known.doc[tongue]}`);
}

const describeKind = ({ names, doc }: Kind, tongue: Tongue): string => `**${nameOf(names, tongue)}**\n\n${doc[tongue]}`;

function describeField({ names, doc, values, example }: Field, tongue: Tongue): string {
  const choices = values.map((value) => `- ${inlineCode(nameOf(value.names, tongue))} — ${value.doc[tongue]}`);
  const sample = example === undefined ? [] : [inlineCode(`${nameOf(names, tongue)}: ${example}`)];
  return [`**${nameOf(names, tongue)}** — ${doc[tongue]}`, choices.join('\n'), ...sample].filter(Boolean).join('\n\n');
}
