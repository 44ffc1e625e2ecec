/** Compares a configuration with its JSON Schema, says in plain words what is wrong, and leaves out just that. */
import validate, { type SchemaError } from '../../../../schemas/delivery.config.schema.json?validator';
import type { Span } from '../../language/ast';
import { plainOf, type JsonNode } from './json';
import { wordingOf } from './wording';
import type { RawConfig } from './types';
import type { Text } from '../tongue';

export interface SchemaProblem {
  /** What is wrong: a member's name, a value, or the name of the object that lacks something. */
  readonly span: Span;
  /** The value that the problem is about, or the object that holds the wrong name. */
  readonly subject: JsonNode;
  readonly message: Text;
  /** From the root to what was left out: `['kinds', 'interface', 'prefix']`. */
  readonly path: readonly string[];
}

/** Each round can only bring to light what the last one uncovered: a list that lost its only element, and what needs that list. */
const MOST_ROUNDS = 16;

/** The parts of the configuration that match the schema, and a problem for each that does not. */
export function matchSchema(root: JsonNode): {
  readonly config: RawConfig;
  readonly problems: readonly SchemaProblem[];
} {
  const plain = plainOf(root);
  let errors = violationsOf(plain);
  const problems = errors.map((error) => problemOf(root, error));
  for (let round = 0; errors.length > 0 && round < MOST_ROUNDS; round++) {
    if (errors.some((error) => pathOf(error).length === 0)) return { config: {}, problems };
    remove(plain, errors.map(pathOf));
    errors = violationsOf(plain);
  }
  return { config: errors.length > 0 ? {} : (plain as RawConfig), problems };
}

/** Ajv copies all errors so far with each nested object that has some: many entries are validated some at a time. */
const ENTRIES_AT_ONCE = 50;

const violationsOf = (plain: unknown): readonly SchemaError[] => [...piecesOf(plain)].flatMap(violationsIn);

/** The value without the entries of its sections, then some of the entries after the other. */
function* piecesOf(plain: unknown): Generator {
  if (!isRecord(plain)) {
    yield plain;
    return;
  }
  const sections = ['kinds', 'fields', 'severity', 'rules', 'trackers'].filter((name) => isRecord(plain[name]));
  yield { ...plain, ...Object.fromEntries(sections.map((name) => [name, {}])) };
  for (const name of sections) {
    const entries = Object.entries(plain[name] as Record<string, unknown>);
    for (let at = 0; at < entries.length; at += ENTRIES_AT_ONCE)
      yield { [name]: Object.fromEntries(entries.slice(at, at + ENTRIES_AT_ONCE)) };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => isObject(value) && !Array.isArray(value);

/** Ajv's errors without those that only say that another one is there. */
function violationsIn(plain: unknown): readonly SchemaError[] {
  if (validate(plain)) return [];
  const errors = validate.errors ?? [];
  // One of several forms is wanted: `enum` speaks for all of them, unless the form is right and something inside is wrong.
  const choices = new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === 'anyOf' ? [instancePath] : [])));
  const holders = new Set(errors.map(({ instancePath }) => instancePath.slice(0, instancePath.lastIndexOf('/'))));
  return errors.filter(
    ({ keyword, propertyName, instancePath }) =>
      keyword !== 'anyOf' &&
      (propertyName === undefined || keyword === 'propertyNames') &&
      !(choices.has(instancePath) && (keyword !== 'enum' || holders.has(instancePath))),
  );
}

/** The value that must go so that the rest can stay: an object that lacks something goes as a whole. */
function pathOf({ instancePath, params, keyword }: SchemaError): readonly string[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  const name = keyword === 'additionalProperties' ? params.additionalProperty : params.propertyName;
  if (typeof name === 'string') return [...path, name];
  return keyword === 'uniqueItems' ? [...path, String(Math.max(Number(params.i), Number(params.j)))] : path;
}

function problemOf(root: JsonNode, error: SchemaError): SchemaProblem {
  const path = pathOf(error);
  const at = locate(root, path);
  const onName = error.keyword === 'additionalProperties' || error.keyword === 'propertyNames';
  const onKey = onName || error.keyword === 'required';
  return {
    span: onKey ? (at.key ?? firstSign(at.value)) : shown(at.value),
    subject: onName ? at.holder : at.value,
    message: wordingOf(error, path, at.value),
    path,
  };
}

interface Location {
  /** Name of the member that holds the value; undefined for the root and in arrays. */
  readonly key: Span | undefined;
  readonly value: JsonNode;
  readonly holder: JsonNode;
}

/** Where the value at a path stands. A path that leads nowhere ends at the last value on the way. */
export function locate(root: JsonNode, path: readonly string[]): Location {
  let at: Location = { key: undefined, value: root, holder: root };
  for (const step of path) {
    const { value } = at;
    const member = value.members.get(step);
    const next = member ? (member.value ?? value) : value.elements[Number(step)];
    if (!next) return at;
    at = { key: member?.key, value: next, holder: value };
  }
  return at;
}

const firstSign = ({ start }: Span): Span => ({ start, end: start + 1 });

/** Texts, numbers and the like as they are; objects and lists, which may be long, by their bracket. */
const shown = (node: JsonNode): Span => (node.type === 'object' || node.type === 'array' ? firstSign(node) : node);

/** Removes the values at the paths from a plain value. */
function remove(plain: unknown, paths: readonly (readonly string[])[]): void {
  const shrunk = new Map<unknown[], Set<number>>();
  for (const path of paths) {
    const holder = path.slice(0, -1).reduce<unknown>(stepInto, plain);
    const last = path.at(-1) ?? '';
    if (Array.isArray(holder)) shrunk.set(holder, (shrunk.get(holder) ?? new Set()).add(Number(last)));
    else if (isObject(holder)) Reflect.deleteProperty(holder, last);
  }
  // Only now, for each removal would renumber the elements behind it.
  for (const [list, gone] of shrunk) {
    const kept = [...list.keys()].filter((index) => !gone.has(index));
    written.set(
      list,
      kept.map((index) => writtenIndex(list, index)),
    );
    list.splice(0, list.length, ...kept.map((index) => list[index]));
  }
}

const written = new WeakMap<readonly unknown[], readonly number[]>();

/** Which element of the list in the text an element of a list in the configuration is: wrong ones before it are left out. */
export const writtenIndex = (list: readonly unknown[], index: number): number => written.get(list)?.[index] ?? index;

const stepInto = (value: unknown, step: string): unknown =>
  Array.isArray(value) ? (value as unknown[])[Number(step)] : isObject(value) ? value[step] : undefined;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
