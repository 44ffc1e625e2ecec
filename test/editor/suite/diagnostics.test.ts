import * as vscode from 'vscode';
import { codeOf, eventually, file, findings, same } from './support';
import { asShipped } from './workspace';

describe('diagnostics', () => {
  it('arrive for files that nobody has opened', async () => {
    await eventually(() => same(findings(), asShipped));
    same(vscode.window.visibleTextEditors.length, 0);
  });

  it('point at the requirement that nobody can verify', async () => {
    const uri = file('requirements.delivery');
    const diagnostic = await eventually(() => {
      const found = vscode.languages.getDiagnostics(uri).find((each) => codeOf(each) === 'trace/no-criterion');
      if (!found) throw new Error('No trace/no-criterion.');
      return found;
    });
    const document = await vscode.workspace.openTextDocument(uri);
    same(document.getText(diagnostic.range), 'REQ-2');
    same(vscode.DiagnosticSeverity[diagnostic.severity], 'Warning');
  });

  it('have codes that lead to the page on the check', async () => {
    const found = await eventually(() => {
      const [first] = vscode.languages.getDiagnostics(file('requirements.delivery'));
      if (typeof first?.code !== 'object') throw new Error('no code with a target yet');
      return first.code;
    });
    same(`${found.target.scheme}:${found.target.path}`, 'command:delivery.explainCheck');
    await vscode.commands.executeCommand('delivery.explainCheck', found.value);
    await eventually(() => {
      const { label } = vscode.window.tabGroups.activeTabGroup.activeTab ?? { label: '' };
      same(/trace\.md/.exec(label)?.[0], 'trace.md');
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
