import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renameAt } from '../../server/src/ide/rename';
import type { Cursor } from '../../server/src/ide/spot';
import type { World } from '../../server/src/ide/world';
import { worldOf } from '../support/corpus';
import { renamedTexts, renamedWorld } from '../support/rename';
import { anySpec } from './formatSpecs';
import { runs } from './random';

/** Number of generated projects. */
const numRuns = runs(400);

const NAMES = [
  'X-1',
  '新-1',
  'REQ-1',
  'T-1',
  'by',
  'SS',
  'rev',
  'a',
  'task',
  '任务',
  '需求-登录',
  'ＲＥＱ',
  'login_p95',
  'x.y',
];

/** The cursor on the id of an item. */
function cursorAt({ model }: World, index: number): Cursor {
  const { file, segment, declaration } = model.items[index]!;
  return { file, offset: model.files[file]!.document.offsetOf(segment) + declaration.id!.start };
}

const textsOf = ({ model }: World): readonly string[] => model.files.map(({ document }) => document.text);

/** Which item each link leads to, with the ids as written. */
const linksOf = ({ model }: World): string => JSON.stringify([...model.linkTable.to]);

const idsOf = ({ model }: World): readonly string[] => model.items.flatMap(({ id }) => id ?? []);

describe('renaming', function () {
  this.timeout(Math.max(60_000, numRuns * 100));

  it(`and renaming back gives the same bytes and never merges items, in ${numRuns} generated projects`, () => {
    let renamed = 0;
    const property = fc.property(
      fc.tuple(anySpec, anySpec),
      fc.nat(9999),
      fc.constantFrom(...NAMES),
      ([first, second], pick, name) => {
        const world = worldOf([
          ['a.delivery', first],
          ['b.delivery', second],
        ]);
        const named = world.model.items.filter(({ id }) => id !== undefined);
        const item = named[pick % named.length];
        if (!item) return;
        const there = renameAt(world, cursorAt(world, item.index), name);
        if ('refused' in there) return;
        renamed++;
        const after = renamedWorld(world, there);
        assert.equal(new Set(idsOf(after)).size >= new Set(idsOf(world)).size, true, 'two items became one');
        assert.equal(linksOf(after), linksOf(world), 'a link leads elsewhere');
        assert.equal(after.model.items[item.index]!.id, name);
        const back = renameAt(after, cursorAt(after, item.index), item.id!);
        // Where others have the old id too, going back would join them.
        if (world.model.duplicates.has(item.id!) && name !== item.id) {
          assert.ok('refused' in back);
          return;
        }
        assert.ok(!('refused' in back), 'the way back is refused');
        assert.deepEqual(renamedTexts(after, back), textsOf(world));
      },
    );
    fc.assert(property, { numRuns });
    assert.ok(renamed > numRuns / 10, `only ${renamed} were renamed`);
  });

  it('with every mention in texts and back gives the same bytes when the new id stands nowhere', () => {
    fc.assert(
      fc.property(anySpec, fc.nat(9999), (text, pick) => {
        const world = worldOf([['a.delivery', text]]);
        const named = world.model.items.filter(({ id }) => id !== undefined && !world.model.duplicates.has(id));
        const item = named[pick % named.length];
        if (!item) return;
        const there = renameAt(world, cursorAt(world, item.index), 'Fresh-1');
        assert.ok(!('refused' in there));
        const after = renamedWorld(world, there, true);
        const back = renameAt(after, cursorAt(after, item.index), item.id!);
        assert.ok(!('refused' in back));
        assert.deepEqual(renamedTexts(after, back, true), textsOf(world));
      }),
      { numRuns },
    );
  });
});
