/** Facts about a model, counted as the corpus counts them in the sources from which its specs were converted. */
import { coverageOf, type GapKind } from '../../server/src/model/coverage';
import type { Item, Model } from '../../server/src/model/model';
import { revisionOf } from '../../server/src/model/revision';

/** Names and meanings are those of the corpus, see its READMEs. */
export interface Facts {
  readonly requirements: number;
  readonly requirementsWithoutTitle: number;
  readonly requirementsWithoutStatement: number;
  readonly requirementsWithoutFrom: number;
  readonly requirementsWithoutFromAndRefines: number;
  readonly requirementsWithoutOriginEvenThroughRefines: number;
  readonly requirementsWithoutCriterion: number;
  readonly requirementsWithoutTask: number;
  readonly requirementsWithoutMilestone: number;
  readonly rootRequirements: number;
  readonly leafRequirements: number;
  readonly isolatedRequirements: number;
  readonly maximumRefinesDepth: number;
  readonly needsWithoutRequirement: number;
  readonly needsWithoutSource: number;
  readonly danglingReferences: readonly (readonly string[])[];
  /** Item, field, target, the revision of the link and that of the target, both in quotes. */
  readonly outdatedRevisionReferences: readonly (readonly string[])[];
}

export function factsOf(model: Model): Facts {
  const coverage = coverageOf(model);
  const ofKind = (key: string): readonly Item[] => model.items.filter(({ kind }) => kind?.key === key);
  const requirements = ofKind('requirement');
  const linksTo = ({ index }: Item, key: string): boolean =>
    model.outgoing(index).some(({ field }) => field.key === key);
  const isRefined = ({ index }: Item): boolean => model.incoming(index).some(({ field }) => field.key === 'refines');
  const count = (items: readonly Item[], test: (item: Item) => boolean): number => items.filter(test).length;
  const lacking = (items: readonly Item[], gap: GapKind): number =>
    count(items, ({ index }) => coverage.gapsOf(index).some(({ kind }) => kind === gap));
  const linkGaps = (gap: GapKind): string[][] =>
    model.items
      .flatMap(({ index }) => coverage.gapsOf(index).filter(({ kind }) => kind === gap))
      .map(({ item, link }) => {
        const { field, reference } = model.linkTable.facts[link!]!;
        return [model.items[item]!.id ?? '', field.key, reference!.reference.id, String(link)];
      });
  return {
    requirements: requirements.length,
    requirementsWithoutTitle: count(requirements, ({ title }) => title === ''),
    requirementsWithoutStatement: count(requirements, ({ declaration }) => !declaration.block?.texts.length),
    requirementsWithoutFrom: count(requirements, (item) => !linksTo(item, 'from')),
    requirementsWithoutFromAndRefines: count(
      requirements,
      (item) => !linksTo(item, 'from') && !linksTo(item, 'refines'),
    ),
    requirementsWithoutOriginEvenThroughRefines: lacking(requirements, 'no-origin'),
    requirementsWithoutCriterion: lacking(requirements, 'no-criterion'),
    requirementsWithoutTask: lacking(requirements, 'no-work'),
    requirementsWithoutMilestone: lacking(requirements, 'no-milestone'),
    rootRequirements: count(requirements, (item) => !linksTo(item, 'refines')),
    leafRequirements: count(requirements, (item) => !isRefined(item)),
    isolatedRequirements: count(requirements, (item) => !isRefined(item) && !linksTo(item, 'refines')),
    maximumRefinesDepth: depthOfRefinement(model, requirements),
    needsWithoutRequirement: lacking(ofKind('need'), 'leads-nowhere'),
    needsWithoutSource: count(ofKind('need'), (item) => !linksTo(item, 'from')),
    danglingReferences: linkGaps('unresolved').map(([item = '', field = '', target = '']) => [item, field, target]),
    outdatedRevisionReferences: linkGaps('suspect').map(([item = '', field = '', target = '', link]) => [
      item,
      field,
      target,
      `"${model.linkTable.facts[Number(link)]!.reference!.reference.revision ?? ''}"`,
      `"${revisionOf(model.byId(target)!) ?? ''}"`,
    ]),
  };
}

/** The number of links in the longest chain; layer by layer from the roots, which ends as there is no circle. */
function depthOfRefinement(model: Model, requirements: readonly Item[]): number {
  const refinedBy = (item: number): number[] =>
    model.incoming(item).flatMap(({ from, field }) => (field.key === 'refines' ? [from] : []));
  let layer = new Set(requirements.map(({ index }) => index));
  let depth = -1;
  for (; layer.size > 0; depth++) layer = new Set([...layer].flatMap(refinedBy));
  return depth;
}
