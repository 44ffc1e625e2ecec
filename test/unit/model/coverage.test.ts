import assert from 'node:assert/strict';
import { reasonWords, uncoveredWords } from '../../../server/src/checks/gapWords';
import type { Tongue } from '../../../server/src/kinds/tongue';
import { coverageOf, type GapFilter } from '../../../server/src/model/coverage';
import { coverageByKind, readinessOf } from '../../../server/src/model/readiness';
import { fixture, type Fixture } from '../../support/world';

/** A requirement with a whole thread, down to evidence that passed. */
const WHOLE = `
  source INT-1 "Kick-off" { method: interview }
  need N-1 "Sign in once" { from: INT-1 }
  requirement REQ-1 "Single sign-on" {
    priority: must
    from: N-1
    criterion AC-1 "Sign in" { verify: test, result: passed 2026-03-01 }
  }
  person lin "Lin" { }
  task T-1 "Connect" { effort: 3d, assign: lin, realizes: REQ-1, status: done }
  milestone M-1 "Pilot" { delivers: REQ-1 }
  signoff S-1 "Pilot" { accepts: M-1, by: lin, result: accepted }
  sla SLA-1 "Support" { covers: REQ-1 }
`;

/** "whole", "-" for what is not needed, otherwise what is missing, in words. */
function say(
  { world: { model }, item }: Fixture,
  id: string,
  tongue: Tongue = 'en',
  filter: GapFilter = 'any',
): string {
  const { index } = item(id);
  const coverage = coverageOf(model);
  if (!coverage.isNeeded(index)) return '-';
  const gaps = coverage.weakest(index, Infinity, filter);
  assert.equal(gaps.length === 0, coverage.nearest(index, filter) < 0);
  if (gaps.length > 0) assert.equal(gaps[0]!.item, coverage.nearest(index, filter), 'the nearest is named first');
  return gaps.length === 0 ? 'whole' : reasonWords(model, gaps, tongue, index, Infinity);
}

const states = (plan: Fixture, ...ids: readonly string[]): string[] => ids.map((id) => `${id} ${say(plan, id)}`);

const shallow = ({ world: { model }, item }: Fixture, id: string): boolean =>
  coverageOf(model).isShallow(item(id).index);

