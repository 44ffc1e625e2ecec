import { commands, Disposable, window } from 'vscode';
import type { ItemAddress, ItemAtRequest } from '../../../server/src/ide/views/types';
import { t } from '../l10n';
import { oneAtATime } from '../oneAtATime';
import { whenResting } from '../rest';
import type { DeliveryServer } from '../server';
import { cursorOf, specInSight } from '../specCursor';
import { createRowTree, type RowNode, type RowView } from './rowTree';

const viewId = 'delivery.trace';
const lockedKey = 'delivery.traceLocked';

/** How long the cursor must rest, in milliseconds, before the tree follows it. */
const REST = 150;

export interface TraceView extends RowView {
  /** The cursor is about to stand at this place; what is shown stays until it goes elsewhere. */
  readonly stayAt: (cursor: ItemAtRequest) => void;
}

/** The threads of the item at the cursor; it can be kept while the cursor goes elsewhere. */
export function registerTraceView(server: DeliveryServer): TraceView {
  let subject: ItemAddress | undefined;
  /** The place of the cursor for which the subject is shown. */
  let followed: string | undefined;
  /** A place of the cursor at which the subject stays what it is. */
  let kept: { readonly place: string; readonly isReached: boolean } | undefined;
  let locked = false;
  // Read anew behind each wait.
  const isLocked = (): boolean => locked;

  const tree = createRowTree({
    server,
    name: () => JSON.stringify(subject),
    below: async (node) => {
      if (!subject) return [];
      const path = node?.path ?? [];
      const { root } = subject;
      const rows = await server.trace({ ...subject, path });
      if (!node) view.message = rows ? undefined : t('This item does not exist any more.');
      return (rows ?? []).map((row): RowNode => ({ row, root, path: [...path, row.name] }));
    },
  });
  const view = window.createTreeView(viewId, { treeDataProvider: tree.provider, showCollapseAll: true });

  const describe = (): void => {
    const key = subject?.key ?? '';
    view.description = locked ? t('{0}, kept', key) : key;
  };
  const show = (address: ItemAddress): void => {
    const isNew = address.root !== subject?.root || address.key !== subject.key;
    subject = address;
    describe();
    if (isNew) tree.refresh();
  };
  const follow = oneAtATime(async () => {
    const at = cursor();
    if (locked || !view.visible || !at || isKeptAt(at.place) || at.place === followed) return;
    const address = await server.itemAt(at.request).catch(() => null);
    if (!address || isLocked()) return;
    followed = at.place;
    show(address);
  });
  /** The cursor may be on its way to the place at which the tree stays; only when it has been there does leaving it count. */
  const isKeptAt = (place: string): boolean => {
    if (place === kept?.place) kept = { place, isReached: true };
    else if (kept?.isReached) kept = undefined;
    return place === kept?.place;
  };
  const stayAt = (goal: ItemAtRequest): void => {
    kept = { place: placeOf(goal), isReached: false };
  };
  const setLock = (value: boolean): void => {
    locked = value;
    void commands.executeCommand('setContext', lockedKey, value);
    describe();
  };
  const unlock = (): void => {
    setLock(false);
    followed = undefined;
    kept = undefined;
    follow();
  };
  const showTrace = async (node: RowNode | undefined): Promise<void> => {
    const at = cursor();
    const address = node?.row.item
      ? { root: node.root, key: node.row.item.key }
      : at && (await server.itemAt(at.request).catch(() => null));
    if (locked) setLock(false);
    if (at) kept = { place: at.place, isReached: true };
    if (address) show(address);
    await commands.executeCommand(`${viewId}.focus`);
  };

  const resting = whenResting(follow, REST);
  const changed = whenResting(() => {
    if (!view.visible) return;
    tree.refresh();
    follow();
  }, REST);
  setLock(false);
  const registrations = Disposable.from(
    tree,
    view,
    tree.watch(view),
    resting,
    changed,
    window.onDidChangeTextEditorSelection(resting.ask),
    window.onDidChangeActiveTextEditor(resting.ask),
    view.onDidChangeVisibility(changed.ask),
    server.onDidChange(changed.ask),
    commands.registerCommand('delivery.lockTrace', () => setLock(true)),
    commands.registerCommand('delivery.unlockTrace', unlock),
    commands.registerCommand('delivery.showTrace', showTrace),
  );
  return Object.assign(registrations, { id: viewId, selection: () => view.selection, stayAt });
}

/** Where the cursor stands, as a question, and as a place to compare. */
function cursor() {
  const editor = specInSight();
  const request = editor && cursorOf(editor);
  return request && { request, place: placeOf(request) };
}

/** The same text for the same place. */
const placeOf = ({ uri, position: { line, character } }: ItemAtRequest): string => `${uri}#${line}:${character}`;
