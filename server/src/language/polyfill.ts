/** Chevrotain 13 calls `Object.groupBy`, which Node 20 lacks; import this module before it. */
const object: { groupBy?: typeof Object.groupBy } = Object;
object.groupBy ??= function groupBy<K extends PropertyKey, T>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => K,
): Partial<Record<K, T[]>> {
  const groups = Object.create(null) as Partial<Record<K, T[]>>;
  let index = 0;
  for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
  return groups;
};

export {};
