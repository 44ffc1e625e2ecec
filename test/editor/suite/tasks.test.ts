import * as vscode from 'vscode';
import { eventually, exitCode, file, findings, hasProcesses, same } from './support';
import { asShipped } from './workspace';

describe('tasks', () => {
  if (!hasProcesses) {
    it('are not offered where no process can be started', async () => {
      same(await vscode.tasks.fetchTasks({ type: 'delivery' }), []);
    });
    return;
  }

  it('check the project with the bundled command line, which fails on errors', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'delivery' });
    same(
      tasks.map(({ source, name, problemMatchers, isBackground }) => [source, name, problemMatchers, isBackground]),
      [
        ['delivery', 'check', ['$delivery'], false],
        ['delivery', 'check --watch', ['$delivery-watch'], true],
      ],
    );
    same(await exitCode(tasks[0]!), 1);
    await eventually(() => same(findings(), asShipped));
  });

  it('take options from tasks.json', async () => {
    const definition = { type: 'delivery', command: 'check', paths: ['project.delivery'], strict: true };
    const folder = vscode.workspace.workspaceFolders![0]!;
    const written = { version: '2.0.0', tasks: [{ ...definition, label: 'only the project' }] };
    const uri = file('.vscode/tasks.json');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(written)));
    try {
      const task = await eventually(async () => {
        const found = (await vscode.tasks.fetchTasks()).find(({ name }) => name === 'only the project');
        if (!found) throw new Error('The task of tasks.json is not there yet.');
        return found;
      });
      same(task.scope, folder);
      same(await exitCode(task), 0);
    } finally {
      await vscode.workspace.fs.delete(file('.vscode'), { recursive: true });
    }
  });
});
