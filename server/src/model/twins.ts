/** Items that share something which is long or costly to read: its hash is kept by run, and only equal hashes are looked into. */
import type { ItemFacts, SegmentFacts } from '../kinds/facts';
import type { FactsRun } from '../kinds/factsRun';
import type { Item, Model } from './model';

/** An item and the first one of the text that shares what is compared. */
export interface Twin {
  readonly item: Item;
  readonly first: Item;
}

/**
 * Finds, in the order of the text, each item but the first of those for which `read` returns the same text. What it returns
 * must depend on the facts alone; undefined is like nothing else.
 */
export function twinsBy(
  read: (item: ItemFacts, segment: SegmentFacts) => string | undefined,
): (model: Model) => readonly Twin[] {
  const byRun = new WeakMap<FactsRun, Int32Array>();
  const byItem = new WeakMap<ItemFacts, number>();
  const hashOnce = (item: ItemFacts, segment: SegmentFacts): number => {
    let hash = byItem.get(item);
    if (hash === undefined) byItem.set(item, (hash = hashOf(read(item, segment))));
    return hash;
  };
  const hashesOf = (run: FactsRun): Int32Array => {
    let hashes = byRun.get(run);
    if (!hashes) {
      hashes = Int32Array.from(run.items, (item, index) => hashOnce(item, run.segments[run.segmentOf[index]!]!));
      byRun.set(run, hashes);
    }
    return hashes;
  };
  const texts = new WeakMap<ItemFacts, string>();
  const textOf = (model: Model, index: number): string => {
    const { facts } = model.items[index]!;
    let text = texts.get(facts);
    if (text === undefined) texts.set(facts, (text = read(facts, segmentOf(model, index)) ?? ''));
    return text;
  };
  const table = new HashTable();
  return (model) => {
    const twins: Twin[] = [];
    const isEqual = (some: number, other: number): boolean => textOf(model, some) === textOf(model, other);
    table.clear(model.items.length);
    for (const { facts, firstItem } of model.runs) {
      const hashes = hashesOf(facts);
      for (let index = 0; index < hashes.length; index++) {
        const hash = hashes[index]!;
        if (hash === NOTHING) continue;
        const item = firstItem + index;
        const first = table.find(hash, item, isEqual);
        if (first !== item) twins.push({ item: model.items[item]!, first: model.items[first]! });
      }
    }
    return twins;
  };
}

function segmentOf({ runs, items }: Model, index: number): SegmentFacts {
  const { file, segment } = items[index]!;
  const { facts, firstSegment } = runs.findLast((run) => run.file === file && run.firstSegment <= segment)!;
  return facts.segments[segment - firstSegment]!;
}

/** The hash of what cannot be compared. */
const NOTHING = 0;

/** FNV-1a, see http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string | undefined): number {
  if (text === undefined) return NOTHING;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash === NOTHING ? 1 : hash;
}

/** Numbers by hash, with open addressing: a `Map` takes five times as long. */
class HashTable {
  #mask = 0;
  #hashes = new Int32Array();
  #numbers = new Int32Array();

  /** Forgets all and makes room; the arrays are used again, as new ones of that size would wear out the garbage collector. */
  clear(most: number): void {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    if (size !== this.#hashes.length) {
      this.#hashes = new Int32Array(size);
      this.#numbers = new Int32Array(size);
    } else this.#hashes.fill(NOTHING);
    this.#mask = size - 1;
  }

  /** The number that was put in before for an equal one, or this number, which then is put in. */
  find(hash: number, number: number, isEqual: (some: number, other: number) => boolean): number {
    let slot = Math.imul(hash, 0x9e3779b1) & this.#mask;
    for (; this.#hashes[slot] !== NOTHING; slot = (slot + 1) & this.#mask)
      if (this.#hashes[slot] === hash && isEqual(this.#numbers[slot]!, number)) return this.#numbers[slot]!;
    this.#hashes[slot] = hash;
    this.#numbers[slot] = number;
    return number;
  }
}
