import assert from 'node:assert/strict';
import { startServer, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const CONFIG = '{ "kinds": { "interface": { "names": { "zh": "接口" }, "prefix": "IF-" } } }\n';
const SPEC = 'interface IF-1 "Orders" { }\n接口 IF-2 "Stock" { }\n';
const UNKNOWN = ['1:1 kind/unknown', '2:1 kind/unknown'];
const ROOT = 'delivery.config.json';

describe('language server: configuration', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  const start = async (files: Readonly<Record<string, string>>): Promise<void> => {
    workspace = workspaceOf('//- clean.delivery\n');
    for (const [path, text] of Object.entries(files)) workspace.write(path, text);
    client = await startServer(workspace);
  };
  const save = async (path: string, text: string): Promise<void> => {
    workspace.write(path, text);
    await client.changed({ [path]: 'changed' });
  };

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('changed on disk changes all findings of its root at once', async () => {
    await start({ [ROOT]: '{}', 'a.delivery': SPEC });
    await client.shows({ 'a.delivery': UNKNOWN });
    await save(ROOT, CONFIG);
    await client.shows({});
    await save(ROOT, '{ "kinds": { "port": {} } }');
    await client.shows({ 'a.delivery': UNKNOWN });
    await client.agreesWithFresh();
  });

  it('is live in the editor, with the version that the editor has open', async () => {
    await start({ [ROOT]: '{}', 'a.delivery': SPEC });
    await client.shows({ 'a.delivery': UNKNOWN });
    await client.open(ROOT, CONFIG);
    await client.shows({});
    await client.edit(ROOT, '"prefix"', '"perfix"');
    await client.shows({ [ROOT]: ['1:54 config/schema'] });
    assert.equal(client.published.at(-1)!.version, 2);
    await client.edit(ROOT, '"perfix"', '"prefix"');
    await client.shows({});
    await client.close(ROOT);
    await client.shows({ 'a.delivery': UNKNOWN });
  });

  it('when broken gives its findings and keeps its last good kinds; when repaired, nothing is left', async () => {
    await start({ [ROOT]: CONFIG, 'a.delivery': SPEC });
    await client.open(ROOT, CONFIG);
    await client.edit(ROOT, '"interface": {', '"interface": ');
    await client.shows({ [ROOT]: ['1:35 config/syntax'] });
    await client.edit(ROOT, '"interface": ', '"interface": {');
    await client.shows({});
    await client.edit(ROOT, '"prefix"', '"perfix"');
    await client.edit(ROOT, '"interface"', '"interfaces"');
    await client.shows({ [ROOT]: ['1:55 config/schema'] });
    await client.edit(ROOT, '"perfix"', '"prefix"');
    await client.shows({ 'a.delivery': ['1:1 kind/unknown'] });
    await client.edit(ROOT, '"interfaces"', '"interface"');
    await client.shows({});
  });

  it('broken from the start counts as far as it is right', async () => {
    await start({ [ROOT]: CONFIG.replace('"IF-"', '7'), 'a.delivery': SPEC });
    await client.shows({ [ROOT]: ['1:64 config/schema'] });
  });

  it('deleted, takes its kinds and its root away', async () => {
    await start({ 'sub/delivery.config.json': CONFIG, 'sub/a.delivery': SPEC, 'b.delivery': 'team N-1 "x" { }\n' });
    await client.shows({});
    workspace.remove('sub/delivery.config.json');
    await client.changed({ 'sub/delivery.config.json': 'deleted' });
    await client.shows({ 'sub/a.delivery': UNKNOWN });
    await save('sub/a.delivery', 'team N-1 "y" { }\n');
    await client.shows({ 'sub/a.delivery': ['1:6 name/duplicate'] });
    await client.agreesWithFresh();
  });

  it('of a project without specs is checked all the same, and its findings go with it', async () => {
    await start({ 'sub/delivery.config.json': '{ "x": 1 }' });
    await client.shows({ 'sub/delivery.config.json': ['1:3 config/schema'] });
    workspace.remove('sub');
    await client.changed({ sub: 'deleted' });
    await client.shows({});
  });

  it('counts for its own root only, also when roots are nested', async () => {
    const other = '{ "kinds": { "port": { "prefix": "P-" } } }';
    await start({
      [ROOT]: CONFIG,
      'a.delivery': SPEC,
      'sub/delivery.config.json': other,
      'sub/a.delivery': `${SPEC}port P-1 "x" { }\n`,
      'sub/deep/b.delivery': 'port P-2 "x" { }\n',
    });
    await client.shows({ 'sub/a.delivery': UNKNOWN });
    await save(ROOT, other);
    await client.shows({ 'a.delivery': UNKNOWN, 'sub/a.delivery': UNKNOWN });
    await save('sub/delivery.config.json', CONFIG);
    await client.shows({
      'a.delivery': UNKNOWN,
      'sub/a.delivery': ['3:1 kind/unknown'],
      'sub/deep/b.delivery': ['1:1 kind/unknown'],
    });
    await client.agreesWithFresh();
  });

  it('changes severities, rules and files of overrides at once, in open and closed files', async () => {
    const rule = '"rules": { "mail": { "for": "person", "require": { "fields": { "email": true } }, "message": "m" } }';
    await start({
      [ROOT]: '{}',
      'a.delivery': 'person lin "x" { team: t }\n',
      '草稿/b.delivery': 'person wu "x" { team: t }\n',
    });
    const unresolved = ['1:24 name/unresolved'];
    await client.shows({ 'a.delivery': unresolved, '草稿/b.delivery': ['1:23 name/unresolved'] });
    await client.open('a.delivery', 'person lin "x" { team: t }\n');
    await client.open(ROOT, '{}');
    await client.edit(ROOT, '{}', `{ "severity": { "name/*": "off" }, ${rule} }`);
    await client.shows({ 'a.delivery': ['1:8 rule/mail'], '草稿/b.delivery': ['1:8 rule/mail'] });
    await client.agreesWithFresh();
    await client.edit(ROOT, '"severity": {', '"severity": ');
    await client.shows({
      'a.delivery': ['1:8 rule/mail'],
      '草稿/b.delivery': ['1:8 rule/mail'],
      [ROOT]: ['1:24 config/syntax'],
    });
    await client.edit(ROOT, '"severity": ', '"severity": {');
    await client.edit(
      ROOT,
      '"severity"',
      '"overrides": [{ "files": "草稿/**", "severity": { "*": "off" } }], "severity"',
    );
    await client.shows({ 'a.delivery': ['1:8 rule/mail'] });
    await client.edit('a.delivery', 'team: t', 'team: t, ignore: rule/mail "has none"');
    await client.shows({});
    await client.agreesWithFresh();
    await client.close(ROOT);
    await client.shows({
      'a.delivery': [...unresolved, '1:35 ignore/unknown-code'],
      '草稿/b.delivery': ['1:23 name/unresolved'],
    });
  });

  it('is no spec: questions about it get no answers', async () => {
    await start({ [ROOT]: CONFIG, 'a.delivery': SPEC });
    await client.open(ROOT, CONFIG);
    assert.equal(await client.request('textDocument/hover', client.at(ROOT, 0, 15)), null);
    assert.equal(await client.request('textDocument/completion', client.at(ROOT, 0, 15)), null);
    assert.equal(await client.request('textDocument/documentSymbol', client.at(ROOT, 0, 0)), null);
  });
});
