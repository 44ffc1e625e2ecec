import * as vscode from 'vscode';
import { eventually, findings, move, pause, place, read, remove, same, show, write } from './support';
import { asShipped, withoutCriterion } from './workspace';

const signIn = 'acceptance/sign-in.delivery';

/** Nothing that happens to a file may leave a finding behind, or a missing one away, in this file or another. */
describe('staleness', () => {
  let original: string;

  before(async () => {
    original = await read(signIn);
    await becomes(asShipped);
  });

  it('a deleted file takes its criterion along, and a restored one brings it back', async () => {
    await remove(signIn);
    await becomes(withoutCriterion);
    await write(signIn, original);
    await becomes(asShipped);
  });

  it('a renamed file keeps its findings under its new name', async () => {
    await move(signIn, 'acceptance/access.delivery');
    await becomes(['acceptance/access.delivery: name/unresolved', 'requirements.delivery: trace/no-criterion']);
    await move('acceptance/access.delivery', signIn);
    await becomes(asShipped);
  });

  it('a file that loses its extension is no spec any more', async () => {
    await move(signIn, 'acceptance/sign-in.txt');
    await becomes(withoutCriterion);
    await move('acceptance/sign-in.txt', signIn);
    await becomes(asShipped);
  });

  it('a deleted folder takes its files along', async () => {
    await remove('acceptance');
    await becomes(withoutCriterion);
    await write(signIn, original);
    await becomes(asShipped);
  });

  it('a renamed folder takes its files along', async () => {
    await move('acceptance', 'acceptance-2026');
    await becomes(['acceptance-2026/sign-in.delivery: name/unresolved', 'requirements.delivery: trace/no-criterion']);
    await move('acceptance-2026', 'acceptance');
    await becomes(asShipped);
  });

  it('a new file mends what another lacks', async () => {
    await write('acceptance/upload.delivery', 'criterion AC-2 "Upload" { verifies: REQ-2, verify: demo }\n');
    await becomes(['acceptance/sign-in.delivery: name/unresolved']);
    await remove('acceptance/upload.delivery');
    await becomes(asShipped);
  });

  it('an edit counts while it is typed, and no longer when the file is closed without saving', async () => {
    const editor = await show(signIn);
    const at = place(editor.document, 'verifies: REQ-1');
    await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, 15)), 'tags: draft'));
    await becomes([...asShipped.slice(0, 1), ...withoutCriterion]);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await becomes(asShipped);
  });
});

/** The findings of the workspace become the given ones, and stay so. */
async function becomes(expected: readonly string[]): Promise<void> {
  await eventually(() => same(findings(), expected));
  await pause(150);
  same(findings(), expected);
}