describe('coverage', function () {
  this.timeout(10_000);

  it('of a whole thread is deep, from source to sign-off', () => {
    const plan = fixture(WHOLE);
    const all = ['INT-1', 'N-1', 'REQ-1', 'AC-1', 'T-1', 'M-1', 'S-1', 'SLA-1'];
    assert.deepEqual(
      states(plan, ...all),
      all.map((id) => `${id} whole`),
    );
    assert.equal(coverageOf(plan.world.model).partOf(plan.item('lin').index), undefined);
    assert.equal(coverageOf(plan.world.model).partOf(plan.item('SLA-1').index), 'service');
  });

  it('names the weakest links of everything above, the nearest first', () => {
    const plan = fixture(`
      need N-1 "Sign in once" { from: INT-1 }
      source INT-1 "Kick-off" { method: interview }
      milestone M-1 "Pilot" { delivers: REQ-3 }
      signoff S-1 "Pilot" { accepts: M-1, by: lin }
      person lin "Lin" { }
      requirement REQ-3 "Single sign-on" { priority: must, from: N-1 }
      criterion AC-7 "Sign in" { verifies: REQ-3, verify: test }
      task T-9 "Connect" { effort: 3d, realizes: REQ-3 }
    `);
    assert.deepEqual(states(plan, 'AC-7', 'T-9', 'REQ-3', 'N-1', 'INT-1', 'M-1', 'S-1'), [
      'AC-7 it has no evidence',
      'T-9 it is unassigned',
      'REQ-3 AC-7 has no evidence, T-9 is unassigned',
      'N-1 AC-7 has no evidence, T-9 is unassigned',
      'INT-1 AC-7 has no evidence, T-9 is unassigned',
      'M-1 AC-7 has no evidence, T-9 is unassigned',
      'S-1 it is not signed, AC-7 has no evidence, T-9 is unassigned',
    ]);
    const { model } = plan.world;
    const words = (tongue: Tongue): string =>
      uncoveredWords(model, plan.item('REQ-3'), coverageOf(model).weakest(plan.item('REQ-3').index), tongue);
    assert.equal(words('en'), 'REQ-3 is not covered: AC-7 has no evidence, T-9 is unassigned');
    assert.equal(words('zh'), 'REQ-3 未被覆盖：AC-7 没有证据，T-9 未分配人员');
    assert.equal(shallow(plan, 'REQ-3'), true);
    assert.equal(shallow(plan, 'AC-7'), true);
    assert.equal(shallow(plan, 'T-9'), false);
  });

  it('tells gaps of structure from those of progress', () => {
    const plan = fixture(`
      need N-1 "n" { }
      requirement REQ-1 "a" {
        priority: must
        from: N-1
        criterion AC-1 "x" { verify: test }
        requirement REQ-2 "b" {
            criterion AC-2 "y" { verify: test }
            priority: must
          }
      }
      task T-1 "t" { realizes: REQ-1 }
      milestone M-1 "m" { delivers: REQ-1, REQ-2 }
    `);
    assert.equal(say(plan, 'REQ-1', 'en', 'structure'), 'REQ-2 has no work');
    assert.equal(say(plan, 'REQ-1', 'en', 'progress'), 'AC-1 has no evidence, T-1 is unassigned, AC-2 has no evidence');
    assert.equal(say(plan, 'REQ-1', 'en', 'verification'), 'AC-1 has no evidence, AC-2 has no evidence');
    assert.equal(say(plan, 'AC-1', 'en', 'structure'), 'whole');
    assert.equal(say(plan, 'REQ-1', 'zh', 'structure'), 'REQ-2 没有对应的工作');
  });

  describe('asks nothing', () => {
    it('of what will not be done, and of what hangs on it alone', () => {
      const plan = fixture(`
        requirement REQ-1 "no" {
          priority: wont
          criterion AC-1 "x" { }
          requirement REQ-2 "below" { task T-2 "t" { task T-3 "part" { } } }
        }
        requirement REQ-4 "dropped" { priority: must, status: dropped }
        task T-4 "both" { realizes: REQ-4, REQ-5 }
        task T-5 "one" { realizes: REQ-4 }
        requirement REQ-5 "yes" { priority: must }
        goal G-1 "stopped" { status: cancelled }
      `);
      const ids = ['REQ-1', 'AC-1', 'REQ-2', 'T-2', 'T-3', 'REQ-4', 'T-5', 'G-1'];
      assert.deepEqual(
        states(plan, ...ids),
        ids.map((id) => `${id} -`),
      );
      assert.equal(say(plan, 'T-4'), 'it is unassigned');
      assert.equal(shallow(plan, 'REQ-1'), false);
    });

    it('of what the scope excludes', () => {
      const plan = fixture(`
        scope { excludes: REQ-1 }
        requirement REQ-1 "no" { criterion AC-1 "x" { } }
      `);
      assert.deepEqual(states(plan, 'REQ-1', 'AC-1'), ['REQ-1 -', 'AC-1 -']);
    });

    it('of what is still being typed', () => {
      const plan = fixture(`${WHOLE}\nrequirement REQ-2\n`);
      assert.equal(say(plan, 'REQ-2'), 'whole');
    });

    it('of a need more than that it led to something, be it refused', () => {
      const plan = fixture(`
        need N-1 "taken up" { }
        requirement REQ-1 "no" { priority: wont, from: N-1 }
        need N-2 "forgotten" { }
        feedback FB-1 "fed back" { channel: survey }
        need N-3 "from feedback" { from: FB-1 }
      `);
      assert.deepEqual(states(plan, 'N-1', 'N-2', 'N-3'), [
        'N-1 whole',
        'N-2 it led to nothing',
        'N-3 it led to nothing',
      ]);
    });
  });

  describe('says a broken link once', () => {
    it('that leads to nothing', () => {
      const plan = fixture(`
        requirement REQ-5 "a" {
          criterion AC-1 "x" { verify: test, evidence: CHK-9 }
          refines: REQ-99
        }
        task T-1 "t" { realizes: REQ-5, status: done }
        milestone M-1 "m" { delivers: REQ-5 }
        criterion AC-2 "y" { verifies: REQ-98, result: passed }
        signoff S-1 "s" { accepts: M-9, by: lin, result: accepted }
      `);
      assert.deepEqual(states(plan, 'REQ-5', 'AC-1', 'AC-2', 'M-1', 'S-1'), [
        'REQ-5 it refines REQ-99, which does not exist, AC-1 names as its evidence CHK-9, which does not exist',
        'AC-1 it names as its evidence CHK-9, which does not exist',
        'AC-2 it verifies REQ-98, which does not exist',
        'M-1 REQ-5 refines REQ-99, which does not exist, AC-1 names as its evidence CHK-9, which does not exist',
        'S-1 it accepts M-9, which does not exist',
      ]);
      assert.equal(say(plan, 'AC-2', 'zh'), '验证 REQ-98，而它不存在');
    });

    it('that leads to another kind, and does not go that way', () => {
      const plan = fixture(`
        need N-1 "n" { }
        requirement REQ-1 "a" { priority: must, from: N-1 }
        criterion AC-1 "x" { verifies: N-1, verify: test }
      `);
      assert.deepEqual(states(plan, 'AC-1', 'N-1'), [
        'AC-1 it verifies N-1, which is a need, it has no evidence',
        'N-1 REQ-1 has no acceptance criterion, REQ-1 has no work, REQ-1 has no milestone',
      ]);
    });

    it('that was made for another revision', () => {
      const plan = fixture(`
        need N-1 "n" { revision: 3 }
        requirement REQ-1 "a" { priority: must, from: N-1 rev 2 }
        requirement REQ-2 "b" { priority: must, from: N-1 rev 3 }
        requirement REQ-3 "c" { priority: must, refines: REQ-2 rev "x" }
      `);
      const suspects = (id: string): string => say(plan, id, 'en', 'structure').split(', it has')[0]!;
      assert.equal(suspects('REQ-1'), 'it comes from N-1 rev 2, which has revision 3 now');
      assert.match(suspects('REQ-2'), /^it has no acceptance criterion$/);
      assert.equal(suspects('REQ-3'), 'it refines REQ-2 rev x, which states no revision');
    });

    it('to a name that two items have: the second lacks nothing that the first has', () => {
      const plan = fixture(`${WHOLE}
        requirement REQ-1 "twin" { priority: must, from: N-1 }
        need N-1 "twin" { }
      `);
      const { model } = plan.world;
      const [, twin] = model.duplicates.get('REQ-1')!;
      const [, need] = model.duplicates.get('N-1')!;
      assert.deepEqual(coverageOf(model).gapsOf(twin!.index), []);
      assert.deepEqual(coverageOf(model).gapsOf(need!.index), []);
    });
  });

  describe('of a criterion', () => {
    const criterion = (fields: string, rest = ''): string => {
      const plan = fixture(`requirement REQ-1 "r" { criterion AC-1 "x" { ${fields} } }\n${rest}`);
      return say(plan, 'AC-1');
    };

    it('is its result', () => {
      assert.equal(criterion('verify: test, result: passed'), 'whole');
      assert.equal(criterion('verify: test, result: failed'), 'it failed');
      assert.equal(criterion('verify: test'), 'it has no evidence');
      assert.equal(criterion(''), 'it does not say how it is verified');
      assert.equal(criterion('metric: p95 <= 2s'), 'it has no evidence');
      assert.equal(criterion('result: failed 2026-03-01, passed 2026-03-08'), 'whole');
      assert.equal(criterion('result: passed 2026-03-08, failed 2026-03-01'), 'whole');
      assert.equal(criterion('result: failed, passed'), 'whole');
      assert.equal(criterion('result: passed, failed'), 'it failed');
    });

    it('is its evidence', () => {
      assert.equal(criterion('evidence: "minutes/demo.pdf"'), 'whole');
      assert.equal(criterion('evidence: https://example.com/run/7'), 'whole');
      assert.equal(criterion('evidence: D-1', 'deliverable D-1 "Report" { }'), 'whole');
      assert.equal(criterion('evidence: CHK-1', 'check CHK-1 "Test" { result: passed }'), 'whole');
      assert.equal(criterion('evidence: CHK-1', 'check CHK-1 "Test" { result: failed }'), 'it failed in CHK-1');
      assert.equal(criterion('verify: test, evidence: CHK-1', 'check CHK-1 "Test" { }'), 'it has no evidence');
      assert.equal(
        criterion('verify: test, evidence: CHK-1', 'check CHK-1 "Test" { result: conditional }'),
        'it has no evidence',
      );
    });

    it('is what checks say of it, the latest', () => {
      assert.equal(criterion('verify: test', 'check CHK-1 "Test" { of: AC-1, result: passed }'), 'whole');
      assert.equal(criterion('check CHK-1 "Test" { result: failed }'), 'it failed in CHK-1');
      const both = (first: string, second: string): string =>
        criterion('', `check CHK-1 "A" { of: AC-1, ${first} }\ncheck CHK-2 "B" { of: AC-1, ${second} }`);
      assert.equal(both('result: failed, date: 2026-03-01', 'result: passed, date: 2026-03-02'), 'whole');
      assert.equal(both('result: passed, date: 2026-03-01', 'result: failed, date: 2026-03-02'), 'it failed in CHK-2');
      assert.equal(both('result: passed, date: 2026-03-01', 'result: failed'), 'it failed in CHK-2');
      assert.equal(both('result: failed, date: 2026-03-01', 'result: passed'), 'it failed in CHK-1');
      assert.equal(both('result: failed, status: cancelled', 'result: passed'), 'whole');
    });

    it('verifies something, unless a sign-off holds it', () => {
      assert.equal(say(fixture('criterion AC-1 "x" { result: passed }'), 'AC-1'), 'it verifies nothing');
      assert.equal(say(fixture('signoff S-1 "s" { criterion AC-1 "x" { result: passed } }'), 'AC-1'), 'whole');
    });
  });

  describe('of work, deliverables, sign-offs and services', () => {
    it('of a task made of others is that of its parts, which inherit who does it', () => {
      const plan = fixture(`
        person lin "Lin" { }
        task T-1 "whole" {
          assign: lin
          realizes: REQ-1
          section "s" {
            task T-2 "a" { }
            task T-3 "b" { progress: 100% }
          }
        }
        task T-4 "c" { actual: 2026-03-01..2026-03-05 }
        task T-5 "d" { actual: 2026-03-01.. }
        requirement REQ-1 "r" { priority: must }
      `);
      assert.deepEqual(states(plan, 'T-1', 'T-2', 'T-3', 'T-4', 'T-5'), [
        'T-1 T-2 is not done',
        'T-2 it is not done',
        'T-3 whole',
        'T-4 whole',
        'T-5 it is unassigned',
      ]);
    });

    it('asks a deliverable for something to show, and a check on anything for a pass', () => {
      const plan = fixture(`
        requirement REQ-1 "r" { check CHK-1 "Review" { result: failed } }
        deliverable D-1 "empty" { satisfies: REQ-1 }
        deliverable D-2 "file" { file: "a.pdf" }
        deliverable D-3 "work" { task T-1 "t" { status: done } }
        check CHK-2 "later" { of: D-3 }
      `);
      assert.deepEqual(states(plan, 'D-1', 'D-2', 'D-3', 'CHK-1', 'CHK-2'), [
        'D-1 it has no work, file or criterion',
        'D-2 whole',
        'D-3 whole',
        'CHK-1 it failed',
        'CHK-2 it has no result',
      ]);
      assert.match(say(plan, 'REQ-1'), /^it failed in CHK-1, it has no origin/);
    });

    it('asks a sign-off for a signature and a service for what it covers', () => {
      const plan = fixture(`
        milestone M-1 "nothing" { due: 2026-03-01 }
        milestone M-2 "nothing, and nobody asks" { due: 2026-03-01 }
        signoff S-1 "open" { accepts: M-1, by: lin }
        signoff S-2 "rejected" { accepts: M-1, by: lin, result: rejected }
        signoff S-3 "conditional" { accepts: M-1, by: lin, result: conditional }
        sla SLA-1 "none" { response: 4h }
      `);
      assert.deepEqual(states(plan, 'M-1', 'M-2', 'S-1', 'S-2', 'S-3', 'SLA-1'), [
        'M-1 it delivers nothing',
        'M-2 whole',
        'S-1 it is not signed, M-1 delivers nothing',
        'S-2 it was rejected, M-1 delivers nothing',
        'S-3 it holds on conditions only, M-1 delivers nothing',
        'SLA-1 it covers nothing',
      ]);
      assert.equal(say(plan, 'S-2', 'zh'), '被拒收，M-1 没有交付任何内容');
    });
  });

  it('goes round in no circle', () => {
    const plan = fixture(`
      requirement REQ-1 "a" { priority: must, refines: REQ-2 }
      requirement REQ-2 "b" { priority: must, refines: REQ-1, REQ-2 }
      requirement REQ-3 "c" { priority: wont, refines: REQ-4 }
      requirement REQ-4 "d" { priority: must, refines: REQ-3 }
    `);
    assert.match(say(plan, 'REQ-1'), /^it has no origin, .* REQ-2 has no milestone$/);
    assert.deepEqual(states(plan, 'REQ-3', 'REQ-4'), ['REQ-3 -', 'REQ-4 -']);
  });

  it('looks at each link once, however long the chain', () => {
    const chain = Array.from(
      { length: 4000 },
      (_, n) => `requirement R-${n} "r" { priority: must, refines: R-${n + 1} }\n`,
    ).join('');
    const plan = fixture(`${chain}requirement R-4000 "r" { priority: must }\n`);
    assert.equal(coverageOf(plan.world.model).nearest(plan.item('R-4000').index), plan.item('R-4000').index);
    const dropped = fixture(`${chain}requirement R-4000 "r" { priority: wont }\n`);
    assert.equal(coverageOf(dropped.world.model).isNeeded(dropped.item('R-0').index), false);
  });

  it('counts kinds of a team’s own by their parts and roles', () => {
    const plan = fixture(`
      //- delivery.config.json
      {
        "kinds": {
          "story": {
            "trace": "requirement",
            "fields": { "asked-by": { "type": "ref", "targets": ["need"], "link": { "reading": "asked by", "inverse": "asks for", "role": "origin" } } }
          },
          "test-run": {
            "trace": "evidence",
            "fields": {
              "tests": { "type": "ref", "targets": ["story"], "link": { "reading": "tests", "inverse": "tested by", "role": "verification" } },
              "result": { "type": "enum", "values": { "passed": {}, "failed": {} } }
            }
          }
        }
      }
      //- main.delivery
      need N-1 "n" { }
      story US-1 "s" { asked-by: N-1 }
      test-run RUN-1 "t" { tests: US-1, result: failed }
    `);
    assert.deepEqual(
      plan.world.findings.filter(({ code }) => code.startsWith('config/')).map(({ message }) => message.en),
      [],
    );
    assert.deepEqual(states(plan, 'N-1', 'US-1'), [
      'N-1 US-1 failed in RUN-1, US-1 has no work, US-1 has no milestone',
      'US-1 it failed in RUN-1, it has no work, it has no milestone',
    ]);
  });
});

