import { commands, Disposable, window, type ExtensionContext } from 'vscode';
import type { Grouping, TreeRow } from '../../../server/src/ide/views/types';
import { t } from '../l10n';
import { whenResting } from '../rest';
import type { DeliveryServer } from '../server';
import { itemDragging } from './dragItems';
import { askFilter } from './filterBox';
import { createRowTree, type RowNode, type RowView } from './rowTree';

const viewId = 'delivery.explorer';
const filteredKey = 'delivery.explorerFiltered';
const groupingKey = 'delivery.explorerGrouping';

/** How long nothing must have changed, in milliseconds, before the rows are asked for anew. */
const REST = 250;

const GROUPINGS = {
  phase: () => t('By phase'),
  priority: () => t('By priority'),
  coverage: () => t('By coverage'),
} as const satisfies Readonly<Record<Grouping, () => string>>;

/** All items of the window's projects, gathered as the user likes; what is typed in the filter narrows them at once. */
export function registerExplorerView({ workspaceState }: ExtensionContext, server: DeliveryServer): RowView {
  const known = workspaceState.get<string>(groupingKey, 'phase');
  let grouping = isGrouping(known) ? known : 'phase';
  let filter = '';

  const rowsOf = async (root: string, path: readonly string[], asked = { grouping, filter }): Promise<RowNode[]> => {
    const rows = await server.explorer({ root, ...asked, path });
    return (rows ?? []).map((row) => ({ row, root, path: [...path, row.name] }));
  };
  const top = async (): Promise<readonly RowNode[]> => {
    // What the user chooses meanwhile is for the next tree.
    const asked = { grouping, filter };
    const projects = await server.projects();
    const rows = await Promise.all(projects.map(({ root }) => rowsOf(root, [], asked)));
    tell(rows.some(({ length }) => length > 0));
    if (projects.length === 1) return rows[0]!;
    const found = projects.filter((_, index) => asked.filter === '' || rows[index]!.length > 0);
    return found.map(({ root, title }) => ({ row: projectRow(title), root, path: [] }));
  };
  const tree = createRowTree({
    server,
    name: () => JSON.stringify([grouping, filter]),
    below: (node) => (node ? rowsOf(node.root, node.path) : top()),
  });
  const view = window.createTreeView(viewId, {
    treeDataProvider: tree.provider,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: itemDragging,
  });
  const tell = (hasRows: boolean): void => {
    view.description = GROUPINGS[grouping]();
    view.message =
      filter === '' ? undefined : hasRows ? t('Filter: {0}', filter) : t('Nothing is found by: {0}', filter);
  };

  const setFilter = (value: string): void => {
    if (value === filter) return;
    filter = value;
    void commands.executeCommand('setContext', filteredKey, filter !== '');
    tree.refresh();
  };
  const chooseGrouping = async (): Promise<void> => {
    const picks = Object.entries(GROUPINGS).map(([key, label]) => ({
      label: label(),
      key: key as Grouping,
      ...(key === grouping && { description: t('now') }),
    }));
    const pick = await window.showQuickPick(picks, { placeHolder: t('How shall the items be grouped?') });
    if (!pick) return;
    grouping = pick.key;
    await workspaceState.update(groupingKey, grouping);
    tree.refresh();
  };
  const changed = whenResting(() => view.visible && tree.refresh(), REST);
  setFilter('');
  const registrations = Disposable.from(
    tree,
    view,
    tree.watch(view),
    changed,
    server.onDidChange(changed.ask),
    view.onDidChangeVisibility(({ visible }) => visible && changed.ask()),
    commands.registerCommand('delivery.groupItems', chooseGrouping),
    commands.registerCommand('delivery.filterItems', () => askFilter(filter, setFilter)),
    commands.registerCommand('delivery.clearFilter', () => setFilter('')),
  );
  return Object.assign(registrations, { id: viewId, selection: () => view.selection });
}

const isGrouping = (value: string): value is Grouping => Object.hasOwn(GROUPINGS, value);

const projectRow = (title: string): TreeRow => ({
  name: '',
  label: title,
  description: '',
  spoken: title,
  look: 'group',
  below: 'shown',
});
