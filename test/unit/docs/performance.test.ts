/** docs/performance.md tells every benchmark there is, and every figure that has a target. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../../support/pages';

const FOLDER = 'test/bench';
const benches = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''));

const sections = new Map(
  readPage('docs/performance.md')
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split('\n')[0]!, section]),
);

/** The names of figures that a benchmark holds against a target; what a name takes from a variable is "…". */
const figuresOf = (bench: string): readonly string[] =>
  [...readFileSync(join(FOLDER, `${bench}.bench.ts`), 'utf8').matchAll(/\breport\(\s*(['`])(.+?)\1/g)].map(
    ([, , name = '']) => name.replaceAll(/\$\{[^}]*\}/g, '…'),
  );

/** Those that a section tells, each with a target. */
const toldIn = (section: string): readonly string[] =>
  [...section.matchAll(/^\| (.+?) \| ≤ [^|]+ \| [^|]+ \|$/gm)].map(([, name]) => name!);

describe('docs/performance.md', () => {
  it('has a section for each benchmark', () =>
    assert.deepEqual([...sections.keys()].filter((title) => title !== 'Others').sort(), benches.sort()));

  for (const bench of benches)
    it(`tells the figures of ${bench} that have a target`, () =>
      assert.deepEqual([...toldIn(sections.get(bench) ?? '')].sort(), [...figuresOf(bench)].sort()));
});
