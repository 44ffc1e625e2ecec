import assert from 'node:assert/strict';
import { lensesIn, lensText, type LensTypes } from '../../../server/src/ide/codeLens';
import { parseDay } from '../../../server/src/kinds/time';
import type { Tongue } from '../../../server/src/kinds/tongue';
import { fixture } from '../../support/world';

/** "REQ-1: 2 tasks [T-1, T-2]", for each lens of the first file. */
function lenses(
  source: string,
  tongue: Tongue = 'en',
  today = '2026-01-10',
  types: Partial<LensTypes> = {},
): readonly string[] {
  const plan = fixture(source, parseDay(today));
  return lensesIn(plan.world, 0, { ...ALL, ...types }).map(({ place, item, part }) => {
    const text = lensText(plan.world, item, part, tongue);
    assert.ok(text, `${part} has nothing to say`);
    return `${plan.textOf(place)}: ${text.title} [${text.places.map(plan.textOf).join(', ')}]`;
  });
}

const ALL: LensTypes = {
  requirements: true,
  tasks: true,
  criteria: true,
  milestone: true,
  delivers: true,
  late: true,
};

const SPEC = `
  //- a.delivery
  需求 REQ-1 "Single sign-on" {
    criterion AC-1 "a" { verify: test, result: passed 2026-01-07, evidence: "log.txt" }
    criterion AC-2 "b" { verify: test }
  }
  requirement REQ-2 "part" { refines: REQ-1 }
  requirement REQ-3 "nothing" { }
  //- b.delivery
  project P "p" { period: 2026-01-05.. }
  task T-1 "one" { duration: 3d, realizes: REQ-1 }
  task T-2 "two" { duration: 2d, after: T-1, realizes: REQ-1, REQ-2 }
  milestone M-1 "Pilot" { due: 2026-01-07, after: T-2, delivers: REQ-1 }
  milestone M-2 "Later" { due: 2027-03-01, after: M-1, start: >= 2027-02-01, delivers: REQ-1 }
`;

describe('code lenses', () => {
  it('are only those that are wanted', () => {
    const types = { tasks: false, criteria: false, late: false };
    assert.deepEqual(lenses(SPEC, 'en', '2026-01-10', types), ['REQ-1: M-1 9 Jan [M-1]', 'REQ-2: M-1 9 Jan [M-1]']);
    assert.deepEqual(lenses(SPEC, 'en', '2026-01-10', { ...types, milestone: false }), []);
  });

  it('count what came of a requirement, and say when it is delivered and how late', () =>
    assert.deepEqual(lenses(SPEC), [
      'REQ-1: 2 tasks [T-1, T-2]',
      'REQ-1: 1/2 criteria [AC-1, AC-2]',
      'REQ-1: M-1 9 Jan [M-1]',
      'REQ-1: late 2 d [T-1, T-2]',
      'REQ-2: 1 task [T-2]',
      'REQ-2: M-1 9 Jan [M-1]',
      'REQ-2: late 2 d [T-1, T-2]',
    ]));

  it('speak Chinese', () =>
    assert.deepEqual(lenses(SPEC, 'zh').slice(0, 4), [
      'REQ-1: 2 项任务 [T-1, T-2]',
      'REQ-1: 1/2 条验收标准 [AC-1, AC-2]',
      'REQ-1: M-1 1月9日 [M-1]',
      'REQ-1: 延期 2 天 [T-1, T-2]',
    ]));

  it('name the year where it is another one', () =>
    assert.ok(lenses(SPEC, 'en', '2025-12-31').includes('REQ-1: M-1 9 Jan 2026 [M-1]')));

  it('stand above needs and milestones too', () =>
    assert.deepEqual(
      lenses(`
        project P "p" { period: 2026-01-05.. }
        need N-1 "n" { }
        requirement REQ-1 "r" { from: N-1 }
        goal G-1 "g" { from: N-1 }
        milestone M-1 "m" { delivers: REQ-1 }
        milestone M-2 "no lens" { due: 2026-02-01 }
      `),
      ['N-1: 1 requirement [REQ-1]', 'REQ-1: M-1 5 Jan [M-1]', 'M-1: delivers 1, 0/1 covered [REQ-1]'],
    ));

  it('end in circles of refinement', () =>
    assert.deepEqual(
      lenses('requirement A "a" { refines: B }\nrequirement B "b" { refines: A }\ntask T "t" { realizes: A }\n'),
      ['A: 1 task [T]'],
    ));

  it('have nothing to say of what is gone', () => {
    const { world } = fixture('requirement A "a" { }');
    assert.equal(lensText(world, 0, 'tasks', 'en'), undefined);
    assert.equal(lensText(world, 7, 'tasks', 'en'), undefined);
  });
});
