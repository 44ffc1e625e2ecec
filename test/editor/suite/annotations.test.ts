import * as vscode from 'vscode';
import { answered, eventually, file, holds, place, same, show } from './support';

const plan = 'plan/plan.delivery';
const requirements = 'requirements.delivery';

describe('annotations', () => {
  it('count above requirements what came of them', async () => {
    const lenses = await answered<vscode.CodeLens[]>('vscode.executeCodeLensProvider', file(requirements), 20);
    const document = await vscode.workspace.openTextDocument(file(requirements));
    const ofFirst = lenses.filter(({ range }) => document.getText(range) === 'REQ-1');
    same(
      ofFirst.map(({ command }) => command?.title.replace(/\d+ \w+$/, '…')),
      ['2 tasks', '0/1 criterion', 'M-1 …'].map((title) => title.replace(/\d+ \w+$/, '…')),
    );
  });

  it('write computed dates and titles between the words', async () => {
    same(await hints(plan, 'task T-1'), ['5 Jan – 9 Jan', 'Omar Haddad', 'Supplier signs in']);
  });

  it('follow a setting at once, for one folder', async () => {
    const settings = vscode.workspace.getConfiguration('delivery', file(plan));
    try {
      await settings.update('inlayHints.titles', false, vscode.ConfigurationTarget.Workspace);
      await settings.update('codeLens.tasks', false, vscode.ConfigurationTarget.Workspace);
      await eventually(async () => same((await hints(plan, 'task T-1')).length, 1));
      await eventually(async () => {
        const lenses = await answered<vscode.CodeLens[]>('vscode.executeCodeLensProvider', file(requirements), 20);
        same(
          lenses.some(({ command }) => command?.title.endsWith('tasks')),
          false,
        );
      });
    } finally {
      await settings.update('inlayHints.titles', undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update('codeLens.tasks', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually(async () => same((await hints(plan, 'task T-1')).length, 3));
  });

  it('tell by colour what each word is, in the file and in a part of it', async () => {
    const { document } = await show('acceptance/sign-in.delivery');
    const legend = await answered<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const tokens = await answered<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const words = wordsOf(document, tokens, legend);
    holds(
      words,
      'criterion keyword',
      'AC-1 class.declaration',
      'REQ-1 class.reference',
      'REQ-404 class.reference.unresolved',
    );
    const start = place(document, 'criterion AC-9');
    const part = await answered<vscode.SemanticTokens>(
      'vscode.provideDocumentRangeSemanticTokens',
      document.uri,
      new vscode.Range(start, start.translate(1)),
    );
    const wordsOfPart = wordsOf(document, part, legend);
    same([wordsOfPart[0], wordsOfPart.includes('AC-1 class.declaration')], ['criterion keyword', false]);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('fold declarations and texts', async () => {
    const ranges = await answered<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', file(requirements));
    const document = await vscode.workspace.openTextDocument(file(requirements));
    const first = place(document, 'requirement REQ-1').line;
    const text = place(document, '"""').line;
    same(
      ranges.filter(({ start }) => start === first || start === text).map(({ start, end }) => [start, end]),
      [
        [first, first + 7],
        [text, text + 1],
      ],
    );
  });

  it('grow a selection by what belongs together', async () => {
    const document = await vscode.workspace.openTextDocument(file(plan));
    const at = place(document, 'REQ-2', 1);
    const [range] = await answered<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [at]);
    const texts: string[] = [];
    for (let each: vscode.SelectionRange | undefined = range; each; each = each.parent)
      texts.push(document.getText(each.range));
    holds(texts, 'REQ-2', 'realizes: REQ-2');
    same(
      texts.some((text) => text.startsWith('task T-3') && text.endsWith('}')),
      true,
    );
  });

  it('lead to web addresses and files', async () => {
    const editor = await show(plan);
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((edit) =>
      edit.insert(end, '// https://example.com/erp\ndeliverable D-1 "x" { file: "../project.delivery" }\n'),
    );
    try {
      const links = await eventually(async () => {
        const found = await answered<vscode.DocumentLink[]>('vscode.executeLinkProvider', editor.document.uri, 10);
        same(found.length, 2);
        return found;
      });
      same(links[0]!.target?.toString(), 'https://example.com/erp');
      same(links[1]!.target?.toString(), file('project.delivery').toString());
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});

/** The hints in the line of a text, by their labels. */
async function hints(path: string, text: string): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const { range } = document.lineAt(place(document, text).line);
  const found = await answered<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, range);
  return found
    .sort((a, b) => a.position.character - b.position.character)
    .map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

/** "AC-1 class.declaration" for each token. */
function wordsOf(
  document: vscode.TextDocument,
  { data }: vscode.SemanticTokens,
  { tokenTypes, tokenModifiers }: vscode.SemanticTokensLegend,
): string[] {
  const words: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines, characters, length, type, modifiers] = [...data.slice(at, at + 5)] as [
      number,
      number,
      number,
      number,
      number,
    ];
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const range = new vscode.Range(line, character, line, character + length);
    const names = tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    words.push(`${document.getText(range)} ${[tokenTypes[type]!, ...names].join('.')}`);
  }
  return words;
}
