/** Ids for the head of a declaration, and ids that texts name. */
import { nameOf } from '../../checks/wording';
import type { Kind } from '../../kinds/table';
import { nextId } from '../../model/nextId';
import { itemEntry } from './references';
import type { Completion, Question } from './types';

/** Ids that references look for in vain come before the next free one only when they are typed. */
export function idEntries({ world: { model }, tongue }: Question, kind: Kind): readonly Completion[] {
  const next = kind.prefix === undefined ? [] : [entry(nextId(model, kind), nameOf(kind.names, tongue), 0)];
  const { to, facts, from } = model.linkTable;
  const missing = new Map<string, number>();
  to.forEach((target, link) => {
    const { field, reference } = facts[link]!;
    if (target < 0 && reference && (field.targets?.has(kind.key) ?? true)) missing.set(reference.reference.id, link);
  });
  const asked = [...missing].slice(0, MOST_MISSING).map(([id, link], index) => {
    const by = model.items[from[link]!]!;
    const name = by.id ?? by.title;
    return entry(id, tongue === 'zh' ? `${name} 引用了它` : `referred to by ${name}`, 1 + index);
  });
  return [...next, ...asked];
}

const MOST_MISSING = 20;

const entry = (id: string, detail: string, rank: number): Completion => ({
  label: id,
  type: 'id',
  insert: id,
  detail,
  alias: '',
  documentation: '',
  rank,
});

/** In texts, ids that begin as what is typed: whatever else is written there is nobody's business. */
export const mentionEntries = (question: Question, most: number): readonly Completion[] =>
  question.world.model.items
    .filter(({ id }) => id?.startsWith(question.context.word.typed))
    .slice(0, most + 1)
    .map((item, index) => itemEntry(question, item, index));
