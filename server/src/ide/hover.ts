import type { Span } from '../language/ast';
import { nameOf } from '../checks/wording';
import type { Field, Kind } from '../kinds/table';
import { placeIn, type Item, type Link, type Model, type Place } from '../model/model';
import { escapeMarkdown, inlineCode } from './markdown';
import { itemAt, spotAt, type Cursor, type Spot } from './spot';
import type { Tongue } from '../kinds/tongue';

export interface Hover {
  readonly markdown: string;
  readonly place: Place;
}

/** Most links that a hover lists in one direction; more are counted. */
const MOST_LINKS = 8;

/** What the word under the cursor means: an item, a kind, a field or one of its values. */
export function hoverAt(model: Model, cursor: Cursor, tongue: Tongue): Hover | undefined {
  const spot = spotAt(model, cursor);
  if (!spot.item) return undefined;
  const at = (span: Span, markdown: string): Hover => ({ markdown, place: placeIn(spot.item!, span) });
  if (spot.reference) {
    const target = itemAt(model, spot);
    return target && at(spot.reference.reference, describeItem(model, target, tongue));
  }
  if (spot.head === 'id') return at(spot.item.declaration.id!, describeItem(model, spot.item, tongue));
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

function describeItem(model: Model, item: Item, tongue: Tongue): string {
  const kind = item.kind ? nameOf(item.kind.names, tongue) : item.declaration.kind.text;
  const head = `${kind} **${escapeMarkdown(item.id ?? '')}** ${escapeMarkdown(item.title)}`.trim();
  const texts = item.declaration.block?.texts.map(({ text }) => escapeMarkdown(text).replace(/\n/g, '  \n')) ?? [];
  const outgoing = lines(
    model,
    model.outgoing(item.index),
    ({ to }) => to,
    ({ field }) => field.link?.reading[tongue] ?? nameOf(field.names, tongue),
  );
  const incoming = lines(
    model,
    model.incoming(item.index),
    ({ from }) => from,
    ({ field }) => field.link?.inverse[tongue] ?? `← ${nameOf(field.names, tongue)}`,
  );
  return [head, ...texts, [...outgoing, ...incoming].join('\n')].filter(Boolean).join('\n\n');
}

function lines(
  model: Model,
  links: readonly Link[],
  otherOf: (link: Link) => number,
  reading: (link: Link) => string,
): string[] {
  const shown = links.filter((link) => otherOf(link) >= 0);
  const list = shown.slice(0, MOST_LINKS).map((link) => {
    const other = model.items[otherOf(link)]!;
    return `- ${reading(link)} ${inlineCode(other.id ?? other.declaration.kind.text)} ${escapeMarkdown(other.title)}`.trimEnd();
  });
  return shown.length > MOST_LINKS ? [...list, `- … ${shown.length - MOST_LINKS}`] : list;
}
