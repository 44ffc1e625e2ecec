/** Where an id is named outside of references: in titles, strings, text blocks and comments, which nobody resolves. */
import type { Span } from '../language/ast';
import { atomTypeOf, tokenize } from '../language/tokens';
import { urlsIn } from './links';
import { placeIn, type Model, type Place, type SegmentPlace } from '../model/model';

export interface Mention {
  /** The id alone. */
  readonly place: Place;
  /** `name`: a free word, such as the metric of a target. */
  readonly within: 'string' | 'text' | 'comment' | 'name';
}

/** All mentions of an id, in the order of the files; only segments that hold its letters are read. */
export const mentionsOf = (model: Model, id: string): readonly Mention[] =>
  model.files.flatMap(({ document }, file) =>
    document.segments.flatMap((segment, index) =>
      segment.text.includes(id) ? mentionsIn(model, { file, segment: index }, id) : [],
    ),
  );

function mentionsIn(model: Model, at: SegmentPlace, id: string): readonly Mention[] {
  const segment = model.files[at.file]!.document.segments[at.segment]!;
  const { tokens, comments } = tokenize(segment.text);
  const inImage = ({ image, startOffset }: Image, within: Mention['within']): readonly Mention[] =>
    occurrencesIn(model, image, id).map((start) => ({ place: placeIn(at, spanOf(startOffset + start, id)), within }));
  const mentions = [
    ...tokens.flatMap((token) => {
      const type = atomTypeOf(token.tokenType);
      return type === 'string' || type === 'text' ? inImage(token, type) : [];
    }),
    ...comments.flatMap((comment) => inImage(comment, 'comment')),
    ...metricsIn(model, at, id),
  ];
  const addresses = [...urlsIn(segment), ...pathPhrases(model, at)];
  return mentions
    .filter(({ place }) => !addresses.some(({ start, end }) => start <= place.start && place.end <= end))
    .sort((a, b) => a.place.start - b.place.start);
}

/** Files and pages keep their names when an item gets another one. */
const pathPhrases = (model: Model, { file, segment }: SegmentPlace): readonly Span[] =>
  model
    .itemsIn(file, segment)
    .flatMap(({ fields }) =>
      fields.flatMap(({ values }) => values.flatMap(({ phrase, value }) => (value?.type === 'path' ? [phrase] : []))),
    );

interface Image {
  readonly image: string;
  readonly startOffset: number;
}

const spanOf = (start: number, { length }: string): Span => ({ start, end: start + length });

/** Metrics that targets name: nobody resolves them, for a metric need not be declared. */
const metricsIn = (model: Model, at: SegmentPlace, id: string): readonly Mention[] =>
  model
    .itemsIn(at.file, at.segment)
    .flatMap(({ fields }) =>
      fields.flatMap(({ values }) =>
        values.flatMap(({ phrase: { atoms }, value }) =>
          value?.type === 'target' && value.metric === id && atoms[0]?.type === 'name'
            ? [{ place: placeIn(at, atoms[0]), within: 'name' as const }]
            : [],
        ),
      ),
    );

/** Offsets at which the id stands as itself, not as a part of a longer word or of another id. */
function occurrencesIn(model: Model, text: string, id: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length))
    if (standsAlone(text, at, id) && !isInLongerId(model, text, at, id)) found.push(at);
  return found;
}

function standsAlone(text: string, start: number, id: string): boolean {
  const end = start + id.length;
  const before = /(?:[\p{L}\p{M}\p{N}_]|[\p{L}\p{M}\p{N}_][-.])$/u.exec(text.slice(Math.max(0, start - 3), start))?.[0];
  const behind = /^[-.]?[\p{L}\p{M}\p{N}_]/u.exec(text.slice(end, end + 3))?.[0];
  return !continues(before, id) && !continues(behind, id);
}

/**
 * Does the word go on where the id ends? Chinese writes no blanks between words, so a Chinese letter beside an id that holds a
 * digit or a hyphen begins a word of its own: 见REQ-1的说明.
 */
const continues = (beside: string | undefined, id: string): boolean =>
  beside !== undefined && !(/[-._\p{N}]/u.test(id) && HAN.test(beside));

const HAN = /^\p{Script=Han}$/u;

/** 需求-登录 in 需求-登录页, when that is an id too. */
function isInLongerId(model: Model, text: string, start: number, id: string): boolean {
  const end = start + id.length;
  const first = start - /[\p{L}\p{M}\p{N}_.-]*$/u.exec(text.slice(Math.max(0, start - FARTHEST), start))![0].length;
  const last = end + /^[\p{L}\p{M}\p{N}_.-]*/u.exec(text.slice(end, end + FARTHEST))![0].length;
  for (let from = first; from <= start; from++)
    for (let to = end; to <= last; to++) if (to - from > id.length && model.byId(text.slice(from, to))) return true;
  return false;
}

/** How far longer ids are looked for in both directions. */
const FARTHEST = 24;
