/** The links that must not run in a circle, as graphs. */
import type { LinkRole } from '../../kinds/table';
import type { Edges } from '../../model/cycles';
import { fieldsOf } from '../../model/roles';
import type { ItemIndex } from '../../model/model';
import type { Shape } from '../../model/shape';

/** Edge n stands for link `links[n]`, or for standing inside another item when that is -1. Links of an item to itself are left out. */
export interface LinkGraph extends Edges {
  readonly nodes: number;
  readonly links: Int32Array;
  readonly itemOf: (node: number) => ItemIndex;
  /** Do the edges run against the links, from what is waited for to what waits? */
  readonly isReversed: boolean;
}

/** The links of the role between two different items. */
const linksOfRole = ({ links: { from, to, withRole } }: Shape, role: LinkRole): Int32Array =>
  withRole(role).filter((link) => to[link]! >= 0 && to[link] !== from[link]);

const graphOfRole =
  (role: LinkRole) =>
  (shape: Shape): LinkGraph => {
    const { from, to } = shape.links;
    const links = linksOfRole(shape, role);
    return {
      nodes: shape.kinds.length,
      from: links.map((link) => from[link]!),
      to: links.map((link) => to[link]!),
      links,
      itemOf: (node) => node,
      isReversed: false,
    };
  };

export const refinementGraph = graphOfRole('refinement');
export const dependencyGraph = graphOfRole('dependency');

/** What comes from what: origins, and follow-ups, which are written at either end. */
export function originGraph(shape: Shape): LinkGraph {
  const graph = graphOfRole('origin')(shape);
  const { from, to, field } = shape.links;
  const links = linksOfRole(shape, 'follow-up');
  const fields = fieldsOf(shape.table);
  const isByLater = (link: number): boolean => fields[field[link]!]!.key === 'addresses';
  return {
    ...graph,
    from: joined(
      graph.from,
      links.map((link) => (isByLater(link) ? from : to)[link]!),
    ),
    to: joined(
      graph.to,
      links.map((link) => (isByLater(link) ? to : from)[link]!),
    ),
    links: joined(graph.links, links),
  };
}

/**
 * What waits for what. Each item has two nodes: 2n, where a link arrives, and 2n + 1, where links leave. What arrives at a
 * phase holds for everything in it, and what leaves a phase waits for everything in it.
 */
export function sequenceGraph(shape: Shape): LinkGraph {
  const { from, to } = shape.links;
  const links = linksOfRole(shape, 'sequence');
  const graph: LinkGraph = {
    nodes: 2 * shape.kinds.length,
    from: links.map((link) => 2 * to[link]! + 1),
    to: links.map((link) => 2 * from[link]!),
    links,
    itemOf: (node) => node >> 1,
    isReversed: true,
  };
  if (links.length === 0) return graph;
  const inside = edgesInside(shape, graph);
  return {
    ...graph,
    from: joined(graph.from, inside.from),
    to: joined(graph.to, inside.to),
    links: joined(
      links,
      inside.from.map(() => -1),
    ),
  };
}

/** Through an item, and into and out of what stands inside it, as far as a circle can run there. */
function edgesInside(
  shape: Shape,
  graph: LinkGraph,
): { readonly from: readonly number[]; readonly to: readonly number[] } {
  const { kinds } = shape;
  const sequenced = kindsWithSequence(shape);
  const holds = new Uint8Array(kinds.length);
  /** By node, 1 where a link arrives or leaves, at the item or at one around it. */
  const linked = new Uint8Array(graph.nodes);
  for (let edge = 0; edge < graph.from.length; edge++) linked[graph.from[edge]!] = linked[graph.to[edge]!] = 1;
  const [from, to]: [number[], number[]] = [[], []];
  const add = (start: number, end: number): void => {
    from.push(start);
    to.push(end);
  };
  // What holds an item stands before it.
  for (let item = 0; item < kinds.length; item++) {
    if (sequenced[kinds[item]!] !== 1) continue;
    const holder = holderOf(shape, item, sequenced);
    if (holder < 0) continue;
    holds[holder] = 1;
    if (linked[2 * holder] === 1) add(2 * holder, 2 * item);
    if (linked[2 * holder + 1] === 1) add(2 * item + 1, 2 * holder + 1);
    linked[2 * item]! |= linked[2 * holder]!;
    linked[2 * item + 1]! |= linked[2 * holder + 1]!;
  }
  for (let item = 0; item < holds.length; item++)
    if (holds[item] === 0 && linked[2 * item] === 1 && linked[2 * item + 1] === 1) add(2 * item, 2 * item + 1);
  return { from, to };
}

const joined = (first: Int32Array, second: ArrayLike<number>): Int32Array => {
  const all = new Int32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
};

/** By kind, 1 if its items may wait for others. */
const kindsWithSequence = ({ table }: Shape): Uint8Array =>
  Uint8Array.from(table.kinds, ({ fields }) => (fields.some(({ link }) => link?.role === 'sequence') ? 1 : 0));

/** The item around that takes part in the sequence, or -1; sections and the like are looked through. */
function holderOf({ parents, kinds }: Shape, item: ItemIndex, sequenced: Uint8Array): ItemIndex {
  let holder = parents[item]!;
  while (holder >= 0 && sequenced[kinds[holder]!] !== 1) holder = parents[holder]!;
  return holder;
}
