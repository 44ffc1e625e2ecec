/** What is kept of a plan: the object itself as long as nothing in it changes, so that what hangs on it need not be found again. */
import assert from 'node:assert/strict';
import { builtInTable } from '../../../server/src/kinds/table';
import { SourceDocument } from '../../../server/src/language/document';
import { buildModel } from '../../../server/src/model/model';
import { scheduleModel } from '../../../server/src/schedule/fromModel';
import type { Schedule } from '../../../server/src/schedule/network/schedule';

const text = `project p "P" { period: 2026-01-05.. }
task T-1 "one" { effort: 5d }
task T-2 "two" { effort: 3d, after: T-1 }
requirement REQ-1 "r" { priority: must }
`;
const planOf = (document: SourceDocument): Schedule =>
  scheduleModel(buildModel([{ uri: 'file:///plan/a.delivery', document }], builtInTable)).plan;

describe('schedule/kept', () => {
  const document = new SourceDocument(text);
  const plan = planOf(document);
  const typed = (at: string, word: string): SourceDocument => {
    const end = text.indexOf(at) + at.length;
    return document.edit(end, end, word);
  };

  it('is the same plan behind an edit that moves no date', () => {
    assert.equal(planOf(typed('priority: must', 'x')), plan);
  });

  it('is another one behind an edit that moves a date', () => {
    assert.notEqual(planOf(typed('effort: 3', '1')), plan);
  });

  it('is the same again after several edits that moved dates were taken back', () => {
    for (const digit of ['1', '2', '4']) {
      planOf(typed('effort: 3', digit));
      assert.equal(planOf(document), plan);
    }
    assert.equal(planOf(typed('priority: must', 'y')), plan);
  });
});
