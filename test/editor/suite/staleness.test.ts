import * as vscode from 'vscode';
import {
  becomes,
  eventually,
  exitCode,
  file,
  hasProcesses,
  move,
  place,
  read,
  remove,
  same,
  settles,
  show,
  write,
} from './support';
import { asShipped, withoutCriterion } from './workspace';

const signIn = 'acceptance/sign-in.delivery';
const requirements = 'requirements.delivery';
const config = 'delivery.config.json';

/**
 * Nothing that happens to a file may leave a finding behind, or a missing one away, in this file or another; a server that is
 * started afterwards agrees each time.
 */
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

  it('a file that moves to another folder keeps its findings there', async () => {
    await move(signIn, 'plan/sign-in.delivery');
    await becomes(['plan/sign-in.delivery: name/unresolved', 'requirements.delivery: trace/no-criterion']);
    await move('plan/sign-in.delivery', signIn);
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

  it('a folder that moves into another takes its files along', async () => {
    await move('acceptance', 'plan/acceptance');
    await becomes(['plan/acceptance/sign-in.delivery: name/unresolved', 'requirements.delivery: trace/no-criterion']);
    await move('plan/acceptance', 'acceptance');
    await becomes(asShipped);
  });

  it('a new file mends what another lacks', async () => {
    await write('acceptance/upload.delivery', 'criterion AC-2 "Upload" { verifies: REQ-2, verify: demo }\n');
    await becomes(['acceptance/sign-in.delivery: name/unresolved']);
    await remove('acceptance/upload.delivery');
    await becomes(asShipped);
  });

  it('another branch, whose files change, come and go all at once, leaves nothing of the first', async () => {
    const before = await read(requirements);
    await Promise.all([
      write(requirements, before.replaceAll('REQ-2', 'REQ-20')),
      write('branch/access.delivery', original.replace('REQ-404', 'REQ-20')),
      remove('acceptance'),
    ]);
    // The plan knows REQ-2 only; nothing is said of what that reference was to mend.
    await becomes(['plan/plan.delivery: name/unresolved', 'plan/plan.delivery: name/unresolved']);
    await Promise.all([write(requirements, before), write(signIn, original), remove('branch')]);
    await becomes(asShipped);
  });

  // The page of VS Code for the Web has no disk that Git could work on.
  if (hasProcesses)
    it('a branch that Git checks out leaves nothing of the other, whether files of it are open or not', async () => {
      const before = await read(requirements);
      const added = ['plan/more/milestones.delivery: name/unresolved', `${requirements}: name/unresolved`];
      const onOther = [...asShipped, ...added].sort();
      try {
        await git('init', '-q', '-b', 'main');
        await git('add', '.');
        await git('commit', '-q', '-m', 'first');
        await git('checkout', '-q', '-b', 'other');
        await write(requirements, before.replace('owner: lena', 'owner: tim'));
        await write('plan/more/milestones.delivery', 'milestone M-2 "Other" { after: T-404 }\n');
        await git('add', '-A');
        await git('commit', '-q', '-m', 'second');
        await becomes(onOther);
        await git('checkout', '-q', 'main');
        await becomes(asShipped);
        const { document } = await show(requirements);
        await git('checkout', '-q', 'other');
        await becomes(onOther);
        await eventually(() => same(document.getText().includes('owner: tim'), true));
        await git('checkout', '-q', 'main');
        await becomes(asShipped);
        await eventually(() => same(document.getText(), before));
      } finally {
        await git('checkout', '-q', '-f', 'main');
        await remove('.git');
      }
    });

  it('an edit of one file changes what is found in another while it is typed', async () => {
    const editor = await show(signIn);
    const at = place(editor.document, 'verifies: REQ-1');
    await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, 15)), 'tags: draft'));
    await settles([...asShipped.slice(0, 1), ...withoutCriterion]);
    await vscode.commands.executeCommand('undo');
    await settles(asShipped);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await becomes(asShipped);
  });

  it('an edit counts no longer when the file is closed without saving', async () => {
    const editor = await show(signIn);
    const at = place(editor.document, 'verifies: REQ-1');
    await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, 15)), 'tags: draft'));
    await becomes([...asShipped.slice(0, 1), ...withoutCriterion]);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await becomes(asShipped);
  });

  it('a configuration that comes, changes and goes counts for all files', async () => {
    await write(config, '{ "severity": { "trace/no-criterion": "off" } }\n');
    await becomes(asShipped.slice(0, 1));
    await write(config, '{ "severity": { "name/unresolved": "off" } }\n');
    await becomes(asShipped.slice(1));
    await remove(config);
    await becomes(asShipped);
  });

  it('two roots have nothing to do with each other', async () => {
    const second = 'person lena "Another Lena" { }\nperson tim "Tim" { organization: northwind }\n';
    const inSecond = ['second/people.delivery: name/unresolved', ...asShipped].sort();
    await write('second/people.delivery', second);
    await becomes(['second/people.delivery: name/duplicate', ...asShipped].sort());
    await write(`second/${config}`, '{}\n');
    await becomes(inSecond);
    await write('second/more.delivery', 'organization northwind "Another" { }\n');
    await becomes(asShipped);
    await remove('second/more.delivery');
    await becomes(inSecond);
    await remove(`second/${config}`);
    await becomes(['second/people.delivery: name/duplicate', ...asShipped].sort());
    await remove('second');
    await becomes(asShipped);
  });
});

/** Runs Git in the workspace as a task of the editor: a process of its own, of whose doings nobody tells the editor. */
async function git(...args: readonly string[]): Promise<void> {
  const settings = ['user.name=x', 'user.email=x@example.com', 'core.autocrlf=false', 'commit.gpgsign=false'];
  const command = [...settings.flatMap((each) => ['-c', each]), ...args];
  const process = new vscode.ProcessExecution('git', command, { cwd: file('').fsPath });
  const [folder] = vscode.workspace.workspaceFolders!;
  same(await exitCode(new vscode.Task({ type: 'process' }, folder!, args.join(' '), 'git', process)), 0);
}
