import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver/node';
import { startServer, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const TEXT = 'task T-1 "Connect" { efort: 5d, assign: lin }\ntask T-2 "Train" { effort： 2d }\n';
const FILES = `
  //- plan.delivery
  ${TEXT.replaceAll('\n', '\n  ')}
  //- people.delivery
  person lin "Lin" { role: "engineer" }
`;

describe('language server: code actions', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  beforeEach(async () => {
    workspace = workspaceOf(FILES);
    client = await startServer(workspace, { workspaceEdit: { documentChanges: true } });
    await client.open('plan.delivery', TEXT);
    await client.shows({
      'plan.delivery': ['1:22 kind/unknown-field', '2:6 plan/unassigned', '2:26 syntax/full-width'],
    });
  });
  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  const uri = (): string => workspace.uri('plan.delivery');
  const shown = (code: string, line: number): Diagnostic =>
    client.published
      .findLast((each) => each.uri === uri())!
      .diagnostics.find((each) => each.code === code && each.range.start.line === line)!;
  const actions = async (diagnostic: Diagnostic, only?: readonly string[]): Promise<readonly CodeAction[]> =>
    (await client.request('textDocument/codeAction', {
      textDocument: { uri: uri() },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], ...(only && { only }) },
    })) as readonly CodeAction[];
  const newTexts = ({ edit }: CodeAction): readonly string[] =>
    edit!.documentChanges!.flatMap((change) =>
      (change as TextDocumentEdit).edits.map((each) => ('newText' in each ? each.newText : '')),
    );

  it('mend a finding, for the version that is open', async () => {
    const diagnostic = shown('kind/unknown-field', 0);
    const [fix] = await actions(diagnostic, ['quickfix']);
    assert.equal(fix!.title, 'Change to `effort`');
    assert.equal(fix!.kind, 'quickfix');
    assert.equal(fix!.isPreferred, undefined);
    assert.deepEqual(fix!.diagnostics, [diagnostic]);
    const [change] = fix!.edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(change!.textDocument, { uri: uri(), version: 1 });
    assert.deepEqual(change!.edits, [{ range: diagnostic.range, newText: 'effort' }]);
    await client.edit('plan.delivery', 'efort: 5d', 'effort: 5d');
    assert.deepEqual(await actions(diagnostic, ['quickfix']), []);
  });

  it('offer to ignore it', async () => {
    const titles = (await actions(shown('plan/unassigned', 1), ['quickfix'])).map(({ title }) => title);
    assert.ok(titles.includes('Ignore `plan/unassigned` here, for a reason to be written'), titles.join());
  });

  it('lead from codes to their pages in clients that can show them, and only there', async () => {
    assert.equal(shown('kind/unknown-field', 0).codeDescription, undefined);
    const other = await startServer(workspace, { initializationOptions: { explainCheck: true } });
    await other.shows(client.findings());
    const { codeDescription } = other.published.findLast((each) => each.uri === uri())!.diagnostics[0]!;
    assert.match(codeDescription!.href, /^command:delivery\.explainCheck\?%5B%22[a-z-]+%2F[a-z-]+%22%5D$/);
    await other.stop();
  });

  it('mend all of the file, when that is asked for', async () => {
    const all = await actions(shown('kind/unknown-field', 0), ['source.fixAll']);
    assert.deepEqual(
      all.map(({ kind }) => kind),
      ['source.fixAll.delivery'],
    );
    const resolved = all[0]!.edit ? all[0]! : ((await client.request('codeAction/resolve', all[0])) as CodeAction);
    assert.deepEqual(newTexts(resolved), [':']);
  });

  const at = async (other: Client, path: string, character: number, context: object): Promise<readonly CodeAction[]> =>
    (await other.request('textDocument/codeAction', {
      textDocument: { uri: workspace.uri(path) },
      range: { start: { line: 1, character }, end: { line: 1, character } },
      context: { diagnostics: [], ...context },
    })) as readonly CodeAction[];

  it('refactor, with the kinds that editors ask for, and move an item to another file', async () => {
    const list = await at(client, 'plan.delivery', 6, { only: ['refactor'] });
    assert.deepEqual(
      list.map(({ title, kind }) => `${kind} ${title}`),
      [
        'refactor.move Move task T-2 to people.delivery',
        'refactor.rewrite Translate the keywords of task T-2 to Chinese',
      ],
    );
    const edits = list[0]!.edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      edits.map(({ textDocument }) => textDocument),
      [
        { uri: uri(), version: 1 },
        { uri: workspace.uri('people.delivery'), version: null },
      ],
    );
    assert.match(newTexts(list[0]!).join(), /^,+\n+task T-2 "Train" \{ effort： 2d \}/);
    assert.deepEqual(await at(client, 'plan.delivery', 6, { only: ['refactor.inline'] }), []);
  });

  it('refactor when chosen, in clients that can wait, unless the text has changed', async () => {
    const other = await startServer(workspace, {
      locale: 'zh-cn',
      workspaceEdit: { documentChanges: true },
      codeAction: { resolveSupport: { properties: ['edit'] } },
    });
    await other.open('plan.delivery', TEXT);
    const ask = async (): Promise<CodeAction> =>
      (await at(other, 'plan.delivery', 6, { triggerKind: 1 })).find(({ title }) => title.startsWith('将本文件'))!;
    const resolve = async (action: CodeAction): Promise<CodeAction> =>
      (await other.request('codeAction/resolve', action)) as CodeAction;
    const offered = await ask();
    assert.deepEqual([offered.title, offered.kind], ['将本文件的关键字翻译为中文', 'source.translate.delivery']);
    assert.equal(offered.edit, undefined);
    assert.match(newTexts(await resolve(offered)).join(), /任务/);
    await other.edit('plan.delivery', 'Train', 'Teach');
    assert.equal((await resolve(offered)).edit, undefined);
    assert.match(newTexts(await resolve(await ask())).join(), /任务/);
    // Nothing about whole files while the cursor moves.
    const kinds = (await at(other, 'plan.delivery', 6, { triggerKind: 2 })).map(({ kind }) => kind);
    assert.ok(
      kinds.includes('refactor.move') && !kinds.some((kind) => kind!.startsWith('source.translate')),
      kinds.join(),
    );
    await other.stop();
  });
});
