/** Values as reading gives them, of every type. */
import fc from 'fast-check';
import { dayFromDate, MINUTES_PER_DAY } from '../../server/src/kinds/time';
import type { CompareOp, Duration, DurationUnit, Measure, Reference, TimeSpan } from '../../server/src/kinds/value';
import type { ValueName, ValueOf } from '../../server/src/kinds/value';
import { isName } from '../../server/src/kinds/values/name';
import { CONNECTIVES } from '../../server/src/kinds/values/words';
import { blockText } from '../../server/src/language/quotes';
import { scanText } from '../../server/src/language/scan';

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** Each is the text of one type alone. */
const words = <N extends 'string' | 'name' | 'text' | 'path' | 'url'>(
  type: N,
  texts: fc.Arbitrary<string>,
): fc.Arbitrary<{ readonly type: N; readonly text: string }> => texts.map((text) => ({ type, text }));

const SIGNS = ['"', '“', '”', '＂', '\\', ' ', '\u3000', '，', '{', '}', '//', '/*', '...', '"""'];
const character = fc.oneof(fc.constantFrom(...SIGNS), fc.constantFrom('a', 'B', '7', '登', '𠮷', ':', ','));

/** Text of a string. Two quotes that are not ASCII cannot begin one: with its own they would open a text block. */
const quotable = fc
  .oneof(fc.string({ unit: character }), fc.string())
  .filter((text) => !/[\r\n]/.test(text) && !/^[“”＂](?:[“”＂]|$)/.test(text));

/** What stands between triple quotes, read. */
const block = fc
  .string({ unit: fc.oneof(character, fc.constantFrom('\n', '\n  ', '\n\t', ' \n')) })
  .map((inner) => `"""${inner}"""`)
  .filter((image) => scanText(image, 0, image.length) === image.length)
  .map((image) => blockText(image, true));

const name = fc
  .oneof(
    fc.constantFrom('lin', 'T-1', '需求-登录', 'auth.sso-2', 'by', 'rev', 'SS', '于', 'must', '5d'),
    fc.string({ unit: fc.constantFrom('a', 'Z', '_', '登', '7', '-', '.', '𠮷'), minLength: 1 }),
  )
  .filter(isName);

const reference: fc.Arbitrary<Reference> = fc
  .tuple(name, maybe(fc.oneof(name, quotable, fc.constantFrom('2', '1.0', '2a', '2026-03-01', '2 draft'))))
  .map(([id, revision]) => ({
    type: 'ref',
    id,
    start: 0,
    end: id.length,
    ...(revision === undefined ? {} : { revision }),
  }));

/** A number that is not negative, up to `max`. */
const amount = (max: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.nat(Math.min(max, 1000)),
    fc.nat(Math.min(max, 1000) * 100).map((hundredths) => hundredths / 100),
    fc.double({ min: 0, max, noNaN: true }),
  );
