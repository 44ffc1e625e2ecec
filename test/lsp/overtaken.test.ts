import assert from 'node:assert/strict';
import { createWorld } from '../../server/src/ide/world';
import { builtInTable } from '../../server/src/kinds/table';
import { localDay } from '../../server/src/kinds/time';
import { SourceDocument } from '../../server/src/language/document';
import { rangeOf } from '../../server/src/model/range';
import { startServer, type Client, type Findings } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const FILES = 20;
const REQUIREMENTS = 60;

/** Requirements that have several findings each, and depend on one that another file may lose. */
const PART = (file: number): string =>
  Array.from(
    { length: REQUIREMENTS },
    (_, n) => `requirement REQ-${file}-${n} "Fast and easy" { priority: must, depends: CORE-1, owner: nobody }\n`,
  ).join('');

const CORE = 'requirement CORE-1 "The core" { priority: could }\n';

/** So many findings that sending them takes longer than the pause between two keystrokes. */
describe('language server: changes that overtake the findings of the one before', function () {
  this.timeout(60_000);

  let workspace: Workspace;
  let client: Client;

  beforeEach(async () => {
    workspace = workspaceOf('');
    workspace.write('core.delivery', CORE);
    for (let file = 0; file < FILES; file++) workspace.write(`part-${file}.delivery`, PART(file));
    client = await startServer(workspace);
    await client.open('core.delivery', CORE);
    await client.shows(foundWith(CORE));
    client.published.length = 0;
  });

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('leave no finding of an older text, and miss none of the newest', async () => {
    for (let key = 0; key < 30; key++) {
      const [from, to] = key % 2 === 0 ? ['CORE-1', 'CORE-2'] : ['CORE-2', 'CORE-1'];
      await client.edit('core.delivery', from, to);
      await new Promise((resolve) => setTimeout(resolve, key % 7));
    }
    await client.edit('core.delivery', 'CORE-1', 'CORE-2');
    await client.shows(foundWith(CORE.replace('CORE-1', 'CORE-2')));
  });

  it('are answered for the file that is typed in before all others, and for each file once', async () => {
    await client.edit('core.delivery', 'CORE-1', 'CORE-2');
    await client.shows(foundWith(CORE.replace('CORE-1', 'CORE-2')));
    assert.equal(client.published[0]?.uri, workspace.uri('core.delivery'));
    assert.equal(client.published.length, FILES + 1);
  });
});

/** What the engine finds when it reads all files afresh. */
function foundWith(core: string): Findings {
  const texts = [['core.delivery', core], ...Array.from({ length: FILES }, (_, n) => [`part-${n}.delivery`, PART(n)])];
  const { model, findings } = createWorld({
    root: 'file:///plan',
    revision: 1,
    files: texts.map(([path, text]) => ({ uri: path!, document: new SourceDocument(text!) })),
    table: builtInTable,
    today: localDay(new Date()),
  });
  const byFile: Record<string, string[]> = {};
  for (const { place, code } of findings) {
    const { uri, start } = rangeOf(model, place);
    (byFile[uri] ??= []).push(`${start.line + 1}:${start.character + 1} ${code}`);
  }
  return Object.fromEntries(Object.entries(byFile).sort(([a], [b]) => (a < b ? -1 : 1)));
}
