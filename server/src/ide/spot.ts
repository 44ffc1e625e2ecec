/** What stands at a position: the question that every editor feature asks first. */
import type { Span } from '../language/ast';
import type { FieldFacts, ReferenceFacts, ValueFacts } from '../kinds/facts';
import type { Item, Model } from '../model/model';

/** A position in a file of the model. */
export interface Cursor {
  /** Index in `Model.files`. */
  readonly file: number;
  /** UTF-16 code units from the start of the file. */
  readonly offset: number;
}

export interface Spot {
  readonly file: number;
  readonly segment: number;
  /** Relative to the segment. */
  readonly offset: number;
  /** The innermost item around the position. */
  readonly item: Item | undefined;
  /** Set when the position touches the item's kind, id or title. */
  readonly head: 'kind' | 'id' | 'title' | undefined;
  /** The field that the position touches. */
  readonly field: FieldFacts | undefined;
  readonly onFieldName: boolean;
  /** The phrase of that field that the position touches. */
  readonly value: ValueFacts | undefined;
  readonly reference: ReferenceFacts | undefined;
}

/** What stands at a position; a position right behind a word still touches it. */
export function spotAt(model: Model, { file, offset }: Cursor): Spot {
  const { document } = model.files[file]!;
  const segment = document.segmentAt(offset);
  const inside = offset - document.offsetOf(segment);
  const item = model.itemsIn(file, segment).findLast(({ declaration }) => touches(declaration, inside));
  const field = item?.fields.find(({ node }) => touches(node, inside));
  return {
    file,
    segment,
    offset: inside,
    item,
    head: item && headAt(item, inside),
    field,
    onFieldName: field !== undefined && touches(field.node.name, inside),
    value: field?.values.find(({ phrase }) => touches(phrase, inside)),
    reference: item?.references.find(({ reference }) => touches(reference, inside)),
  };
}

/** The item that the position names: the one referred to, or the one declared there. */
export function itemAt(model: Model, spot: Spot): Item | undefined {
  if (spot.reference) return model.byId(spot.reference.reference.id);
  return spot.head === 'id' || spot.head === 'kind' ? spot.item : undefined;
}

export const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

function headAt({ declaration: { kind, id, title } }: Item, offset: number): Spot['head'] {
  if (id && touches(id, offset)) return 'id';
  if (touches(kind, offset)) return 'kind';
  return title && touches(title, offset) ? 'title' : undefined;
}
