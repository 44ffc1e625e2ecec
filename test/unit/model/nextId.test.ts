import assert from 'node:assert/strict';
import { builtInTable } from '../../../server/src/kinds/table';
import { nextId } from '../../../server/src/model/nextId';
import { fixture } from '../../support/world';

const next = (source: string, kind = 'need', like?: string): string =>
  nextId(fixture(source).world.model, builtInTable.kind(kind)!, like);

describe('the next id', () => {
  it('counts on from the greatest number in use', () => {
    assert.equal(next('need N-3 "a"\nneed N-10 "b"\nneed N-x "c"'), 'N-11');
    assert.equal(next('need N-3 "a"', 'requirement'), 'REQ-1');
    assert.equal(next('need N-3 "a"\ntask N-4 "t"'), 'N-5');
  });

  it('has the shape that the project uses', () => {
    assert.equal(next('need BR_04 "a"\nneed BR_05 "b"\nneed N-1 "c"'), 'BR_06');
    assert.equal(next('need BR_099 "a"'), 'BR_100');
    assert.equal(next('诉求 诉求-登录-2 "a"'), '诉求-登录-3');
    assert.equal(next('need need.parking "a"\nneed need.search "b"'), 'need.1');
    assert.equal(next('person lin "a"\nperson chen-hua "b"', 'person'), 'PER-1');
    assert.equal(next('need T-1.1 "a"\nneed T-1.2 "b"\nneed T-2 "c"'), 'T-1.3');
  });

  it('is like another id when asked', () => {
    assert.equal(next('need N-1 "a"\nneed X-7 "b"\nneed N-2 "c"', 'need', 'X-7'), 'X-8');
    assert.equal(next('person lin "a"', 'person', 'lin'), 'lin-2');
    assert.equal(next('person lin "a"\nperson lin-2 "b"', 'person', 'lin'), 'lin-3');
  });

  it('looks like no other', () => assert.equal(next('need N-1 "a"\nneed n-2 "b"\nneed Ｎ-3 "c"\nneed N-X "d"'), 'N-4'));
});
