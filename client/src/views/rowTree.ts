import {
  Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import type { Look, TreeRow } from '../../../server/src/ide/views/types';
import { ownMarkdown } from '../openPlace';
import type { DeliveryServer } from '../server';

/** A row of a tree, where it stands: what commands on it are given. */
export interface RowNode {
  readonly row: TreeRow;
  /** Root folder of the project. */
  readonly root: string;
  /** Names of the rows down to it, its own the last. */
  readonly path: readonly string[];
}

/** A view of such rows. */
export interface RowView extends Disposable {
  readonly id: string;
  /** The rows that the user has selected. */
  readonly selection: () => readonly RowNode[];
}

export interface RowTree {
  readonly dispose: () => void;
  readonly provider: TreeDataProvider<RowNode>;
  /** Asks for all rows that are shown anew; what is unfolded stays so. */
  readonly refresh: () => void;
  /** Remembers what the user unfolds in the view. */
  readonly watch: (view: TreeView<RowNode>) => Disposable;
}

export interface RowTreeInput {
  readonly server: DeliveryServer;
  /** The rows below one, or the topmost. */
  readonly below: (node: RowNode | undefined) => Promise<readonly RowNode[]>;
  /** Tells the trees apart that the view shows in turn: rows of one path are the same row only within one of them. */
  readonly name: () => string;
}

/** A tree whose rows come from the server. A row is known by its path, so that the editor keeps what is unfolded and selected. */
export function createRowTree({ server, below, name }: RowTreeInput): RowTree {
  const changed = new EventEmitter<undefined>();
  const unfolded = new Map<string, boolean>();
  // By the tree that it was asked for in: the editor tells of a row that was folded when the view may show another tree.
  const trees = new WeakMap<RowNode, string>();
  const idOf = (node: RowNode): string => JSON.stringify([trees.get(node), node.root, ...node.path]);
  const stateOf = (node: RowNode): TreeItemCollapsibleState => {
    if (!node.row.below) return TreeItemCollapsibleState.None;
    const isShown = unfolded.get(idOf(node)) ?? node.row.below === 'shown';
    return isShown ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  };
  const provider: TreeDataProvider<RowNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      // Only what is unfolded is asked for its children. Of a row that is unfolded while rows are fetched the editor may not tell.
      if (node) unfolded.set(idOf(node), true);
      const tree = name();
      const nodes = await below(node).catch(() => []);
      for (const each of nodes) trees.set(each, tree);
      return [...nodes];
    },
    getTreeItem: (node) => Object.assign(treeItem(node, stateOf(node)), { id: idOf(node) }),
    resolveTreeItem: async (item, { root, row }) => {
      const card = row.item && (await server.itemCard({ root, key: row.item.key }).catch(() => null));
      item.tooltip = card ? ownMarkdown(card.markdown) : row.spoken;
      return item;
    },
  };
  return {
    provider,
    refresh: () => changed.fire(undefined),
    watch: (view) =>
      Disposable.from(
        view.onDidExpandElement(({ element }) => unfolded.set(idOf(element), true)),
        view.onDidCollapseElement(({ element }) => unfolded.set(idOf(element), false)),
      ),
    dispose: () => changed.dispose(),
  };
}

function treeItem(node: RowNode, state: TreeItemCollapsibleState): TreeItem {
  const { label, description, spoken, look, mark, item, addresses } = node.row;
  const result = new TreeItem(label, state);
  result.description = description;
  result.accessibilityInformation = { label: spoken };
  result.iconPath = new ThemeIcon(ICONS[look], mark && new ThemeColor(COLORS[mark]));
  // Words that menus look for: "item id bar".
  result.contextValue = [item && 'item', item?.id !== undefined && 'id', item?.hasBar && 'bar', addresses && 'document']
    .filter(Boolean)
    .join(' ');
  if (item || addresses) result.command = { title: '', command: 'delivery.openItem', arguments: [node] };
  return result;
}

const ICONS: Readonly<Record<Look, string>> = {
  origin: 'comment-discussion',
  need: 'lightbulb',
  requirement: 'checklist',
  criterion: 'beaker',
  work: 'tools',
  milestone: 'milestone',
  deliverable: 'package',
  evidence: 'search',
  acceptance: 'verified',
  risk: 'flame',
  change: 'git-compare',
  phase: 'calendar',
  other: 'circle-small',
  group: 'list-tree',
  gap: 'warning',
  document: 'link-external',
  unresolved: 'error',
  more: 'ellipsis',
};

/** Colours that every theme defines, high contrast too; the marks in the descriptions say the same without colour. */
const COLORS: Readonly<Record<NonNullable<TreeRow['mark']>, string>> = {
  covered: 'testing.iconPassed',
  shallow: 'list.warningForeground',
  uncovered: 'list.errorForeground',
  'not-needed': 'disabledForeground',
};
