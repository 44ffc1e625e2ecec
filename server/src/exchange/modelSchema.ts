/** The JSON Schema of the exported model, made from the kind table, so that it cannot say anything else. */
import type { Field, Kind, KindTable } from '../kinds/table';

type Schema = Readonly<Record<string, unknown>>;

/** A draft-07 schema of what `exportModel` gives for projects with this table. */
export const modelSchemaOf = ({ kinds }: KindTable): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://delivery-spec.dev/schemas/model.schema.json',
  title: 'Delivery model',
  description:
    'All items of a delivery project with their fields and links, as exported by `delivery export --to json`.',
  type: 'object',
  required: ['version', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    items: { type: 'array', items: { $ref: '#/definitions/item' } },
  },
  definitions: {
    item: ITEM,
    link: LINK,
    ...Object.fromEntries(kinds.map((kind) => [`kind:${kind.key}`, fieldsOf(kind)])),
    byKind: { allOf: kinds.map(({ key }) => condition(key)) },
  },
});

const ITEM: Schema = {
  type: 'object',
  required: ['kind', 'title', 'file', 'line', 'texts', 'fields', 'links'],
  additionalProperties: false,
  properties: {
    kind: { description: 'Canonical English name of the kind.', type: 'string' },
    id: { type: 'string' },
    title: { type: 'string' },
    file: { description: 'Path below the root of the project.', type: 'string' },
    line: { description: 'Line of the declaration, from 1.', type: 'integer', minimum: 1 },
    parent: { description: 'Index of the item that this one stands in.', type: 'integer', minimum: 0 },
    texts: { description: 'Text blocks, as Markdown.', type: 'array', items: { type: 'string' } },
    fields: { type: 'object' },
    links: { type: 'array', items: { $ref: '#/definitions/link' } },
  },
  allOf: [{ $ref: '#/definitions/byKind' }],
};

const LINK: Schema = {
  type: 'object',
  required: ['field', 'implied'],
  additionalProperties: false,
  properties: {
    field: { description: 'Canonical name of the field that makes the link.', type: 'string' },
    id: { description: 'Id of the item linked to, as written.', type: 'string' },
    to: { description: 'Index of the item linked to; absent if there is none.', type: 'integer', minimum: 0 },
    implied: { description: 'Made by standing inside the other item.', type: 'boolean' },
  },
};

const condition = (key: string): Schema => ({
  if: { properties: { kind: { const: key } } },
  then: { properties: { fields: { $ref: `#/definitions/kind:${key}` } } },
});

const fieldsOf = ({ doc, fields }: Kind): Schema => ({
  description: doc.en,
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(fields.map((field) => [field.key, valuesOf(field)])),
});

const valuesOf = ({ doc, types, values, repeat }: Field): Schema => ({
  description: doc.en,
  type: 'array',
  ...(repeat ? {} : { maxItems: 1 }),
  items: {
    type: 'object',
    required: ['type'],
    properties: {
      type: { enum: types },
      ...(values.length > 0 ? { key: { enum: values.map(({ key }) => key) } } : {}),
    },
  },
});
