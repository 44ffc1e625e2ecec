import * as vscode from 'vscode';
import { eventually, findings, place, same, show } from './support';
import { asShipped } from './workspace';

const plan = 'plan/plan.delivery';

describe('quick fixes', () => {
  it('mend a finding in one step that can be undone', async () => {
    const { document } = await show(plan);
    const before = document.getText();
    const at = place(document, 'effort: 8d');
    await replace(document, new vscode.Range(at, at.translate(0, 6)), 'efort');
    const fix = await eventually(() => fixAt(document, place(document, 'efort'), 'Change to `effort`'));
    same(await vscode.workspace.applyEdit(fix.edit!), true);
    same(document.getText(), before);
    await eventually(() => same(findings(), asShipped));
    await vscode.commands.executeCommand('undo');
    same(document.getText().includes('efort: 8d'), true);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually(() => same(findings(), asShipped));
  });

  it('mend all that is certain in a file', async () => {
    const { document } = await show(plan);
    const before = document.getText();
    const at = place(document, 'effort: 8d');
    await replace(document, new vscode.Range(at.translate(0, 6), at.translate(0, 7)), '：');
    await eventually(() =>
      same(findings(), [...asShipped.slice(0, 1), `${plan}: syntax/full-width`, ...asShipped.slice(1)]),
    );
    await vscode.commands.executeCommand('editor.action.fixAll');
    await eventually(() => same(document.getText(), before));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually(() => same(findings(), asShipped));
  });
});

/** A quick fix, once it is offered; throws until then. */
async function fixAt(document: vscode.TextDocument, at: vscode.Position, title: string): Promise<vscode.CodeAction> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    vscode.CodeActionKind.QuickFix.value,
  );
  const fix = actions.find((each) => each.title === title);
  if (!fix?.edit) throw new Error(`"${title}" is not among: ${actions.map((each) => each.title).join(', ')}`);
  return fix;
}

async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  same(await vscode.workspace.applyEdit(edit), true);
}
