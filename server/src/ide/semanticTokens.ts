/** What each word of a spec is, for highlighting: what only the model and the schedule know, on top of the grammar's colours. */
import { enumOf, type ItemFacts, type SegmentFacts } from '../kinds/facts';
import type { Span } from '../language/ast';
import { nextLine } from '../language/characters';
import { coverageOf, type ThreadPart } from '../model/coverage';
import type { ItemIndex, Model } from '../model/model';
import { workShare } from '../model/threadFacts';
import { perObject } from '../language/perObject';
import type { World } from './world';

/** Types of tokens by number. The names are those of the Language Server Protocol, which every theme knows. */
export const TOKEN_TYPES = ['keyword', 'property', 'class', 'enumMember'] as const;

/** What is said of a token besides, by number of the bit. */
export const TOKEN_MODIFIERS = ['declaration', 'reference', 'unresolved', 'done', 'critical'] as const;

const KIND = 0;
const FIELD = 1;
const ITEM = 2;
const VALUE = 3;

const DECLARATION = 1;
const REFERENCE = 2;
const UNRESOLVED = 4;
const DONE = 8;
const CRITICAL = 16;

/** Count of numbers that each token takes: line, character, length, type, bits of modifiers. */
export const TOKEN_SIZE = 5;

/** The tokens of a file in the order of the text, or those of the segments that a span of offsets touches; see `TOKEN_SIZE`. */
export function semanticTokens(world: World, file: number, span?: Span): Uint32Array {
  const { document } = world.model.files[file]!;
  const first = span ? document.segmentAt(span.start) : 0;
  const last = span ? document.segmentAt(span.end) : document.segments.length - 1;
  const stateOf = stateIn(world);
  const tokens = new NumberList();
  for (const { facts, firstSegment, firstItem, file: other } of world.model.runs) {
    if (other !== file) continue;
    const end = Math.min(facts.segments.length, last + 1 - firstSegment);
    for (let segment = Math.max(0, first - firstSegment); segment < end; segment++)
      addWords(
        wordsOf(facts.segments[segment]!),
        document.positionIn(firstSegment + segment, 0).line,
        (target) => (target >= 0 ? target + firstItem + facts.firstItem[segment]! : world.model.indexOfId(~target)),
        stateOf,
        tokens,
      );
  }
  return tokens.all();
}

function addWords(
  words: Uint32Array | Int32Array,
  firstLine: number,
  itemOf: (target: number) => ItemIndex,
  stateOf: (item: ItemIndex) => number,
  into: NumberList,
): void {
  for (let at = 0; at < words.length; at += WORD_SIZE) {
    const isItem = words[at + 3] === ITEM;
    const item = isItem ? itemOf(words[at + 5]!) : -1;
    const state = !isItem ? 0 : item < 0 ? UNRESOLVED : stateOf(item);
    into.push(firstLine + words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!, words[at + 4]! | state);
  }
}

/**
 * What a segment says by itself, six numbers for each word: line in the segment, character, length, type, modifiers, and of whom an
 * id speaks: the number of the item in the segment that it declares, or the complement of the number of the id referred to.
 */
const WORD_SIZE = 6;

/** Kept as long as the segment's facts are: most tokens of a file stay as they are when somebody types. */
const wordsOf = perObject(({ items, segment }: SegmentFacts) => Int32Array.from(placed(wordsIn(items), segment.text)));

interface Word extends Span {
  readonly type: number;
  readonly modifiers: number;
  readonly target: number;
}

function wordsIn(items: readonly ItemFacts[]): readonly Word[] {
  const words: Word[] = [];
  const add = ({ start, end }: Span, type: number, modifiers = 0, target = 0): void => {
    words.push({ start, end, type, modifiers, target });
  };
  items.forEach(({ declaration, kind, fields, references }, index) => {
    // What no kind or field of the table is named keeps the grammar's colours: it may be half typed.
    if (kind) add(declaration.kind, KIND);
    if (declaration.id) add(declaration.id, ITEM, DECLARATION, index);
    for (const { node, field, values } of fields) {
      if (field) add(node.name, FIELD);
      for (const { phrase, value } of values) if (value?.type === 'enum') add(phrase, VALUE);
    }
    for (const { reference, idNumber } of references) add(reference, ITEM, REFERENCE, ~idNumber);
  });
  return words.sort((a, b) => a.start - b.start);
}

/** Words, which rise, with their lines and characters; each stands on one line. */
function placed(words: readonly Word[], text: string): number[] {
  let line = 0;
  let start = 0;
  let next = nextLine(text, 0);
  return words.flatMap((word) => {
    while (next <= word.start && next > start) {
      start = next;
      next = nextLine(text, start);
      line++;
    }
    return [line, word.start - start, word.end - word.start, word.type, word.modifiers, word.target];
  });
}

/** Whether items are done, or on the critical path, as bits; of what is done nobody asks any more whether it is critical. */
function stateIn({ model, schedule }: World): (item: ItemIndex) => number {
  const states = new Int8Array(model.items.length).fill(-1);
  const compute = (item: ItemIndex): number =>
    isDone(model, item) ? DONE : schedule.of(item)?.critical ? CRITICAL : 0;
  return (item) => (states[item]! < 0 ? (states[item] = compute(item)) : states[item]!);
}

/** By its own word; of what is to be verified, when all that it needs has held, down to evidence that passed. */
function isDone(model: Model, index: ItemIndex): boolean {
  const { partOf, isDeep } = coverageOf(model);
  if (VERIFIED.has(partOf(index))) return isDeep(index);
  const item = model.items[index]!;
  return workShare(item) === 1 || ENDS.some(([field, value]) => enumOf(item, field) === value);
}

const VERIFIED: ReadonlySet<ThreadPart | undefined> = new Set(['need', 'requirement', 'criterion', 'deliverable']);

const ENDS = [
  ['status', 'closed'],
  ['status', 'implemented'],
  ['result', 'accepted'],
  ['result', 'passed'],
] as const;

/** A list of numbers that grows without making an object for each token. */
class NumberList {
  #numbers = new Uint32Array(1024);
  #length = 0;

  push(line: number, character: number, length: number, type: number, modifiers: number): void {
    if (this.#length + TOKEN_SIZE > this.#numbers.length) {
      const longer = new Uint32Array(this.#numbers.length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length++] = line;
    this.#numbers[this.#length++] = character;
    this.#numbers[this.#length++] = length;
    this.#numbers[this.#length++] = type;
    this.#numbers[this.#length++] = modifiers;
  }

  all(): Uint32Array {
    return this.#numbers.slice(0, this.#length);
  }
}
