/** Suppressions: `ignore: trace/no-work "covered by the vendor" until 2026-06-30` on an item. */
import { isCheck, isSuppressible } from '../../kinds/config/codes';
import { valueOf, type SuppressionFacts } from '../../kinds/facts';
import type { FactsRun } from '../../kinds/factsRun';
import { dayOf, type PlanDay } from '../../kinds/time';
import { placeIn, type Item, type Model, type Place } from '../../model/model';
import { perModel } from '../../model/perModel';
import type { CheckContext, Finding } from '../check';
import { perObject } from '../../language/perObject';

export interface Suppression extends Pick<SuppressionFacts, 'phrase' | 'suppression'> {
  readonly item: Item;
  /** Where it is written. */
  readonly place: Place;
}

/** All suppressions of a model, in the order of the text. */
export const suppressionsOf = perModel(({ items, runs }): readonly Suppression[] => {
  const found: Suppression[] = [];
  for (const { facts, firstItem } of runs)
    for (const { segment, suppressions } of inRun(facts))
      for (const { item: local, phrase, suppression } of suppressions) {
        const item = items[firstItem + facts.firstItem[segment]! + local]!;
        found.push({ item, phrase, suppression, place: placeIn(item, phrase) });
      }
  return found;
});

/** Segments of a run that suppress something: few in most. */
type RunSuppressions = readonly { readonly segment: number; readonly suppressions: readonly SuppressionFacts[] }[];

const inRun = perObject(({ segments }: FactsRun): RunSuppressions =>
  segments
    .map(({ suppressions }, segment) => ({ segment, suppressions }))
    .filter(({ suppressions }) => suppressions.length > 0),
);

/** A suppression without reason does not count. */
export const hasReason = ({ suppression: { reason = '' } }: Pick<Suppression, 'suppression'>): boolean =>
  reason.trim() !== '';

/** Has its last day passed? Where nobody knows the day, nothing expires. */
export const isExpired = ({ suppression: { until } }: Suppression, day: PlanDay | undefined): boolean =>
  until !== undefined && day !== undefined && until < day;

/** Is there such a check or rule, and can an item suppress what it finds? */
export const isIgnorable = (code: string, { config }: Model): boolean =>
  isSuppressible(code) && (isCheck(code) || (config?.settings.ruleCodes.has(code) ?? false));

/** The day by which suppressions expire: today, or the project's status date if that is later. */
export function dayOfChecking(model: Model, { today }: CheckContext): PlanDay | undefined {
  const project = model.items[model.kinds.indexOf(model.table.kind('project')?.number ?? -2)];
  const value = project && valueOf(project, 'status-date');
  const status = value?.type === 'date' ? value.day : value?.type === 'date-time' ? dayOf(value.minute) : undefined;
  return today === undefined ? status : Math.max(today, status ?? today);
}

/**
 * Those that have a reason, have not expired, and name a check or a rule that is looked at. The others have findings of their
 * own, or the rule has.
 */
export function suppressionsInForce(model: Model, context: CheckContext): readonly Suppression[] {
  const all = suppressionsOf(model);
  if (all.length === 0) return all;
  const day = dayOfChecking(model, context);
  const rules = new Set(model.config?.settings.rules(model.table).map(({ code }) => code));
  const isAsked = (code: string): boolean => (isSuppressible(code) && isCheck(code)) || rules.has(code);
  return all.filter((one) => hasReason(one) && !isExpired(one, day) && isAsked(one.suppression.code));
}

interface ByItem {
  readonly bySegment: Map<string, Suppression[]>;
  readonly byId: Map<string, Suppression[]>;
}

/** Tells which findings are suppressed, and keeps count of the suppressions that were needed. */
export class Suppressor {
  readonly #byCode = new Map<string, ByItem>();
  readonly #used = new Set<Suppression>();

  constructor(
    private readonly model: Model,
    private readonly suppressions: readonly Suppression[],
  ) {
    for (const suppression of suppressions) this.#add(suppression);
  }

  /**
   * A suppression holds for findings that stand in its item, though not in one nested there, and for those that are about its
   * item by their id and stand elsewhere.
   */
  suppresses({ code, place, id }: Finding): boolean {
    const known = this.#byCode.get(code);
    if (!known) return false;
    const here = known.bySegment.get(segmentKey(place)) ?? [];
    const there = id === undefined ? [] : (known.byId.get(id) ?? []);
    if (here.length + there.length === 0) return false;
    const around = innermostAt(this.model, place);
    const holding = [...here.filter(({ item }) => item === around), ...(around?.id === id ? [] : there)];
    for (const suppression of holding) this.#used.add(suppression);
    return holding.length > 0;
  }

  /** Those that suppressed nothing so far. */
  unused(): readonly Suppression[] {
    return this.suppressions.filter((suppression) => !this.#used.has(suppression));
  }

  #add(suppression: Suppression): void {
    const { code } = suppression.suppression;
    const known = this.#byCode.get(code) ?? { bySegment: new Map(), byId: new Map() };
    this.#byCode.set(code, known);
    append(known.bySegment, segmentKey(suppression.place), suppression);
    if (suppression.item.id !== undefined) append(known.byId, suppression.item.id, suppression);
  }
}

const segmentKey = ({ file, segment }: Place): string => `${file}/${segment}`;

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The innermost item around the start of a place; an item stands behind the one that holds it. */
const innermostAt = ({ itemsIn }: Model, { file, segment, start }: Place): Item | undefined =>
  itemsIn(file, segment).findLast(({ declaration }) => declaration.start <= start && start < declaration.end);
