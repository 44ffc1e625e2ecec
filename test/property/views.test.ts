import assert from 'node:assert/strict';
import type { World } from '../../server/src/ide/world';
import { explorerRows } from '../../server/src/ide/views/explorer';
import { itemOfKey, keyOf } from '../../server/src/ide/views/itemKeys';
import { dropItems } from '../../server/src/ide/views/dropItems';
import { traceRows } from '../../server/src/ide/views/trace';
import type { Grouping, TreeRow } from '../../server/src/ide/views/types';
import { markOf } from '../../server/src/ide/traceTree';
import { worldOf } from '../support/corpus';
import { applyEdit, Edits } from './edits';
import { runs, seed } from './random';
import { SPECS } from './workspaceFiles';

/** Number of texts that are looked at. */
const texts = runs(300);

/** Each text is what the last one became by an edit; now and then one begins anew, or soon all would be junk. */
const EDITS_IN_A_ROW = 12;

type Below = (path: readonly string[]) => readonly TreeRow[];

/** Keys of the items that a tree shows. Each item is unfolded once: below a second row of it stands nothing else. */
function keysIn(below: Below): ReadonlySet<string> {
  const found = new Set<string>();
  const pending: (readonly string[])[] = [[]];
  for (let path = pending.pop(); path; path = pending.pop()) {
    const rows = below(path);
    const names = rows.map(({ name }) => name);
    // Editors know rows by their names: two of one name below one row are an error to them.
    assert.equal(new Set(names).size, names.length, `${path.join(' > ')}: ${names.join(', ')}`);
    for (const { name, item, below: more } of rows) {
      const isNew = item === undefined || !found.has(item.key);
      if (item) found.add(item.key);
      if (more && isNew) pending.push([...path, name]);
    }
  }
  return found;
}

const shown = (world: World, grouping: Grouping, filter = ''): ReadonlySet<string> =>
  keysIn((path) => explorerRows(world, { grouping, filter, path }, 'en'));

/** The same items, whatever their order. */
function assertHas(found: ReadonlySet<string>, wanted: readonly string[]): void {
  assert.deepEqual(
    wanted.filter((key) => !found.has(key)),
    [],
  );
}

function assertViews(world: World, random: Edits): void {
  const { model } = world;
  const keysOf = (wanted: (index: number) => boolean): readonly string[] =>
    model.items.filter(({ index }) => wanted(index)).map((item) => keyOf(model, item));
  assert.deepEqual(
    model.items.map((item) => itemOfKey(model, keyOf(model, item))?.index),
    model.items.map(({ index }) => index),
  );
  assertHas(
    shown(world, 'coverage'),
    keysOf((index) => markOf(model, model.items[index]!) !== undefined),
  );
  assertHas(
    shown(world, 'priority'),
    keysOf((index) => model.items[index]!.kind?.trace === 'requirement'),
  );
  const planned = new Set(['requirement', 'work', 'milestone', 'deliverable']);
  assertHas(
    shown(world, 'phase'),
    keysOf((index) => planned.has(model.items[index]!.kind?.trace ?? '') || model.items[index]!.kind?.key === 'phase'),
  );
  for (const key of keysOf(() => true)) keysIn((path) => traceRows(world, key, path, 'zh')!);
  const file = random.below(model.files.length);
  const { text } = model.files[file]!.document;
  const { offset } = dropItems(world, { file, offset: random.below(text.length + 1) }, ['REQ-1', 'T-1'], 'en');
  assert.ok(offset >= 0 && offset <= text.length);
}

describe(`views (seed ${seed}, ${texts} texts)`, function () {
  this.timeout(0);

  it('show every item where it belongs, each row of a name of its own, and end', () => {
    const random = new Edits(seed + 11);
    let text = '';
    for (let done = 0; done < texts; done++) {
      text = done % EDITS_IN_A_ROW === 0 ? SPECS.join('\n') : applyEdit(text, random.next(text));
      try {
        assertViews(worldOf([['a.delivery', text]]), random);
      } catch (error) {
        assert.fail(`${(error as Error).message}\n${JSON.stringify(text)}`);
      }
    }
  });
});
