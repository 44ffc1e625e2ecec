/** Runs all checks over a model. */
import type { SegmentFacts } from '../kinds/facts';
import type { FactsRun } from '../kinds/factsRun';
import type { KindTable } from '../kinds/table';
import { CONFIG_FILE, placeIn, type Model, type Place, type SegmentPlace } from '../model/model';
import type { PlacedRun } from '../model/runs';
import type { Span } from '../language/ast';
import type { CheckContext, Finding, ModelCheck, ModelFinding, SegmentCheck, SegmentFinding } from './check';
import { configChecks, formChecks, modelChecks, wordingChecks } from './all';
import { soundOnes } from './repair/suggest';
import { ruleFindings } from './rule/rules';
import { settle, type Settled } from './settle';

/** What the checks find in a model, as its configuration and its items want it: first the configuration, then by file and in the order of the text. */
export function check(model: Model, context: CheckContext): Settled {
  const found = configFindings(model).concat(
    segmentFindings(model),
    modelFindings(model, context),
    ruleFindings(model),
  );
  const { findings, suppressed } = settle(found, model, context);
  return { findings: inOrder(findings), suppressed: inOrder(suppressed) };
}

/**
 * What is wrong with how declarations are written, as configuration and items want it: all of it is among what `check` finds of a model
 * that holds more files besides, and takes a tenth of the time.
 */
export function checkForm(model: Model, context: CheckContext): readonly Finding[] {
  const findings = model.runs.flatMap((run) => placedFindings(run, (facts) => formFindings(facts, model.table)));
  return inOrder(settle(findings, model, context).findings.filter(({ local }) => local));
}

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    ({ place: a }, { place: b }) => a.file - b.file || a.segment - b.segment || a.start - b.start || a.end - b.end,
  );

function configFindings({ config: file }: Model): readonly Finding[] {
  if (!file) return [];
  const at = ({ start, end }: Span): Place => ({ file: CONFIG_FILE, segment: 0, start, end });
  return configChecks.flatMap(({ code, severity, tag, find }) =>
    find(file.config).map(({ message, related, ...span }) => ({
      code,
      severity,
      tag,
      place: at(span),
      id: undefined,
      local: false,
      message,
      related: () => (related ? [{ place: at(related), message: related.message }] : []),
      repairs: () => [],
    })),
  );
}

interface LocalFinding {
  readonly check: SegmentCheck;
  readonly finding: SegmentFinding;
}

/** The findings of a run, and where it stood when they were placed. */
interface PlacedFindings extends Pick<PlacedRun, 'file' | 'firstSegment'> {
  readonly findings: readonly Finding[];
}

const byRun = new WeakMap<FactsRun, PlacedFindings>();

const segmentFindings = (model: Model): readonly Finding[] =>
  ([] as Finding[]).concat(...model.runs.map((run) => runFindings(run, model.table).findings));

/** The same objects as long as the run and its place are the same. */
function runFindings(run: PlacedRun, table: KindTable): PlacedFindings {
  const { facts, file, firstSegment } = run;
  const known = byRun.get(facts);
  if (known?.file === file && known.firstSegment === firstSegment) return known;
  const findings = placedFindings(run, (segment) => localFindings(segment, table));
  const placed = { file, firstSegment, findings };
  byRun.set(facts, placed);
  return placed;
}

const placedFindings = (
  { facts, file, firstSegment }: PlacedRun,
  find: (facts: SegmentFacts) => readonly LocalFinding[],
): Finding[] =>
  facts.segments.flatMap((segment, at) =>
    find(segment).map((local) => placed(local, { file, segment: firstSegment + at })),
  );

const formFindings = perSegment((facts, table) => found(formChecks, facts, table));

const localFindings = perSegment((facts, table) =>
  formFindings(facts, table)
    .concat(found(wordingChecks, facts, table))
    // What is in order already takes no time to be put in order with the rest.
    .sort(({ finding: a }, { finding: b }) => a.start - b.start || a.end - b.end),
);

function found(checks: readonly SegmentCheck[], facts: SegmentFacts, table: KindTable): readonly LocalFinding[] {
  const findings: LocalFinding[] = [];
  for (const check of checks) for (const finding of check.find(facts, table)) findings.push({ check, finding });
  return findings;
}

type FindInSegment = (facts: SegmentFacts, table: KindTable) => readonly LocalFinding[];

/** Kept with the facts, which are those of one table. */
function perSegment(find: FindInSegment): FindInSegment {
  const known = new WeakMap<SegmentFacts, readonly LocalFinding[]>();
  return (facts, table) => {
    const before = known.get(facts);
    if (before) return before;
    const findings = find(facts, table);
    known.set(facts, findings);
    return findings;
  };
}

const nothing = (): readonly never[] => [];

/** Written out, as a rest of properties takes five times as long, and a project may have thousands of findings. */
const placed = ({ check: { code, severity, tag }, finding }: LocalFinding, at: SegmentPlace): Finding => ({
  code,
  severity,
  tag,
  place: placeIn(at, finding),
  id: finding.id,
  local: true,
  message: finding.message,
  related: finding.related
    ? () => finding.related!.map((other) => ({ place: placeIn(at, other), message: other.message }))
    : nothing,
  repairs: finding.repairs ? (model, wanted) => finding.repairs!(model, at, wanted) : nothing,
});

const modelFindings = (model: Model, context: CheckContext): readonly Finding[] =>
  modelChecks.flatMap((check) => check.find(model, context).map((found) => ofModel(check, found, context)));

function ofModel({ code, severity, tag }: ModelCheck, found: ModelFinding, context: CheckContext): Finding {
  const { place, id, message, related = nothing, repairs = nothing, suggestions } = found;
  const finding: Finding = {
    code,
    severity,
    tag,
    place,
    id,
    local: false,
    message,
    related,
    repairs: suggestions
      ? (_, wanted) => (wanted === 'sure' ? repairs() : [...repairs(), ...soundOnes(suggestions(), finding, context)])
      : repairs,
  };
  return finding;
}
