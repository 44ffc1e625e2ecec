import { ok } from 'node:assert';
import fc from 'fast-check';
import kindSchema from '../../../../schemas/kinds.schema.json';
import { builtInTable } from '../../../../server/src/kinds/table';
import { readPhrase, valueTypes } from '../../../../server/src/kinds/values';
import type { Atom, AtomType, Phrase } from '../../../../server/src/language/ast';
import { fieldOf, phraseOf, read } from './support';

const WORDS = [
  'lin',
  'T-1',
  'FS',
  'by',
  'rev',
  'on',
  'at',
  'until',
  'mon',
  'fri',
  'passed',
  'critical',
  'CNY',
  '由',
  '由陈伟',
  '周一',
  '至',
  '每2周',
  'and',
  '__proto__',
  'd',
  'ss',
  'weekend',
];
const NUMBERS = ['0', '1', '5', '0.5', '24', '2026', '20260302', '9'.repeat(300), '9'.repeat(400), '1.7'];

const texts: Readonly<Record<AtomType, fc.Arbitrary<string>>> = {
  name: fc.constantFrom(...WORDS),
  string: fc.string(),
  text: fc.string(),
  number: fc.constantFrom(...NUMBERS),
  percent: fc.constantFrom(...NUMBERS).map((digits) => `${digits}%`),
  quantity: fc
    .tuple(
      fc.constantFrom(...NUMBERS),
      fc.constantFrom('d', 'h', 'e', 'ed', 'emo', '天', '万元', 'CNY', '年', '月', 's', 'e%', 'Infinity'),
    )
    .map((parts) => parts.join('')),
  date: fc.constantFrom('2026-03-02', '2026-13-40', '0000-01-01', '9999-12-31'),
  'date-time': fc.constantFrom('2026-03-02T08:00', '2026-03-02T25:99', '0000-00-00T00:00', '9999-12-31T24:00'),
  time: fc.constantFrom('00:00', '9:00', '24:00', '99:99'),
  url: fc.constantFrom('https://x.org', 'http://'),
  range: fc.constant('..'),
  plus: fc.constant('+'),
  minus: fc.constant('-'),
  slash: fc.constant('/'),
  compare: fc.constantFrom('<=', '>=', '<', '>', '=', '!='),
  junk: fc.constantFrom('%', '.', '¥', '~', '\ud83d'),
};

/** Atoms side by side or with a blank between them. */
const phrases: fc.Arbitrary<Phrase> = fc
  .array(
    fc
      .constantFrom(...(Object.keys(texts) as AtomType[]))
      .chain((type) => fc.tuple(fc.constant(type), texts[type], fc.boolean())),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => {
    const atoms: Atom[] = [];
    for (const [type, text, blank] of parts) {
      const start = (atoms.at(-1)?.end ?? 0) + (blank ? 1 : 0);
      atoms.push({ type, text, start, end: start + text.length + 1 });
    }
    return { start: atoms[0]!.start, end: atoms.at(-1)!.end, atoms };
  });

const finite = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(finite);

describe('every value type', () => {
  it('is one that the kind table may name', () => {
    const names: readonly string[] = kindSchema.definitions.valueType.enum;
    ok(names.every((name) => valueTypes.has(name)) && valueTypes.size === names.length);
  });

  it('reads its own examples, and those of the kind table', () => {
    for (const type of valueTypes.values())
      for (const example of type.name === 'enum' ? [] : type.examples) {
        const reading = type.read(phraseOf(example), fieldOf([type.name]));
        ok('value' in reading && reading.value.type === type.name, `${type.name}: ${example}`);
        ok(type.description.en.includes(type.examples[0]!) && type.description.zh.includes(type.examples[0]!));
      }
    for (const kind of builtInTable.kinds)
      for (const field of kind.fields)
        if (field.example) ok('value' in read(field.example, field), `${kind.key}.${field.key}: ${field.example}`);
  });

  it('gives a value with finite numbers or a problem inside the phrase, whatever the atoms', () => {
    const fields = [...valueTypes.keys()].map((name) => fieldOf([name], { repeat: true, example: '5h' }));
    fields.push(...builtInTable.kinds.flatMap((kind) => kind.fields.filter(({ types }) => types.length > 1)));
    const property = fc.property(phrases, fc.constantFrom(...fields), (phrase, field) => {
      for (const name of field.types) valueTypes.get(name)?.complete?.(phrase, field);
      const reading = readPhrase(phrase, field);
      if ('value' in reading) return finite(reading.value);
      const { start, end, message } = reading.problem;
      return (
        start >= phrase.start && end <= phrase.end && start < end && !/undefined|NaN/.test(message.en + message.zh)
      );
    });
    fc.assert(property, { numRuns: 20_000, seed: 7 });
  });

  it('offers as a suggestion what mends the phrase', () => {
    const mended = (text: string, field: ReturnType<typeof fieldOf>): string | undefined => {
      const reading = read(text, field);
      if ('value' in reading || reading.problem.suggestion === undefined) return undefined;
      const { start, end, suggestion } = reading.problem;
      return text.slice(0, start) + suggestion + text.slice(end);
    };
    const wrong: readonly (readonly [string, string])[] = [
      ['date', '2026/3/2'],
      ['date', '２０２６/３/２'],
      ['date', '２０２６-０３-０２'],
      ['percent', '４０％'],
      ['duration', '３天'],
      ['period', '2026-03-02～2026-03-04'],
      ['period', '2026-03-02 — 2026-03-04'],
      ['ref', '@lin'],
      ['ref', '[REQ-1]'],
      ['allocation', 'lin（50％）'],
      ['duration', '5 days'],
      ['estimate', '3-5d'],
      ['money', '1200rmb'],
      ['rate', '1200 CNY'],
      ['percent', '0.5'],
      ['dependency', 'T-1 2d'],
      ['allocation', '50% lin'],
      ['stamp', '2026-03-02 由陈伟'],
      ['hours', '22:00..06:00'],
      ['weekdays', '周一至周五'],
      ['recurrence', 'quarterly'],
      ['period', '2026-01-05 ~ 2026-06-30'],
      ['suppression', 'trace/no-work by the vendor'],
      ['path', 'docs/a b.pdf'],
      ['url', 'www.example.com'],
      ['score', '4.5分'],
    ];
    for (const [type, text] of wrong) {
      const field = fieldOf([type]);
      const right = mended(text, field);
      ok(right !== undefined && 'value' in read(right, field), `${type}: ${text} gives ${String(right)}`);
    }
  });
});
