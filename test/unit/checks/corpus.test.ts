import assert from 'node:assert/strict';
import type { World } from '../../../server/src/ide/world';
import { corpusWorld, describeCorpus, findingsOf, namesIn, readCorpus } from '../../support/corpus';

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
  readonly findings: readonly { readonly id: string | null; readonly line: number }[];
}

/** Planted defects of a class, by the end of the case's name, and the code that reports them. */
const SEEDED: Readonly<Record<string, string>> = {
  'dangling-reference': 'name/unresolved',
  'duplicate-id': 'name/duplicate',
  'wrong-kind-reference': 'name/wrong-kind',
  'no-origin': 'trace/no-origin',
  'no-criterion': 'trace/no-criterion',
  'no-task': 'trace/no-work',
  'no-milestone': 'trace/no-milestone',
  'refines-cycle-2': 'trace/cycle',
  'refines-cycle-5': 'trace/cycle',
  'after-cycle-2': 'trace/cycle',
  'after-cycle-5': 'trace/cycle',
  'orphan-task': 'trace/no-purpose',
  'orphan-need': 'trace/unused-need',
  'wont-delivered': 'trace/unwanted',
  'dropped-planned': 'trace/unwanted',
};

describeCorpus('corpus: checks', function () {
  this.timeout(20_000);

  for (const folder of namesIn('requirements').filter((name) => !name.includes('.')))
    it(`counts in requirements/${folder} what its sources say`, () => {
      const expected = JSON.parse(readCorpus('requirements', folder, 'expected.json')) as Counts;
      const world = corpusWorld('requirements', folder);
      assert.equal(world.model.files.length, expected.files);
      assert.deepEqual(tally(world.model.items.map(({ kind }) => kind?.key ?? '?')), expected.counts);
      const written = world.model.links.filter(({ reference }) => reference);
      assert.deepEqual(tally(written.map(({ field }) => field.key)), expected.links);
      assert.deepEqual(
        codes(world),
        withoutZeros({
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

  for (const name of namesIn('seeded')) {
    const code = SEEDED[name.replace(/^[a-z]+-/, '')];
    if (code === undefined) continue;
    it(`finds what was planted in seeded/${name}`, () => {
      const { findings } = JSON.parse(readCorpus('seeded', name, 'expected.json')) as Seeded;
      const found = findingsOf(corpusWorld('seeded', name, 'bad'));
      assert.deepEqual(
        found.map((finding) => finding.replace(/:\d+ /, ' ')),
        findings.map(({ id, line }) => `plan.delivery:${line} ${id ?? '-'} ${code}`),
      );
    });
  }
});