const anyAmount = amount(Number.MAX_SAFE_INTEGER);
const signed = (size: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.tuple(size, fc.boolean()).map(([value, negative]) => (negative && value > 0 ? -value : value));

const unit = fc.constantFrom<DurationUnit[]>('min', 'h', 'd', 'w', 'mo');
const elapsed = fc.boolean();
const MOST = 12_000;
const duration: fc.Arbitrary<Duration> = fc.record({
  type: fc.constant('duration'),
  amount: amount(MOST),
  unit,
  elapsed,
});

const FIRST = dayFromDate(0, 1, 1);
const LAST = dayFromDate(9999, 12, 31);
const day = fc.oneof(
  fc.integer({ min: dayFromDate(2026, 1, 1), max: dayFromDate(2026, 3, 1) }),
  fc.integer({ min: FIRST, max: LAST }),
  fc.constantFrom(FIRST, LAST),
);
const midnight = day.map((date) => date * MINUTES_PER_DAY);
const dateTime = fc.oneof(
  midnight,
  fc
    .tuple(day, fc.nat(1439), fc.oneof(fc.constant(0), fc.nat(59)))
    .map(([date, minute, second]) => date * MINUTES_PER_DAY + (minute + second / 60)),
  fc.constant((LAST + 1) * MINUTES_PER_DAY),
);
const instant = fc.oneof(midnight, dateTime);

const time = fc.nat(MINUTES_PER_DAY);
const spans: fc.Arbitrary<readonly TimeSpan[]> = fc
  .uniqueArray(time, { minLength: 2, maxLength: 6 })
  .map((times) => times.sort((a, b) => a - b))
  .map((times) =>
    times.flatMap((from, index) =>
      index % 2 === 0 && index + 1 < times.length ? [{ from, to: times[index + 1]! }] : [],
    ),
  );
const days = fc.subarray([1, 2, 3, 4, 5, 6, 7]);

const sorted = (days: readonly number[]): readonly number[] => [...days].sort((a, b) => a - b);
const inRow = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .map(([first, count]) => sorted(Array.from({ length: count }, (_, index) => ((first + index - 1) % 7) + 1)));

const isConnecting = (word: string): boolean => Object.values(CONNECTIVES).some(({ find }) => find(word) !== undefined);
const freeWord = name.filter((word) => !isConnecting(word));
const hanging = fc.constantFrom('s', 'ms', 'µs', 'GB', 'CNY', '个', '订单', 'on', 'until', '时间', 'orders', '%', 'e%');
const measure: fc.Arbitrary<Measure> = fc
  .tuple(signed(anyAmount), maybe(fc.oneof(hanging, freeWord)), maybe(freeWord))
  .map(([amount, first, per]) => ({ amount, unit: per === undefined ? first : `${first ?? ''}/${per}` }));

const OPS: readonly CompareOp[] = ['<=', '>=', '<', '>', '=', '!='];
const currency = maybe(fc.constantFrom('CNY', 'USD', 'EUR', 'XYZ'));

const point = (amount: number, unit: DurationUnit, elapsed: boolean): Duration => ({
  type: 'duration',
  amount,
  unit,
  elapsed,
});
type Points = readonly [Duration, Duration, Duration];
const points: fc.Arbitrary<Points> = fc.oneof(
  duration.map((one): Points => [one, one, one]),
  fc
    .tuple(fc.tuple(amount(MOST), amount(MOST), amount(MOST)), unit, elapsed)
    .map(([amounts, unit, elapsed]): Points => {
      const [a, b, c] = [...amounts].sort((x, y) => x - y);
      return [point(a!, unit, elapsed), point(b!, unit, elapsed), point(c!, unit, elapsed)];
    }),
  fc.tuple(amount(MOST / 2), amount(MOST / 2), unit, elapsed).map(([from, more, unit, elapsed]): Points => {
    const to = from + more;
    return [point(from, unit, elapsed), point((from + to) / 2, unit, elapsed), point(to, unit, elapsed)];
  }),
  fc.constant<Points>([point(30, 'min', false), point(75, 'min', false), point(2, 'h', false)]),
  fc
    .tuple(amount(MOST), amount(MOST), amount(MOST))
    .map(([a, b, c]): Points => [point(a, 'd', false), point(b, 'w', true), point(c, 'mo', false)]),
);

const signature = { by: maybe(reference), note: maybe(quotable) };

/** By type. The keys of enum values are those of `requirement.priority`. */
export const anyValue: { readonly [N in ValueName]: fc.Arbitrary<ValueOf<N>> } = {
  string: words('string', quotable),
  name: words('name', name),
  text: words('text', fc.oneof(block, quotable)),
  path: words(
    'path',
    quotable.filter((text) => text.trim() !== '' && !text.includes('\\')),
  ),
  url: words(
    'url',
    fc
      .tuple(
        fc.constantFrom('https://', 'http://', 'Https://', 'ftp://'),
        fc.constantFrom('a', 'example.com/a//b'),
        quotable,
      )
      .map(([scheme, host, rest]) => scheme + host + rest.replace(/[\s"]/g, '')),
  ),
  number: fc.record({ type: fc.constant('number'), value: signed(anyAmount) }),
  percent: fc.record({ type: fc.constant('percent'), fraction: amount(1e12) }),
  enum: fc.record({ type: fc.constant('enum'), key: fc.constantFrom('must', 'should', 'could', 'wont') }),
  date: fc.record({ type: fc.constant('date'), day }),
  'date-time': fc.record({ type: fc.constant('date-time'), minute: dateTime }),
  period: fc
    .tuple(fc.tuple(instant, instant), fc.constantFrom('from', 'to', 'both'), maybe(quotable))
    .map(([ends, given, name]) => ({
      type: 'period',
      from: given === 'to' ? undefined : Math.min(...ends),
      to: given === 'from' ? undefined : Math.max(...ends),
      ...(name === undefined ? {} : { name }),
    })),
  duration,
  estimate: points.map(([best, likely, worst]) => ({ type: 'estimate', best, likely, worst })),
  money: fc.record({ type: fc.constant('money'), amount: signed(anyAmount), currency }),
  rate: fc.record({ type: fc.constant('rate'), amount: anyAmount, currency, per: unit }),
  ref: reference,
  dependency: fc.record({
    type: fc.constant('dependency'),
    target: reference,
    link: fc.constantFrom('FS', 'SS', 'FF', 'SF'),
    lag: maybe(
      fc.oneof(
        fc.record({ type: fc.constant('duration'), amount: signed(amount(MOST)), unit, elapsed }),
        fc.record({ type: fc.constant('percent'), fraction: signed(amount(10_000)), elapsed }),
      ),
    ),
  }),
  allocation: fc.record({
    type: fc.constant('allocation'),
    target: reference,
    fraction: fc.oneof(
      fc.constant(1),
      amount(1e12).filter((share) => share > 0),
    ),
  }),
  stamp: fc.record({ type: fc.constant('stamp'), minute: instant, ...signature }),
  target: fc.record({
    type: fc.constant('target'),
    metric: maybe(fc.oneof(name, quotable)),
    op: fc.constantFrom(...OPS),
    limit: measure,
  }),
  measurement: fc.record({ type: fc.constant('measurement'), measured: measure, day: maybe(day) }),
  recurrence: fc.record({
    type: fc.constant('recurrence'),
    every: fc.record({
      type: fc.constant('duration'),
      amount: fc.integer({ min: 1, max: MOST }),
      unit: fc.constantFrom('d', 'w', 'mo'),
      elapsed,
    }),
    on: days,
    at: maybe(time),
  }),
  hours: fc.record({ type: fc.constant('hours'), weekdays: days, spans }),
  weekdays: fc.record({ type: fc.constant('weekdays'), weekdays: inRow }),
  workday: fc
    .tuple(day, fc.nat(10), fc.oneof(fc.constant([]), spans), maybe(quotable))
    .map(([from, more, spans, name]) => ({
      type: 'workday',
      from,
      to: Math.min(LAST, from + more) + 1,
      spans,
      name,
    })),
  moment: fc
    .tuple(
      maybe(fc.constantFrom('>=', '<=', '=')),
      fc.oneof(
        dateTime,
        midnight.map((minute) => ({ minute })),
      ),
    )
    .map(([op, at]) => ({
      type: 'moment',
      op,
      ...(typeof at === 'number' ? { minute: at, wholeDay: false } : { ...at, wholeDay: true }),
    })),
  score: fc.tuple(anyAmount, maybe(anyAmount)).map(([a, b]) => ({
    type: 'score',
    score: b === undefined ? a : Math.min(a, b),
    outOf: b === undefined || Math.max(a, b) === 0 ? undefined : Math.max(a, b),
  })),
  'per-severity': fc.record({
    type: fc.constant('per-severity'),
    severity: fc.constantFrom('critical', 'major', 'minor'),
    duration,
  }),
  suppression: fc.record({
    type: fc.constant('suppression'),
    code: fc.constantFrom('trace/no-work', 'name/duplicate', 'a/b'),
    reason: maybe(quotable),
    until: maybe(day),
  }),
  result: fc.record({
    type: fc.constant('result'),
    result: fc.constantFrom('passed', 'failed'),
    minute: maybe(instant),
    ...signature,
  }),
};
