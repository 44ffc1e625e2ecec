import * as vscode from 'vscode';
import { answered, ask, file, pathOf, same, textAt } from './support';

type Target = vscode.Location | vscode.LocationLink;

const plan = 'plan/plan.delivery';

describe('navigation', () => {
  it('goes from a reference to the declaration in another file', async () => {
    const found = await ask<Target[]>('vscode.executeDefinitionProvider', plan, 'realizes: REQ-2', 11);
    same(await Promise.all(found.map(textAt)), ['requirements.delivery: REQ-2']);
  });

  it('goes from an item to what its kind means', async () => {
    const [found] = await ask<Target[]>('vscode.executeTypeDefinitionProvider', plan, 'realizes: REQ-2', 11);
    same(/[^/]+: .*$/.exec(await textAt(found!))?.[0], 'language.md: ### requirement');
  });

  it('goes from a requirement to what realizes and verifies it', async () => {
    const found = await ask<Target[]>(
      'vscode.executeImplementationProvider',
      'requirements.delivery',
      'REQ-1 "Supplier',
    );
    same(await Promise.all(found.map(textAt)), ['acceptance/sign-in.delivery: AC-1', `${plan}: T-1`, `${plan}: T-2`]);
  });

  it('finds every reference in every file', async () => {
    const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', 'requirements.delivery', 'REQ-1');
    same(
      found
        .map(({ uri }) => pathOf(uri))
        .filter((path) => path !== 'requirements.delivery')
        .sort(),
      ['acceptance/sign-in.delivery', ...[plan, plan, plan]],
    );
  });

  it('highlights an item in its file, the declaration in another way', async () => {
    const found = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', plan, 'after: T-1', 8);
    const document = await vscode.workspace.openTextDocument(file(plan));
    same(
      found.map(({ range, kind }) => [document.getText(range), range.start.line, vscode.DocumentHighlightKind[kind!]]),
      [
        ['T-1', 1, 'Write'],
        ['T-1', 2, 'Read'],
      ],
    );
  });

  it('tells what an item is on hover, with its threads', async () => {
    const found = await ask<vscode.Hover[]>('vscode.executeHoverProvider', plan, 'REQ-3', 1);
    const text = found.flatMap(({ contents }) => contents.map(textOf)).join('\n');
    same(text.includes('Confirmation flows into the order'), true);
    same(text.includes('`T-4`'), true);
  });

  it('outlines a file by its declarations', async () => {
    const symbols = await answered<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', file(plan));
    same(
      symbols.map(({ name, children }) => `${name} > ${children.map((child) => child.name).join(', ')}`),
      ['P-1 > T-1, T-2', 'P-2 > T-3, T-4', 'M-1 > '],
    );
  });

  it('finds items of all files by a few letters of their titles', async () => {
    const found = await answered<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'suppl sign');
    same([found[0]!.name, pathOf(found[0]!.location.uri)], ['REQ-1 Supplier signs in', 'requirements.delivery']);
  });

  it('walks through what waits for what', async () => {
    const [task] = await ask<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', plan, 'T-3 "Upload"', 1);
    const incoming = await answered<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', task);
    const outgoing = await answered<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', task);
    same(
      [task!.name, incoming.map(({ from }) => from.name), outgoing.map(({ to }) => to.name)],
      ['T-3', ['T-4'], ['T-2']],
    );
  });

  it('walks through what is part of what', async () => {
    const [phase] = await ask<vscode.TypeHierarchyItem[]>('vscode.prepareTypeHierarchy', plan, 'P-2', 1);
    const parts = await answered<vscode.TypeHierarchyItem[]>('vscode.provideSubtypes', phase);
    const whole = await answered<vscode.TypeHierarchyItem[]>('vscode.provideSupertypes', parts[0]);
    same([parts.map(({ name }) => name), whole.map(({ name }) => name)], [['T-3', 'T-4'], ['P-2']]);
  });
});

const textOf = (part: unknown): string => (part instanceof vscode.MarkdownString ? part.value : String(part));
