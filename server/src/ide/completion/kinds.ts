/** Kinds where a declaration may stand: the whole declaration, with the next free id and what is required. */
import { nameOf } from '../../checks/wording';
import type { Kind } from '../../kinds/table';
import { allNames } from '../../kinds/table';
import type { Tongue } from '../../kinds/tongue';
import { nextId } from '../../model/nextId';
import type { Context, MemberPlace } from './context';
import { exampleOf } from './examples';
import { blank, LAST, plainText } from './snippet';
import type { Completion, Question, Snippet } from './types';

/** Kinds that may stand here; those that belong here before those that may stand anywhere. */
export function kindEntries(question: Question, place: MemberPlace): readonly Completion[] {
  const { context, world, tongue } = question;
  if (place.declaration === 'none') return [];
  const inside = context.item?.kind?.contains;
  return world.model.table.kinds
    .filter((kind) => mayStand(kind, context))
    .map((kind, index) => {
      const label = nameOf(kind.names, context.tongue);
      const entry: Completion = {
        label,
        type: 'kind',
        insert: label,
        detail: otherNameOf(kind, label, tongue),
        alias: allNames(kind.names).join(' '),
        documentation: kind.doc[tongue],
        rank: (inside?.has(kind.key) ? 1000 : 1500) + index,
      };
      if (place.declaration === 'kind') return entry;
      const snippet = declarationOf(question, kind, place.indents);
      return { ...entry, snippet, insert: plainText(snippet) };
    });
}

function mayStand(kind: Kind, { item }: Context): boolean {
  if (!item) return !kind.nestedOnly;
  const inside = item.kind?.contains;
  return !kind.topLevelOnly && (!inside || inside.has(kind.key) || !kind.contains);
}

const otherNameOf = ({ names }: Kind, label: string, tongue: Tongue): string =>
  allNames(names).find((name) => name !== label && names[tongue].includes(name)) ??
  nameOf(names, tongue === 'zh' ? 'en' : 'zh');

/** `requirement REQ-8 "" { priority: must }` on several lines. */
function declarationOf(question: Question, kind: Kind, indents: boolean): Snippet {
  const { context, world } = question;
  const id = kind.anonymous ? '' : ` ${nextId(world.model, kind)}`;
  // A head in column 0 would end the block around it.
  const indent = indents ? '\t' : '';
  const fields = kind.fields
    .filter(({ required }) => required)
    .flatMap((field) => [
      `${indent}\t${nameOf(field.names, context.tongue)}: `,
      ...exampleOf(question, field, kind),
      '\n',
    ]);
  return [
    `${indent}${nameOf(kind.names, context.tongue)}${id} "`,
    blank(''),
    '" {\n',
    ...fields,
    `${indent}\t`,
    LAST,
    `\n${indent}}`,
  ];
}
