/** The task `delivery: check`: the bundled command line in a terminal of the editor, where processes can be started. */
import {
  Disposable,
  env,
  languages,
  ProcessExecution,
  RelativePattern,
  Task,
  TaskGroup,
  tasks,
  workspace,
  type ExtensionContext,
  type TaskDefinition,
  type WorkspaceFolder,
} from 'vscode';
import { ignoredFolders } from './fileAccess';
import type { DeliveryServer } from './server';

const taskType = 'delivery';

/** How `package.json` defines the task; what somebody writes into `tasks.json` may have any shape all the same. */
interface CheckDefinition extends TaskDefinition {
  readonly command: 'check';
  /** Folders or files, from the task's folder; all of it if absent. */
  readonly paths?: readonly string[];
  readonly strict?: boolean;
  readonly fix?: boolean;
  /** Goes on, and checks again whenever files change. */
  readonly watch?: boolean;
}

/** Offers the task in each folder on disk that holds specs, and completes those in `tasks.json`. */
export function registerCheckTask(context: ExtensionContext, server: DeliveryServer): Disposable {
  const script = context.asAbsolutePath('dist/cli/delivery.js');
  const provider = tasks.registerTaskProvider(taskType, {
    provideTasks: async () => {
      const folders = await Promise.all((workspace.workspaceFolders ?? []).map(withSpecs));
      return folders
        .flat()
        .flatMap((folder) =>
          offered.map((options) => checkTask({ type: taskType, command: 'check', ...options }, folder, script)),
        );
    },
    resolveTask: ({ definition, scope }) => {
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      // The very definition of the task must come back, or the editor takes it for another one.
      return isCheck(definition) && folder ? checkTask(definition, folder, script) : undefined;
    },
  });
  return Disposable.from(provider, keepFindings(server));
}

/** What is offered without a `tasks.json`. */
const offered: readonly Partial<CheckDefinition>[] = [{}, { watch: true }];

async function withSpecs(folder: WorkspaceFolder): Promise<readonly WorkspaceFolder[]> {
  if (folder.uri.scheme !== 'file') return [];
  const exclude = `**/{${[...ignoredFolders].join(',')}}/**`;
  const found = await workspace.findFiles(new RelativePattern(folder, '**/*.delivery'), exclude, 1);
  return found.length > 0 ? [folder] : [];
}

const isCheck = (definition: TaskDefinition): definition is CheckDefinition =>
  definition.type === taskType && definition.command === 'check';

function checkTask(definition: CheckDefinition, folder: WorkspaceFolder, script: string): Task {
  const { paths = [], strict, fix, watch } = definition;
  const options = [...(strict ? ['--strict'] : []), ...(fix ? ['--fix'] : []), ...(watch ? ['--watch'] : [])];
  const tongue = env.language.startsWith('zh') ? 'zh' : 'en';
  const execution = new ProcessExecution(
    process.execPath,
    [script, 'check', '--language', tongue, ...options, '--', ...paths],
    // The desktop's executable is VS Code itself; with this it is Node.
    { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } },
  );
  const matcher = watch ? '$delivery-watch' : '$delivery';
  const task = new Task(definition, folder, ['check', ...options].join(' '), taskType, execution, matcher);
  task.isBackground = watch === true;
  task.group = TaskGroup.Build;
  return task;
}

/**
 * The problem matcher writes into the same list as the language server, or each finding would stand there twice. The server knows
 * more of it (ranges, what else is concerned, the page on the check), so what it said comes back when the task has ended, and
 * in a file that is opened while the task goes on.
 */
function keepFindings(server: DeliveryServer): Disposable {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  return Disposable.from(
    tasks.onDidEndTask(({ execution }) => {
      if (execution.task.definition.type !== taskType) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        server.showFindingsAgain();
      }, AFTER_MATCHER);
      timers.add(timer);
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (languages.match({ language: 'delivery' }, document) > 0) server.showFindingsAgain(document.uri);
    }),
    new Disposable(() => timers.forEach(clearTimeout)),
  );
}

/** Milliseconds after a task's end: the editor's matcher waits for the terminal's last lines. */
const AFTER_MATCHER = 1000;
