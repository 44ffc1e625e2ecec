import { commands, env, window, workspace, type ExtensionContext } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { docsPage } from './docsPage';
import { registerExplainCheck } from './explainCheck';
import { watchFiles } from './fileEvents';
import { registerLanguageStatus } from './languageStatus';
import { registerNewSpec } from './newSpec';
import { registerOpenPlace, trusted } from './openPlace';
import { registerPasteFreeIds } from './pasteFreeIds';
import { createServer, type Connect, type DeliveryServer } from './server';
import { registerShowReferences } from './showReferences';
import { registerTimeline } from './timeline/panels';
import { registerTranslation } from './translation';
import { registerDroppedItems } from './views/dragItems';
import { registerExplorerView } from './views/explorerView';
import { registerItemCommands } from './views/itemCommands';
import { registerTraceView } from './views/traceView';

/** What differs between the hosts of the extension. */
export interface Host {
  /** Whether the server can read `file:` folders itself. */
  readonly readsDisk: boolean;
  readonly connect: Connect;
}

/** Wires the extension; everything it holds is released with the context. The server starts in the background. */
export function start(context: ExtensionContext, host: Host): DeliveryServer {
  const output = window.createOutputChannel('Delivery', { log: true });
  const watchers = watchFiles();
  const fileAccess = (): 'own' | 'client' =>
    host.readsDisk && (workspace.workspaceFolders ?? []).every(({ uri }) => uri.scheme === 'file') ? 'own' : 'client';
  const options: LanguageClientOptions = {
    documentSelector: [{ language: 'delivery' }, { pattern: '**/delivery.config.json' }],
    synchronize: { fileEvents: watchers },
    initializationOptions: () => ({
      fileAccess: fileAccess(),
      locale: env.language,
      showReferences: true,
      explainCheck: true,
      openPlace: true,
      snippetChoices: true,
      languageReference: docsPage(context, 'language').toString(),
    }),
    markdown: { isTrusted: trusted },
    outputChannel: output,
  };
  const server = createServer(host.connect, options, output);
  let access = fileAccess();
  const trace = registerTraceView(server);
  const explorer = registerExplorerView(context, server);
  context.subscriptions.push(
    output,
    ...watchers,
    registerTimeline(context, server),
    ...registerTranslation(),
    registerNewSpec(),
    registerPasteFreeIds(server),
    registerShowReferences(),
    registerExplainCheck(context),
    registerOpenPlace(),
    registerLanguageStatus(server),
    trace,
    explorer,
    registerItemCommands(server, trace, explorer),
    registerDroppedItems(server),
    commands.registerCommand('delivery.restartServer', () => server.restart()),
    commands.registerCommand('delivery.showOutput', () => output.show()),
    workspace.onDidChangeWorkspaceFolders(() => {
      if (access === fileAccess()) return;
      access = fileAccess();
      void server.restart();
    }),
  );
  // Views and commands show up only where there are specs.
  void commands.executeCommand('setContext', 'delivery.isActive', true);
  void server.restart();
  return server;
}
