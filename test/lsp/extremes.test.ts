import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Hover } from 'vscode-languageserver/node';
import { MOST_SHOWN } from '../../server/src/lsp/publisher';
import { startServer, type Client, type Options } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

/** What stands beside the extreme, and must be read and asked about all the same. */
const BESIDE = 'risk R-9 "One" { owner: INT-9 }\n';
const BESIDE_SHOWS = ['1:25 name/unresolved'];

/** The server may not take more memory than this, in megabytes. */
const HEAP = '--max-old-space-size=700';

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** Texts that nobody types, and the first finding of each. */
const TEXTS: Readonly<Record<string, readonly [text: () => string, finding: RegExp]>> = {
  'a line of fifty million characters': [
    () => `requirement R "x" { tags: ${'abc, '.repeat(10e6)}b }`,
    /more than 10,000,000 characters is not read/,
  ],
  'a million items': [
    () => many(1e6, (index) => `task T-${index} "t" { effort: 1d }\n`),
    /more than 10,000,000 characters is not read/,
  ],
  'a hundred thousand blocks in each other': [
    () => 'section { '.repeat(1e5) + '}'.repeat(1e5),
    /nested more than 200 deep|Expected a title/,
  ],
  'a hundred thousand blocks that begin at the margin': [
    () => 'section {\n'.repeat(1e5) + '}\n'.repeat(1e5),
    /194998 more findings/,
  ],
  'a hundred thousand braces': [() => '{'.repeat(1e5) + '}'.repeat(1e5), /Expected a declaration/],
  'a million characters of junk on a line': [() => 'a '.repeat(5e5), /Expected a declaration/],
};

