import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Location } from 'vscode-languageserver/node';
import { startServer, type Client, type Options } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const reference = (page: string): string => pathToFileURL(resolve('docs', page)).href;

/** The name of the page, and what is marked in it. */
function headingIn(location: Location | null): readonly [string, string] {
  const { uri, range } = location!;
  const path = fileURLToPath(uri);
  const line = readFileSync(path, 'utf8').split('\n')[range.start.line]!;
  return [basename(path), line.slice(range.start.character, range.end.character)];
}

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
    await start({ languageReference: reference('language.md') });
    assert.deepEqual(headingIn(await kindAt(0)), ['language.md', '### task']);
    assert.deepEqual(await kindAt(1), {
      uri: workspace.uri('delivery.config.json'),
      range: { start: { line: 1, character: 13 }, end: { line: 1, character: 24 } },
    });
  });

  it('leads to the reference in Chinese where the client has that', async () => {
    await start({ languageReference: reference('language.zh-CN.md') });
    assert.deepEqual(headingIn(await kindAt(0)), ['language.zh-CN.md', '### 任务 task']);
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
