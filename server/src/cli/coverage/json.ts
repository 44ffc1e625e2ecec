/** Coverage as programs read it. */
import { gapWords, uncoveredWords } from '../../checks/gapWords';
import type { Tongue } from '../../kinds/tongue';
import { coverageOf, type Gap } from '../../model/coverage';
import { placeOfHead, type Item, type Model } from '../../model/model';
import { rangeOf } from '../../model/range';
import type { Readiness } from '../../model/readiness';
import { displayPath } from '../displayPath';
import { MOST_REASONS, percentOf, type CoverageOptions, type Total } from './report';

/** Reasons that are listed one by one. */
const MOST_LISTED_REASONS = 20;

/** The shape is documented in docs/coverage.md. */
export function coverageJson({ reports, needed, covered }: Total, { language, min }: CoverageOptions): object {
  return {
    projects: reports.map(({ model, root, kinds, milestones, uncovered }) => ({
      root: displayPath(root),
      kinds: kinds.map(({ kind, ...totals }) => ({
        kind: kind.key,
        ...totals,
        percent: percentOf(totals.deep, totals.needed),
      })),
      milestones: milestones.map((readiness) => milestoneJson(model, readiness, language)),
      uncovered: uncovered.map((item) => uncoveredJson(model, item, language)),
    })),
    summary: { needed, covered, percent: percentOf(covered, needed), ...(min === undefined ? {} : { min }) },
  };
}

const milestoneJson = (model: Model, { milestone, missing, work, ...counts }: Readiness, tongue: Tongue): object => ({
  id: milestone.id ?? null,
  title: milestone.title,
  ...counts,
  work: work ?? null,
  missing: missing.map((gap) => gapJson(model, gap, tongue)),
});

function uncoveredJson(model: Model, item: Item, tongue: Tongue): object {
  const { isShallow, weakest } = coverageOf(model);
  const { uri, start } = rangeOf(model, placeOfHead(item));
  const gaps = weakest(item.index, MOST_LISTED_REASONS);
  return {
    id: item.id ?? null,
    kind: item.kind!.key,
    title: item.title,
    file: displayPath(uri),
    line: start.line + 1,
    shallow: isShallow(item.index),
    message: uncoveredWords(model, item, gaps, tongue, MOST_REASONS),
    reasons: gaps.map((gap) => gapJson(model, gap, tongue)),
  };
}

const gapJson = (model: Model, gap: Gap, tongue: Tongue): object => ({
  id: model.items[gap.item]!.id ?? null,
  gap: gap.kind,
  family: gap.family,
  text: gapWords(model, gap, tongue),
});
