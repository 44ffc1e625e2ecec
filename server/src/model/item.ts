import type { ItemFacts } from '../kinds/facts';

/** Number of an item in `Model.items`. */
export type ItemIndex = number;

export interface Item extends ItemFacts {
  /** The same object as long as the declaration's text is the same; the item itself is new where its place is counted anew. */
  readonly facts: ItemFacts;
  readonly index: ItemIndex;
  /** Index in `Model.files`. */
  readonly file: number;
  /** Index in the file's segments; all spans of the item are relative to that segment. */
  readonly segment: number;
  /** The item that this one stands in, or -1. Unlike in the facts, a number in `Model.items`. */
  readonly parent: ItemIndex;
}

/** An item in its model: the facts, which live as long as the declaration's text, and its place in the model. */
export class ModelItem implements Item {
  constructor(
    readonly facts: ItemFacts,
    readonly index: number,
    readonly file: number,
    readonly segment: number,
    readonly parent: number,
  ) {}

  get declaration(): ItemFacts['declaration'] {
    return this.facts.declaration;
  }

  get kind(): ItemFacts['kind'] {
    return this.facts.kind;
  }

  get id(): string | undefined {
    return this.facts.id;
  }

  get idNumber(): number {
    return this.facts.idNumber;
  }

  get title(): string {
    return this.facts.title;
  }

  get fields(): ItemFacts['fields'] {
    return this.facts.fields;
  }

  get references(): ItemFacts['references'] {
    return this.facts.references;
  }

  get tongue(): ItemFacts['tongue'] {
    return this.facts.tongue;
  }
}
