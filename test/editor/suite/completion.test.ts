import * as vscode from 'vscode';
import { eventually, holds, same, show } from './support';

describe('completion', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('offers kinds where a declaration may stand', () => offers('$0\n', 'requirement', 'task', 'milestone'));

  it('offers the fields of the kind', () => offers('requirement REQ-7 "x" {\n  $0\n}\n', 'priority', 'from', 'type'));

  it('offers the values of a field', () =>
    offers('requirement REQ-7 "x" {\n  priority: $0\n}\n', 'must', 'should', 'could', 'wont'));

  it('offers references to items of the right kind, from every file', async () => {
    const found = await completions('task T-7 "x" { realizes: $0 }\n', 'REQ-1');
    holds(found, 'REQ-1', 'REQ-2', 'REQ-3');
    same(
      found.filter((label) => label.startsWith('AC-') || label.startsWith('INT-')),
      [],
    );
  });
});

async function offers(text: string, ...labels: readonly string[]): Promise<void> {
  holds(await completions(text, labels[0]!), ...labels);
}

/** The labels offered at `$0` of a text that is typed at the end of a file, once the first of them is there. */
async function completions(text: string, awaited: string): Promise<string[]> {
  const editor = await show('plan/plan.delivery');
  const { document } = editor;
  const start = document.positionAt(document.getText().length);
  await editor.edit((change) => change.insert(start, text.replace('$0', '')));
  const at = document.positionAt(document.offsetAt(start) + text.indexOf('$0'));
  return eventually(async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    holds(labels, awaited);
    return labels;
  });
}
