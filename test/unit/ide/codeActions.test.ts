import assert from 'node:assert/strict';
import { applied } from '../../../server/src/ide/mend';
import {
  isMendable,
  mendingOf,
  quickFixesIn,
  suppressionsIn,
  type QuickFix,
} from '../../../server/src/ide/codeActions';
import type { World } from '../../../server/src/ide/world';
import { dedent } from '../../support/spec';
import { fixture } from '../../support/world';

/** What is offered at the cursor, and the text of the cursor's file after each. */
function offers(source: string, ask: typeof quickFixesIn = quickFixesIn): Record<string, string> {
  const { world, cursor } = fixture(source);
  const fixes = ask(world, { file: cursor.file, start: cursor.offset, end: cursor.offset });
  return Object.fromEntries(fixes.map((fix) => [fix.title.en, textAfter(world, fix, cursor.file)]));
}

const textAfter = (world: World, { title, edits }: QuickFix, file: number): string =>
  applied(world, [{ repair: { title, edits, sure: false } }]).model.files[file]!.document.text;

describe('code actions', () => {
  it('offer the repairs of the findings at the cursor', () =>
    assert.deepEqual(offers('task T-1 "Connect" { ef$0ort: 5d, status: dne }\n'), {
      'Change to `effort`': 'task T-1 "Connect" { effort: 5d, status: dne }\n',
    }));

  it('offer the kinds that were probably meant, in either tongue, also where a brace is missing', () => {
    assert.deepEqual(Object.keys(offers('requir$0ment R-1 {\n')), ['Change to `requirement`', 'Insert `}`']);
    assert.deepEqual(Object.keys(offers('phase P-1 "x" {\n  requir$0ment R-1 { colour: red\n')), [
      'Change to `requirement`',
      'Insert `}`',
    ]);
    assert.deepEqual(offers('里$0程 M-1 "试点" { 到期: 2026-01-09 }\n'), {
      'Change to `里程碑`': '里程碑 M-1 "试点" { 到期: 2026-01-09 }\n',
    });
    assert.deepEqual(Object.keys(offers('te$0sk T-1 "Connect" { }\n')), [
      'Change to `task`',
      'Change to `team`',
      'Change to `risk`',
    ]);
  });

  it('offer nothing where nothing is wrong', () =>
    assert.deepEqual(offers('task T-1 "Connect" { ef$0fort: 5d }\n'), {}));

  it('create what a reference misses in the file of the others of its kind', () => {
    const { world, cursor } = fixture(`
      //- needs.delivery
      need N-1 "Sign in once" { }
      //- requirements.delivery
      requirement REQ-1 "Single sign-on" { priority: must, from: N-$07 }
    `);
    const fixes = quickFixesIn(world, { ...cursor, start: cursor.offset, end: cursor.offset });
    const create = fixes.find(({ title }) => title.en.startsWith('Create need'));
    assert.ok(create, fixes.map(({ title }) => title.en).join());
    assert.match(textAfter(world, create, 0), /need N-1 .*\n+need N-7 "N-7"/);
  });

  it('ignore a finding on its item, behind what is ignored there already', () => {
    assert.deepEqual(
      offers('requirement REQ$0-1 "x" { priority: must, from: N-1 }\nneed N-1 "y" { }\n', suppressionsIn),
      {
        ...Object.fromEntries(
          ['criterion', 'work', 'milestone'].map((strand) => [
            `Ignore \`trace/no-${strand}\` here, for a reason to be written`,
            `requirement REQ-1 "x" { priority: must, from: N-1, ignore: trace/no-${strand} "" }\nneed N-1 "y" { }\n`,
          ]),
        ),
      },
    );
    const [second] = Object.values(
      offers(
        dedent(`
          requirement REQ$0-1 "x" {
            priority: must
            from: N-1
            ignore: trace/no-work "bought", trace/no-milestone "bought"
          }
          need N-1 "y" { }
        `),
        suppressionsIn,
      ),
    );
    assert.match(second!, /ignore: trace\/no-work "bought", trace\/no-milestone "bought", trace\/no-criterion ""/);
  });

  it('do not offer to ignore that something ignored has no reason', () =>
    assert.deepEqual(offers('need N-1 "y" { ignore: tra$0ce/unused-need "" }\n', suppressionsIn), {}));

  it('mend a whole file, and no other', () => {
    const { world } = fixture(`
      //- a.delivery
      task T-1 "😀" { effort 5d }
      task T-2 "b" { effort： 5d
      //- b.delivery
      task T-3 "c" { efort: 5d }
    `);
    assert.ok(isMendable(world, 0));
    const after = applied(world, [{ repair: { title: { en: '', zh: '' }, edits: mendingOf(world, 0), sure: true } }]);
    assert.equal(after.model.files[0]!.document.text, 'task T-1 "😀" { effort: 5d }\ntask T-2 "b" { effort: 5d }');
    assert.equal(after.model.files[1]!.document.text, world.model.files[1]!.document.text);
    assert.ok(!isMendable(after, 0));
  });
});
