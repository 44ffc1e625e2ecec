import assert from 'node:assert/strict';
import { mend } from '../../../server/src/ide/mend';
import { applyEdits } from '../../../server/src/language/format/edits';
import { fixture } from '../../support/world';

/** The texts after mending, with the codes of what was mended; the edits lead to the same texts. */
function mended(source: string, isAsked: (file: number) => boolean = () => true): [texts: string[], codes: string[]] {
  const { world } = fixture(source);
  const { world: after, mended: done, edits } = mend(world, isAsked);
  const texts = after.model.files.map(({ document }) => document.text);
  assert.deepEqual(
    world.model.files.map(({ document }, file) => applyEdits(document.text, edits.get(file) ?? [])),
    texts,
  );
  assert.ok(after.findings.length <= world.findings.length || done.length > 0);
  return [texts, done.map(({ finding }) => finding.code)];
}

describe('mending a project', () => {
  it('changes nothing where nothing is certain, and keeps the world', () => {
    const { world } = fixture('requirement REQ-1 "x" { priority: mist }\n');
    assert.equal(mend(world, () => true).world, world);
  });

  it('mends in one round what does not touch, and later what it uncovered', () => {
    assert.deepEqual(
      mended(`
        //- a.delivery
        need N-1 "a" { voice "b"; value： "c" }
        //- b.delivery
        risk "d" { probability: 40, impact： 3d
      `),
      [
        ['need N-1 "a" { voice: "b", value: "c" }', 'risk R-1 "d" { probability: 40%, impact: 3d }\n'],
        [
          'kind/unknown',
          'syntax/full-width',
          'kind/missing-id',
          'syntax/unclosed-block',
          'kind/invalid-value',
          'syntax/full-width',
          'syntax/unexpected',
        ],
      ],
    );
  });

  it('inserts a comma before an id, and before no word that names nothing', () =>
    assert.deepEqual(
      mended(`
        need N-1 "a" { tags: x y }
        need N-2 "b" { from: N-1 N-3 }
        need N-3 "c" { from: N-1 mostly }
        source INT-1 "d" { method: interview, with: lin "two clerks" }
        person lin "e" { }
      `)[0],
      [
        'need N-1 "a" { tags: x, y }\nneed N-2 "b" { from: N-1, N-3 }\nneed N-3 "c" { from: N-1 mostly }\n' +
          'source INT-1 "d" { method: interview, with: lin, "two clerks" }\nperson lin "e" { }\n',
      ],
    ));

  it('leaves files alone that are not asked for', () => {
    const source = '//- a.delivery\nneed N-1 "a" { value： "c" }\n//- b.delivery\nneed N-2 "a" { value： "c" }\n';
    assert.deepEqual(mended(source, (file) => file === 1)[0], [
      'need N-1 "a" { value： "c" }',
      'need N-2 "a" { value: "c" }\n',
    ]);
  });

  it('keeps comments where a field goes', () =>
    assert.deepEqual(
      mended(`
        need N-1 "a" {
          value: "c" // first
          value: /* why */ "c" // second
        }
      `)[0],
      ['need N-1 "a" {\n  value: "c" // first\n  /* why */ // second\n}\n'],
    ));

  it('gives each item without id one of its own', () =>
    assert.deepEqual(mended('risk "a" { }\nrisk "b" { }\nrisk R-7 "c" { }\n')[0], [
      'risk R-8 "a" { }\nrisk R-9 "b" { }\nrisk R-7 "c" { }\n',
    ]));

  it('is done with thousands of defects in seconds', function () {
    this.timeout(20_000);
    const line = (index: number): string => `need N-${index} "a" { value： "c" }\n`;
    const [[text]] = mended(Array.from({ length: 3000 }, (_, index) => line(index)).join(''));
    assert.ok(!text!.includes('：'));
  });
});
