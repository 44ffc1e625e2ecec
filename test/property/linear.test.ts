import assert from 'node:assert/strict';
import { linksIn } from '../../server/src/ide/links';
import { createWorld } from '../../server/src/ide/world';
import { matchesPath } from '../../server/src/kinds/config/glob';
import { trackersOf } from '../../server/src/kinds/config/trackers';
import { builtInTable } from '../../server/src/kinds/table';
import { SourceDocument } from '../../server/src/language/document';
import { configFile } from '../../server/src/model/configFile';

/** So many times the text, far enough apart that what is linear and what is quadratic cannot be taken for each other by chance. */
const GROWTH = 16;

/** The text may take this many times as long, growth to the power of 1.5: what is quadratic takes 256 times. */
const MOST = 64;

/** Least processor time of some tries, in microseconds: what else the machine does counts for little. */
function costOf(work: () => void): number {
  const tries = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage();
    work();
    const { user } = process.cpuUsage(before);
    return user;
  });
  return Math.min(...tries);
}

function assertLinear(sizes: number, work: (size: number) => void): void {
  const small = sizes >> 1;
  work(small); // compiled before it is measured
  const [few, many] = [small, GROWTH * small].map((size) => costOf(() => work(size)));
  const ratio = many! / Math.max(few!, 500);
  assert.ok(ratio < MOST, `${GROWTH} times as much takes ${ratio.toFixed(1)} times as long`);
}

/** Everything that an editor asks about findings: what they say, and what would mend the first of them. */
function checkWhole(text: string): void {
  const file = { uri: 'file:///p/a.delivery', document: new SourceDocument(text) };
  const { findings, model } = createWorld({ root: 'file:///p', revision: 1, files: [file], table: builtInTable });
  for (const { related } of findings) related();
  for (const { repairs } of findings.slice(0, 5)) repairs(model);
}

/** Texts of a size that once took, or might take, more than in proportion. */
const TEXTS: Readonly<Record<string, readonly [size: number, text: (size: number) => string]>> = {
  'items with links': [
    800,
    (n) => Array.from({ length: n }, (_, at) => `task T-${at} "t" { effort: 1d, after: T-${at + 1} }\n`).join(''),
  ],
  'stray braces in one declaration': [1500, (n) => `task T "t" {\n${'}\n'.repeat(n)}`],
  'unclosed blocks': [800, (n) => 'section {\n'.repeat(n)],
  'comments beside an item': [2000, (n) => `need N-1 "x" { voice: "y" ${'/* c */ '.repeat(n)}x }\n`],
  'blanks beside an item': [20_000, (n) => `need N-1 "x" { ${' '.repeat(n)}x }\n`],
  'a long unclosed string': [20_000, (n) => `need N-1 "x" { voice: "${'\\'.repeat(n)}x\n}\n`],
  'digits of an id that refers to nothing': [5000, (n) => `need N-1 "x" { from: S-${'1'.repeat(n)}x }\n`],
};

describe('time in proportion to the text', function () {
  this.timeout(0);

  for (const [name, [size, text]] of Object.entries(TEXTS))
    it(`is what ${name} take`, () => assertLinear(size, (n) => checkWhole(text(n))));
});

describe('patterns of a configuration', function () {
  this.timeout(60_000);

  it('for paths go back only to the last star', () =>
    assertLinear(40_000, (n) => assert.equal(matchesPath(`${'*a'.repeat(8)}b`, 'a'.repeat(n)), false)));

  it('for trackers mean their signs, and never a regular expression', () => {
    const [tracker] = trackersOf({ '(a+)+$#': 'https://example.com/#' });
    assert.deepEqual(
      [...`${'a'.repeat(50_000)}! (a+)+$12`.matchAll(tracker!.pattern)].map(([found]) => found),
      ['(a+)+$12'],
    );
  });

  it('for rules compare texts with stars in them, whatever else they hold', () => {
    const rule = { for: 'need', require: { fields: { voice: '"*a*a*a*a*b(a+)+$"' } }, message: 'x' };
    const config = configFile(
      'file:///p/delivery.config.json',
      JSON.stringify({ rules: { slow: rule }, trackers: { 'A-#': 'https://e.com/#' } }),
    );
    const text = (n: number): string => `need N-1 "x" { voice: "${'a'.repeat(n)}", from: S-1 }\n`;
    assert.deepEqual(config.config.problems, []);
    assertLinear(20_000, (n) => {
      const files = [{ uri: 'file:///p/a.delivery', document: new SourceDocument(text(n)) }];
      const world = createWorld({ root: 'file:///p', revision: 1, files, table: config.config.table, config });
      assert.ok(world.findings.some(({ code }) => code === 'rule/slow'));
      linksIn(world, 0);
    });
  });
});
