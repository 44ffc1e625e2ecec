import assert from 'node:assert/strict';
import { startServer, type Client, type Findings } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const TEAMS = 'team N-1 "Service desk" { colour: red }\n';
const RISKS = 'risk R-1 "Lost tickets" { owner: N-1, colour: red }\nspaceship S-1 "Orbiter" { }\n';
const CONFIG = `{
  "severity": { "kind/unknown-field": "hint" },
  "kinds": { "spaceship": { "doc": "Flies." } }
}
`;

/** The test plays the editor, and gives out a file when it wants to. */
describe('language server: the start', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;
  let texts: Map<string, string>;
  /** Answers by path that wait for the test. */
  let held: Map<string, () => void>;

  beforeEach(() => {
    workspace = workspaceOf('');
    held = new Map();
    texts = new Map([
      ['teams.delivery', TEAMS],
      ['risks.delivery', RISKS],
    ]);
  });
  afterEach(async () => {
    for (const give of held.values()) give();
    await client.stop();
    workspace.dispose();
  });

  async function start(): Promise<void> {
    client = await startServer(workspace, {
      files: {
        find: () => [...texts.keys()].map((path) => workspace.uri(path)),
        read: async (uri) => {
          const [path, text] = [...texts].find(([each]) => workspace.uri(each) === uri)!;
          await new Promise<void>((go) => held.set(path, go));
          return text;
        },
      },
    });
  }

  /** Gives a file to the server, as soon as it asks for it. */
  async function give(path: string): Promise<void> {
    while (!held.has(path)) await new Promise((on) => setTimeout(on, 5));
    held.get(path)!();
  }

  /** Codes with severities, of all that was published. */
  const severities = (): readonly (readonly unknown[])[] =>
    client.published.flatMap(({ diagnostics }) => diagnostics.map(({ code, severity }) => [code, severity]));

  const EARLY: Findings = { 'risks.delivery': ['1:39 kind/unknown-field', '2:1 kind/unknown'] };

  it('shows at once what is wrong with single declarations of a file that is open', async () => {
    await start();
    await client.open('risks.delivery', RISKS);
    await client.shows(EARLY);
    await give('teams.delivery');
    await give('risks.delivery');
    await client.shows({ ...EARLY, 'teams.delivery': ['1:27 kind/unknown-field'] });
  });

  it('shows what hangs on other files when these are read', async () => {
    await start();
    await client.open('risks.delivery', RISKS.replace('owner: N-1', 'owner: N-2'));
    await client.shows(EARLY);
    await give('teams.delivery');
    await give('risks.delivery');
    await client.shows({
      'risks.delivery': ['1:34 name/unresolved', ...EARLY['risks.delivery']!],
      'teams.delivery': ['1:27 kind/unknown-field'],
    });
  });

  it('does so too with a file that is opened while the others are read', async () => {
    await start();
    while (held.size < texts.size) await new Promise((on) => setTimeout(on, 5));
    await client.open('risks.delivery', RISKS);
    await client.shows(EARLY);
    await client.open('teams.delivery', TEAMS);
    await client.shows({ ...EARLY, 'teams.delivery': ['1:27 kind/unknown-field'] });
  });

  it('shows nothing that an item suppresses', async () => {
    await start();
    const ignored = RISKS.replace('{ owner', '{\n  ignore: kind/unknown-field "an import writes it"\n  owner');
    await client.open('risks.delivery', ignored);
    await client.shows({ 'risks.delivery': ['4:1 kind/unknown'] });
    assert.equal(client.published.length, 1);
  });

  it('waits for nothing but the configuration, and does as it says', async () => {
    texts.set('delivery.config.json', CONFIG);
    await start();
    await client.open('risks.delivery', RISKS);
    while (held.size === 0) await new Promise((on) => setTimeout(on, 5));
    assert.deepEqual([[...held.keys()], client.published], [['delivery.config.json'], []]);
    await give('delivery.config.json');
    await client.shows({ 'risks.delivery': ['1:39 kind/unknown-field'] });
    assert.deepEqual(severities(), [['kind/unknown-field', 4]]);
  });
});
