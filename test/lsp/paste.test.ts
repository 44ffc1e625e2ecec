import assert from 'node:assert/strict';
import { startServer, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const NEEDS = 'need N-1 "first" { }\n';
const PLAN = 'task T-1 "Connect" { effort: 2d }\ntask T-2 "Switch" { after: T-1 }\n';

describe('language server: pasting and linked editing', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  before(async () => {
    workspace = workspaceOf(`//- 诉求.delivery\n${NEEDS}//- plan.delivery\n${PLAN}`);
    client = await startServer(workspace);
  });

  after(async () => {
    await client.stop();
    workspace.dispose();
  });

  const paste = (text: string, line = 0): Promise<unknown> => {
    const at = { line, character: 0 };
    const textDocument = { uri: workspace.uri('plan.delivery') };
    return client.request('delivery/paste', { textDocument, range: { start: at, end: at }, text });
  };

  it('answer with free ids for what is pasted, in the newest text', async () => {
    await client.open('plan.delivery', PLAN);
    await client.edit('plan.delivery', 'T-2 "Switch"', 'T-5 "Switch"');
    assert.deepEqual(await paste('need N-1 "copy" { }\ntask T-1 "Copy" { }\ntask T-9 "x" { after: T-1 }\n'), {
      text: 'need N-2 "copy" { }\ntask T-10 "Copy" { }\ntask T-9 "x" { after: T-10 }\n',
      renumbered: [
        { from: 'N-1', to: 'N-2' },
        { from: 'T-1', to: 'T-10' },
      ],
    });
    await client.close('plan.delivery');
  });

  it('answer with nothing where the text may stay, or the file belongs to no project', async () => {
    assert.equal(await paste('need N-7 "copy" { }\n'), null);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.equal(
      await client.request('delivery/paste', { textDocument: { uri: 'untitled:x' }, range, text: NEEDS }),
      null,
    );
  });

  it('answer a malformed request with an error, and the next one as ever', async () => {
    await assert.rejects(client.request('delivery/paste', { textDocument: { uri: workspace.uri('plan.delivery') } }));
    assert.equal(await paste('need N-7 "copy" { }\n'), null);
  });

  it('link an id with its uses in the file', async () => {
    const range = (line: number, start: number, end: number): object => ({
      start: { line, character: start },
      end: { line, character: end },
    });
    assert.deepEqual(await client.request('textDocument/linkedEditingRange', client.at('plan.delivery', 0, 6)), {
      ranges: [range(0, 5, 8), range(1, 27, 30)],
    });
    assert.equal(await client.request('textDocument/linkedEditingRange', client.at('plan.delivery', 1, 6)), null);
  });
});
