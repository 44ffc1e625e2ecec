/** Numbers that stand for ids, so that a model finds items by looking into an array. */
import { flat } from '../language/flat';
import type { KindTable } from './table';

/** Stands where there is no id. */
export const NO_ID = -1;

/** Gives each id a number from 0 up; the same id always has the same. */
export class IdNumbers {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of an id, a new one if it had none. */
  numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(flat(id), number); // what is kept outlives the segment that it comes from
    return number;
  }

  /** The number of an id, or `NO_ID` if it never had one. */
  find(id: string): number {
    return this.#numbers.get(id) ?? NO_ID;
  }
}

const byTable = new WeakMap<KindTable, IdNumbers>();

/**
 * The numbers for facts that are read with a table. They count each id that ever stood anywhere, also half-typed ones; when
 * these outnumber the ids in use by far, as somebody who knows (`inUse`) finds, all begin afresh.
 */
export function idNumbersOf(table: KindTable, inUse = Infinity): IdNumbers {
  const known = byTable.get(table);
  if (known && known.size <= 2 * inUse + MOST_SPARE) return known;
  const fresh = new IdNumbers();
  byTable.set(table, fresh);
  return fresh;
}

const MOST_SPARE = 100_000;
