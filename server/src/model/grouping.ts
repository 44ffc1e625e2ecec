/** Numbers by their value, in two arrays. */
export interface Grouping {
  readonly starts: Int32Array;
  readonly grouped: Int32Array;
}

/**
 * The indices of the entries by their value: those of value n are `grouped[starts[n]]` … `grouped[starts[n + 1] - 1]`, in
 * their order. With `names`, the value of an entry is what stands there at its number. Entries below 0 are left out.
 */
export function groupByValue(entries: Int32Array, count: number, names?: Int32Array): Grouping {
  const starts = new Int32Array(count + 1);
  const valueAt = (index: number): number => (names ? names[entries[index]!]! : entries[index]!);
  // By index: the iterator of an array of numbers makes an object at each step.
  for (let index = 0; index < entries.length; index++) {
    const value = valueAt(index);
    if (value >= 0) starts[value]!++;
  }
  let sum = 0;
  for (let value = 0; value <= count; value++) starts[value] = sum += starts[value]!;
  const grouped = new Int32Array(sum);
  // From the end, so that each start is where its entries end until they are all there.
  for (let index = entries.length - 1; index >= 0; index--) {
    const value = valueAt(index);
    if (value >= 0) grouped[--starts[value]!] = index;
  }
  return { starts, grouped };
}

/** Are the two arrays equal? */
export function isSame(some: ArrayLike<number>, others: ArrayLike<number>): boolean {
  if (some === others) return true;
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false;
  return true;
}
