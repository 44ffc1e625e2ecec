/**
 * Reads a phrase atom by atom. A read that fails leaves one problem; words that were looked for are remembered, so that
 * completion and the messages about words that do not fit need no code of their own in each value type.
 */
import type { Atom, AtomType, Span } from '../../language/ast';
import { allNames, type Field } from '../table';
import type { CompareOp, Suggestion, ValueProblem } from '../value';
import { nearest } from '../near';
import type { Vocabulary } from './words';
import type { Text } from '../tongue';

/**
 * `mismatch`: the phrase looks like nothing that the type knows; `extra`: a value, and more behind it; `specific`: the phrase
 * is clearly meant for the type, and says what is wrong. Where several types may fit, the greatest is the best explanation.
 */
export type Grade = 'mismatch' | 'extra' | 'specific';

export interface GradedProblem extends ValueProblem {
  readonly grade: Grade;
}

export class PhraseReader {
  /** Index of the next atom. */
  position = 0;
  /** The first problem; no value counts when there is one. */
  problem: GradedProblem | undefined;
  readonly #words: Map<string, Suggestion> | undefined;
  #tried: Vocabulary[] | undefined;
  #triedAt = 0;

  constructor(
    readonly atoms: readonly Atom[],
    readonly field: Field,
    /** A right value to show in messages. */
    readonly example: string,
    /** Are words wanted for completion? Not while a project is read, where collecting them would only take time. */
    readonly completing = false,
  ) {
    if (completing) this.#words = new Map();
  }

  get next(): Atom | undefined {
    return this.atoms[this.position];
  }

  get done(): boolean {
    return this.position >= this.atoms.length;
  }

  /** The next atom, or the last one at the end: where something is missing. */
  get here(): Atom | undefined {
    return this.next ?? this.atoms.at(-1);
  }

  /** Words that may stand at the end of the phrase, in the order in which they were looked for. */
  get suggestions(): readonly Suggestion[] {
    return [...(this.#words?.values() ?? [])];
  }

  /** The next atom, if it is of one of the types. */
  at(...types: readonly AtomType[]): Atom | undefined {
    const atom = this.next;
    return atom && types.includes(atom.type) ? atom : undefined;
  }

  /** The atom behind the next one, if it is of one of the types. */
  behind(...types: readonly AtomType[]): Atom | undefined {
    const atom = this.atoms[this.position + 1];
    return atom && types.includes(atom.type) ? atom : undefined;
  }

  /** Reads the next atom, if it is of one of the types. */
  take(...types: readonly AtomType[]): Atom | undefined {
    const atom = this.at(...types);
    if (atom) this.position++;
    return atom;
  }

  /** Reads a word and returns its key, or undefined if the next atom is none of the vocabulary. */
  word<K extends string>(vocabulary: Vocabulary<K>): K | undefined {
    const atom = this.at('name');
    const key = atom && vocabulary.find(atom.text);
    if (key === undefined) this.#lookedFor(vocabulary);
    else this.#found();
    return key;
  }

  /** Reads one of the comparison signs, or returns undefined. */
  compare<O extends CompareOp>(signs: readonly O[]): O | undefined {
    const atom = this.at('compare');
    const sign = signs.find((op) => op === atom?.text);
    if (sign !== undefined) this.position++;
    else if (this.done) for (const op of signs) this.suggest({ text: op });
    return sign;
  }

  /** Offers a word for completion. */
  suggest(suggestion: Suggestion): void {
    if (this.#words && !this.#words.has(suggestion.text)) this.#words.set(suggestion.text, suggestion);
  }

  /** Is an atom the one that is being typed? */
  isLast(atom: Atom): boolean {
    return atom === this.atoms.at(-1);
  }

  /** Records a problem; the first one counts. */
  fail({ start, end }: Span, message: Text, suggestion?: string, grade: Grade = 'specific'): undefined {
    this.problem ??= { start, end, message, grade, ...(suggestion === undefined ? {} : { suggestion }) };
  }

  /** Records that something else was expected behind what was read; at the phrase's start the type's own message says it. */
  missing(noun: Text, example: string): undefined {
    const { here } = this;
    if (!here || this.position === 0) return undefined;
    this.fail(here, {
      en: `Expected ${noun.en}${this.next ? '' : ' after this'}, for example \`${example}\`.`,
      zh: `${this.next ? '此处' : '其后'}应填写${noun.zh}，例如 \`${example}\`。`,
    });
  }

  /** Names of the words that were looked for at the next atom. */
  expectedWords(): readonly Text[] {
    return this.#looked().flatMap(({ entries }) =>
      entries.map(({ names }) => ({ en: names.en[0]!, zh: names.zh[0]! })),
    );
  }

  /** What the next atom was probably meant to be, among the words that were looked for there. */
  correction(): string | undefined {
    const atom = this.at('name');
    return atom && (this.sureCorrection() ?? nearest(atom.text, this.#lookedForNames()));
  }

  /** What the next atom was certainly meant to be: a word in other case, or one that hangs on what follows. */
  sureCorrection(): string | undefined {
    const word = this.at('name')?.text;
    if (word === undefined) return undefined;
    const sameLetters = this.#lookedForNames().find((name) => name.toLowerCase() === word.toLowerCase());
    return sameLetters ?? this.#detached(word) ?? this.#meant(word);
  }

  #lookedForNames(): readonly string[] {
    return this.#looked().flatMap(({ entries }) => entries.flatMap(({ names }) => allNames(names)));
  }

  /** 由陈伟 is one name for the grammar: 由 陈伟 was meant. */
  #detached(word: string): string | undefined {
    for (const { connecting, entries } of this.#looked())
      for (const name of connecting ? entries.flatMap(({ names }) => names.zh) : [])
        if (word.startsWith(name) && word.length > name.length) return `${name} ${word.slice(name.length)}`;
    return undefined;
  }

  /** `revision 2`, `rev2` and `第2版`: `rev 2` was meant. Alone, the word may as well be an id that lacks its comma. */
  #meant(word: string): string | undefined {
    const [, letters = '', number = ''] = /^(\D+?)\.?(\d.*?)?版?$/.exec(word) ?? [];
    if (number === '' && this.position + 1 === this.atoms.length) return undefined;
    const plain = letters.toLowerCase();
    for (const { meant, find } of this.#looked()) {
      const right = meant.get(plain) ?? (number !== '' && meant.size > 0 && find(plain) ? plain : undefined);
      if (right !== undefined) return `${right} ${number}`.trimEnd();
    }
    return undefined;
  }

  /** The next atom is a whole word: what it might have become no longer stands to choice. */
  #found(): void {
    if (this.#words)
      for (const { entries } of this.#looked())
        for (const { names } of entries) for (const name of allNames(names)) this.#words.delete(name);
    this.position++;
  }

  #looked(): readonly Vocabulary[] {
    return (this.#triedAt === this.position ? this.#tried : undefined) ?? [];
  }

  #lookedFor(vocabulary: Vocabulary): void {
    if (this.#tried && this.#triedAt === this.position) this.#tried.push(vocabulary);
    else this.#tried = [vocabulary];
    this.#triedAt = this.position;
    if (!this.completing) return;
    const atom = this.next;
    if (atom && !(atom.type === 'name' && this.isLast(atom))) return;
    for (const { names, doc } of vocabulary.entries)
      for (const text of new Set([names.en[0]!, names.zh[0]!])) this.suggest({ text, documentation: doc });
  }
}
