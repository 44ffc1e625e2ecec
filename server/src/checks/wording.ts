/** Pieces of messages that several checks use. */
import type { ItemFacts } from '../kinds/facts';
import type { Kind, Names } from '../kinds/table';
import type { Text, Tongue } from '../kinds/tongue';

/** A sentence in both tongues, made by one function when somebody reads it: most findings of most revisions are never shown. */
export const inBoth = (sentence: (tongue: Tongue) => string): Text => new LazyText(sentence);

/** A class, since an object literal with getters of its own takes many times as long to make. */
class LazyText implements Text {
  readonly #sentence: (tongue: Tongue) => string;

  constructor(sentence: (tongue: Tongue) => string) {
    this.#sentence = sentence;
  }

  get en(): string {
    return this.#sentence('en');
  }

  get zh(): string {
    return this.#sentence('zh');
  }
}

/** The name that people read first. */
export const nameOf = (names: Names, tongue: Tongue): string => names[tongue][0] ?? names.en[0] ?? '';

/** "a requirement", "an issue" */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** The same text with a capital at its start. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "requirement REQ-1", "需求 REQ-1"; without id, the title stands in. */
export function calling(item: Pick<ItemFacts, 'kind' | 'id' | 'title' | 'declaration'>, tongue: Tongue): string {
  const kind = item.kind ? nameOf(item.kind.names, tongue) : item.declaration.kind.text;
  const name = item.id ?? (item.title === '' ? '' : `"${item.title}"`);
  return name === '' ? kind : `${kind} ${name}`;
}

/** The same at the start of a sentence. */
export const Calling = (item: Parameters<typeof calling>[0], tongue: Tongue): string =>
  capitalized(calling(item, tongue));

/** "a requirement, a deliverable or an SLA" as a plain list: `requirement, deliverable, sla`. */
export const kindList = (keys: Iterable<string>, kinds: readonly Kind[], tongue: Tongue): string =>
  [...keys]
    .map((key) => kinds.find((kind) => kind.key === key))
    .flatMap((kind) => (kind ? [nameOf(kind.names, tongue)] : []))
    .join(tongue === 'zh' ? '、' : ', ');

/** For a word that names a field of the item it stands in, but has no colon behind it. */
export const lacksColon = (field: string): Text => ({
  en: `\`${field}\` is a field and lacks its colon: write \`${field}: value\`.`,
  zh: `\`${field}\` 是字段，后面缺少冒号：请写成 \`${field}: 值\`。`,
});
