import assert from 'node:assert/strict';
import { delivery } from '../../support/cli';
import { dedent } from '../../support/spec';
import { workspaceOf, type Workspace } from '../../support/workspace';

describe('delivery coverage', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  const coverage = (...args: string[]) => delivery(workspace.folder, ['coverage', ...args]);

  before(() => {
    workspace = workspaceOf(`
      //- needs.delivery
      source INT-1 "Kick-off" { method: interview }
      need N-1 "Sign in once" { from: INT-1 }
      //- plan.delivery
      person lin "Lin" { }
      requirement REQ-1 "单点登录" {
        priority: must
        from: N-1
        criterion AC-1 "Sign in" { result: passed }
        task T-1 "Connect" { assign: lin, status: done }
      }
      requirement REQ-2 "Quick" {
        priority: must
        from: N-1
        criterion AC-2 "p95" { metric: p95 <= 2s }
        task T-2 "Tune" { progress: 50% }
      }
      requirement REQ-3 "By phone" { priority: wont }
      milestone M-1 "试点" { delivers: REQ-1 }
      milestone M-2 "Go-live" { delivers: REQ-1, REQ-2 }
    `);
  });
  after(() => {
    workspace.dispose();
  });

  it('prints a table of kinds, one of milestones, and what is not covered', () => {
    const { code, stdout, stderr } = coverage();
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      dedent(`
        Kind         Items  Needed  Shallow  Deep   %
        source           1       1        1     0   0
        need             1       1        1     0   0
        requirement      3       2        2     1  50
        criterion        2       2        2     1  50
        task             2       2        1     1  50
        milestone        2       2        2     1  50

        Milestone    Covered  Verified  Tasks done  Work
        M-1 试点         1/1       1/1         1/1  100%
        M-2 Go-live      1/2       1/2         1/2   75%
          AC-2 has no evidence, T-2 is unassigned

        plan.delivery:8:13 REQ-2 is not covered: AC-2 has no evidence, T-2 is unassigned

        1 of 2 covered (50%)
      `),
    );
  });

  it('measures and lists the kinds asked for, by any of their names', () => {
    assert.match(
      coverage('--kind', 'task').stdout,
      /\nplan.delivery:12:8 T-2 is not covered: it is unassigned\n\n1 of 2 /,
    );
    assert.match(coverage('--kind', '任务', '--kind', 'need').stdout, /\n1 of 3 covered \(33%\)\n$/);
  });

  it('lists everything when asked', () => {
    const { stdout } = coverage('--all');
    const listed = [...stdout.matchAll(/^\S+:\d+:\d+ (\S+) is not covered/gm)].map(([, id]) => id);
    assert.deepEqual(listed, ['INT-1', 'N-1', 'REQ-2', 'AC-2', 'T-2', 'M-2']);
  });

  it('looks at the files asked for, with all of their project', () => {
    const { stdout } = coverage('plan.delivery');
    assert.doesNotMatch(stdout, /need/);
    assert.match(stdout, /^requirement +3 /m);
  });

  it('speaks Chinese', () => {
    const { stdout } = coverage('--language', 'zh');
    assert.match(stdout, /^类型 +条目 +需覆盖 +浅覆盖 +深覆盖 +%\n/);
    assert.match(stdout, /REQ-2 未被覆盖：AC-2 没有证据，T-2 未分配人员\n/);
    assert.match(stdout, /需覆盖 2 个，已覆盖 1 个（50%）\n$/);
  });

  it('exits 1 when less is covered than asked for', () => {
    const { code, stdout } = coverage('--min', '51');
    assert.equal(code, 1);
    assert.match(stdout, /1 of 2 covered \(50%\), at least 51% asked for\n$/);
    assert.equal(coverage('--min', '50%').code, 0);
    assert.equal(coverage('--min', '100', '--kind', 'sla').code, 0, 'nothing needed is all covered');
    for (const wrong of ['101', '-1', 'x', '']) assert.equal(coverage(`--min=${wrong}`).code, 2, `--min ${wrong}`);
  });

  it('prints JSON, in exactly this shape', () => {
    const { code, stdout } = coverage('--format', 'json', '--min', '80');
    assert.equal(code, 1);
    const { projects, summary } = JSON.parse(stdout) as {
      projects: { root: string; kinds: unknown[]; milestones: unknown[]; uncovered: unknown[] }[];
      summary: unknown;
    };
    assert.deepEqual(summary, { needed: 2, covered: 1, percent: 50, min: 80 });
    assert.equal(projects.length, 1);
    const [{ root, kinds, milestones, uncovered }] = projects as [(typeof projects)[0]];
    assert.equal(root, '.');
    assert.deepEqual(kinds[2], { kind: 'requirement', count: 3, needed: 2, shallow: 2, deep: 1, percent: 50 });
    const reasons = [
      { id: 'AC-2', gap: 'no-evidence', family: 'progress', text: 'AC-2 has no evidence' },
      { id: 'T-2', gap: 'unassigned', family: 'progress', text: 'T-2 is unassigned' },
    ];
    assert.deepEqual(milestones[1], {
      id: 'M-2',
      title: 'Go-live',
      reached: false,
      delivers: 2,
      covered: 1,
      verifiable: 2,
      verified: 1,
      tasks: 2,
      done: 1,
      work: 0.75,
      missing: reasons,
    });
    assert.deepEqual(uncovered, [
      {
        id: 'REQ-2',
        kind: 'requirement',
        title: 'Quick',
        file: 'plan.delivery',
        line: 8,
        shallow: true,
        message: 'REQ-2 is not covered: AC-2 has no evidence, T-2 is unassigned',
        reasons,
      },
    ]);
  });

  it('exits 2 for a kind that does not exist, and for a path that cannot be read', () => {
    const { code, stderr } = coverage('--kind', 'requirment');
    assert.deepEqual([code, stderr], [2, 'delivery: there is no kind requirment. Did you mean requirement?\n']);
    assert.equal(coverage('nowhere').code, 2);
  });

  it('keeps several projects apart, and lists at most twenty unless asked for all', () => {
    const many = Array.from({ length: 25 }, (_, n) => `requirement R-${n} "r" { priority: must }\n`).join('');
    const two = workspaceOf('');
    try {
      for (const root of ['a', 'b']) two.write(`${root}/delivery.config.json`, '{}');
      two.write('a/plan.delivery', many);
      two.write('b/plan.delivery', 'requirement R-1 "r" { priority: wont }\n');
      const { stdout } = delivery(two.folder, ['coverage']);
      assert.match(stdout, /^a\nKind/);
      assert.match(stdout, /\n\nb\nKind/);
      assert.equal(stdout.match(/is not covered/g)?.length, 20);
      assert.match(stdout, /\n… 5 more \(--all lists them\)\n/);
      assert.match(stdout, /\n0 of 25 covered \(0%\)\n$/);
      assert.equal(delivery(two.folder, ['coverage', '--all']).stdout.match(/is not covered/g)?.length, 25);
    } finally {
      two.dispose();
    }
  });
});
