/** What the rules of a team's own find. */
import type { LinkTest } from '../../kinds/config/condition';
import type { FieldTest } from '../../kinds/config/fieldTest';
import type { TeamRule } from '../../kinds/config/rules';
import { headWord, type FieldFacts } from '../../kinds/facts';
import { placeIn, placeOfHead, type Item, type Model } from '../../model/model';
import { itemsOfKind } from '../../model/trace';
import { lengthsOf, type Lengths } from '../../schedule/lengths';
import type { Finding, Related } from '../check';
import { inBoth } from '../wording';
import { candidatesIn, isByItself } from './candidates';
import { passes } from './compare';
import { judgeOf, type Judge } from './holds';

/** Places named besides the finding's own. */
const MOST_RELATED = 10;

export function ruleFindings(model: Model): readonly Finding[] {
  const rules = model.config?.settings.rules(model.table) ?? [];
  if (rules.length === 0) return [];
  const lengths = lengthsOf(itemsOfKind(model, 'project')[0]);
  const judge = judgeOf(model, lengths);
  return rules.flatMap((rule) =>
    brokenBy(rule, model, judge, lengths).map((item) => findingOf(rule, item, judge, lengths)),
  );
}

/** The items that a rule finds fault with. */
function brokenBy(rule: TeamRule, { runs, items }: Model, { holds }: Judge, lengths: Lengths): readonly Item[] {
  const broken: Item[] = [];
  const { where, require } = rule;
  const isDecided = isByItself(where);
  for (const { facts, firstItem } of runs)
    for (const candidate of candidatesIn(facts, rule, lengths)) {
      const item = items[firstItem + candidate]!;
      if ((isDecided || holds(where, item)) && !(require && holds(require, item))) broken.push(item);
    }
  return broken;
}

function findingOf(
  { code, severity, message, where, require }: TeamRule,
  item: Item,
  judge: Judge,
  lengths: Lengths,
): Finding {
  const wrongField = require?.fields.find((test) => !passes(test, item, lengths));
  const wrongLinks = wrongField ? undefined : require?.links.find((test) => !judge.holdsLinks(test, item));
  const unwanted = require ? undefined : where.fields.length === 1 ? where.fields[0] : undefined;
  return {
    code,
    severity,
    tag: undefined,
    place: placeIn(item, writtenField(wrongField ?? unwanted, item)?.node ?? headWord(item)),
    id: item.id,
    local: false,
    message,
    related: () => (wrongLinks ? relatedTo(wrongLinks, item, judge) : []),
    repairs: () => [],
  };
}

const writtenField = (test: FieldTest | undefined, { fields }: Item): FieldFacts | undefined =>
  test && fields.find(({ field, node }) => field && test.limits.has(field.number) && node.phrases.length > 0);

/** Of too many links those that count, of too few those that do not. */
function relatedTo(test: LinkTest, item: Item, judge: Judge): readonly Related[] {
  const ends = [...judge.ends(test, item)];
  const tooMany = ends.filter(([, counts]) => counts).length > test.max;
  return ends
    .filter(([, counts]) => counts === tooMany)
    .slice(0, MOST_RELATED)
    .map(([end]) => ({
      place: placeOfHead(end),
      message: inBoth((tongue) =>
        tongue === 'zh' ? (tooMany ? '计入' : '不计入') : tooMany ? 'This counts' : 'This does not count',
      ),
    }));
}
