/** The timeline's requests: the picture or what changed of it, and the ways between bars and text. */
import { timelineOf } from '../ide/timeline/timeline';
import type {
  EditOption,
  Timeline,
  TimelineAnswer,
  TimelineBarAtRequest,
  TimelineEdit,
  TimelineEditRequest,
  TimelineRequest,
  TimelineSourceRequest,
} from '../ide/timeline/types';
import { editsByFile } from '../checks/repair/apply';
import { proposeEdits, type ProposedEdit } from '../ide/timeline/edit/propose';
import type { Forecasts } from '../ide/timeline/forecasts';
import { patchOf } from '../ide/timeline/patch';
import { barAt, sourceOfBar } from '../ide/timeline/source';
import type { Model } from '../model/model';
import { forecastAtRest } from './forecastAtRest';
import { rangeIn } from './convert';
import { askAt, type Feature, type Host } from './host';

export const timeline: Feature = { capabilities: {}, register: registerTimeline };

interface Sent {
  readonly timeline: Timeline;
  readonly forecasts: Forecasts;
}

/** Remembers, by project, the timeline that was sent last: a client that has it gets the difference only. */
function registerTimeline(host: Host): void {
  const { connection, find, answer, tongue, spelling, identityOf } = host;
  const sent = new Map<string, Sent>();
  const tell = (root: string, revision: number): void =>
    // The client may have gone meanwhile.
    void Promise.resolve()
      .then(() => connection.sendNotification('delivery/changed', { root, revision }))
      .catch(() => undefined);
  const forecastsFor = forecastAtRest((root) => find(root)?.world, tell);
  connection.onRequest('delivery/timeline', ({ uri, known }: TimelineRequest) =>
    answer('timeline', (): TimelineAnswer | null => {
      const world = find(uri)?.world;
      if (!world) return null;
      const forecasts = forecastsFor(world);
      const before = sent.get(world.root);
      const isSame = before?.timeline.revision === world.revision && before.forecasts === forecasts;
      const timeline = isSame ? before.timeline : timelineOf(world, tongue(), forecasts);
      sent.set(world.root, { timeline, forecasts });
      return before && before.timeline.revision === known
        ? { patch: patchOf(before.timeline, timeline) }
        : { timeline };
    }),
  );
  connection.onRequest('delivery/timelineSource', ({ uri, key }: TimelineSourceRequest) =>
    answer('timelineSource', () => {
      const world = find(uri)?.world;
      return (world && sourceOfBar(world, key, spelling)) ?? null;
    }),
  );
  connection.onRequest('delivery/timelineBarAt', ({ uri, position }: TimelineBarAtRequest) =>
    askAt(host, 'timelineBarAt', { textDocument: { uri }, position }, barAt),
  );
  connection.onRequest('delivery/timelineEdit', ({ uri, gesture }: TimelineEditRequest) =>
    answer('timelineEdit', (): TimelineEdit | null => {
      const world = find(uri)?.world;
      if (!world) return null;
      const found = proposeEdits(world, gesture, tongue());
      if ('refused' in found) return { refused: found.refused[tongue()] };
      return { options: found.options.map((option) => optionOf(option, world.model)) };
    }),
  );

  function optionOf({ label, edits, ...rest }: ProposedEdit, model: Model): EditOption {
    const files = [...editsByFile(model, edits)].map(([file, own]) => {
      const { uri, document } = model.files[file]!;
      const { uri: address, version } = identityOf(uri);
      return {
        uri: address,
        version: version ?? null,
        edits: own.map((edit) => ({ range: rangeIn(document, edit), newText: edit.text })),
      };
    });
    return { ...rest, label: label[tongue()], files };
  }
}
