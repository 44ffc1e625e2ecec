/** All checks. A new one is a file and a line here. */
import type { ConfigCheck, ModelCheck, SegmentCheck } from './check';
import { configConflict } from './config/conflict';
import { configSchema } from './config/schema';
import { configSyntax } from './config/syntax';
import { expired } from './ignore/expired';
import { noReason } from './ignore/noReason';
import { unknownIgnored } from './ignore/unknownCode';
import { unusedIgnore } from './ignore/unused';
import { missingField } from './kind/missingField';
import { missingId } from './kind/missingId';
import { invalidValue } from './kind/invalidValue';
import { misplaced } from './kind/misplaced';
import { duplicateField } from './kind/duplicateField';
import { unknownField } from './kind/unknownField';
import { unknownKind } from './kind/unknownKind';
import { duplicateName } from './name/duplicate';
import { unresolvedName } from './name/unresolved';
import { lookalike } from './name/lookalike';
import { selfReference } from './name/self';
import { wrongKind } from './name/wrongKind';
import { deliveredBeforeDone } from './join/deliveredBeforeDone';
import { deliveredAfterDue } from './join/deliveredAfterDue';
import { closedOpen } from './join/closedOpen';
import { criterionAfterSignoff } from './join/criterionAfterSignoff';
import { dependencyLater } from './join/dependencyLater';
import { overfull } from './join/overfull';
import { mustTooLate } from './join/mustTooLate';
import { contradiction } from './plan/contradiction';
import { emptyMilestone } from './plan/emptyMilestone';
import { late } from './plan/late';
import { noEstimate } from './plan/noEstimate';
import { outsideProject } from './plan/outsideProject';
import { onLeave } from './plan/onLeave';
import { overAllocated } from './plan/overAllocated';
import { overdue } from './plan/overdue';
import { unassigned } from './plan/unassigned';
import { reviewDue } from './risk/reviewDue';
import { unmitigated } from './risk/unmitigated';
import { unowned } from './risk/unowned';
import { compound } from './quality/compound';
import { duplicateStatement } from './quality/duplicate';
import { noCondition } from './quality/noCondition';
import { notMeasurable, notMeasurableCriterion } from './quality/notMeasurable';
import { placeholder } from './quality/placeholder';
import { vague } from './quality/vague';
import { fullWidth } from './syntax/fullWidth';
import { strayBrace } from './syntax/strayBrace';
import { unclosedBlock } from './syntax/unclosedBlock';
import { unclosedText } from './syntax/unclosedText';
import { unexpected } from './syntax/unexpected';
import { noCriterion } from './trace/noCriterion';
import { noMilestone } from './trace/noMilestone';
import { noOrigin } from './trace/noOrigin';
import { noWork } from './trace/noWork';
import { conflict } from './trace/conflict';
import { cycle } from './trace/cycle';
import { noPurpose } from './trace/noPurpose';
import { openFeedback } from './trace/openFeedback';
import { openIssue } from './trace/openIssue';
import { priorityInversion } from './trace/priorityInversion';
import { suspect } from './trace/suspect';
import { uncovered } from './trace/uncovered';
import { unusedNeed } from './trace/unusedNeed';
import { unusedSource } from './trace/unusedSource';
import { unwanted } from './trace/unwanted';

export const configChecks: readonly ConfigCheck[] = [configSyntax, configSchema, configConflict];

/** Those that see how declarations are written, not what their texts say: what an open file is told before all else. */
export const formChecks: readonly SegmentCheck[] = [
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
  noReason,
];

export const wordingChecks: readonly SegmentCheck[] = [
  placeholder,
  vague,
  compound,
  noCondition,
  notMeasurableCriterion,
];

export const modelChecks: readonly ModelCheck[] = [
  duplicateName,
  unresolvedName,
  wrongKind,
  selfReference,
  lookalike,
  noOrigin,
  noCriterion,
  noWork,
  noMilestone,
  uncovered,
  noPurpose,
  unwanted,
  cycle,
  conflict,
  priorityInversion,
  suspect,
  unusedNeed,
  unusedSource,
  openFeedback,
  openIssue,
  late,
  contradiction,
  noEstimate,
  unassigned,
  emptyMilestone,
  overdue,
  outsideProject,
  overAllocated,
  onLeave,
  deliveredBeforeDone,
  deliveredAfterDue,
  dependencyLater,
  mustTooLate,
  overfull,
  closedOpen,
  criterionAfterSignoff,
  unmitigated,
  unowned,
  reviewDue,
  unknownIgnored,
  expired,
  notMeasurable,
  duplicateStatement,
];

/** The codes of all checks. One that looks at items and at links is two checks of one code. */
export const allCodes: readonly string[] = [
  ...new Set([...configChecks, ...formChecks, ...wordingChecks, ...modelChecks, unusedIgnore].map(({ code }) => code)),
];
