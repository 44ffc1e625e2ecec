/**
 * The shape of a model: of which kinds its items are, what stands in what, and what is linked with what. Most of what is typed
 * leaves it as it is, or as it was before; then the next model has the same object, and what hangs on nothing else need not be
 * found again.
 */
import type { KindTable } from '../kinds/table';
import { perObject } from '../language/perObject';
import { Recent } from '../language/recent';
import { frameOf, type Frame } from './frame';
import { linkItems, type Links } from './linkTable';
import type { PlacedRun } from './runs';

export interface Shape extends Pick<Frame, 'table' | 'kinds' | 'parents'> {
  readonly frame: Frame;
  readonly links: Links;
}

/** The shapes of the last models of each table. */
const recentShapes = perObject<KindTable, Recent<Shape>>(() => new Recent());

/** The shape of the runs of a model; `first` holds the item of each id number, or -1. One of the last, if it is the same. */
export function shapeOf(runs: readonly PlacedRun[], itemCount: number, first: Int32Array, table: KindTable): Shape {
  const recent = recentShapes(table);
  const frame = frameOf(runs, itemCount, table, new Set(recent.all.map((known) => known.frame)));
  const links = linkItems(
    runs,
    frame,
    first,
    recent.all.map((known) => known.links),
  );
  return recent.findOr(
    (known) => known.frame === frame && known.links === links,
    () => ({ table, kinds: frame.kinds, parents: frame.parents, frame, links }),
  );
}

/** A function of a shape, answered once. It cannot hang on anything else of a model. */
export function perShape<T extends object>(compute: (shape: Shape) => T): (model: { readonly shape: Shape }) => T {
  const answer = perObject(compute);
  return ({ shape }) => answer(shape);
}
