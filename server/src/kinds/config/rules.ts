/** Rules of a team's own: conditions over kinds, fields, nesting and links, each with a message. */
import { RULE } from './codes';
import { conditionOf, numbersOf, type Condition } from './condition';
import type { Report } from './report';
import { kindsNamed } from './ruleNames';
import { textOf } from './texts';
import type { Level, RawRule } from './types';
import type { KindTable } from '../table';
import type { Text } from '../tongue';

/** Items of its kinds for which `where` holds and `require` does not are findings. */
export interface TeamRule {
  /** "rule/security-needs-audit" */
  readonly code: string;
  readonly severity: Exclude<Level, 'off'>;
  readonly message: Text;
  /** Numbers of the kinds that it looks at. */
  readonly kinds: ReadonlySet<number>;
  readonly where: Condition;
  /** Undefined: every item for which `where` holds is a finding. */
  readonly require: Condition | undefined;
}

/** More rules than this help nobody, and each looks at all items of its kinds at every keystroke. */
const MOST_RULES = 200;

/** The rules that are right by the kind table; one in which anything is wrong would find what was not meant. */
export function rulesOf(raw: Readonly<Record<string, RawRule>>, table: KindTable, report: Report): readonly TeamRule[] {
  const entries = Object.entries(raw);
  const [first] = entries[MOST_RULES] ?? [];
  if (first !== undefined)
    report.onKey(['rules', first], {
      en: `Only the first ${MOST_RULES} rules count; this one and those behind it do not.`,
      zh: `只有前 ${MOST_RULES} 条规则有效；从这一条起都无效。`,
    });
  return entries.slice(0, MOST_RULES).flatMap(([name, rule]) => ruleOf(name, rule, table, report) ?? []);
}

function ruleOf(name: string, raw: RawRule, table: KindTable, report: Report): TeamRule | undefined {
  const path = ['rules', name];
  const context = { report, table };
  const kinds = kindsNamed(raw.for, [...path, 'for'], context);
  const where = conditionOf(raw.where, kinds ?? [], [...path, 'where'], context);
  const require = raw.require && conditionOf(raw.require, kinds ?? [], [...path, 'require'], context);
  if (!kinds || !where || (raw.require && !require)) return undefined;
  const message = textOf(raw.message, { en: '', zh: '' });
  return { code: RULE + name, severity: raw.severity ?? 'warning', message, kinds: numbersOf(kinds), where, require };
}
