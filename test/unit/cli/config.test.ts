import assert from 'node:assert/strict';
import { join } from 'node:path';
import { delivery, type Run } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

describe('delivery check: configuration', function () {
  this.timeout(20_000);

  let workspace: Workspace;
  const check = (...args: readonly string[]): Run => delivery(workspace.folder, ['check', ...args]);
  afterEach(() => workspace.dispose());

  it('reports what is wrong in it as text and JSON, and reads the specs with the rest', () => {
    workspace = workspaceOf(`
      //- plan/delivery.config.json
      {
        "kinds": { "interface": { "perfix": "IF-" } },
      }
      //- plan/deep/a.delivery
      interface IF-1 "Orders" { }
    `);
    const text = check();
    assert.equal(text.code, 1);
    assert.match(
      text.stdout,
      /^plan\/delivery\.config\.json:2:29 error There is no setting `perfix` here; did you mean/,
    );
    assert.match(text.stdout, /1 file, 1 item, 0 links: 1 error, 0 warnings\n$/);
    for (const path of ['.', 'plan', 'plan/deep/a.delivery', 'plan/delivery.config.json']) {
      const { findings } = JSON.parse(check('--format', 'json', path).stdout) as { findings: readonly object[] };
      assert.deepEqual(findings, [
        {
          code: 'config/schema',
          severity: 'error',
          file: join('plan', 'delivery.config.json'),
          range: { start: { line: 1, character: 28 }, end: { line: 1, character: 36 } },
          id: null,
          message: 'There is no setting `perfix` here; did you mean `prefix`?',
          related: [],
        },
      ]);
    }
  });

  it('counts for its own folder only, and is silent when it governs nothing that was asked for', () => {
    workspace = workspaceOf(`
      //- delivery.config.json
      { "x": 1 }
      //- plan/delivery.config.json
      { "kinds": { "interface": {} } }
      //- plan/a.delivery
      interface IF-1 "Orders" { }
      //- other/b.delivery
      interface IF-2 "Orders" { }
    `);
    assert.equal(check('plan').code, 0);
    const codes = check('--language', 'zh').stdout.match(/(config|kind)\/\w+/g);
    assert.deepEqual(codes, ['config/schema', 'kind/unknown']);
  });
});
