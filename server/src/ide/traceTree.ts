/** The threads of an item as a tree: upward to who asked for it, downward to evidence, work, milestones and sign-offs. */
import { enumOf, valuesOf } from '../kinds/facts';
import { nameIn, RESULTS } from '../kinds/values/words';
import { nameOf } from '../checks/wording';
import type { Tongue } from '../kinds/tongue';
import { coverageOf } from '../model/coverage';
import type { Item, ItemIndex, Model } from '../model/model';
import { threadsUp, threadsDown, type Neighbour } from './threadNeighbours';

/** How far an item is covered; undefined for what plays no part in traceability. */
export type CoverageMark = 'covered' | 'shallow' | 'uncovered' | 'not-needed';

export interface TraceNode extends Neighbour {
  /** Number of the node that it hangs on, or -1 for what hangs on the item asked for. */
  readonly parent: number;
  /** 1 for what hangs on the item asked for. */
  readonly depth: number;
  /** Is it the last one that hangs there? */
  readonly isLast: boolean;
  /** Why nothing hangs on it although it has threads: it stands further up on the same path, or was shown before. */
  readonly cut: 'circle' | 'repeated' | undefined;
}

export interface TraceTree {
  readonly item: Item;
  /** Each node before those that hang on it. */
  readonly up: readonly TraceNode[];
  readonly down: readonly TraceNode[];
}

export const traceTree = (model: Model, item: Item): TraceTree => ({
  item,
  up: walk(item, (index) => threadsUp(model, index)),
  down: walk(item, (index) => threadsDown(model, index)),
});

interface Waiting extends Pick<TraceNode, 'parent' | 'depth' | 'isLast'> {
  readonly neighbour: Neighbour;
}

/** Depth first with a stack of its own: a long chain is no reason to fail. */
function walk(start: Item, next: (item: ItemIndex) => readonly Neighbour[]): readonly TraceNode[] {
  const nodes: TraceNode[] = [];
  const path: ItemIndex[] = [start.index];
  const onPath = new Set(path);
  const shown = new Set(path);
  const stack: Waiting[] = waitingOf(next(start.index), -1, 1);
  for (let each = stack.pop(); each; each = stack.pop()) {
    const { neighbour, parent, depth, isLast } = each;
    while (path.length > depth) onPath.delete(path.pop()!);
    const { item } = neighbour;
    const further = item ? next(item.index) : [];
    const cut = item && cutOf(item.index, further.length, onPath, shown);
    nodes.push({ ...neighbour, parent, depth, isLast, cut });
    if (!item || cut) continue;
    path.push(item.index);
    onPath.add(item.index);
    shown.add(item.index);
    stack.push(...waitingOf(further, nodes.length - 1, depth + 1));
  }
  return nodes;
}

function cutOf(
  item: ItemIndex,
  further: number,
  onPath: ReadonlySet<ItemIndex>,
  shown: ReadonlySet<ItemIndex>,
): TraceNode['cut'] {
  if (onPath.has(item)) return 'circle';
  return further > 0 && shown.has(item) ? 'repeated' : undefined;
}

const waitingOf = (neighbours: readonly Neighbour[], parent: number, depth: number): Waiting[] =>
  neighbours.map((neighbour, at) => ({ neighbour, parent, depth, isLast: at === neighbours.length - 1 })).reverse();

export function markOf(model: Model, { index }: Item): CoverageMark | undefined {
  const coverage = coverageOf(model);
  if (coverage.partOf(index) === undefined) return undefined;
  if (!coverage.isNeeded(index)) return 'not-needed';
  if (coverage.isDeep(index)) return 'covered';
  return coverage.isShallow(index) ? 'shallow' : 'uncovered';
}

/** What the item says of where it stands: "must, agreed", "doing, 40%", "passed". */
export function statusWords(item: Item, tongue: Tongue): readonly string[] {
  const enums = ['priority', 'status', 'result'].flatMap((key) => enumWord(item, key, tongue) ?? []);
  const results = valuesOf(item, 'result').flatMap((value) =>
    value.type === 'result' ? [nameIn(RESULTS, value.result, tongue)] : [],
  );
  const progress = valuesOf(item, 'progress').flatMap((value) =>
    value.type === 'percent' ? [`${Math.round(value.fraction * 100)}%`] : [],
  );
  return [...enums, ...results.slice(-1), ...progress];
}

function enumWord(item: Item, key: string, tongue: Tongue): string | undefined {
  const value = enumOf(item, key);
  const names = item.kind?.field(key)?.values.find((each) => each.key === value)?.names;
  return names && nameOf(names, tongue);
}
