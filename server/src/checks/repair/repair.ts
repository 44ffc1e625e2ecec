/** Repairs: changes of text that mend a finding, as data for editors (quick fixes) and the command line (`check --fix`). */
import type { Span } from '../../language/ast';
import type { Place, SegmentPlace } from '../../model/model';
import type { Text } from '../../kinds/tongue';

export interface Repair {
  /** What it does, as a command: "Change to `REQ-1`". */
  readonly title: Text;
  /** In any order, never overlapping. Together they remove the finding and add none. */
  readonly edits: readonly RepairEdit[];
  /**
   * Is it certain to be what was meant, with nothing left to fill in? Then `check --fix` applies it unasked, and editors offer
   * it first and in *fix all*.
   */
  readonly sure: boolean;
}

/** Replaces a place by a text; an insertion has an empty place. */
export interface RepairEdit {
  readonly place: Place;
  readonly text: string;
}

/** Replaces a span of a segment. */
export const replacing = ({ file, segment }: SegmentPlace, { start, end }: Span, text: string): RepairEdit => ({
  place: { file, segment, start, end },
  text,
});

/** Inserts at an offset of a segment. */
export const inserting = (at: SegmentPlace, offset: number, text: string): RepairEdit =>
  replacing(at, { start: offset, end: offset }, text);

/** A repair that somebody has to look at. */
export const suggestion = (title: Text, edits: readonly RepairEdit[]): Repair => ({ title, edits, sure: false });
