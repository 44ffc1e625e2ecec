/** What the views beside the editor ask: how a project stands, the threads of an item, the items of a project. */
import { headWord } from '../kinds/facts';
import { itemCard } from '../ide/itemCard';
import type { World } from '../ide/world';
import { dropItems } from '../ide/views/dropItems';
import { explorerRows } from '../ide/views/explorer';
import { itemOfKey } from '../ide/views/itemKeys';
import { projectTitle } from '../ide/projectTitle';
import { projectStatus } from '../ide/views/projectStatus';
import { addressAt, traceRows } from '../ide/views/trace';
import type {
  DropItemsRequest,
  DroppedItems,
  ExplorerRequest,
  ItemAddress,
  ItemAtRequest,
  ItemCard,
  ItemSource,
  Project,
  ProjectStatus,
  StatusRequest,
  TraceRequest,
  TreeRow,
} from '../ide/views/types';
import { placeIn, type Item } from '../model/model';
import { toLocation } from './convert';
import { askAt, type Feature, type Host } from './host';
import { addressOf } from './hover';

export const views: Feature = { capabilities: {}, register };

function register(host: Host): void {
  const { connection, find, answer, tongue } = host;
  const aboutProject = <T>(what: string, uri: string, question: (world: World) => T | undefined): Promise<T | null> =>
    answer(what, () => {
      const world = find(uri)?.world;
      return (world && question(world)) ?? null;
    });
  const aboutItem = <T>(what: string, { root, key }: ItemAddress, question: (world: World, item: Item) => T) =>
    aboutProject(what, root, (world) => {
      const item = itemOfKey(world.model, key);
      return item && question(world, item);
    });

  connection.onRequest('delivery/status', ({ uri }: StatusRequest): Promise<ProjectStatus | null> =>
    aboutProject('status', uri, projectStatus),
  );
  connection.onRequest('delivery/itemAt', ({ uri, position }: ItemAtRequest): Promise<ItemAddress | null> =>
    askAt(host, 'itemAt', { textDocument: { uri }, position }, (world, cursor) => addressAt(world, cursor) ?? null),
  );
  connection.onRequest('delivery/trace', ({ root, key, path }: TraceRequest): Promise<readonly TreeRow[] | null> =>
    aboutProject('trace', root, (world) => traceRows(world, key, path, tongue())),
  );
  connection.onRequest('delivery/projects', () =>
    answer('projects', (): readonly Project[] =>
      host
        .worlds()
        .map((world) => ({ root: world.root, title: projectTitle(world) }))
        .sort((a, b) => (a.root < b.root ? -1 : 1)),
    ),
  );
  connection.onRequest(
    'delivery/explorer',
    ({ root, ...question }: ExplorerRequest): Promise<readonly TreeRow[] | null> =>
      aboutProject('explorer', root, (world) => explorerRows(world, question, tongue())),
  );
  connection.onRequest('delivery/dropItems', ({ uri, position, ids }: DropItemsRequest): Promise<DroppedItems | null> =>
    askAt(host, 'dropItems', { textDocument: { uri }, position }, (world, cursor) => {
      const { offset, ...drop } = dropItems(world, cursor, ids, tongue());
      return { ...drop, position: world.model.files[cursor.file]!.document.positionAt(offset) };
    }),
  );
  connection.onRequest('delivery/itemSource', (address: ItemAddress): Promise<ItemSource | null> =>
    aboutItem('itemSource', address, ({ model }, item) => {
      const place = { ...placeIn(item, item.declaration), start: headWord(item).start };
      const { uri, range } = toLocation(model, place, host.spelling);
      return { uri, ...range };
    }),
  );
  connection.onRequest('delivery/itemCard', (address: ItemAddress): Promise<ItemCard | null> =>
    aboutItem('itemCard', address, (world, item) => ({
      markdown: itemCard(world, item, tongue(), (other) => addressOf(host, world.model, other)),
    })),
  );
}
