/** The links that must not run in a circle, as graphs. */
import type { LinkRole } from '../../kinds/table';
import type { Edges } from '../../model/cycles';
import type { Item, ItemIndex, Model } from '../../model/model';

/** Edge n stands for link `links[n]`, or for standing inside another item when that is -1. Links of an item to itself are left out. */
export interface LinkGraph extends Edges {
  readonly nodes: number;
  readonly links: number[];
  readonly itemOf: (node: number) => ItemIndex;
  /** Do the edges run against the links, from what is waited for to what waits? */
  readonly isReversed: boolean;
}

const emptyGraph = (nodes: number, isReversed: boolean, itemOf: LinkGraph['itemOf']): LinkGraph => ({
  nodes,
  from: [],
  to: [],
  links: [],
  itemOf,
  isReversed,
});

function add({ from, to, links }: LinkGraph, start: number, end: number, link: number): void {
  from.push(start);
  to.push(end);
  links.push(link);
}

/** Calls back for each link of the role between two different items. */
function eachLink({ linkTable: { from, to, withRole } }: Model, wanted: LinkRole, visit: (link: number) => void): void {
  for (const link of withRole(wanted)) if (to[link]! >= 0 && to[link] !== from[link]) visit(link);
}

const graphOfRole =
  (role: LinkRole) =>
  (model: Model): LinkGraph => {
    const graph = emptyGraph(model.items.length, false, (node) => node);
    const { from, to } = model.linkTable;
    eachLink(model, role, (link) => add(graph, from[link]!, to[link]!, link));
    return graph;
  };

export const refinementGraph = graphOfRole('refinement');
export const dependencyGraph = graphOfRole('dependency');

/** What comes from what: origins, and follow-ups, which are written at either end. */
export function originGraph(model: Model): LinkGraph {
  const graph = graphOfRole('origin')(model);
  const { from, to, facts } = model.linkTable;
  eachLink(model, 'follow-up', (link) => {
    const [later, earlier] = facts[link]!.field.key === 'addresses' ? [from, to] : [to, from];
    add(graph, later[link]!, earlier[link]!, link);
  });
  return graph;
}

/**
 * What waits for what. Each item has two nodes: 2n, where a link arrives, and 2n + 1, where links leave. What arrives at a
 * phase holds for everything in it, and what leaves a phase waits for everything in it.
 */
export function sequenceGraph(model: Model): LinkGraph {
  const graph = emptyGraph(2 * model.items.length, true, (node) => node >> 1);
  const { from, to } = model.linkTable;
  eachLink(model, 'sequence', (link) => add(graph, 2 * to[link]! + 1, 2 * from[link]!, link));
  if (graph.links.length === 0) return graph;
  const holds = new Uint8Array(model.items.length);
  const sequenced = kindsWithSequence(model);
  for (let item = 0; item < model.kinds.length; item++) {
    if (sequenced[model.kinds[item]!] !== 1) continue;
    const holder = holderOf(model, model.items[item]!, sequenced);
    if (holder === undefined) continue;
    holds[holder] = 1;
    add(graph, 2 * holder, 2 * item, -1);
    add(graph, 2 * item + 1, 2 * holder + 1, -1);
  }
  // Only through items at which something arrives and from which something leaves can a circle run.
  const [arrives, leaves] = [new Uint8Array(graph.nodes), new Uint8Array(graph.nodes)];
  for (const node of graph.to) arrives[node] = 1;
  for (const node of graph.from) leaves[node] = 1;
  for (let item = 0; item < model.kinds.length; item++)
    if (holds[item] === 0 && arrives[2 * item] === 1 && leaves[2 * item + 1] === 1)
      add(graph, 2 * item, 2 * item + 1, -1);
  return graph;
}

/** By kind, 1 if its items may wait for others. */
const kindsWithSequence = ({ table }: Model): Uint8Array =>
  Uint8Array.from(table.kinds, ({ fields }) => (fields.some(({ link }) => link?.role === 'sequence') ? 1 : 0));

/** The item around that takes part in the sequence; sections and the like are looked through. */
function holderOf({ items, kinds }: Model, { parent }: Item, sequenced: Uint8Array): ItemIndex | undefined {
  for (let holder = parent; holder >= 0; holder = items[holder]!.parent)
    if (sequenced[kinds[holder]!] === 1) return holder;
  return undefined;
}
