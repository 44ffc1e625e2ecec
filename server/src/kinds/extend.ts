/** Adds a team's own kinds and fields to a kind table. */
import { compileTable, type FieldSource, type KindSource, type KindTable, type KindTableSource } from './table';

/** What a configuration adds. All references to kinds and fields are by key, and none of them leads nowhere. */
export interface Extension {
  /** Own kinds by key; none of them is in the base table. */
  readonly kinds: Readonly<Record<string, KindSource>>;
  /** Fields that every kind takes in addition. */
  readonly common: Readonly<Record<string, FieldSource>>;
  /** Additional fields by the key of their kind. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, FieldSource>>>>;
  /** For each own kind, the other kinds in which it may stand, with the field that this implies on it, or null. */
  readonly inside: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

/** The base table with everything that the extension adds. Pure; the base is trusted to match its schema. */
export function extendTable(base: KindTableSource, extension: Extension): KindTable {
  const places = placesOf(extension);
  const all = { ...base.kinds, ...extension.kinds };
  const kinds = mapValues(all, (kind, key) => ({
    ...kind,
    contains: { ...kind.contains, ...places.get(key) },
    fields: { ...kind.fields, ...(Object.hasOwn(extension.fields, key) ? extension.fields[key] : undefined) },
  }));
  return compileTable({ kinds, fields: { ...base.fields, ...extension.common }, standIns: standIns(base, extension) });
}

/** The own kinds that each kind may hold in addition. */
function placesOf({ inside }: Extension): ReadonlyMap<string, Readonly<Record<string, string | null>>> {
  const places = new Map<string, Record<string, string | null>>();
  for (const [inner, outers] of Object.entries(inside))
    for (const [outer, link] of Object.entries(outers)) {
      const place = places.get(outer) ?? {};
      places.set(outer, place);
      define(place, inner, link);
    }
  return places;
}

/** Where an item of a built-in kind may be referred to, one of an own kind that plays the same part may be, too. */
function standIns(base: KindTableSource, { kinds }: Extension): ReadonlyMap<string, ReadonlySet<string>> {
  const byPart = new Map<string, Set<string>>();
  for (const [key, { trace }] of Object.entries(kinds))
    if (trace) byPart.set(trace, (byPart.get(trace) ?? new Set()).add(key));
  return new Map(
    Object.entries(base.kinds).flatMap(([key, { trace = '' }]) => {
      const alike = byPart.get(trace);
      return alike ? [[key, alike]] : [];
    }),
  );
}

/** An assignment would set the prototype when the key is `__proto__`. */
function define<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A record with the same keys, `__proto__` included. */
const mapValues = <T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Record<string, U> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
