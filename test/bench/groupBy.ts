/** `Object.groupBy`, which Langium's parser wants and Node 20 lacks; to be imported before it. */
export {};

const groupBy = <T>(entries: Iterable<T>, keyOf: (entry: T) => string): Record<string, T[]> => {
  const groups = Object.create(null) as Record<string, T[]>;
  for (const entry of entries) (groups[keyOf(entry)] ??= []).push(entry);
  return groups;
};

if (!Reflect.has(Object, 'groupBy')) Reflect.defineProperty(Object, 'groupBy', { value: groupBy });
