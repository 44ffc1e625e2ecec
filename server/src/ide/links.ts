/** What can be opened from a spec: web addresses, files, and numbers of a tracker that the configuration knows. */
import type { Tracker } from '../kinds/config/trackers';
import type { Span } from '../language/ast';
import { isQuote } from '../language/characters';
import type { Segment } from '../language/segment';
import { atomTypeOf, tokenize } from '../language/tokens';
import { placeIn, type Model, type Place, type SegmentPlace } from '../model/model';
import { perObject } from '../language/perObject';
import { pathsIn, resolvePath } from './paths';
import type { World } from './world';

export type Link =
  | { readonly type: 'url'; readonly place: Place; readonly url: string }
  /** Addresses that the path may stand for, the likeliest first. */
  | { readonly type: 'file'; readonly place: Place; readonly path: string; readonly uris: readonly string[] };

/** The links of a file, in the order of the text. */
export function linksIn(world: World, file: number): readonly Link[] {
  const { model } = world;
  const trackers = model.config?.config.settings.trackers ?? [];
  const urls = model.files[file]!.document.segments.flatMap((segment, index) => {
    const at = { file, segment: index };
    return [
      ...urlsIn(segment).map(({ url, ...span }) => ({ type: 'url' as const, place: placeIn(at, span), url })),
      ...(trackers.length > 0 ? ticketsIn(model, at, segment, trackers) : []),
    ];
  });
  const files = pathsIn(world, file).map(({ place, text, folders }) => ({
    type: 'file' as const,
    place: { ...place, start: place.start + 1, end: place.end - 1 },
    path: text,
    uris: folders.flatMap((folder) => resolvePath(folder, text) ?? []),
  }));
  return [...urls, ...files].sort((a, b) => a.place.segment - b.place.segment || a.place.start - b.place.start);
}

interface Url extends Span {
  readonly url: string;
}

/** Web addresses wherever they stand, also in strings, texts and comments. */
export const urlsIn = perObject(({ text }: Segment): readonly Url[] => (text.includes('://') ? readUrls(text) : []));

const readUrls = (text: string): readonly Url[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}])(?:https?|ftp):\/\/[^\s"“”＂,，、。；！？{}｛｝<>`（）]+/giu)].map(
    ({ 0: found, index }) => {
      const url = withoutTail(found);
      return { start: index, end: index + url.length, url };
    },
  );

/** A full stop or a bracket behind an address ends the sentence around it. */
function withoutTail(url: string): string {
  let end = url.length;
  for (;;) {
    const last = url[end - 1]!;
    const isOpenBefore = url.slice(0, end - 1).lastIndexOf('(') > url.slice(0, end - 1).lastIndexOf(')');
    if (!/[.,:;!?'*_~\])]/.test(last) || (last === ')' && isOpenBefore)) return url.slice(0, end);
    end--;
  }
}

/** Numbers of trackers in strings, texts, comments, and where an item names its key in another system. */
function ticketsIn(model: Model, at: SegmentPlace, { text }: Segment, trackers: readonly Tracker[]): readonly Link[] {
  if (!trackers.some(({ prefix }) => text.includes(prefix))) return [];
  return textsIn(model, at, text).flatMap(({ start, end }) =>
    trackers.flatMap(({ pattern, urlOf }) =>
      [...text.slice(start, end).matchAll(pattern)].map((match): Link => {
        const from = start + match.index;
        return { type: 'url', place: placeIn(at, { start: from, end: from + match[0].length }), url: urlOf(match[1]!) };
      }),
    ),
  );
}

function textsIn(model: Model, { file, segment }: SegmentPlace, text: string): readonly Span[] {
  const { tokens, comments } = tokenize(text);
  const quoted = tokens.filter(({ tokenType, image }) => {
    const type = atomTypeOf(tokenType);
    return (type === 'string' || type === 'text') && isQuote(image.charCodeAt(0));
  });
  const keys = model
    .itemsIn(file, segment)
    .flatMap(({ fields }) => fields.filter(({ field }) => field?.key === 'key').flatMap(({ values }) => values))
    .flatMap(({ phrase, value }) => (value?.type === 'name' ? [phrase] : []));
  return [
    ...[...quoted, ...comments].map(({ startOffset, image }) => ({
      start: startOffset,
      end: startOffset + image.length,
    })),
    ...keys,
  ];
}
