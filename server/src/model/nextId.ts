import type { FactsRun } from '../kinds/factsRun';
import type { Kind } from '../kinds/table';
import { perObject } from '../language/perObject';
import type { Model } from './model';
import { perModel } from './perModel';

/**
 * A free id for a new item of a kind, in the shape that the project gives to ids of this kind (`REQ-12`, `BR_05`, `需求-登录-2`), with the
 * least number that is greater than every one in use and that no reference to a missing item means. `like` is an id whose shape
 * the new one shall have; `skip` free ones are left to others.
 */
export function nextId(model: Model, kind: Kind, like?: string, skip = 0): string {
  const runs = model.runs.map(({ facts }) => idsOfRun(facts));
  const head = like === undefined ? usualHead(runs, kind) : headOf(like);
  let highest = like === undefined || /\d$/.test(like) ? 0 : 1;
  let width = 0;
  for (const run of runs) {
    const numbers = run.numbersBehind(head);
    highest = Math.max(highest, numbers.highest);
    width = Math.max(width, numbers.width);
  }
  const isTaken = (id: string): boolean => runs.some(({ folded }) => folded.has(id)) || missingIn(model).has(id);
  for (let number = highest + 1, left = skip; ; number++) {
    const id = `${head}${`${number}`.padStart(width, '0')}`;
    if (!isTaken(fold(id)) && left-- === 0) return id;
  }
}

/** What references to missing items mean, folded. */
const missingIn = perModel(({ linkTable: { to, facts } }): ReadonlySet<string> => {
  const ids = new Set<string>();
  to.forEach((target, link) => {
    if (target < 0) ids.add(fold(facts[link]!.reference!.reference.id));
  });
  return ids;
});

/** Ids that differ only by case, width or Unicode form look alike and are told apart by nobody. */
export const fold = (id: string): string => id.normalize('NFKC').toLowerCase();

/** What the number of an id stands behind: `REQ-` of `REQ-12`. An id without number gets one behind a hyphen. */
const headOf = (id: string): string => /^(.*?)\d{1,9}$/u.exec(id)?.[1] ?? `${id}-`;

/** What most ids of a kind begin with: before a number, else before the last word of several; else the kind's own prefix. */
function usualHead(runs: readonly RunIds[], { number, prefix }: Kind): string {
  const numbered = added(runs, ({ numbered: heads }) => heads.get(number)).sort(
    ([a, m], [b, n]) => n - m || Number(b === prefix) - Number(a === prefix),
  );
  if (numbered[0]) return numbered[0][0];
  const worded = added(runs, ({ worded: heads }) => heads.get(number)).find(([, count]) => count > 1);
  return worded?.[0] ?? prefix ?? 'X-';
}

type Counts = Map<string, number>;

/** The counts of all runs together, in the order in which the heads are first found. */
function added(runs: readonly RunIds[], countsOf: (run: RunIds) => Counts | undefined): (readonly [string, number])[] {
  const all: Counts = new Map();
  for (const run of runs) for (const [head, count] of countsOf(run) ?? []) all.set(head, (all.get(head) ?? 0) + count);
  return [...all];
}

/** What the ids of a run say about new ones. */
interface RunIds {
  readonly folded: ReadonlySet<string>;
  /** The highest number that stands behind a head, and the length of numbers that begin with zeros. */
  readonly numbersBehind: (head: string) => Numbers;
  /** By number of the kind, how many ids have each head: before a number, and before the last of several words. */
  readonly numbered: ReadonlyMap<number, Counts>;
  readonly worded: ReadonlyMap<number, Counts>;
}

interface Numbers {
  readonly highest: number;
  readonly width: number;
}

const NONE: Numbers = { highest: 0, width: 0 };
/** Kept as long as the run: a new id is looked for with every list of kinds, and most of the text stays. */
const idsOfRun = perObject(({ items }: FactsRun): RunIds => {
  const [numbered, worded] = [new Map<number, Counts>(), new Map<number, Counts>()];
  const ids = items.flatMap(({ id }) => id ?? []);
  for (const { id, kind } of items) {
    if (id === undefined || !kind) continue;
    count(numbered, kind.number, /^.*?\D(?=\d{1,9}$)/u.exec(id)?.[0]);
    count(worded, kind.number, /^.*[-._](?=[^-._]+$)/u.exec(id)?.[0]);
  }
  const known = new Map<string, Numbers>();
  const numbersBehind = (head: string): Numbers => {
    let numbers = known.get(head);
    if (!numbers) known.set(head, (numbers = ids.reduce((found, id) => withNumber(found, id, head), NONE)));
    return numbers;
  };
  return { folded: new Set(ids.map(fold)), numbersBehind, numbered, worded };
});

function count(counts: Map<number, Counts>, kind: number, head: string | undefined): void {
  if (head === undefined) return;
  const own = counts.get(kind) ?? new Map<string, number>();
  counts.set(kind, own.set(head, (own.get(head) ?? 0) + 1));
}

function withNumber(found: Numbers, id: string, head: string): Numbers {
  const digits = id.startsWith(head) ? id.slice(head.length) : '';
  if (!/^\d{1,9}$/.test(digits)) return found;
  return {
    highest: Math.max(found.highest, Number(digits)),
    width: Math.max(found.width, digits.startsWith('0') ? digits.length : 0),
  };
}
