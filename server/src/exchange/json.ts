/** The whole model as plain data for other programs; its JSON Schema is made by `modelSchema.ts`. */
import type { FieldFacts } from '../kinds/facts';
import { formatDay, formatMinute, formatTime } from '../kinds/time';
import type { Value } from '../kinds/value';
import type { Item, Link, Model } from '../model/model';

export interface ExportedModel {
  /** Rises when readers of an older version would misread the data. */
  readonly version: 1;
  /** By file, then in the order of the text. */
  readonly items: readonly ExportedItem[];
}

export interface ExportedItem {
  /** Canonical name of the kind, also when it was written in Chinese; as written if it is unknown. */
  readonly kind: string;
  readonly id?: string;
  readonly title: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Index in `items` of the item that this one stands in. */
  readonly parent?: number;
  /** Markdown. */
  readonly texts: readonly string[];
  /** Values by canonical field name. What could not be read is left out. */
  readonly fields: Readonly<Record<string, readonly ExportedValue[]>>;
  readonly links: readonly ExportedLink[];
}

/** A value as in `server/src/kinds/value.ts`, with dates and times as ISO texts: `{ type: 'date', day: '2026-01-05' }`. */
export type ExportedValue = Readonly<Record<string, unknown>> & { readonly type: Value['type'] };

export interface ExportedLink {
  /** Canonical name of the field that makes the link. */
  readonly field: string;
  /** Id as written; absent for items without one. */
  readonly id?: string;
  /** Index in `items` of the item linked to; absent if there is none. */
  readonly to?: number;
  /** Made by standing inside the other item. */
  readonly implied: boolean;
}

/** Exports a model. `fileName` says how a file's address is written, such as its path below the project's root. */
export const exportModel = (model: Model, fileName: (uri: string) => string): ExportedModel => ({
  version: 1,
  items: model.items.map((item) => exportItem(model, item, fileName)),
});

function exportItem(model: Model, item: Item, fileName: (uri: string) => string): ExportedItem {
  const { uri, document } = model.files[item.file]!;
  const { declaration, kind, id, title, parent } = item;
  return {
    kind: kind?.key ?? declaration.kind.text,
    ...(id === undefined ? {} : { id }),
    title,
    file: fileName(uri),
    line: document.positionIn(item.segment, declaration.kind.start).line + 1,
    ...(parent < 0 ? {} : { parent }),
    texts: (declaration.block?.texts ?? []).map(({ text }) => text),
    fields: exportFields(item.fields),
    links: model.outgoing(item.index).map((link) => exportLink(model, link)),
  };
}

function exportFields(fields: readonly FieldFacts[]): ExportedItem['fields'] {
  const exported: Record<string, ExportedValue[]> = {};
  for (const { field, values } of fields)
    if (field) (exported[field.key] ??= []).push(...values.flatMap(({ value }) => (value ? [asData(value)] : [])));
  return exported;
}

/** References know where they stand in the text, which is nothing for other programs; dates and times become ISO texts. */
const asData = (value: Value): ExportedValue =>
  JSON.parse(
    JSON.stringify(value, function (this: { readonly type?: Value['type'] }, key, part: unknown) {
      if (key === 'start' || key === 'end') return undefined;
      return typeof part === 'number' ? withDates(this.type, key, part) : part;
    }),
  ) as ExportedValue;

/** A number of a value as it is, or as the date or time that it stands for. `type` is that of the object that holds it. */
function withDates(type: Value['type'] | undefined, key: string, part: number): number | string {
  if (key === 'day' || key === 'until') return formatDay(part);
  if (key === 'minute') return formatMinute(part);
  if (key === 'at') return formatTime(part);
  if (key !== 'from' && key !== 'to') return part;
  if (type === 'period') return formatMinute(part);
  return type === 'workday' ? formatDay(part) : formatTime(part);
}

function exportLink(model: Model, { field, to, reference }: Link): ExportedLink {
  const id = reference?.reference.id ?? model.items[to]?.id;
  return {
    field: field.key,
    ...(id === undefined ? {} : { id }),
    ...(to < 0 ? {} : { to }),
    implied: reference === undefined,
  };
}
