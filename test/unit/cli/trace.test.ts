import assert from 'node:assert/strict';
import { delivery } from '../../support/cli';
import { dedent } from '../../support/spec';
import { workspaceOf, type Workspace } from '../../support/workspace';

describe('delivery trace', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  const trace = (...args: string[]) => delivery(workspace.folder, ['trace', ...args]);

  before(() => {
    workspace = workspaceOf(`
      //- needs.delivery
      source INT-1 "Kick-off" { method: interview }
      need N-1 "Sign in once" { from: INT-1 }
      //- plan.delivery
      person lin "Lin" { }
      requirement REQ-1 "Single sign-on" {
        priority: must
        from: N-1
        criterion AC-1 "Sign in" { verify: test, result: passed, evidence: "minutes/demo.pdf" }
        criterion AC-2 "Quick" { metric: p95 <= 2s, evidence: CHK-9 }
      }
      requirement REQ-2 "By phone" { priority: wont, refines: REQ-1 }
      task T-1 "Connect" {
        realizes: REQ-1
        task T-2 "Set up" { assign: lin, status: doing, progress: 40% }
      }
      deliverable D-1 "Manual" { satisfies: REQ-1 }
      milestone M-1 "Pilot" { delivers: REQ-1, D-1 }
      signoff { accepts: M-1, by: lin, result: accepted }
      //- circle.delivery
      requirement A "a" { priority: must, refines: B }
      requirement B "b" { priority: must, refines: A }
      requirement A "twin" { priority: must }
      improvement IMP-1 "Shorter" { addresses: FB-1, becomes: C }
      feedback FB-1 "Too long" { channel: survey }
      requirement C "c" { priority: must }
    `);
  });
  after(() => {
    workspace.dispose();
  });

  it('prints both directions as a tree', () => {
    const { code, stdout, stderr } = trace('REQ-1');
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      dedent(`
          ~ REQ-1 Single sign-on (requirement, must)
            not covered: AC-2 names as its evidence CHK-9, which does not exist, D-1 has no work, file or criterion, T-2 is not done
          Where it comes from
          └── from ~ N-1 Sign in once (need)
              └── from ~ INT-1 Kick-off (source)
          What came of it
          ├── refined by - REQ-2 By phone (requirement, wont)
          ├── verified by ✓ AC-1 Sign in (criterion, passed)
          │   └── evidence minutes/demo.pdf
          ├── verified by ✗ AC-2 Quick (criterion): it names as its evidence CHK-9, which does not exist
          │   └── evidence CHK-9 (does not exist)
          ├── realized by ~ T-1 Connect (task)
          │   └── has the part ~ T-2 Set up (task, doing, 40%): it is not done
          ├── satisfied by ~ D-1 Manual (deliverable): it has no work, file or criterion
          │   └── delivered by ~ M-1 Pilot (milestone)
          │       └── accepted by ~ (signoff, accepted)
          └── delivered by ~ M-1 Pilot (milestone) (shown above)
        `),
    );
  });

  it('cuts circles, and shows every item of an id', () => {
    const { stdout } = trace('A', '.');
    assert.match(
      stdout,
      /└── refines ✗ B b \(requirement, must\): .*\n {4}└── refines ✗ A a \(requirement, must\) \(circle\)\n/,
    );
    assert.match(stdout, /\n\n✗ A twin/);
    assert.match(stdout, /Where it comes from\n\(nothing\)\n/);
  });

  it('follows feedback to what it became', () => {
    assert.match(trace('C').stdout, /└── results from IMP-1 Shorter \(improvement\)\n {4}└── addresses FB-1 Too long/);
    assert.match(trace('FB-1').stdout, /addressed by IMP-1 Shorter \(improvement\)\n {4}└── becomes ✗ C c/);
  });

  it('speaks Chinese', () => {
    const { stdout } = trace('REQ-1', '--language', 'zh');
    assert.match(stdout, /^~ REQ-1 Single sign-on （需求，必须）\n {2}未被覆盖：AC-2 引用的证据是 CHK-9，/);
    assert.match(stdout, /向上：从何而来\n└── 来自 ~ N-1 Sign in once （诉求）/);
    assert.match(stdout, /├── 被实现 ~ T-1 Connect （任务）/);
  });

  it('prints JSON, each node before those that hang on it', () => {
    const { stdout } = trace('REQ-1', '--format', 'json');
    const { traces } = JSON.parse(stdout) as { traces: Record<string, unknown>[] };
    const [{ up, down, ...root }] = traces as [{ up: Record<string, unknown>[]; down: Record<string, unknown>[] }];
    assert.deepEqual(root, {
      id: 'REQ-1',
      kind: 'requirement',
      title: 'Single sign-on',
      status: ['must'],
      coverage: 'shallow',
      lacks: [],
      file: 'plan.delivery',
      line: 2,
      weakest: [
        'AC-2 names as its evidence CHK-9, which does not exist',
        'D-1 has no work, file or criterion',
        'T-2 is not done',
      ],
    });
    assert.deepEqual(
      up.map(({ id, depth, parent, reading }) => [id, depth, parent, reading]),
      [
        ['N-1', 1, -1, 'from'],
        ['INT-1', 2, 0, 'from'],
      ],
    );
    assert.deepEqual(
      down.map(({ id, document, depth, parent, cut, missing }) => [id ?? document, depth, parent, cut, missing]),
      [
        ['REQ-2', 1, -1, null, undefined],
        ['AC-1', 1, -1, null, undefined],
        ['minutes/demo.pdf', 2, 1, null, undefined],
        ['AC-2', 1, -1, null, undefined],
        ['CHK-9', 2, 3, null, true],
        ['T-1', 1, -1, null, undefined],
        ['T-2', 2, 5, null, undefined],
        ['D-1', 1, -1, null, undefined],
        ['M-1', 2, 7, null, undefined],
        [undefined, 3, 8, null, undefined],
        ['M-1', 1, -1, 'repeated', undefined],
      ],
    );
    assert.deepEqual(down[3]!.lacks, [
      {
        gap: 'unresolved',
        family: 'structure',
        text: 'AC-2 names as its evidence CHK-9, which does not exist',
      },
    ]);
  });

  it('exits 2 for an id that no item has, and names the nearest', () => {
    const { code, stdout, stderr } = trace('REQ-12');
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(stderr, 'delivery: there is no item REQ-12. Did you mean REQ-1 or REQ-2?\n');
    assert.equal(trace('完全不同的标识').stderr, 'delivery: there is no item 完全不同的标识.\n');
    assert.equal(trace('N-2', '--language', 'zh').stderr, 'delivery: 没有条目 N-2。是否想写 N-1、T-2？\n');
  });
});
