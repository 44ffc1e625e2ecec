import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf, worldOf } from '../../support/corpus';

/** One line for each finding that the examples are meant to show; a change here is a change of what newcomers see. */
const EXPECTED = 'test/cases/examples.findings.txt';

const textsIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.delivery'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

const projects = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe('examples', () => {
  it('show exactly the findings that they are meant to show', () => {
    const found = projects.flatMap((project) =>
      findingsOf(worldOf(textsIn(join('examples', project)))).map((finding) => `${project}/${finding}`),
    );
    assert.equal(`${found.join('\n')}\n`, readFileSync(EXPECTED, 'utf8'));
  });

  for (const project of projects)
    it(`${project} is large enough to be believed, and all of its work is scheduled`, () => {
      const { model, schedule } = worldOf(textsIn(join('examples', project)));
      assert.ok(model.items.length >= 30, `${model.items.length} items`);
      const undated = schedule.items().filter(({ start, finish }) => start === undefined || finish === undefined);
      assert.deepEqual(
        undated.map(({ item }) => item.id),
        [],
      );
    });
});
