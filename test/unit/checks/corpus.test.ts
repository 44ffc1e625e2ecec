import assert from 'node:assert/strict';
import type { Severity } from '../../../server/src/checks/check';
import type { World } from '../../../server/src/ide/world';
import { rangeOf } from '../../../server/src/model/range';
import { corpusWorld, describeCorpus, namesIn, readCorpus } from '../../support/corpus';
import { proveRepairs } from '../../support/repairs';

/** What was counted in the sources from which the requirements were converted. */
interface Counts {
  readonly files: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly links: Readonly<Record<string, number>>;
  readonly requirementsWithoutPriority: number;
  readonly requirementsWithoutOriginEvenThroughRefines: number;
  readonly requirementsWithoutCriterion: number;
  readonly requirementsWithoutTask: number;
  readonly requirementsWithoutMilestone: number;
  readonly outdatedRevisionReferences: readonly unknown[];
  readonly needsWithoutRequirement: number;
}

const tally = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(words)].sort().map((word) => [word, words.filter((other) => other === word).length]));

const codes = (world: World): Record<string, number> => tally(world.findings.map(({ code }) => code));

const withoutZeros = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

interface Seeded {
  readonly class: string;
  readonly findings: readonly {
    readonly id: string | null;
    readonly line: number;
    readonly related?: readonly { readonly line: number }[];
    readonly members?: readonly string[];
    readonly words?: readonly string[];
  }[];
  readonly alsoAcceptable: readonly { readonly id: string | null; readonly class: string }[];
  readonly acceptLines?: readonly number[];
  readonly mayBeLost?: readonly string[];
}

/** Which codes report a class of defects, in the words of the corpus. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  'block not closed': ['syntax/unclosed-block'],
  'text not closed': ['syntax/unclosed-text'],
  'stray closing brace': ['syntax/stray-brace'],
  'value not allowed': ['kind/invalid-value'],
  'full-width punctuation': ['syntax/full-width'],
  'reference to nothing': ['name/unresolved'],
  'duplicate id': ['name/duplicate'],
  'reference to a wrong kind': ['name/wrong-kind'],
  'cycle of refines': ['trace/cycle'],
  'cycle of dependencies': ['trace/cycle'],
  'requirement without origin': ['trace/no-origin'],
  'requirement without criterion': ['trace/no-criterion'],
  'requirement without task': ['trace/no-work'],
  'requirement without milestone': ['trace/no-milestone'],
  'task that serves nothing': ['trace/no-purpose'],
  'need without requirement': ['trace/unused-need'],
  'wont requirement delivered': ['trace/unwanted'],
  'dropped requirement still planned': ['trace/unwanted'],
  'requirement depends on a later one': ['join/dependency-later'],
  'must requirement after the project end': ['join/must-too-late'],
  // A milestone that waits for the work is late; one that does not delivers too early.
  'milestone before its work': ['plan/late', 'join/delivered-before-done'],
  'plan ends after the project': ['plan/outside-project'],
  'person over-allocated': ['plan/over-allocated'],
  'person assigned while on leave': ['plan/on-leave'],
  'risk without mitigation': ['risk/unmitigated'],
  'reference to itself': ['name/self'],
  'vague wording': ['quality/vague'],
  'criterion cannot be measured': ['quality/not-measurable'],
};

/** What the checks on wording find in the real requirements: each finding was read, see docs/checks/quality.md. */
const WORDING: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  doorstop: { 'quality/compound': 1, 'quality/no-condition': 14, 'quality/not-measurable': 2, 'quality/vague': 3 },
  lobster: { 'quality/compound': 23, 'quality/duplicate': 1, 'quality/no-condition': 4 },
  openfasttrace: { 'quality/duplicate': 2, 'quality/no-condition': 2, 'quality/vague': 5 },
  zephyr: { 'quality/compound': 4, 'quality/duplicate': 1, 'quality/placeholder': 2, 'quality/vague': 2 },
};

/** A finding in the words of the corpus: class, id, and the lines of its own and of related places. */
interface Reported {
  readonly code: string;
  readonly severity: Severity;
  readonly id: string | null;
  readonly line: number;
  readonly related: readonly number[];
  readonly message: string;
}

