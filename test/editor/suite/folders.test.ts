import * as vscode from 'vscode';
import {
  answered,
  becomes,
  eventually,
  exitCode,
  file,
  hasProcesses,
  move,
  read,
  remove,
  same,
  write,
} from './support';
import { asShipped, withoutCriterion } from './workspace';

const within = (folder: string, findings: readonly string[]): string[] => findings.map((each) => `${folder}/${each}`);
const both = (intranet: readonly string[], portal: readonly string[]): string[] =>
  [...within('intranet', intranet), ...within('portal', portal)].sort();

/** Two folders, `portal` and `intranet`, that hold the same specs. */
describe('a window of several folders', () => {
  const portal = (): vscode.WorkspaceFolder => vscode.workspace.workspaceFolders![0]!;
  const intranet = (): vscode.WorkspaceFolder => vscode.workspace.workspaceFolders![1]!;

  it('holds a project in each, and the ids of one are free in the other', async () => {
    // An editor on the web reads the file that names them after it has started.
    const names = () => vscode.workspace.workspaceFolders?.map(({ name }) => name);
    await eventually(() => same(names(), ['portal', 'intranet']));
    await becomes(both(asShipped, asShipped));
  });

  it('what one project lacks is not found in the other', async () => {
    await write('intranet/more.delivery', 'requirement REQ-404 "Single sign-on" { priority: must, from: N-1 }\n');
    const more = ['more.delivery: trace/no-milestone', 'more.delivery: trace/no-work'];
    await becomes(both([...more, ...asShipped.slice(1)], asShipped));
    await remove('intranet/more.delivery');
    await becomes(both(asShipped, asShipped));
  });

  it('a file or folder that is deleted is missing in its own project only', async () => {
    const signIn = await read('portal/acceptance/sign-in.delivery');
    await remove('portal/acceptance/sign-in.delivery');
    await becomes(both(asShipped, withoutCriterion));
    await write('portal/acceptance/sign-in.delivery', signIn);
    await becomes(both(asShipped, asShipped));
    await remove('intranet/acceptance');
    await becomes(both(withoutCriterion, asShipped));
    await write('intranet/acceptance/sign-in.delivery', signIn);
    await becomes(both(asShipped, asShipped));
  });

  it('a file or folder that moves from one to the other counts where it is now', async () => {
    await remove('intranet/acceptance');
    await becomes(both(withoutCriterion, asShipped));
    await move('portal/acceptance', 'intranet/acceptance');
    await becomes(both(asShipped, withoutCriterion));
    await move('intranet/acceptance/sign-in.delivery', 'portal/sign-in.delivery');
    await becomes(
      both(withoutCriterion, ['requirements.delivery: trace/no-criterion', 'sign-in.delivery: name/unresolved']),
    );
    await write('intranet/acceptance/sign-in.delivery', await read('portal/sign-in.delivery'));
    await move('portal/sign-in.delivery', 'portal/acceptance/sign-in.delivery');
    await becomes(both(asShipped, asShipped));
  });

  it('a configuration counts for its own folder', async () => {
    await write('portal/delivery.config.json', '{ "severity": { "trace/no-criterion": "off" } }\n');
    await becomes(both(asShipped, asShipped.slice(0, 1)));
    await move('portal/delivery.config.json', 'intranet/delivery.config.json');
    await becomes(both(asShipped.slice(0, 1), asShipped));
    await remove('intranet/delivery.config.json');
    await becomes(both(asShipped, asShipped));
  });

  it('a folder that is closed takes its findings along, and comes back as it is by then', async () => {
    const { uri } = intranet();
    same(vscode.workspace.updateWorkspaceFolders(1, 1), true);
    await becomes(within('portal', asShipped));
    await write('intranet/acceptance/more.delivery', 'criterion AC-2 "Upload" { verifies: REQ-2, verify: demo }\n');
    await becomes(within('portal', asShipped));
    same(vscode.workspace.updateWorkspaceFolders(1, 0, { uri }), true);
    await becomes(both(asShipped.slice(0, 1), asShipped));
    await remove('intranet/acceptance/more.delivery');
    await becomes(both(asShipped, asShipped));
  });

  it('a setting counts for its own folder, at once', async () => {
    const settings = vscode.workspace.getConfiguration('delivery', portal());
    await eventually(async () => same([await hintsIn('portal'), await hintsIn('intranet')], [3, 3]));
    await settings.update('inlayHints.titles', false, vscode.ConfigurationTarget.WorkspaceFolder);
    await eventually(async () => same([await hintsIn('portal'), await hintsIn('intranet')], [1, 3]));
    await settings.update('inlayHints.titles', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await eventually(async () => same([await hintsIn('portal'), await hintsIn('intranet')], [3, 3]));
  });

  if (hasProcesses)
    it('a task checks the folder that it is offered for', async () => {
      await remove('intranet/acceptance/sign-in.delivery');
      const tasks = (await vscode.tasks.fetchTasks({ type: 'delivery' })).filter(({ isBackground }) => !isBackground);
      const scopes = tasks.map(({ scope }) => (typeof scope === 'object' ? scope.name : scope));
      same(scopes, ['portal', 'intranet']);
      // Only what is left in the portal is an error.
      same([await exitCode(tasks[0]!), await exitCode(tasks[1]!)], [1, 0]);
    });
});

/** How many hints stand in the line of the plan's first task. */
async function hintsIn(folder: string): Promise<number> {
  const document = await vscode.workspace.openTextDocument(file(`${folder}/plan/plan.delivery`));
  const { range } = document.lineAt(1);
  return (await answered<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, range)).length;
}
