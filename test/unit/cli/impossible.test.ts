import assert from 'node:assert/strict';
import { delivery } from '../../support/cli';
import { dedent } from '../../support/spec';
import { workspaceOf, type Workspace } from '../../support/workspace';

/** Each defect is found once, and dates everything that it does not touch. */
describe('delivery with an impossible plan', function () {
  this.timeout(30_000);

  let workspace: Workspace;

  before(() => {
    workspace = workspaceOf(`
      //- plan.delivery
      project P "Impossible" { period: 2026-01-05.. }
      calendar NEVER "Not in this millennium" { holidays: 2000-01-01..9999-12-31 }
      task T-1 "Circle" { duration: 3d, after: T-3 }
      task T-2 "Circle" { duration: 3d, after: T-1 }
      task T-3 "Circle" { duration: 3d, after: T-2 }
      task T-4 "Behind the circle" { duration: 2d, after: T-3 }
      task T-5 "Fine" { duration: 2d }
      task T-6 "Negative" { effort: -3d }
      task T-7 "No time" { duration: 3d, calendar: NEVER }
      task T-8 "Behind no time" { duration: 3d, after: T-7 }
      task T-9 "Typed" { start: 2026-03-09, end: 2026-03-06 }
      task T-10 "Ten thousand years" { duration: 520000w }
      task T-11 "Far" { start: 9999-12-01, duration: 60d }
      task T-12 "Long" { duration: 90000d, after: T-5 }
      task T-13 "Too soon" { duration: 1d, after: T-5, start: = 2026-01-05 }
      milestone M-1 "Fine" { due: 2026-01-06, after: T-5 }
    `);
  });
  after(() => {
    workspace.dispose();
  });

  it('finds each defect once', () => {
    const { code, stdout } = delivery(workspace.folder, ['check', '--format', 'json', '.']);
    assert.equal(code, 1);
    const { findings } = JSON.parse(stdout) as { findings: { code: string; id: string }[] };
    assert.deepEqual(
      findings.map((finding) => `${finding.code} ${finding.id}`),
      [
        'trace/cycle T-1',
        'kind/invalid-value T-6',
        'plan/outside-project T-7',
        'plan/contradiction T-9',
        'kind/invalid-value T-10',
        'plan/outside-project T-11',
        'plan/contradiction T-13',
      ],
    );
  });

  it('dates what the defects do not touch', () => {
    const { code, stdout } = delivery(workspace.folder, ['schedule']);
    assert.equal(code, 0);
    assert.equal(
      stdout,
      dedent(`
        ID    Title               Kind       Start              Finish             Duration  Effort     Slack  Critical  Progress  People  Milestone
        T-1   Circle              task
        T-2   Circle              task
        T-3   Circle              task
        T-4   Behind the circle   task
        T-5   Fine                task       2026-01-05 08:00   2026-01-06 17:00         2d               -2d  yes                         M-1
        T-6   Negative            task       2026-01-05 08:00
        T-7   No time             task       10000-01-03 08:00  10000-01-05 17:00        3d               31d
        T-8   Behind no time      task       10000-01-06 08:00  10000-01-10 17:00        3d               31d
        T-9   Typed               task       2026-03-09 00:00   2026-03-09 00:00         0d          2080307d
        T-10  Ten thousand years  task       2026-01-05 08:00
        T-11  Far                 task       9999-12-01 08:00   10000-02-22 17:00       60d                0d  yes
        T-12  Long                task       2026-01-07 08:00   2370-12-29 17:00     90000d          1990350d
        T-13  Too soon            task       2026-01-05 08:00   2026-01-05 17:00         1d                0d  yes
        M-1   Fine                milestone  2026-01-06 17:00   2026-01-06 17:00                           0d  yes

        14 items, 4 critical; the project finishes 10000-02-22 17:00. 6 without all dates (T-1, T-2, T-3, T-4, T-6, …): --why says why.
      `),
    );
  });
});
