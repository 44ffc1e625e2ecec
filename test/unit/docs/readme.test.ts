/** The README says the same in both languages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readPage } from '../../support/pages';

const english = readPage('README.md');
const chinese = readPage('README.zh-CN.md');

const targets = (page: string): readonly string[] =>
  [...new Set([...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!.replace('.zh-CN', '')))].sort();

describe('The tour of README.md', () => {
  const plan = readFileSync('examples/erp-rollout/plan.delivery', 'utf8');

  it('changes what stands in the example', () => {
    const [, task, effort] = /`effort` of (\S+) in `plan\.delivery` from `(\w+)`/.exec(english)!;
    assert.match(plan, new RegExp(`^ *task ${task} .*effort: ${effort}\\b`, 'm'));
  });

  it('mends what the example lacks', () => {
    const [, id] = /Add a `criterion` to (\S+), which has none/.exec(english)!;
    const requirements = readFileSync('examples/erp-rollout/requirements.delivery', 'utf8');
    const [, block] = new RegExp(`^( *requirement ${id} [^]*?)^ *\\}$`, 'm').exec(requirements)!;
    assert.doesNotMatch(block!, /criterion/);
    assert.ok(chinese.includes(id!));
  });
});

describe('README.zh-CN.md', () => {
  it('has the links of README.md', () => assert.deepEqual(targets(chinese), targets(english)));
});
