/** Entry for VS Code for the Web. The server is a worker, and the extension reads files for it. */
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './extension';
import type { DeliveryServer } from './server';

/** What the web's extension host has and Node's types do not know. */
declare class Worker {
  constructor(script: string);
  terminate(): void;
}

let server: DeliveryServer | undefined;

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true);
  server = start(context, {
    readsDisk: false,
    connect: (options) => {
      const worker = new Worker(script);
      return {
        client: new LanguageClient('delivery', 'Delivery', worker, options),
        release: () => worker.terminate(),
      };
    },
  });
}

export const deactivate = (): Promise<void> | undefined => server?.stop();
