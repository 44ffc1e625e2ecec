import * as vscode from 'vscode';
import { eventually, file, pathOf, same } from './support';

/** A row of a tree as far as commands look at it. */
const rowOf = (key: string): object => ({
  root: file('').toString().replace(/\/$/, ''),
  path: [key],
  row: { name: key, label: key, item: { key, id: key } },
});

interface Contributions {
  readonly commands: readonly { readonly command: string; readonly category?: string }[];
  readonly menus: { readonly commandPalette: readonly { readonly command: string }[] };
}

describe('views and commands', () => {
  it('a row leads to the declaration of its item, whatever the file system', async () => {
    await eventually(async () => {
      await vscode.commands.executeCommand('delivery.openItem', rowOf('REQ-3'));
      const editor = vscode.window.activeTextEditor;
      if (!editor) throw new Error('No editor.');
      same([pathOf(editor.document.uri), wordAt(editor)], ['requirements.delivery', 'REQ-3']);
    });
  });

  it('every command that is offered is there, in one category', async () => {
    const extension = vscode.extensions.getExtension('delivery-spec.delivery-spec')!;
    const { commands, menus } = (extension.packageJSON as { readonly contributes: Contributions }).contributes;
    const known = await vscode.commands.getCommands(true);
    same(
      commands.filter(({ command }) => !known.includes(command)),
      [],
    );
    same([...new Set(commands.map(({ category }) => category))], ['Delivery']);
    // Each says when it applies, but for the one that begins a spec where there is none.
    const limited = new Set(menus.commandPalette.map(({ command }) => command));
    same(
      commands.map(({ command }) => command).filter((command) => !limited.has(command)),
      ['delivery.newSpec'],
    );
  });
});

const wordAt = ({ document, selection }: vscode.TextEditor): string =>
  document.getText(document.getWordRangeAtPosition(selection.active));
