import assert from 'node:assert/strict';
import { outlineOf, type OutlineEntry } from '../../../server/src/ide/symbols';
import { fixture } from '../../support/world';

function outline(source: string): string[] {
  const plan = fixture(source);
  const lines = (entry: OutlineEntry, depth: number): string[] => [
    `${'  '.repeat(depth)}${entry.name} | ${entry.detail} | ${entry.part} | ${plan.textOf(entry.selection)}`,
    ...entry.children.flatMap((child) => lines(child, depth + 1)),
  ];
  return outlineOf(plan.world.model, 0).flatMap((entry) => lines(entry, 0));
}

describe('outline', () => {
  it('shows items as they stand in each other', () =>
    assert.deepEqual(
      outline(`
        project crm "CRM rollout" { }
        section "Orders" {
          requirement REQ-1 "Single sign-on" {
            criterion AC-1 "Quickly" { }
          }
        }
        阶段 P-1 "实施" { 任务 T-1 "开发" { } }
        thing { }
      `),
      [
        'crm | CRM rollout | group | crm',
        'Orders | section | group | section',
        '  REQ-1 | Single sign-on | requirement | REQ-1',
        '    AC-1 | Quickly | criterion | AC-1',
        'P-1 | 实施 | other | P-1',
        '  T-1 | 开发 | work | T-1',
        'thing | thing | other | thing',
      ],
    ));

  it('has names even for what is half typed, and selections inside the whole', () => {
    const plan = fixture('requ\nneed "x\n\nphase P {\n  task {\n');
    const check = ({ name, place, selection, children }: OutlineEntry): void => {
      assert.notEqual(name, '');
      assert.ok(place.start <= selection.start && selection.end <= place.end);
      children.forEach(check);
    };
    outlineOf(plan.world.model, 0).forEach(check);
  });

  it('is empty for an empty file', () => assert.deepEqual(outline('//- a.delivery\n'), []));
});
