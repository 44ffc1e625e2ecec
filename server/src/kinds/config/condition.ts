/**
 * Conditions of a team's own rules: from the names in the configuration to the numbers of the kind table. What is wrong is
 * reported at its place, and whatever holds it is left out.
 */
import type { NameContext } from './ruleNames';
import { fieldNamed, kindsNamed, linksNamed } from './ruleNames';
import { limitsOf, type FieldTest } from './fieldTest';
import type { Path } from './report';
import type { RawCondition, RawLinks } from './types';
import type { Kind } from '../table';

/** All parts must hold; one without parts always does. */
export interface Condition {
  readonly fields: readonly FieldTest[];
  readonly links: readonly LinkTest[];
  /** Numbers of kinds, of which one must stand somewhere around the item; undefined = anywhere. */
  readonly inside: ReadonlySet<number> | undefined;
  /** One of them must hold; undefined = no matter. */
  readonly any: readonly Condition[] | undefined;
  readonly not: Condition | undefined;
}

/** How many items are linked. */
export interface LinkTest {
  /** `in`: links that lead to the item; `out`: links that come from it. */
  readonly direction: 'in' | 'out';
  /** Numbers of the fields whose links count. */
  readonly fields: ReadonlySet<number>;
  /** Numbers of the kinds that count at the other end; undefined = any. */
  readonly kinds: ReadonlySet<number> | undefined;
  /** What must hold at the other end. */
  readonly where: Condition | undefined;
  readonly min: number;
  readonly max: number;
}

/** A condition on items of the kinds given; undefined if something in it is wrong. */
export function conditionOf(
  raw: RawCondition | undefined,
  kinds: readonly Kind[],
  path: Path,
  context: NameContext,
): Condition | undefined {
  const { fields = {}, links = [], inside, any, not } = raw ?? {};
  const parts = {
    fields: Object.entries(fields).map(([name, test]) => {
      const at = [...path, 'fields', name];
      const found = fieldNamed(name, kinds, at, context);
      return found && limitsOf(test, found, at, context.report);
    }),
    links: links.map((link, index) => linkTestOf(link, kinds, [...path, 'links', String(index)], context)),
    inside: inside === undefined ? ANYWHERE : kindsNamed(inside, [...path, 'inside'], context),
    any: any?.map((one, index) => conditionOf(one, kinds, [...path, 'any', String(index)], context)),
    not: not === undefined ? NOTHING : conditionOf(not, kinds, [...path, 'not'], context),
  };
  if (!isWhole(parts.fields) || !isWhole(parts.links) || !parts.inside || !parts.not) return undefined;
  if (parts.any && !isWhole(parts.any)) return undefined;
  return {
    fields: parts.fields,
    links: parts.links,
    inside: parts.inside === ANYWHERE ? undefined : numbersOf(parts.inside),
    any: parts.any,
    not: parts.not === NOTHING ? undefined : parts.not,
  };
}

const ANYWHERE: readonly Kind[] = [];
const NOTHING: Condition = { fields: [], links: [], inside: undefined, any: undefined, not: undefined };

const isWhole = <T>(list: readonly (T | undefined)[]): list is readonly T[] => !list.includes(undefined);

export const numbersOf = (entries: readonly { readonly number: number }[]): ReadonlySet<number> =>
  new Set(entries.map(({ number }) => number));

function linkTestOf(raw: RawLinks, kinds: readonly Kind[], path: Path, context: NameContext): LinkTest | undefined {
  const { kind, where, min = raw.max === undefined ? 1 : 0, max = Infinity } = raw;
  const direction = directionOf(raw, path, context);
  if (!direction) return undefined;
  const others = kind === undefined ? context.table.kinds : kindsNamed(kind, [...path, 'kind'], context);
  const holders = direction === 'out' ? kinds : (others ?? context.table.kinds);
  const fields = linksNamed(raw[direction] ?? '', holders, [...path, direction], context);
  const end = where === undefined ? undefined : conditionOf(where, others ?? [], [...path, 'where'], context);
  if (min > max) context.report.onValue([...path, 'min'], NEVER);
  if (!others || !fields || (where !== undefined && !end) || min > max) return undefined;
  return { direction, fields, kinds: kind === undefined ? undefined : numbersOf(others), where: end, min, max };
}

const NEVER = {
  en: '`min` is more than `max`: no item could ever fulfil this.',
  zh: '`min` 大于 `max`：任何条目都无法满足。',
};

function directionOf(raw: RawLinks, path: Path, { report }: NameContext): 'in' | 'out' | undefined {
  if ((raw.in === undefined) !== (raw.out === undefined)) return raw.in === undefined ? 'out' : 'in';
  report.onKey(path, {
    en: 'A link is counted in one direction: give either `in` (links that lead to the item) or `out` (links that come from it).',
    zh: '链接只按一个方向计数：请写 `in`（指向该条目的链接）或 `out`（从该条目出发的链接）之一。',
  });
  return undefined;
}
