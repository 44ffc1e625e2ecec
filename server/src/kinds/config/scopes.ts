/** Names that the built-in kinds and their fields have already. */
import { NameScope } from './names';
import { allNames, type KindTableSource, type Names } from '../table';

/** The names of all kinds. */
export const kindScope = (base: KindTableSource): NameScope => scopeOf(base.kinds, []);

/** The names of fields, by kind. */
export class FieldScopes {
  /** Of the fields that every kind takes. */
  readonly common: NameScope;
  /** Of the same, and of the fields of any built-in kind: what a further common field must keep clear of. */
  readonly everywhere: NameScope;
  readonly #kinds = new Map<string, NameScope>();

  constructor(base: KindTableSource) {
    const builtIn = scopeOf(base.fields, []);
    this.common = new NameScope([builtIn]);
    for (const [key, { fields }] of Object.entries(base.kinds)) this.#kinds.set(key, scopeOf(fields, [this.common]));
    this.everywhere = new NameScope([
      this.common,
      ...Object.values(base.kinds).map(({ fields }) => scopeOf(fields, [])),
    ]);
  }

  /** Of one kind, the common ones included. */
  of(kind: string): NameScope {
    const known = this.#kinds.get(kind) ?? new NameScope([this.common]);
    this.#kinds.set(kind, known);
    return known;
  }
}

function scopeOf(
  entries: Readonly<Record<string, { readonly names: Names }>>,
  around: readonly NameScope[],
): NameScope {
  const scope = new NameScope(around);
  for (const [key, { names }] of Object.entries(entries))
    for (const name of [key, ...allNames(names)]) scope.take(name, { key, span: undefined });
  return scope;
}
