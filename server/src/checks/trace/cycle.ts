import { cyclesIn } from '../../model/cycles';
import { isSame } from '../../model/grouping';
import type { Links } from '../../model/linkTable';
import type { Item, Model } from '../../model/model';
import { perShape, type Shape } from '../../model/shape';
import type { LinkRole } from '../../kinds/table';
import type { Text } from '../../kinds/tongue';
import type { ModelCheck, ModelFinding } from '../check';
import { inBoth } from '../wording';
import { placeOfLink, relatedLink } from '../places';
import { removingLink } from '../repair/links';
import { MOST_TRIALS } from '../repair/suggest';
import { dependencyGraph, originGraph, refinementGraph, sequenceGraph, type LinkGraph } from './linkGraphs';

/** Links that run in a circle; the whole circle is named, and each of its links is a related place. */
export const cycle: ModelCheck = {
  code: 'trace/cycle',
  severity: 'error',
  find: (model) =>
    circles(model).flatMap(({ graph, cycles, circle }) =>
      graph ? cycles.flatMap((edges) => finding(model, graph, edges, circle)) : [],
    ),
};

/** What runs in a circle, for each sort of graph. */
const circles = perShape((shape) =>
  GRAPHS.map((sort, number) => {
    const { graphOf, circle, roles } = sort;
    if (acyclic[number] && isWithin(acyclic[number], shape, roles)) return { graph: undefined, cycles: [], circle };
    const graph = graphOf(shape);
    const cycles = cyclesIn(graph.nodes, graph);
    if (cycles.length === 0) acyclic[number] = shape;
    return { graph, cycles, circle };
  }),
);

/** For each sort of graph, the last shape that was found to have no circle: without some of its links it has none either. */
const acyclic: (Shape | undefined)[] = [];

/** Has a shape the same items as another one, and no link of the roles that the other has not? */
const isWithin = (whole: Shape, part: Shape, roles: readonly LinkRole[]): boolean =>
  whole.table === part.table &&
  isSame(whole.kinds, part.kinds) &&
  isSame(whole.parents, part.parents) &&
  roles.every((role) => areWithin(whole.links, part.links, role));

/** In the order of the text, which leaving some out does not change. */
function areWithin(whole: Links, part: Links, role: LinkRole): boolean {
  const all = whole.withRole(role);
  let at = 0;
  return part.withRole(role).every((link) => {
    const [from, to, field] = [part.from[link]!, part.to[link]!, part.field[link]!];
    if (to < 0) return true;
    while (
      at < all.length &&
      !(whole.from[all[at]!] === from && whole.to[all[at]!] === to && whole.field[all[at]!] === field)
    )
      at++;
    return at++ < all.length;
  });
}

interface Sort {
  /** The roles of its links. */
  readonly roles: readonly LinkRole[];
  readonly graphOf: (shape: Shape) => LinkGraph;
  readonly circle: Text;
}

const GRAPHS: readonly Sort[] = [
  {
    roles: ['refinement'],
    graphOf: refinementGraph,
    circle: { en: 'These items refine each other in a circle', zh: '细化关系成环' },
  },
  {
    roles: ['dependency'],
    graphOf: dependencyGraph,
    circle: { en: 'These items depend on each other in a circle', zh: '依赖关系成环' },
  },
  {
    roles: ['sequence'],
    graphOf: sequenceGraph,
    circle: { en: 'These items wait for each other in a circle', zh: '前置关系成环' },
  },
  {
    roles: ['origin', 'follow-up'],
    graphOf: originGraph,
    circle: { en: 'These items come from each other in a circle', zh: '来源关系成环' },
  },
];

function finding(model: Model, graph: LinkGraph, cycle: readonly number[], circle: Text): readonly ModelFinding[] {
  const ring = fromFirstLink(graph, cycle);
  const [first, ...others] = ring.map((edge) => graph.links[edge]!).filter((link) => link >= 0);
  if (first === undefined) return [];
  return [
    {
      place: placeOfLink(model, first),
      id: model.items[model.linkTable.from[first]!]!.id,
      message: inBoth((tongue) =>
        tongue === 'zh'
          ? `${circle.zh}：${pathOf(model, graph, ring)}。`
          : `${circle.en}: ${pathOf(model, graph, ring)}.`,
      ),
      related: () => others.map((link) => relatedLink(model, link)),
      // What was written last is most likely what closed the circle.
      suggestions: () => {
        const newest = [first, ...others].sort((a, b) => b - a).slice(0, MOST_TRIALS);
        return newest.map((link) => removingLink(model, link));
      },
    },
  ];
}

/** The edges in the direction in which the links are read, beginning with the link that stands first in the text. */
function fromFirstLink({ links, isReversed }: LinkGraph, cycle: readonly number[]): readonly number[] {
  const edges = isReversed ? [...cycle].reverse() : cycle;
  let first = -1;
  edges.forEach((edge, index) => {
    if (links[edge]! >= 0 && (first < 0 || links[edge]! < links[edges[first]!]!)) first = index;
  });
  return [...edges.slice(first), ...edges.slice(0, first)];
}

/** More names than this help nobody; the related places have them all. */
const MOST_NAMES = 8;

/** "REQ-1 → REQ-2 → REQ-1": each item at an end of a link, and the first again. What a phase only holds is passed over. */
function pathOf({ items }: Model, { from, to, links, itemOf, isReversed }: LinkGraph, ring: readonly number[]): string {
  const written = ring.filter((edge) => links[edge]! >= 0);
  const nodes = written.flatMap((edge) => (isReversed ? [to[edge]!, from[edge]!] : [from[edge]!, to[edge]!]));
  const passed = nodes.map(itemOf).filter((item, index, all) => item !== all[index - 1]);
  const closed = passed.at(-1) === passed[0] ? passed : [...passed, passed[0]!];
  const names = closed.map((item) => nameOf(items[item]!));
  return (names.length > MOST_NAMES + 1 ? [...names.slice(0, MOST_NAMES), '…', names.at(-1)!] : names).join(' → ');
}

const nameOf = (item: Item): string => item.id ?? `"${item.title}"`;
