/** The timeline's requests: the picture or what changed of it, and the ways between bars and text. */
import type { Connection } from 'vscode-languageserver';
import { timelineOf } from '../ide/timeline';
import type {
  Timeline,
  TimelineAnswer,
  TimelineBarAt,
  TimelineBarAtRequest,
  TimelineRequest,
  TimelineSourceRequest,
} from '../ide/timeline.types';
import { patchOf } from '../ide/timelinePatch';
import { barAt, sourceOfBar } from '../ide/timelineSource';
import type { World } from '../ide/world';
import type { Tongue } from '../kinds/tongue';

export interface TimelineService {
  readonly connection: Connection;
  /** The project that a file or folder belongs to; `file` is -1 for a folder. */
  readonly find: (uri: string) => { readonly world: World; readonly file: number } | undefined;
  /** Answers when the workspace is read; an exception becomes an error answer. */
  readonly answer: <T>(what: string, compute: () => T) => Promise<T>;
  readonly tongue: () => Tongue;
  /** A file's address as the editor knows it. */
  readonly spelling: (uri: string) => string;
}

/** Remembers, by project, the timeline that was sent last: a client that has it gets the difference only. */
export function registerTimeline({ connection, find, answer, tongue, spelling }: TimelineService): void {
  const sent = new Map<string, Timeline>();
  connection.onRequest('delivery/timeline', ({ uri, known }: TimelineRequest) =>
    answer('timeline', (): TimelineAnswer | null => {
      const world = find(uri)?.world;
      if (!world) return null;
      const before = sent.get(world.root);
      const timeline = before?.revision === world.revision ? before : timelineOf(world, tongue());
      sent.set(world.root, timeline);
      return before && before.revision === known ? { patch: patchOf(before, timeline) } : { timeline };
    }),
  );
  connection.onRequest('delivery/timelineSource', ({ uri, key }: TimelineSourceRequest) =>
    answer('timelineSource', () => {
      const world = find(uri)?.world;
      return (world && sourceOfBar(world, key, spelling)) ?? null;
    }),
  );
  connection.onRequest('delivery/timelineBarAt', ({ uri, position }: TimelineBarAtRequest) =>
    answer('timelineBarAt', (): TimelineBarAt | null => {
      const found = find(uri);
      if (!found || found.file < 0) return null;
      const { document } = found.world.model.files[found.file]!;
      return barAt(found.world, { file: found.file, offset: document.offsetAt(position) });
    }),
  );
}
