import assert from 'node:assert/strict';
import { startServer } from '../support/server';
import { workspaceOf } from '../support/workspace';

describe('delivery lsp --stdio', function () {
  this.timeout(30_000);

  it('is the language server for any editor', async () => {
    const workspace = workspaceOf('//- a.delivery\nteam N-1 "x" { colour: red }\n');
    const client = await startServer(workspace, { command: ['dist/cli/delivery.js', 'lsp', '--stdio'] });
    await client.shows({ 'a.delivery': ['1:16 kind/unknown-field'] });
    await client.stop();
    workspace.dispose();
    assert.deepEqual(client.initialized.serverInfo, { name: 'delivery' });
  });
});
