import assert from 'node:assert/strict';
import { corpusWorld, describeCorpus, findingsOf, namesIn, readCorpus, worldOf } from '../../support/corpus';
import type { World } from '../../../server/src/ide/world';

interface SeededCase {
  readonly findings: readonly { readonly id: string | null; readonly line: number }[];
  readonly acceptLines?: readonly [number, number];
  readonly mustSurvive?: readonly string[];
  readonly shouldSurvive?: readonly string[];
  readonly sameModelAsTwin?: boolean;
}

const expectedOf = (name: string): SeededCase => JSON.parse(readCorpus('seeded', name, 'expected.json')) as SeededCase;

const SYNTAX_CASES = namesIn('seeded').filter((name) => name.includes('-syntax-'));

/** Everything a model says, without places. */
const said = ({ model }: World): unknown => ({
  items: model.items.map(({ kind, id, title, parent, fields }) => [
    kind?.key,
    id,
    title,
    parent,
    fields.map(({ field, values }) => [field?.key, withoutOffsets(values.map(({ value }) => value))]),
  ]),
  links: model.links().map(({ from, to, field }) => [from, to, field.key]),
});

const withoutOffsets = (values: readonly unknown[]): unknown =>
  JSON.parse(JSON.stringify(values, (key, part: unknown) => (key === 'start' || key === 'end' ? undefined : part)));

const linesOf = (findings: readonly string[]): number[] => findings.map((finding) => Number(finding.split(':')[1]));

describeCorpus('corpus: syntax', function () {
  this.timeout(20_000);

  for (const name of namesIn('plans').filter((file) => file.endsWith('.delivery')))
    it(`reads plans/${name} without a syntax error`, () =>
      assert.deepEqual(findingsOf(worldOf([[name, readCorpus('plans', name)]]), 'syntax'), []));

  for (const folder of namesIn('requirements').filter((name) => !name.includes('.')))
    it(`reads requirements/${folder} without a syntax error`, () =>
      assert.deepEqual(findingsOf(corpusWorld('requirements', folder), 'syntax'), []));

  for (const name of SYNTAX_CASES)
    it(`finds in seeded/${name} what was planted, and nothing in its twin`, () => {
      const { findings, acceptLines, mustSurvive = [], shouldSurvive = [], sameModelAsTwin } = expectedOf(name);
      const bad = corpusWorld('seeded', name, 'bad');
      const twin = corpusWorld('seeded', name, 'clean');
      assert.deepEqual(findingsOf(twin), []);
      const found = findingsOf(bad, 'syntax', 'kind');
      assert.equal(found.length, findings.length, found.join('\n'));
      const [least, most] = acceptLines ?? [findings[0]!.line, findings[0]!.line];
      for (const line of linesOf(found)) assert.ok(least <= line && line <= most, found.join('\n'));
      const lost = [...mustSurvive, ...shouldSurvive].filter((id) => !bad.model.byId(id));
      assert.deepEqual(lost, []);
      if (sameModelAsTwin) assert.deepEqual(said(bad), said(twin));
    });

  it('finds nothing wrong in any twin', () => {
    for (const name of namesIn('seeded').filter((file) => /^(crm|campus)-/.test(file)))
      assert.deepEqual(findingsOf(corpusWorld('seeded', name, 'clean')), [], name);
  });
});