const reported = ({ model, findings }: World): Reported[] =>
  findings.map(({ code, severity, id, place, related, message }) => ({
    code,
    severity,
    id: id ?? null,
    line: rangeOf(model, place).start.line + 1,
    related: related().map((other) => rangeOf(model, other.place).start.line + 1),
    message: message.en,
  }));

/** Is the finding one that may be there or not? Whatever an open text swallows has follow-ups. */
const isAcceptable = (expected: Seeded, { code, id }: Reported): boolean =>
  !CODES[expected.class]!.includes(code) &&
  expected.alsoAcceptable.some((other) =>
    other.id === null ? expected.mayBeLost!.includes(id ?? '') : other.id === id && CODES[other.class]?.includes(code),
  );

/** An information says that somebody else's defect affects an item, and leads there: it is no second finding of the defect. */
const leadsTo = ({ findings }: Seeded, { severity, related }: Reported): boolean =>
  severity === 'information' && findings.some(({ line }) => related.includes(line));

/** The task whose block is left open is one too many for its person; the twin does not have it. */
const ALSO_TRUE: Readonly<Record<string, string>> = { 'campus-syntax-unclosed-brace': 'plan/over-allocated' };

function compare(expected: Seeded, found: readonly Reported[]): void {
  const shown = found.map(({ code, id, line, message }) => `${line} ${id} ${code} ${message}`).join('\n');
  assert.equal(found.length, expected.findings.length, shown);
  for (const { id, line, related = [], members = [], words = [] } of expected.findings) {
    const [first = line, last = first] = expected.acceptLines ?? [];
    const match = found.find(
      (each) => each.id === id && each.line >= first && each.line <= last && CODES[expected.class]!.includes(each.code),
    );
    assert.ok(match, shown);
    for (const other of related) assert.ok(match.related.includes(other.line), `related line ${other.line}: ${shown}`);
    for (const name of [...members, ...words]) assert.ok(match.message.includes(name), `${name}: ${match.message}`);
  }
}

describeCorpus('corpus: checks', function () {
  this.timeout(20_000);

  for (const folder of namesIn('requirements').filter((name) => !name.includes('.')))
    it(`counts in requirements/${folder} what its sources say`, () => {
      const expected = JSON.parse(readCorpus('requirements', folder, 'expected.json')) as Counts;
      const world = corpusWorld('requirements', folder);
      assert.equal(world.model.files.length, expected.files);
      assert.deepEqual(tally(world.model.items.map(({ kind }) => kind?.key ?? '?')), expected.counts);
      const written = world.model.links().filter(({ reference }) => reference);
      assert.deepEqual(tally(written.map(({ field }) => field.key)), expected.links);
      assert.deepEqual(
        codes(world),
        withoutZeros({
          ...WORDING[folder],
          'kind/missing-field': expected.requirementsWithoutPriority,
          'trace/no-criterion': expected.requirementsWithoutCriterion,
          'trace/no-milestone': expected.requirementsWithoutMilestone,
          'trace/no-origin': expected.requirementsWithoutOriginEvenThroughRefines,
          'trace/no-work': expected.requirementsWithoutTask,
          'trace/suspect': expected.outdatedRevisionReferences.length,
          'trace/unused-need': expected.needsWithoutRequirement,
        }),
      );
    });

  for (const name of namesIn('seeded').filter((each) => !each.startsWith('_') && !each.includes('.'))) {
    const expected = JSON.parse(readCorpus('seeded', name, 'expected.json')) as Seeded;
    if (!CODES[expected.class]) continue;
    it(`finds what was planted in seeded/${name}, and nothing else`, () =>
      compare(
        expected,
        reported(corpusWorld('seeded', name, 'bad')).filter(
          (each) => !isAcceptable(expected, each) && !leadsTo(expected, each) && ALSO_TRUE[name] !== each.code,
        ),
      ));

    it(`offers only repairs that mend seeded/${name}`, () => proveRepairs(corpusWorld('seeded', name, 'bad')));

    it(`finds nothing in the clean twin of seeded/${name}`, () =>
      assert.deepEqual(reported(corpusWorld('seeded', name, 'clean')), []));
  }
});
