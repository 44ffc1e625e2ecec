/**
 * From what the checks find to what is shown: with the severities that the configuration sets, without what it switches off,
 * and without what items suppress. Depends on the order of neither findings nor settings nor suppressions.
 */
import type { Model } from '../model/model';
import type { CheckContext, Finding } from './check';
import { unusedIgnore } from './ignore/unused';
import { suppressionsInForce, Suppressor } from './ignore/suppressions';
import { asUsual, levelOf, type LevelOf } from './severity';

export interface Settled {
  readonly findings: readonly Finding[];
  /** What items suppress, and would be shown otherwise. */
  readonly suppressed: readonly Finding[];
}

export function settle(found: readonly Finding[], model: Model, context: CheckContext): Settled {
  const level = levelOf(model);
  const suppressions = suppressionsInForce(model, context);
  if (level === asUsual && suppressions.length === 0) return { findings: found, suppressed: [] };
  const suppressor = new Suppressor(model, suppressions);
  const findings: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of found) {
    const settled = levelled(finding, level);
    if (settled) (suppressor.suppresses(settled) ? suppressed : findings).push(settled);
  }
  for (const finding of unusedIgnore.find(suppressor.unused(), model, level)) {
    const settled = levelled(finding, level);
    if (settled) findings.push(settled);
  }
  return { findings, suppressed };
}

/** The finding with the severity that the configuration wants; undefined if it wants none of it. */
function levelled(finding: Finding, level: LevelOf): Finding | undefined {
  const { code, severity, place, local } = finding;
  const wanted = level(code, place.file, severity);
  if (wanted === 'off') return undefined;
  if (wanted === severity) return finding;
  const known = copies.get(finding);
  if (known?.severity === wanted) return known;
  const copy = { ...finding, severity: wanted };
  if (local) copies.set(finding, copy);
  return copy;
}

/** With another severity, the same objects as long as the findings are. */
const copies = new WeakMap<Finding, Finding>();
