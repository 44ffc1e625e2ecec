import assert from 'node:assert/strict';
import { explorerRows } from '../../../../server/src/ide/views/explorer';
import type { Grouping, TreeRow } from '../../../../server/src/ide/views/types';
import type { Tongue } from '../../../../server/src/kinds/tongue';
import { fixture, type Fixture } from '../../../support/world';

interface Wanted {
  readonly filter?: string;
  readonly tongue?: Tongue;
  /** So many layers. */
  readonly depth?: number;
}

/** The tree, indented, with descriptions behind groups only. */
function rows({ world }: Fixture, grouping: Grouping, wanted: Wanted = {}): readonly string[] {
  const { filter = '', tongue = 'en', depth = 9 } = wanted;
  const below = (path: readonly string[]): readonly string[] =>
    explorerRows(world, { grouping, filter, path }, tongue).flatMap((row) => [
      `${'  '.repeat(path.length)}${words(row)}`,
      ...(row.below && path.length + 1 < depth ? below([...path, row.name]) : []),
    ]);
  return below([]);
}

const words = ({ label, description, look }: TreeRow): string =>
  look === 'group' ? `${label}: ${description}` : label;

const SPEC = `
  //- a.delivery
  project P "p" { period: 2026-01-05.. }
  need N-1 "Sign in once" { }
  requirement REQ-1 "Single sign-on" {
    priority: must
    from: N-1
    criterion AC-1 "Quickly" { verify: test, result: passed 2026-01-07, evidence: "log.txt" }
  }
  requirement REQ-2 "On phones" { priority: must, refines: REQ-1 }
  requirement REQ-3 "On watches" { priority: wont, from: N-1 }
  requirement REQ-4 "Unsure" { from: N-1 }
  person lin "Lin Wei" { }
  //- plan.delivery
  phase P-1 "Foundation" {
    section "Servers" {
      task T-1 "Connect" {
        duration: 3d, realizes: D-1, assign: lin
        task T-2 "Part" { duration: 1d }
      }
    }
    phase P-2 "Inner" { task T-3 "Phones" { duration: 1d, realizes: REQ-2 } }
    milestone M-1 "Pilot" { after: T-1, delivers: REQ-1 }
  }
  phase P-3 "Empty" { }
  task T-9 "Loose" { duration: 1d, realizes: REQ-3 }
  deliverable D-1 "Gateway" { satisfies: REQ-1 }
`;

describe('explorer', () => {
  it('shows the plan by phases, with the requirements that are served in each, and what stands in none', () =>
    assert.deepEqual(rows(fixture(SPEC), 'phase', { depth: 3 }), [
      'P-1',
      '  T-1',
      '    T-2',
      '  P-2',
      '    T-3',
      '    REQ-2',
      '  M-1',
      '    REQ-1',
      '  REQ-1',
      '    AC-1',
      '    REQ-2',
      '    D-1',
      'P-3',
      'In no phase: 4',
      '  T-9',
      '  D-1',
      '    T-1',
      '  REQ-3',
      '  REQ-4',
    ]));

  it('shows requirements by priority, the highest first, and below them what has to hold', () =>
    assert.deepEqual(rows(fixture(SPEC), 'priority'), [
      'must: 2',
      '  REQ-1',
      '    AC-1',
      '    REQ-2',
      '      T-3',
      '    D-1',
      '      T-1',
      '        T-2',
      'wont: 1',
      '  REQ-3',
      'No priority: 1',
      '  REQ-4',
    ]));

  it('shows all that plays a part by how far it is covered, and says so in Chinese, too', () => {
    assert.deepEqual(rows(fixture(SPEC), 'coverage', { depth: 2 }), [
      'Not covered: 3',
      '  REQ-2',
      '  REQ-4',
      'Linked, but not covered yet: 6',
      '  N-1',
      '  M-1',
      'Covered down to evidence: 1',
      '  AC-1',
      'Needs no coverage: 2',
      '  REQ-3',
      '  T-9',
    ]);
    assert.deepEqual(rows(fixture(SPEC), 'coverage', { depth: 1, tongue: 'zh' }), [
      '未被覆盖: 3',
      '链接齐全，但尚未完整覆盖: 6',
      '已完整覆盖，直至证据: 1',
      '无需覆盖: 2',
    ]);
  });

  it('finds items by words in id, title, kind, status and people, with what stands above them', () => {
    const found = (filter: string, grouping: Grouping = 'phase', tongue: Tongue = 'en'): readonly string[] =>
      rows(fixture(SPEC), grouping, { filter, tongue, depth: 2 });
    assert.deepEqual(found('lin TASK'), ['P-1', '  T-1', '  M-1', '  REQ-1', 'In no phase: 1', '  D-1']);
    assert.deepEqual(found('wei', 'priority'), ['must: 1', '  REQ-1']);
    assert.deepEqual(found('必须 phone', 'priority', 'zh'), ['必须: 2', '  REQ-1']);
    assert.deepEqual(found('p-1'), ['P-1', '  T-1', '  P-2', '  M-1', '  REQ-1']);
    assert.deepEqual(found('no such thing'), []);
  });

  it('reaches every item of a circle, and ends', () =>
    assert.deepEqual(
      rows(
        fixture('requirement A "a" { refines: B }\nrequirement B "b" { refines: C }\nrequirement C "c" { refines: A }'),
        'priority',
      ),
      ['No priority: 3', '  A', '    C', '      B', '        A'],
    ));

  it('has no rows where a path leads nowhere any more', () => {
    const { world } = fixture(SPEC);
    const below = (...path: string[]): number =>
      explorerRows(world, { grouping: 'phase', filter: '', path }, 'en').length;
    assert.equal(below('P-404'), 0);
    assert.equal(below('P-1', 'T-404'), 0);
  });
});
