/** Which work and which deliverables serve something. */
import type { KindTable, LinkRole } from '../kinds/table';
import { perObject } from '../language/perObject';
import { fieldsOf } from './roles';
import { perFrame } from './frame';
import type { ItemIndex } from './model';
import { perShape, type Shape } from './shape';

/** By these an item says whom it serves … */
const SERVES: ReadonlySet<LinkRole | undefined> = new Set(['realization', 'satisfaction']);
/** … and by these others say so. */
const SERVED_BY: ReadonlySet<LinkRole | undefined> = new Set([
  'mitigation',
  'follow-up',
  'satisfaction',
  'realization',
]);

/**
 * 1 for each item that serves something: it says so, somebody else does (a risk that it mitigates, feedback that led to it,
 * a criterion whose evidence it is), it stands inside an item that serves or that it is about (an issue, an incident), or
 * it holds one that serves. A link that leads nowhere counts: that it leads nowhere is the finding.
 */
export const servingItems = perShape((shape): Uint8Array => {
  const { kinds, links } = shape;
  const { serves, served } = rulesOf(shape.table);
  const serving = new Uint8Array(kinds.length);
  for (let link = 0; link < links.from.length; link++) {
    const field = links.field[link]!;
    if (serves[field] === 1) serving[links.from[link]!] = 1;
    if (served[field] === 1 && links.to[link]! >= 0) serving[links.to[link]!] = 1;
  }
  const isPart = partKinds(shape);
  const holder = holders(shape.frame);
  // What stands inside serves what its holder serves, and a holder serves what anything in it does.
  for (let index = 0; index < serving.length; index++) if (isInherited(index)) serving[index] = 1;
  for (let index = serving.length - 1; index >= 0; index--)
    if (serving[index] === 1 && holder[index]! >= 0 && isPart(holder[index]!)) serving[holder[index]!] = 1;
  return serving;

  function isInherited(index: ItemIndex): boolean {
    const around = holder[index]!;
    return around >= 0 && (isPart(around) ? serving[around] === 1 : kinds[around]! >= 0);
  }
});

interface Rules {
  /** By field, 1 if it says whom an item serves, or that another one serves. */
  readonly serves: Uint8Array;
  readonly served: Uint8Array;
}

const rulesOf = perObject((table: KindTable): Rules => {
  const fields = fieldsOf(table);
  return {
    serves: Uint8Array.from(fields, ({ link }) => (SERVES.has(link?.role) ? 1 : 0)),
    served: Uint8Array.from(fields, ({ key, link }) => (SERVED_BY.has(link?.role) || key === 'evidence' ? 1 : 0)),
  };
});

/** Is the item of a kind that serves others, so that it may stand around others without being what they are for? */
function partKinds({ table, kinds }: Shape): (index: ItemIndex) => boolean {
  const parts = Uint8Array.from(table.kinds, ({ trace }) => (trace === 'work' || trace === 'deliverable' ? 1 : 0));
  return (index) => parts[kinds[index]!] === 1;
}

/** By item, the nearest one around that means something: phases, and kinds that hold anything, only group. */
const holders = perFrame(({ kinds, parents, table }): Int32Array => {
  const groups = Uint8Array.from(table.kinds, ({ key, contains }) =>
    contains === undefined || key === 'phase' ? 1 : 0,
  );
  const holder = new Int32Array(parents.length);
  for (let index = 0; index < parents.length; index++) {
    const parent = parents[index]!;
    holder[index] = parent >= 0 && groups[kinds[parent]!] === 1 ? holder[parent]! : parent;
  }
  return holder;
});
