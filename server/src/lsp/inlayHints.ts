/** Inlay hints over the Language Server Protocol. */
import type { InlayHint } from 'vscode-languageserver';
import { hintReason, hintsIn, type Hint } from '../ide/inlayHints';
import type { World } from '../ide/world';
import { placeOfHead } from '../model/model';
import { toLocation, toRange, toSpan } from './convert';
import { askFile, type Feature, type Host } from './host';
import { InlayHintKind } from './protocol';

export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: { resolveProvider: true } },
  register: (host) => {
    const { languages } = host.connection;
    languages.inlayHint.on(async (params) => {
      const { dates, slack, titles } = (await host.settings(params.textDocument.uri)).inlayHints;
      if (!dates && !slack && !titles) return null;
      return askFile(host, 'inlayHints', params, (world, file) => {
        const { document } = world.model.files[file]!;
        const span = toSpan(document, params.range);
        return hintsIn(world, file, span, { dates, slack, title: titles }, host.tongue()).map((hint) =>
          toInlayHint(host, world, params.textDocument.uri, hint),
        );
      });
    });
    languages.inlayHint.resolve((hint) => host.answer('inlayHints', () => resolve(host, hint)));
  },
};

/** What the tooltip of a date needs. */
interface Data {
  readonly uri: string;
  readonly revision: number;
  readonly item: number;
}

function toInlayHint({ spelling }: Host, { model, revision }: World, uri: string, hint: Hint): InlayHint {
  const { start: position } = toRange(model, hint.place);
  const base = { position, paddingLeft: true };
  if (hint.type !== 'title') return { ...base, label: hint.text, data: { uri, revision, item: hint.item } };
  const target = model.items[hint.item]!;
  const location = toLocation(model, placeOfHead(target), spelling);
  return { ...base, label: [{ value: hint.text, location }], kind: InlayHintKind.Parameter };
}

function resolve({ find, tongue }: Host, hint: InlayHint): InlayHint {
  const { uri, revision, item } = (hint.data ?? {}) as Partial<Data>;
  const world = uri === undefined ? undefined : find(uri)?.world;
  const tooltip = world && world.revision === revision ? hintReason(world, item!, tongue()) : undefined;
  return tooltip === undefined ? hint : { ...hint, tooltip };
}
