import * as vscode from 'vscode';
import { eventually, file, pathOf, place, same } from './support';

type Definition = vscode.Location | vscode.LocationLink;

const plan = 'plan/plan.delivery';

describe('navigation', () => {
  it('goes from a reference to the declaration in another file', async () => {
    const target = await eventually(() => definition(plan, 'realizes: REQ-2', 11));
    same(await textAt(target), ['requirements.delivery', 'REQ-2']);
  });

  it('finds every reference in every file', async () => {
    const document = await vscode.workspace.openTextDocument(file('requirements.delivery'));
    const found = await eventually(() => references(document.uri, place(document, 'REQ-1')));
    same(found.filter((path) => path !== 'requirements.delivery').sort(), [
      'acceptance/sign-in.delivery',
      ...[plan, plan, plan],
    ]);
  });

  it('tells what an item is on hover', async () => {
    const text = await eventually(() => hover(plan, 'REQ-3'));
    same(/Confirmation flows into the order/.exec(text)?.[0] ?? text, 'Confirmation flows into the order');
  });

  it('outlines a file by its declarations', async () => {
    const symbols = await eventually(() => outline(plan));
    same(symbols, ['P-1 > T-1, T-2', 'P-2 > T-3, T-4', 'M-1 > ']);
  });
});

async function definition(path: string, text: string, offset: number): Promise<Definition> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const at = place(document, text, offset);
  const [found] = await vscode.commands.executeCommand<Definition[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    at,
  );
  if (!found) throw new Error('No definition.');
  return found;
}

async function textAt(target: Definition): Promise<[string, string]> {
  const [uri, range] =
    'targetUri' in target
      ? [target.targetUri, target.targetSelectionRange ?? target.targetRange]
      : [target.uri, target.range];
  return [pathOf(uri), (await vscode.workspace.openTextDocument(uri)).getText(range)];
}

async function references(uri: vscode.Uri, at: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, at);
  if (found.length === 0) throw new Error('No references.');
  return found.map((location) => pathOf(location.uri));
}

async function hover(path: string, text: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const at = place(document, text, 1);
  const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  if (found.length === 0) throw new Error('No hover.');
  return found.flatMap((each) => each.contents.map(textOf)).join('\n');
}

const textOf = (part: unknown): string => (part instanceof vscode.MarkdownString ? part.value : String(part));

/** Each top-level symbol with its children, by the id that its name begins with. */
async function outline(path: string): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  if (!symbols) throw new Error('No outline.');
  return symbols.map((symbol) => `${idOf(symbol)} > ${symbol.children.map(idOf).join(', ')}`);
}

const idOf = (symbol: vscode.DocumentSymbol): string =>
  /[A-Z]+-\d+/.exec(`${symbol.name} ${symbol.detail}`)?.[0] ?? symbol.name;
