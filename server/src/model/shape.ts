/**
 * The shape of a model: of which kinds its items are, what stands in what, and what is linked with what. Most of what is typed
 * leaves it as it is; then the next model has the same object, and what hangs on nothing else need not be found again.
 */
import type { KindTable } from '../kinds/table';
import { perObject } from '../language/perObject';
import { frameOf, type Frame } from './frame';
import { linkItems, type Links } from './linkTable';
import type { PlacedRun } from './runs';

export interface Shape extends Pick<Frame, 'table' | 'kinds' | 'parents'> {
  readonly frame: Frame;
  readonly links: Links;
}

/** The shape of the last model of each table. */
const last = new WeakMap<KindTable, Shape>();

/** The shape of the runs of a model; `first` holds the item of each id number, or -1. The last one, if it is the same. */
export function shapeOf(runs: readonly PlacedRun[], itemCount: number, first: Int32Array, table: KindTable): Shape {
  const known = last.get(table);
  const frame = frameOf(runs, itemCount, table, known?.frame);
  const links = linkItems(runs, frame, first, known?.links);
  if (known?.frame === frame && known.links === links) return known;
  const { kinds, parents } = frame;
  const shape = { table, kinds, parents, frame, links };
  last.set(table, shape);
  return shape;
}

/** A function of a shape, answered once. It cannot hang on anything else of a model. */
export function perShape<T extends object>(compute: (shape: Shape) => T): (model: { readonly shape: Shape }) => T {
  const answer = perObject(compute);
  return ({ shape }) => answer(shape);
}
