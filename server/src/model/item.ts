import type { ItemFacts } from '../kinds/facts';
import type { Item } from './model';

/** An item in its model: the facts, which live as long as the declaration's text, and its place, which each model counts anew. */
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
