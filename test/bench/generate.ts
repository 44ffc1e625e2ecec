/** Makes one project of any size, as a `.delivery` text and as the same data in JSON. The same seed gives the same project. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A declaration as data: what a JSON file would hold. */
export interface Entry {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** Values by field; several phrases in an array. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly text?: string;
  readonly children?: readonly Entry[];
}

const WORDS =
  'system user invoice customer order approve import export schedule audit ledger migrate role access search retention 登录 订单 库存 报表'.split(
    ' ',
  );

const PEOPLE = 40;
const SOURCES = 30;

/** Declarations that together have about so many lines. */
export function generate(lines: number, seed = 1): readonly Entry[] {
  const random = xoroshiro128plus(seed);
  const below = (n: number): number => uniformInt(random, 0, n - 1);
  const words = (n: number): string => Array.from({ length: n }, () => WORDS[below(WORDS.length)]).join(' ');
  const entries: Entry[] = [
    { kind: 'project', id: 'erp', title: 'ERP rollout', fields: { period: '2026-01-05..2027-06-30' } },
  ];
  for (let person = 0; person < PEOPLE; person++)
    entries.push({ kind: 'person', id: `p${person}`, title: words(2), fields: { role: '"analyst"' } });
  for (let source = 0; source < SOURCES; source++)
    entries.push({
      kind: 'source',
      id: `INT-${source}`,
      title: words(3),
      fields: { method: 'interview', date: '2026-01-06' },
    });
  for (let n = 1; entries.length * LINES_PER_ENTRY < lines; n++) {
    entries.push(requirement(n), task(n));
    if (n % 25 === 0) entries.push(milestone(n));
  }
  return entries;

  function requirement(n: number): Entry {
    const depends: Entry['fields'] = n > 1 && below(3) === 0 ? { depends: `REQ-${1 + below(n - 1)}` } : {};
    return {
      kind: 'requirement',
      id: `REQ-${n}`,
      title: words(4),
      fields: {
        priority: ['must', 'should', 'could'][below(3)]!,
        owner: `p${below(PEOPLE)}`,
        from: `INT-${below(SOURCES)}`,
        ...depends,
      },
      text: `The system shall ${words(8)}.\n- ${words(6)}\n- ${words(5)}`,
      children: [
        {
          kind: 'criterion',
          id: `AC-${n}`,
          title: words(3),
          fields: {
            given: `"a ${words(3)}"`,
            when: `"they ${words(3)}"`,
            then: `"they see ${words(4)}"`,
            verify: 'test',
          },
        },
      ],
    };
  }

  function task(n: number): Entry {
    const after = Array.from(
      { length: Math.min(n - 1, below(3)) },
      () => `T-${Math.max(1, n - 1 - below(300))}${below(3) === 0 ? ` + ${1 + below(9)}d` : ''}`,
    );
    return {
      kind: 'task',
      id: `T-${n}`,
      title: words(3),
      fields: {
        effort: `${1 + below(20)}d`,
        ...(after.length > 0 ? { after } : {}),
        realizes: `REQ-${n}`,
        assign: [`p${below(PEOPLE)} 50%`, `p${below(PEOPLE)}`],
      },
    };
  }

  function milestone(n: number): Entry {
    const delivers = Array.from({ length: 25 }, (_, k) => `REQ-${n - k}`);
    return {
      kind: 'milestone',
      id: `M-${n}`,
      title: words(2),
      fields: { due: '2027-03-31', after: `T-${n}`, delivers },
    };
  }
}

/** A requirement with its criterion and a task have about 24 lines together. */
const LINES_PER_ENTRY = 11.8;

/** The same data as JSON, each value as what it is: a reference, a date, a duration, a string. */
export const toJson = (entries: readonly Entry[]): string => JSON.stringify(entries.map(asData));

const asData = ({ fields, children, ...entry }: Entry): object => ({
  ...entry,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, (typeof value === 'string' ? [value] : value).map(asValue)]),
  ),
  ...(children ? { children: children.map(asData) } : {}),
});

function asValue(phrase: string): object {
  const [first = '', second, third] = phrase.startsWith('"') ? [phrase] : phrase.split(' ');
  if (first.startsWith('"')) return { string: JSON.parse(first) as string };
  if (first.includes('..')) return { from: first.split('..')[0], to: first.split('..')[1] };
  if (/^\d{4}-/.test(first)) return { date: first };
  if (/^\d/.test(first)) return { amount: Number.parseFloat(first), unit: first.replace(/[\d.]+/, '') };
  return {
    name: first,
    ...(third === undefined ? {} : { lag: asValue(third) }),
    ...(second?.endsWith('%') ? { percent: Number.parseFloat(second) } : {}),
  };
}

/** The entries as a `.delivery` text, one field a line. */
export const toDelivery = (entries: readonly Entry[]): string =>
  entries.map((entry) => `${lines(entry, '').join('\n')}\n`).join('\n');

function lines({ kind, id, title, fields, text, children = [] }: Entry, indent: string): string[] {
  const inside = `${indent}  `;
  return [
    `${indent}${kind} ${id} "${title}" {`,
    ...Object.entries(fields).map(
      ([name, value]) => `${inside}${name}: ${typeof value === 'string' ? value : value.join(', ')}`,
    ),
    ...(text === undefined ? [] : [`${inside}"""`, ...text.split('\n').map((line) => inside + line), `${inside}"""`]),
    ...children.flatMap((child) => lines(child, inside)),
    `${indent}}`,
  ];
}
