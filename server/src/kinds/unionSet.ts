/** The union of several sets that is not copied together: many fields may each lead to all kinds of a part. */
export class UnionSet<T> implements ReadonlySet<T> {
  constructor(private readonly parts: readonly ReadonlySet<T>[]) {}

  has(value: T): boolean {
    return this.parts.some((part) => part.has(value));
  }

  get size(): number {
    return [...this].length;
  }

  *[Symbol.iterator](): SetIterator<T> {
    for (const [index, part] of this.parts.entries())
      for (const value of part) if (!this.parts.slice(0, index).some((other) => other.has(value))) yield value;
  }

  keys(): SetIterator<T> {
    return this[Symbol.iterator]();
  }

  values(): SetIterator<T> {
    return this[Symbol.iterator]();
  }

  *entries(): SetIterator<[T, T]> {
    for (const value of this) yield [value, value];
  }

  forEach(visit: (value: T, key: T, set: ReadonlySet<T>) => void): void {
    for (const value of this) visit(value, value, this);
  }
}
