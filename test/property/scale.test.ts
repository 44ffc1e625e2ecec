import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorlds } from '../../server/src/cli/project';
import { bulkConfiguration, bulkFacts } from '../support/bulk';
import { describeCorpus } from '../support/corpus';
import { factsOf } from '../support/facts';

const archive = join(process.env.DELIVERY_CORPUS ?? '', 'scale', 'bulk.tar.xz');

describeCorpus('63,859 requirements of a real project', function () {
  this.timeout(0);
  const folder = mkdtempSync(join(tmpdir(), 'delivery-scale-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are read with all their items and links', async function () {
    if (!existsSync(archive)) this.skip();
    execFileSync('tar', ['-xJf', archive, '-C', folder]);
    const expected = bulkFacts();
    writeFileSync(join(folder, 'bulk', 'delivery.config.json'), bulkConfiguration());
    const [world, ...others] = await readWorlds([join(folder, 'bulk')]);
    assert.equal(others.length, 0);
    const { model, findings } = world!;
    assert.equal(model.files.length, expected.files);
    assert.equal(model.items.length, expected.requirements);
    const links = new Map<string, number>();
    for (const { field } of model.links()) links.set(field.key, (links.get(field.key) ?? 0) + 1);
    assert.deepEqual(Object.fromEntries([...links].sort()), expected.links);
    const facts = factsOf(model);
    // That a `refines` leads nowhere is what is wrong then; it is not said again as a missing origin.
    const withoutOrigin = expected.requirementsWithoutOriginEvenThroughRefines - expected.danglingReferences.length;
    const asFound = { ...expected, requirementsWithoutOriginEvenThroughRefines: withoutOrigin };
    for (const name of Object.keys(facts) as (keyof typeof facts)[]) assert.deepEqual(facts[name], asFound[name], name);
    const codes = new Map<string, number>();
    for (const { code } of findings) codes.set(code, (codes.get(code) ?? 0) + 1);
    assert.deepEqual(Object.fromEntries([...codes].filter(([code]) => !code.startsWith('quality/')).sort()), {
      'kind/missing-field': expected.requirementsWithoutPriority,
      'name/unresolved': expected.danglingReferences.length,
      'trace/no-criterion': expected.requirementsWithoutCriterion,
      'trace/no-milestone': expected.requirementsWithoutMilestone,
      'trace/no-origin': withoutOrigin,
      'trace/no-work': expected.requirementsWithoutTask,
    });
  });
});
