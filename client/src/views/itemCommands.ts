import { commands, Disposable, env, Uri, window } from 'vscode';
import { exists } from '../fileAccess';
import { t } from '../l10n';
import { revealSource } from '../revealSource';
import type { DeliveryServer } from '../server';
import type { RowNode, RowView } from './rowTree';
import type { TraceView } from './traceView';

/** What can be done with a row: open what it stands for, copy its id. A tree of threads stays while somebody walks through it. */
export function registerItemCommands(server: DeliveryServer, trace: TraceView, explorer: RowView): Disposable {
  const open = async ({ row, root }: RowNode): Promise<void> => {
    if (row.addresses) return openDocument(row.addresses, row.label);
    const source = row.item && (await server.itemSource({ root, key: row.item.key }).catch(() => null));
    if (!source) return;
    trace.stayAt({ uri: source.uri, position: source.start });
    await revealSource(source, false, undefined);
  };
  /** Of the row of a menu and those selected with it; by key, of what is selected in the view that has the focus. */
  const copyIds = async (from: RowNode | string, selected?: readonly RowNode[]): Promise<void> => {
    const focused = [trace, explorer].find(({ id }) => id === from)?.selection() ?? [];
    const ids = idsOf(selected ?? (typeof from === 'string' ? focused : [from]));
    if (ids.length > 0) await env.clipboard.writeText(ids.join(', '));
  };
  return Disposable.from(
    commands.registerCommand('delivery.openItem', open),
    commands.registerCommand('delivery.copyId', copyIds),
  );
}

/** The ids of items, each once. */
export const idsOf = (nodes: readonly RowNode[]): readonly string[] => [
  ...new Set(nodes.flatMap(({ row }) => row.item?.id ?? [])),
];

/** Opens the first of some addresses that exists. */
async function openDocument(addresses: readonly string[], label: string): Promise<void> {
  for (const address of addresses.map((each) => Uri.parse(each)))
    if (isWeb(address) || (await exists(address))) {
      await commands.executeCommand('vscode.open', address);
      return;
    }
  void window.showWarningMessage(t('There is no such file: {0}', label));
}

const isWeb = ({ scheme }: Uri): boolean => scheme === 'http' || scheme === 'https';
