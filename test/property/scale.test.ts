import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorlds } from '../../server/src/cli/project';
import { describeCorpus } from '../support/corpus';

interface Expected {
  readonly files: number;
  readonly requirements: number;
  readonly links: Readonly<Record<string, number>>;
  readonly danglingReferences: readonly (readonly [string, string, string])[];
}

const archive = join(process.env.DELIVERY_CORPUS ?? '', 'scale', 'bulk.tar.xz');

/** The references of the original that the language does not have: a team would declare them like this. */
const reference = { type: 'ref', repeat: true, targets: ['requirement'] };
const configuration = (names: readonly string[]): string =>
  JSON.stringify({ fields: { requirement: Object.fromEntries(names.map((name) => [name, reference])) } });

describeCorpus('63,859 requirements of a real project', function () {
  this.timeout(0);
  const folder = mkdtempSync(join(tmpdir(), 'delivery-scale-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are read with all their items and links', async function () {
    if (!existsSync(archive)) this.skip();
    execFileSync('tar', ['-xJf', archive, '-C', folder]);
    const expected = JSON.parse(readFileSync(join(archive, '..', 'expected.json'), 'utf8')) as Expected;
    const own = Object.keys(expected.links).filter((name) => name !== 'refines');
    writeFileSync(join(folder, 'bulk', 'delivery.config.json'), configuration(own));
    const [world, ...others] = await readWorlds([join(folder, 'bulk')]);
    assert.equal(others.length, 0);
    const { model, findings } = world!;
    assert.equal(model.files.length, expected.files);
    assert.equal(model.items.length, expected.requirements);
    const links = new Map<string, number>();
    for (const { field } of model.links) links.set(field.key, (links.get(field.key) ?? 0) + 1);
    assert.deepEqual(Object.fromEntries([...links].sort()), expected.links);
    const dangling = model.links.filter(({ to }) => to < 0);
    assert.deepEqual(
      dangling
        .map(({ from, field, reference: written }) => [model.items[from]!.id, field.key, written?.reference.id])
        .sort(),
      [...expected.danglingReferences].sort(),
    );
    const syntax = findings.filter(({ code }) => code.startsWith('syntax/') || code.startsWith('config/'));
    assert.deepEqual(syntax, []);
  });
});
