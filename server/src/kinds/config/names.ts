/** Which name belongs to what, within one scope: the kinds, the fields of a kind, the values of a field. */
import type { Span } from '../../language/ast';

export interface NameOwner {
  /** Key of the kind, field or value. */
  readonly key: string;
  /** Where the configuration names it; undefined when it is built in. */
  readonly span: Span | undefined;
}

/** The names of a scope, on top of those of other scopes that count here, too. */
export class NameScope {
  readonly #owners = new Map<string, NameOwner>();

  constructor(private readonly around: readonly NameScope[] = []) {}

  /** Who has the name. Something with the key `except` in the scopes around is passed over: it is replaced here. */
  ownerOf(name: string, except?: string): NameOwner | undefined {
    const owner = this.#owners.get(name);
    if (owner) return owner;
    for (const scope of this.around) {
      const other = scope.ownerOf(name, except);
      if (other && other.key !== except) return other;
    }
    return undefined;
  }

  /** Gives a name away, unless it is taken in this scope. */
  take(name: string, owner: NameOwner): void {
    if (!this.#owners.has(name)) this.#owners.set(name, owner);
  }

  /** All names in this scope and those around it. */
  names(): readonly string[] {
    return [...this.#owners.keys(), ...this.around.flatMap((scope) => scope.names())];
  }
}
