import assert from 'node:assert/strict';
import { definitionAt } from '../../../server/src/ide/definition';
import { referencesAt } from '../../../server/src/ide/references';
import { fixture } from '../../support/world';

const definitions = (source: string): string[] => {
  const plan = fixture(source);
  return definitionAt(plan.world.model, plan.cursor).map(plan.describe);
};

const references = (source: string, withDeclaration = false): string[] => {
  const plan = fixture(source);
  return referencesAt(plan.world.model, plan.cursor, withDeclaration).map(plan.describe);
};

describe('go to definition', () => {
  it('leads from a reference to the id, in another file', () =>
    assert.deepEqual(
      definitions(`
        //- needs.delivery
        // first
        need N-1 "Sign in once" { }
        //- requirements.delivery
        requirement REQ-1 "Single sign-on" { from: N-$01 }
      `),
      ['needs.delivery:2:6 N-1'],
    ));

  it('works at both ends of the word', () => {
    assert.deepEqual(definitions('need 甲 "n" { from: $0甲 }'), ['main.delivery:1:6 甲']);
    assert.deepEqual(definitions('need 甲 "n" { from: 甲$0 }'), ['main.delivery:1:6 甲']);
  });

  it('leads from inside dependencies, allocations and stamps', () => {
    assert.deepEqual(definitions('task T-1 "a" { }\ntask T-2 "b" { after: T-$01 SS + 2d }'), ['main.delivery:1:6 T-1']);
    assert.deepEqual(definitions('person lin "Lin" { }\ntask T "b" { assign: l$0in 50% }'), ['main.delivery:1:8 lin']);
    assert.deepEqual(definitions('person lin "Lin" { }\nchange C "b" { decided: 2026-02-14 by l$0in }'), [
      'main.delivery:1:8 lin',
    ]);
  });

  it('leads to every item that has the id', () =>
    assert.deepEqual(
      definitions(`
        need N-1 "a" { }
        need N-1 "b" { }
        goal G-1 "c" { from: N-1$0 }
      `),
      ['main.delivery:1:6 N-1', 'main.delivery:2:6 N-1'],
    ));

  it('stays where it is on a declaration', () =>
    assert.deepEqual(definitions('need N-$01 "a" { }'), ['main.delivery:1:6 N-1']));

  it('leads nowhere from an unknown id, a word that is no reference, a blank or a comment', () => {
    assert.deepEqual(definitions('need N-1 "a" { from: N-$09 }'), []);
    assert.deepEqual(definitions('need N-1 "a" { fr$0om: N-1 }'), []);
    assert.deepEqual(definitions('need N-1 "a" { voice: "N-$01" }'), []);
    assert.deepEqual(definitions('need N-1 "a" { }\n$0\n'), []);
    assert.deepEqual(definitions('// N-$01\nneed N-1 "a" { }'), []);
    assert.deepEqual(definitions('$0'), []);
  });
});

describe('find references', () => {
  const spec = (a: string, b: string): string => `
    //- a.delivery
    need ${a} "Sign in once" { }
    //- b.delivery
    requirement REQ-1 "Single sign-on" {
      from: ${b}
      criterion AC-1 "x" { }
    }
    risk R-1 "Late" { threatens: REQ-1, N-1 }
  `;

  it('finds them in all files, from the declaration and from a reference', () => {
    const places = ['b.delivery:2:9 N-1', 'b.delivery:5:37 N-1'];
    assert.deepEqual(references(spec('N-1$0', 'N-1')), places);
    assert.deepEqual(references(spec('N-1', '$0N-1')), places);
  });

  it('lists the declaration only if asked', () =>
    assert.deepEqual(references(spec('N-1$0', 'N-1'), true), [
      'a.delivery:1:6 N-1',
      'b.delivery:2:9 N-1',
      'b.delivery:5:37 N-1',
    ]));

  it('does not list links that nesting implies', () =>
    assert.deepEqual(references('requirement REQ-$01 "x" {\n  criterion AC-1 "y" { }\n}'), []));

  it('finds nothing where nothing is named', () => assert.deepEqual(references('need N-1 "a$0" { }'), []));
});