describe('coverage: totals', () => {
  it('count each kind', () => {
    const plan = fixture(`${WHOLE}
      requirement REQ-2 "no" { priority: wont }
      requirement REQ-3 "open" {
        from: N-1
        criterion AC-3 "x" { verify: test }
        task T-3 "t" { }
      }
      milestone M-2 "m" { delivers: REQ-3 }
    `);
    const totals = coverageByKind(plan.world.model).map(
      ({ kind, count, needed, shallow, deep }) => `${kind.key} ${count} ${needed} ${shallow} ${deep}`,
    );
    assert.deepEqual(totals, [
      'source 1 1 1 0',
      'need 1 1 1 0',
      'requirement 3 2 2 1',
      'criterion 2 2 2 1',
      'task 2 2 1 1',
      'milestone 2 2 2 1',
      'signoff 1 1 1 1',
      'sla 1 1 1 1',
    ]);
  });

  it('say how ready each milestone is, and what is missing', () => {
    const plan = fixture(`${WHOLE}
      requirement REQ-2 "verified, work goes on" {
        priority: must
        from: N-1
        criterion AC-2 "x" { result: passed }
        task T-2 "t" { assign: lin, progress: 50% }
      }
      requirement REQ-3 "not this time" { priority: wont }
      milestone M-2 "second" { delivers: REQ-1, REQ-2, REQ-3 }
      milestone M-3 "only a date" { due: 2026-03-01 }
      milestone M-4 "reached" { delivers: REQ-1, actual: 2026-03-01 }
    `);
    const { model } = plan.world;
    const rows = readinessOf(model).map(
      ({ milestone, reached, delivers, covered, verifiable, verified, tasks, done, work, missing }) => [
        milestone.id,
        reached,
        delivers,
        covered,
        `${verified}/${verifiable}`,
        `${done}/${tasks} ${work}`,
        reasonWords(model, missing, 'en', milestone.index),
      ],
    );
    assert.deepEqual(rows, [
      ['M-1', false, 1, 1, '1/1', '1/1 1', ''],
      ['M-2', false, 2, 1, '2/2', '1/2 0.75', 'T-2 is not done'],
      ['M-4', true, 1, 1, '1/1', '1/1 1', ''],
    ]);
  });

  it('do not count as verified what has nothing to verify', () => {
    const plan = fixture(`${WHOLE}
      deliverable D-1 "Manual" { satisfies: REQ-1 }
      milestone M-2 "In service" { delivers: D-1 }
    `);
    const rows = readinessOf(plan.world.model).map(({ milestone, verifiable, verified }) => [
      milestone.id,
      `${verified}/${verifiable}`,
    ]);
    assert.deepEqual(rows, [
      ['M-1', '1/1'],
      ['M-2', '0/0'],
    ]);
  });
});
