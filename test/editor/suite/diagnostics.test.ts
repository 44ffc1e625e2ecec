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
});
