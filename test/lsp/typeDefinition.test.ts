import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location } from 'vscode-languageserver/node';
import { startServer, type Client, type Options } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const reference = pathToFileURL(resolve('docs/language.md')).href;

describe('language server: type definition', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  const start = async (initializationOptions: Options['initializationOptions']): Promise<void> => {
    workspace = workspaceOf('//- a.delivery\ntask T-1 "x" { }\ninterface IF-1 "x" { }\n');
    workspace.write('delivery.config.json', '{\n  "kinds": { "interface": { } }\n}\n');
    client = await startServer(workspace, { ...(initializationOptions ? { initializationOptions } : {}) });
  };
  const kindAt = async (line: number): Promise<Location | null> =>
    (await client.request('textDocument/typeDefinition', client.at('a.delivery', line, 2))) as Location | null;

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('leads to the configuration, and to the reference where the client has it', async () => {
    await start({ languageReference: reference });
    const { uri, range } = (await kindAt(0))!;
    assert.equal(uri, reference);
    assert.equal(readFileSync('docs/language.md', 'utf8').split('\n')[range.start.line], '### task');
    assert.deepEqual(await kindAt(1), {
      uri: workspace.uri('delivery.config.json'),
      range: { start: { line: 1, character: 13 }, end: { line: 1, character: 24 } },
    });
  });

  it('leads nowhere for a built-in kind without a reference, or when it cannot be read', async () => {
    await start(undefined);
    assert.equal(await kindAt(0), null);
    assert.equal((await kindAt(1))!.uri, workspace.uri('delivery.config.json'));
    await client.stop();
    client = await startServer(workspace, { initializationOptions: { languageReference: workspace.uri('gone.md') } });
    assert.equal(await kindAt(0), null);
  });
});
