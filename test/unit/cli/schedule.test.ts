import assert from 'node:assert/strict';
import { delivery } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

describe('delivery schedule', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  const schedule = (...args: string[]) => delivery(workspace.folder, ['schedule', ...args]);

  beforeEach(() => {
    workspace = workspaceOf(`
      //- plan.delivery
      project crm "CRM" { period: 2026-01-05.. }
      phase P-1 "Build" {
        task T-1 "Connect" { duration: 2d }
        task T-2 "Migrate" { duration: 1d }
      }
      milestone M-1 "Pilot" { after: T-1 + 1d }
      task T-3 "No estimate" { }
      task T-4 "Circle" { duration: 1d, after: T-5 }
      task T-5 "Circle" { duration: 1d, after: T-4 }
    `);
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('prints dates and slack as JSON, in exactly this shape', () => {
    const { code, stdout, stderr } = schedule('--format', 'json');
    assert.equal(stderr, '');
    assert.equal(code, 0);
    const { tasks } = JSON.parse(stdout) as { readonly tasks: readonly { readonly id: string }[] };
    assert.deepEqual(
      tasks.map(({ id }) => id),
      ['P-1', 'T-1', 'T-2', 'M-1', 'T-3', 'T-4', 'T-5'],
    );
    assert.deepEqual(tasks[2], {
      id: 'T-2',
      title: 'Migrate',
      start: '2026-01-05T08:00:00',
      finish: '2026-01-05T17:00:00',
      totalSlackMinutes: 960,
      freeSlackMinutes: 960,
      critical: false,
      why: 'Starts 2026-01-05 08:00: the project starts then.',
    });
    assert.deepEqual(tasks[3], {
      id: 'M-1',
      title: 'Pilot',
      start: '2026-01-07T17:00:00',
      finish: '2026-01-07T17:00:00',
      totalSlackMinutes: 0,
      freeSlackMinutes: 0,
      critical: true,
      why: 'Reached 2026-01-07 17:00: T-1 finishes 2026-01-06 17:00, +8 h.',
    });
  });

  it('leaves out what cannot be computed', () => {
    const { tasks } = JSON.parse(schedule().stdout) as { readonly tasks: readonly Record<string, unknown>[] };
    assert.deepEqual(Object.keys(tasks[4]!), ['id', 'title', 'start', 'critical', 'why']);
    assert.deepEqual(tasks[5], { id: 'T-4', title: 'Circle' });
  });

  it('explains in Chinese when asked', () =>
    assert.match(schedule('--language', 'zh').stdout, /2026-01-07 17:00 达成：T-1 完成于 2026-01-06 17:00，\+8 h。/));

  it('exits 2 for a folder without specs', () => {
    workspace.remove('plan.delivery');
    const { code, stdout, stderr } = schedule('.');
    assert.deepEqual([code, stdout, stderr], [2, '', 'delivery: there is no .delivery file in .\n']);
  });

  it('exits 2 when the path cannot be read', () => {
    const { code, stdout, stderr } = schedule('nowhere');
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^delivery: cannot read /);
  });
});