describe('language server: extremes', function () {
  this.timeout(180_000);

  let workspace: Workspace;
  let client: Client | undefined;

  const start = async (options: Options = {}): Promise<Client> => (client = await startServer(workspace, options));

  beforeEach(() => {
    workspace = workspaceOf(`//- beside.delivery\n${BESIDE}`);
  });

  afterEach(async () => {
    await client?.stop();
    client = undefined;
    workspace.dispose();
  });

  const messagesOf = ({ published }: Client, path: string): readonly string[] =>
    (published.findLast(({ uri }) => uri === workspace.uri(path))?.diagnostics ?? []).map(
      ({ message }: Diagnostic) => message as string,
    );

  const hoversBeside = async (shown: Client): Promise<void> => {
    const hover = (await shown.request('textDocument/hover', shown.at('beside.delivery', 0, 6))) as Hover | null;
    assert.match((hover?.contents as { value: string } | undefined)?.value ?? '', /One/);
  };

  for (const [name, [text, finding]] of Object.entries(TEXTS))
    it(`reads ${name} in bounded memory, says what is wrong, and everything beside it`, async () => {
      workspace.write('extreme.delivery', text());
      const shown = await start({ nodeArguments: [HEAP] });
      await hoversBeside(shown);
      await until(() => messagesOf(shown, 'extreme.delivery').length > 0);
      const messages = messagesOf(shown, 'extreme.delivery');
      assert.match(messages[0]!, finding);
      assert.ok(messages.length <= MOST_SHOWN + 1);
      assert.deepEqual(shown.findings()['beside.delivery'], BESIDE_SHOWS);
      for (const request of ['documentSymbol', 'foldingRange', 'semanticTokens/full', 'documentLink', 'codeLens'])
        await shown.request(`textDocument/${request}`, shown.at('extreme.delivery', 0, 0));
      await hoversBeside(shown);
    });

  it('reads ten thousand files that appear at once, and forgets them as fast', async () => {
    const shown = await start();
    await shown.shows({ 'beside.delivery': BESIDE_SHOWS });
    const paths = Array.from({ length: 10_000 }, (_, index) => `more ${index % 100}/需求 ${index}.delivery`);
    for (const [index, path] of paths.entries())
      workspace.write(
        path,
        `source INT-${index} "x" { method: interview }\nneed N-1${index} "y" { from: INT-${index}, value: 2 }\n`,
      );
    const told = (type: 'created' | 'deleted'): Promise<void> =>
      shown.changed(Object.fromEntries(paths.map((path) => [path, type])));
    await told('created');
    await until(() => Object.keys(shown.findings()).length === 10_001);
    for (let folder = 0; folder < 100; folder++) workspace.remove(`more ${folder}`);
    await told('deleted');
    await until(() => Object.keys(shown.findings()).length === 1); // looked at now and then, not at each of ten thousand
    await shown.shows({ 'beside.delivery': BESIDE_SHOWS });
  });

  it('counts lines and characters right with byte order marks, null bytes and any mixture of line breaks', async () => {
    const text =
      '\ufeff// 一\r\nrisk R-2 "a\u0000b" { owner: X-0 }\rrisk R-3 "😀" { owner: X-1 }\n\r\nrisk R-4 "c" { owner: X-2 }\r\n';
    workspace.write('mixed.delivery', text);
    const shown = await start();
    await shown.shows({
      'beside.delivery': BESIDE_SHOWS,
      'mixed.delivery': ['2:25 name/unresolved', '3:24 name/unresolved', '5:23 name/unresolved'],
    });
  });

  it('says of text in another encoding that it is none', async () => {
    writeFileSync(
      join(workspace.folder, 'gbk.delivery'),
      Buffer.from([...Buffer.from('team N-2 "'), 0xb5, 0xc7, 0xc2, 0xbc, ...Buffer.from('" { }\n')]),
    );
    const shown = await start();
    await until(() => messagesOf(shown, 'gbk.delivery').some((message) => message.includes('not UTF-8')));
    assert.deepEqual(shown.findings()['gbk.delivery'], ['1:11 syntax/unexpected']);
  });

  it('reads on where links lead round in circles or nowhere, and names the file that cannot be read', async () => {
    const at = (path: string): string => join(workspace.folder, path);
    mkdirSync(at('deep'));
    symlinkSync(workspace.folder, at('deep/around'));
    symlinkSync('itself.delivery', at('itself.delivery'));
    symlinkSync('nowhere.delivery', at('gone.delivery'));
    mkdirSync(at('folder.delivery'));
    writeFileSync(at('folder.delivery/inner.delivery'), 'risk R-2 "x" { owner: INT-8 }\n');
    const messages: string[] = [];
    const shown = await start({ told: messages });
    await shown.shows({ 'beside.delivery': BESIDE_SHOWS, 'folder.delivery/inner.delivery': ['1:23 name/unresolved'] });
    await until(() => messages.length > 0);
    assert.equal(messages.length, 1);
    assert.match(
      messages[0]!,
      /^Cannot be read, so what it says is missing from the project: .*itself\.delivery \(ELOOP/,
    );
  });

  it('names files and folders that it may not read, and works in a folder that it may not write', async () => {
    mkdirSync(join(workspace.folder, 'closed'));
    workspace.write('closed/a.delivery', 'team N-3 "x" { }\n');
    workspace.write('secret.delivery', 'team N-4 "x" { }\n');
    chmodSync(join(workspace.folder, 'closed'), 0o000);
    chmodSync(join(workspace.folder, 'secret.delivery'), 0o000);
    chmodSync(workspace.folder, 0o555);
    const messages: string[] = [];
    const shown = await start({ told: messages, uid: NOBODY });
    await shown.shows({ 'beside.delivery': BESIDE_SHOWS });
    await until(() => messages.length > 0);
    assert.match(messages[0]!, /^2 files or folders cannot be read.*\(EACCES/);
    await shown.open('beside.delivery', BESIDE);
    await shown.edit('beside.delivery', 'owner', 'ownr');
    await shown.shows({ 'beside.delivery': ['1:18 kind/unknown-field'] });
    chmodSync(workspace.folder, 0o755);
    chmodSync(join(workspace.folder, 'closed'), 0o755);
  });
});

/** Who runs the tests as root may read everything; the server then runs as somebody else. */
const NOBODY = process.getuid?.() === 0 ? 65534 : undefined;

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('it did not happen in time');
}
