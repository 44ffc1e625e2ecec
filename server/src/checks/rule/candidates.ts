/** Which items a rule may find fault with, by what they say themselves: known as long as their text stays the same. */
import type { Condition } from '../../kinds/config/condition';
import type { TeamRule } from '../../kinds/config/rules';
import { isBare, type ItemFacts } from '../../kinds/facts';
import type { FactsRun } from '../../kinds/factsRun';
import type { Lengths } from '../../schedule/lengths';
import { perObject } from '../../language/perObject';
import { passes } from './compare';

interface Known {
  readonly lengths: Lengths;
  readonly candidates: readonly number[];
}

const knownIn = perObject<FactsRun, WeakMap<TeamRule, Known>>(() => new WeakMap());

/** Indices in the run's items. The others are right, whatever links to them and whatever they stand in. */
export function candidatesIn(run: FactsRun, rule: TeamRule, lengths: Lengths): readonly number[] {
  const byRule = knownIn(run);
  const before = byRule.get(rule);
  if (before?.lengths === lengths) return before.candidates;
  const candidates = [...run.items.keys()].filter(
    (item) => rule.kinds.has(run.kind[item]!) && mayBreak(rule, run.items[item]!, lengths),
  );
  byRule.set(rule, { lengths, candidates });
  return candidates;
}

const mayBreak = ({ where, require }: TeamRule, item: ItemFacts, lengths: Lengths): boolean =>
  !isBare(item) &&
  holdsByItself(where, item, lengths) !== false &&
  !(require && (holdsByItself(require, item, lengths) === true || isUnreadable(require, item)));

/** A value that cannot be read has its own finding; what it would be, nobody knows. */
const isUnreadable = (require: Condition, { fields }: ItemFacts): boolean =>
  require.fields.some(({ limits }) =>
    fields.some(({ field, values }) => field && limits.has(field.number) && values.some(({ problem }) => problem)),
  );

/** Does the condition hold by the item's own fields? Undefined where links, or what it stands in, decide. */
function holdsByItself({ fields, links, inside, any, not }: Condition, item: ItemFacts, lengths: Lengths): Answer {
  if (!fields.every((test) => passes(test, item, lengths))) return false;
  const some = any?.map((one) => holdsByItself(one, item, lengths));
  const negated = not && holdsByItself(not, item, lengths);
  if (negated === true || some?.every((answer) => answer === false)) return false;
  const isOpen = links.length > 0 || inside !== undefined || (not !== undefined && negated === undefined);
  return isOpen || (some && !some.includes(true)) ? undefined : true;
}

type Answer = boolean | undefined;

/** Does nothing but the item's own fields decide? Then a candidate need not be asked again. */
export const isByItself = ({ links, inside, any = [], not }: Condition): boolean =>
  links.length === 0 && inside === undefined && any.every(isByItself) && (!not || isByItself(not));
