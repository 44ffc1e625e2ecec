import * as vscode from 'vscode';
import { answered, ask, eventually, file, findings, pathOf, place, read, remove, same, show, write } from './support';
import { asShipped } from './workspace';

const plan = 'plan/plan.delivery';
const options = { tabSize: 2, insertSpaces: true };

describe('editing', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => same(findings(), asShipped));
  });

  it('renames an item in all files', async () => {
    const prepared = await ask<{ range: vscode.Range; placeholder: string }>('vscode.prepareRename', plan, 'REQ-3', 1);
    same(prepared.placeholder, 'REQ-3');
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', plan, 'REQ-3', 1, 'REQ-30');
    same(
      edit.entries().map(([uri, edits]) => [pathOf(uri), edits.map(({ newText }) => newText)]),
      [
        [plan, ['REQ-30', 'REQ-30']],
        ['requirements.delivery', ['REQ-30']],
      ],
    );
  });

  it('refuses a name that is taken', async () => {
    const document = await vscode.workspace.openTextDocument(file(plan));
    const refused = await vscode.commands
      .executeCommand('vscode.executeDocumentRenameProvider', document.uri, place(document, 'REQ-3', 1), 'REQ-1')
      .then(
        () => 'renamed',
        (error: unknown) => String(error),
      );
    same(refused.includes('REQ-1'), true);
  });

  it('lets paths follow a file that is renamed', async () => {
    const spec = 'plan/handover.delivery';
    await write(spec, 'deliverable D-1 "Manual" { file: "manual.txt", satisfies: REQ-1 }\n');
    await write('plan/manual.txt', 'How to.\n');
    try {
      const document = await vscode.workspace.openTextDocument(file(spec));
      await answered('vscode.executeDocumentSymbolProvider', document.uri);
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(file('plan/manual.txt'), file('plan/guide.txt'));
      same(await vscode.workspace.applyEdit(edit), true);
      await eventually(() => same(document.getText().includes('"guide.txt"'), true));
      await document.save();
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await remove(spec);
      await remove((await exists('plan/guide.txt')) ? 'plan/guide.txt' : 'plan/manual.txt');
    }
  });

  it('formats a file', async () => {
    await typed(plan, 'effort: 5d, assign: omar, realizes: REQ-1', 'effort :5d,assign: omar,   realizes:REQ-1');
    const edits = await answered<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', file(plan), options);
    await apply(plan, edits);
    same((await vscode.workspace.openTextDocument(file(plan))).getText(), await read(plan));
  });

  it('formats a selection, and leaves the rest', async () => {
    const document = await typed(plan, 'effort: 5d, assign', 'effort :5d,assign');
    await typed(plan, 'effort: 3d, after', 'effort :3d,after');
    const line = document.lineAt(place(document, 'effort :5d').line);
    const edits = await answered<vscode.TextEdit[]>(
      'vscode.executeFormatRangeProvider',
      file(plan),
      line.range,
      options,
    );
    await apply(plan, edits);
    same(
      [document.getText().includes('effort: 5d, assign'), document.getText().includes('effort :3d,after')],
      [true, true],
    );
  });

  it('formats what is typed', async () => {
    const document = await typed(plan, 'effort: 8d, after', 'effort: 8d， after');
    const at = place(document, '8d，', 3);
    const edits = await answered<vscode.TextEdit[]>(
      'vscode.executeFormatOnTypeProvider',
      document.uri,
      at,
      '，',
      options,
    );
    await apply(plan, edits);
    same(document.getText().includes('effort: 8d, after'), true);
  });

  it('offers to move a criterion out, an item to another file, and to translate keywords', async () => {
    const titles = async (path: string, text: string, kind: vscode.CodeActionKind): Promise<string[]> => {
      const document = await vscode.workspace.openTextDocument(file(path));
      const at = place(document, text, 1);
      const range = new vscode.Range(at, at);
      const found = await answered<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kind.value,
        1,
      );
      const [first] = found;
      same(first!.edit !== undefined, true);
      return found.map(({ title }) => title);
    };
    same(await titles('requirements.delivery', 'AC-3', vscode.CodeActionKind.RefactorExtract), [
      'Move criterion AC-3 out of requirement REQ-3',
    ]);
    const moves = await titles(plan, 'milestone M-1', vscode.CodeActionKind.Refactor.append('move'));
    const rewrites = await titles(plan, 'T-3 "Upload"', vscode.CodeActionKind.RefactorRewrite);
    same(rewrites.includes('Translate the keywords of task T-3 to Chinese'), true);
    same(moves.includes('Move milestone M-1 to requirements.delivery'), true);
  });
});

/** Replaces a text in a file that is shown. */
async function typed(path: string, text: string, by: string): Promise<vscode.TextDocument> {
  const editor = await show(path);
  const start = place(editor.document, text);
  await editor.edit((edit) => edit.replace(new vscode.Range(start, start.translate(0, text.length)), by));
  return editor.document;
}

async function apply(path: string, edits: readonly vscode.TextEdit[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(file(path), [...edits]);
  same(await vscode.workspace.applyEdit(edit), true);
}

const exists = (path: string): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(file(path))).then(
    () => true,
    () => false,
  );
