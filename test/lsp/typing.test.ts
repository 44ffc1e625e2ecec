import assert from 'node:assert/strict';
import { startServer, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const TEXT = `team A "a" { }
risk R-1 "r" { owner: A }
`;

describe('language server: diagnostics while somebody types', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  const start = async (delay: number): Promise<void> => {
    workspace = workspaceOf(`//- a.delivery\n${TEXT}//- b.delivery\nrisk R-2 "q" { owner: A }\n`);
    client = await startServer(workspace, { initializationOptions: { settings: { diagnostics: { delay } } } });
    await client.open('a.delivery', TEXT);
    // One change beforehand, so that the server has asked for its settings.
    await client.edit('a.delivery', '"a"', '"aa"');
    await client.shows({});
    client.published.length = 0;
  };

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  /** The findings of each message about the file, as codes. */
  const sent = (): readonly string[] =>
    client.published
      .filter(({ uri }) => uri === workspace.uri('a.delivery'))
      .map(({ diagnostics }) => diagnostics.map(({ code }) => code).join(' '));

  it('wait for those of the typed line that are about how it is written, and send all others at once', async () => {
    await start(1500);
    // The reference that is lost counts at once, in both files; the colour only when nobody types any more.
    await client.edit('a.delivery', 'team A "aa" { }', 'team B "aa" { colour: red }');
    await client.shows({ 'a.delivery': ['2:23 name/unresolved'], 'b.delivery': ['1:23 name/unresolved'] });
    await client.edit('a.delivery', 'red', 'reddish');
    await client.edit('a.delivery', 'reddish', 'reddish, hue: 1');
    await client.shows({
      'a.delivery': ['1:15 kind/unknown-field', '1:32 kind/unknown-field', '2:23 name/unresolved'],
      'b.delivery': ['1:23 name/unresolved'],
    });
    assert.deepEqual(sent(), ['name/unresolved', 'kind/unknown-field kind/unknown-field name/unresolved']);
    assert.equal(client.published.at(-1)!.version, 5, 'of the version that it is about');
    await client.agreesWithFresh();
  });

  it('never show what was mended before the rest', async () => {
    await start(400);
    await client.edit('a.delivery', '{ }', '{ col }');
    await client.edit('a.delivery', '{ col }', '{ lead: X }');
    await client.edit('a.delivery', '{ lead: X }', '{ }');
    await client.edit('a.delivery', 'owner: A', 'owner: B');
    await client.shows({ 'a.delivery': ['2:23 name/unresolved'] });
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.ok(
      sent().every((codes) => !/syntax|kind/.test(codes)),
      sent().join('; '),
    );
  });

  it('keep what is shown while it is wrong, and take it away at once when it is mended', async () => {
    await start(1500);
    await client.edit('a.delivery', '{ }', '{ colour: red }');
    await client.shows({ 'a.delivery': ['1:15 kind/unknown-field'] });
    client.published.length = 0;
    await client.edit('a.delivery', 'red', 'redder');
    await client.edit('a.delivery', 'colour', 'color');
    await client.shows({ 'a.delivery': ['1:15 kind/unknown-field'] });
    const before = Date.now();
    await client.edit('a.delivery', ' color: redder', '');
    await client.shows({});
    assert.ok(Date.now() - before < 1000, 'it did not wait');
    assert.ok(
      sent()
        .slice(0, -1)
        .every((codes) => codes === 'kind/unknown-field'),
      sent().join('; '),
    );
  });

  it('show those of other lines at once, also of the line that was left', async () => {
    await start(10_000);
    await client.edit('a.delivery', '{ }', '{\n  colour: red\n  \n}');
    await client.shows({ 'a.delivery': ['2:3 kind/unknown-field'] });
  });

  it('come at once when no delay is wanted', async () => {
    await start(0);
    await client.edit('a.delivery', '{ }', '{ colour: red }');
    await client.shows({ 'a.delivery': ['1:15 kind/unknown-field'] });
  });
});
