/** Entry for hosts that run Node: desktop VS Code, remote development, code-server. The server is a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { registerCheckTask } from './checkTask';
import { start } from './extension';
import type { DeliveryServer } from './server';

let server: DeliveryServer | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server/node.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  server = start(context, {
    readsDisk: true,
    connect: (options) => ({ client: new LanguageClient('delivery', 'Delivery', { run, debug }, options) }),
  });
  context.subscriptions.push(registerCheckTask(context, server));
}

export const deactivate = (): Promise<void> | undefined => server?.stop();
