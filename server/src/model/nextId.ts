import type { Kind } from '../kinds/table';
import type { Model } from './model';

/**
 * A free id for a new item of a kind, in the shape that the project gives to ids of this kind (`REQ-12`, `BR_05`, `需求-登录-2`), with the
 * least number that is greater than every one in use and that no reference to a missing item means. `like` is an id whose shape
 * the new one shall have; `skip` free ones are left to others.
 */
export function nextId(model: Model, kind: Kind, like?: string, skip = 0): string {
  const head = like === undefined ? usualHead(model, kind) : headOf(like);
  let highest = like === undefined || /\d$/.test(like) ? 0 : 1;
  let width = 0;
  const taken = new Set<string>();
  for (const { id } of model.items) {
    if (id === undefined) continue;
    taken.add(fold(id));
    const digits = id.startsWith(head) ? id.slice(head.length) : '';
    if (!/^\d{1,9}$/.test(digits)) continue;
    highest = Math.max(highest, Number(digits));
    if (digits.startsWith('0')) width = Math.max(width, digits.length);
  }
  const { to, facts } = model.linkTable;
  to.forEach((target, link) => {
    if (target < 0) taken.add(fold(facts[link]!.reference!.reference.id));
  });
  for (let number = highest + 1, left = skip; ; number++) {
    const id = `${head}${`${number}`.padStart(width, '0')}`;
    if (!taken.has(fold(id)) && left-- === 0) return id;
  }
}

/** Ids that differ only by case, width or Unicode form look alike and are told apart by nobody. */
export const fold = (id: string): string => id.normalize('NFKC').toLowerCase();

/** What the number of an id stands behind: `REQ-` of `REQ-12`. An id without number gets one behind a hyphen. */
const headOf = (id: string): string => /^(.*?)\d{1,9}$/u.exec(id)?.[1] ?? `${id}-`;

/** What most ids of a kind begin with: before a number, else before the last word of several; else the kind's own prefix. */
function usualHead({ items }: Model, { number, prefix }: Kind): string {
  const ids = items.flatMap(({ id, kind }) => (id !== undefined && kind?.number === number ? [id] : []));
  const numbered = heads(ids, /^.*?\D(?=\d{1,9}$)/u).sort(
    ([a, m], [b, n]) => n - m || Number(b === prefix) - Number(a === prefix),
  );
  if (numbered[0]) return numbered[0][0];
  const worded = heads(ids, /^.*[-._](?=[^-._]+$)/u).find(([, count]) => count > 1);
  return worded?.[0] ?? prefix ?? 'X-';
}

/** The beginnings of ids that a pattern finds, each with how many ids have it. */
function heads(ids: readonly string[], pattern: RegExp): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const head = pattern.exec(id)?.[0];
    if (head !== undefined) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return [...counts];
}
