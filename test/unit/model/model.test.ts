import assert from 'node:assert/strict';
import type { Link } from '../../../server/src/model/model';
import { fixture, type Fixture } from '../../support/world';

/** "AC-1 verifies REQ-1", with "(nested)" for links that standing inside implies. */
const linkWords = ({ world: { model } }: Fixture, links: readonly Link[] = model.links()): string[] =>
  links.map(({ from, to, field, reference }) => {
    const word = (item: number): string => model.items[item]?.id ?? '?';
    return `${word(from)} ${field.key} ${to < 0 ? `${reference!.reference.id}?` : word(to)}${reference ? '' : ' (nested)'}`;
  });

describe('model', () => {
  it('links references in both directions', () => {
    const plan = fixture(`
      //- a.delivery
      need N-1 "Sign in once" { }
      //- b.delivery
      requirement REQ-1 "Single sign-on" { from: N-1, depends: REQ-9 }
      risk R-1 "Late" { threatens: REQ-1, N-1 }
    `);
    const { model } = plan.world;
    assert.deepEqual(linkWords(plan), [
      'REQ-1 from N-1',
      'REQ-1 depends REQ-9?',
      'R-1 threatens REQ-1',
      'R-1 threatens N-1',
    ]);
    assert.deepEqual(linkWords(plan, model.incoming(plan.item('N-1').index)), ['REQ-1 from N-1', 'R-1 threatens N-1']);
    assert.deepEqual(linkWords(plan, model.outgoing(plan.item('REQ-1').index)), [
      'REQ-1 from N-1',
      'REQ-1 depends REQ-9?',
    ]);
    assert.deepEqual(model.incoming(plan.item('R-1').index), []);
  });

  it('links what stands inside to what it stands in', () => {
    const plan = fixture(`
      source INT-1 "Kick-off" {
        need N-1 "Sign in once" {
          requirement REQ-1 "Single sign-on" {
            criterion AC-1 "x" { }
            requirement REQ-2 "Quickly" { }
            task T-1 "Connect" { task T-2 "Part" { } }
          }
        }
      }
    `);
    assert.deepEqual(linkWords(plan), [
      'N-1 from INT-1 (nested)',
      'REQ-1 from N-1 (nested)',
      'AC-1 verifies REQ-1 (nested)',
      'REQ-2 refines REQ-1 (nested)',
      'T-1 realizes REQ-1 (nested)',
    ]);
  });

  it('looks through sections, at any depth, and through the project', () => {
    const plan = fixture(`
      project crm "CRM" {
        requirement REQ-1 "Top" {
          section "A" { section "B" { criterion AC-1 "x" { } } }
        }
        section "C" { criterion AC-2 "y" { } }
      }
    `);
    assert.deepEqual(linkWords(plan), ['AC-1 verifies REQ-1 (nested)']);
  });

  it('gives a name to the first of several items, by file and then by place', () => {
    const plan = fixture(`
      //- b.delivery
      need X "third" { }
      //- a.delivery
      need X "first" { }
      need X "second" { }
      need Y "only" { from: X }
    `);
    const { model } = plan.world;
    assert.equal(plan.item('X').title, 'first');
    assert.deepEqual(
      [...model.duplicates].map(([id, items]) => [id, items.map(({ title }) => title)]),
      [['X', ['first', 'second', 'third']]],
    );
    assert.deepEqual(linkWords(plan), ['Y from X']);
  });

  it('knows children, parents and the items of a segment', () => {
    const plan = fixture(`
      need N-1 "n" { }
      phase P-1 "p" {
        task T-1 "a" { }
        task T-2 "b" { task T-3 "c" { } }
      }
    `);
    const { model } = plan.world;
    assert.deepEqual(
      model.children(plan.item('P-1').index).map(({ id }) => id),
      ['T-1', 'T-2'],
    );
    assert.equal(model.items[plan.item('T-3').parent]!.id, 'T-2');
    assert.deepEqual(
      model.itemsIn(0, 1).map(({ id }) => id),
      ['P-1', 'T-1', 'T-2', 'T-3'],
    );
  });

  it('is the same whatever the order of the files', () => {
    const files = [
      '//- a.delivery\nneed X "1" { }\n',
      '//- b.delivery\nneed X "2" { }\n',
      '//- c.delivery\nneed Z "3" { from: X }\n',
    ];
    const describe = (plan: Fixture) => plan.world.findings.map(({ code, place }) => `${code} ${plan.describe(place)}`);
    assert.deepEqual(describe(fixture(files.join(''))), describe(fixture([...files].reverse().join(''))));
  });
});
