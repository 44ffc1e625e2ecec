/** Runs all checks over a model. A new check is one file and one line in the lists below. */
import { factsOf, type SegmentFacts } from '../kinds/facts';
import type { KindTable } from '../kinds/table';
import { CONFIG_FILE, placeIn, type Model, type Place } from '../model/model';
import type { Span } from '../language/ast';
import type { ConfigCheck, Finding, ModelCheck, SegmentCheck } from './check';
import { configConflict } from './config/conflict';
import { configSchema } from './config/schema';
import { configSyntax } from './config/syntax';
import { missingField } from './kind/missingField';
import { missingId } from './kind/missingId';
import { invalidValue } from './kind/invalidValue';
import { misplaced } from './kind/misplaced';
import { duplicateField } from './kind/duplicateField';
import { unknownField } from './kind/unknownField';
import { unknownKind } from './kind/unknownKind';
import { duplicateName } from './name/duplicate';
import { unresolvedName } from './name/unresolved';
import { wrongKind } from './name/wrongKind';
import { fullWidth } from './syntax/fullWidth';
import { strayBrace } from './syntax/strayBrace';
import { unclosedBlock } from './syntax/unclosedBlock';
import { unclosedText } from './syntax/unclosedText';
import { unexpected } from './syntax/unexpected';
import { noCriterion } from './trace/noCriterion';
import { noMilestone } from './trace/noMilestone';
import { noOrigin } from './trace/noOrigin';
import { noWork } from './trace/noWork';

export const configChecks: readonly ConfigCheck[] = [configSyntax, configSchema, configConflict];

export const segmentChecks: readonly SegmentCheck[] = [
  unexpected,
  unclosedBlock,
  unclosedText,
  strayBrace,
  fullWidth,
  unknownKind,
  unknownField,
  missingField,
  missingId,
  duplicateField,
  misplaced,
  invalidValue,
];

export const modelChecks: readonly ModelCheck[] = [
  duplicateName,
  unresolvedName,
  wrongKind,
  noOrigin,
  noCriterion,
  noWork,
  noMilestone,
];

/** All findings of a model: those of its configuration, then by file and in the order of the text. */
export function check(model: Model): readonly Finding[] {
  const findings = [...configFindings(model), ...segmentFindings(model), ...modelFindings(model)];
  return findings.sort(
    ({ place: a }, { place: b }) => a.file - b.file || a.segment - b.segment || a.start - b.start || a.end - b.end,
  );
}

function configFindings({ config: file }: Model): readonly Finding[] {
  if (!file) return [];
  const at = ({ start, end }: Span): Place => ({ file: CONFIG_FILE, segment: 0, start, end });
  return configChecks.flatMap(({ code, severity, find }) =>
    find(file.config).map(({ message, related, ...span }) => ({
      code,
      severity,
      place: at(span),
      id: undefined,
      message,
      related: related ? [{ place: at(related), message: related.message }] : [],
    })),
  );
}

type LocalFinding = Omit<Finding, 'place' | 'related'> & { readonly start: number; readonly end: number };

const cache = new WeakMap<SegmentFacts, readonly LocalFinding[]>();

function* segmentFindings({ files, table }: Model): Generator<Finding> {
  for (const [file, { document }] of files.entries())
    for (const [segment, text] of document.segments.entries())
      for (const { start, end, ...finding } of localFindings(factsOf(text, table), table))
        yield { ...finding, place: { file, segment, start, end }, related: [] };
}

function localFindings(facts: SegmentFacts, table: KindTable): readonly LocalFinding[] {
  let findings = cache.get(facts);
  if (!findings) {
    findings = segmentChecks.flatMap(({ code, severity, find }) =>
      find(facts, table).map((finding) => ({ code, severity, ...finding })),
    );
    cache.set(facts, findings);
  }
  return findings;
}

const modelFindings = (model: Model): readonly Finding[] =>
  modelChecks.flatMap(({ code, severity, find }) =>
    find(model).map(({ item, span, message, related = [] }) => ({
      code,
      severity,
      place: placeIn(item, span),
      id: item.id,
      message,
      related,
    })),
  );
