/** What may be missing in an item's threads. */
import type { ItemIndex } from './item';

/** A thread is broken where something written is missing or wrong; or it is whole, and not everything has been done yet. */
export type GapFamily = 'structure' | 'progress';

/**
 * Sorts of gaps, the weightiest first: when an item has several, they are named in this order. Those of structure come
 * before those of progress.
 */
const GAPS = {
  /** A link to an id that no item has. */
  unresolved: 'structure',
  /** A link to an item of a kind that it may not lead to. */
  'wrong-kind': 'structure',
  /** A link that was made for another revision of its target. */
  suspect: 'structure',
  /** A result or a check says that it failed; a sign-off was rejected. */
  failed: 'structure',
  'no-origin': 'structure',
  'no-criterion': 'structure',
  'no-work': 'structure',
  'no-milestone': 'structure',
  /** A source, need or goal from which nothing comes. */
  'leads-nowhere': 'structure',
  'verifies-nothing': 'structure',
  /** A milestone that somebody accepts, but that delivers nothing. */
  'delivers-nothing': 'structure',
  'accepts-nothing': 'structure',
  'covers-nothing': 'structure',
  /** A criterion that does not say how it is verified. */
  'no-method': 'progress',
  /** A criterion without any result or evidence yet. */
  'no-evidence': 'progress',
  unassigned: 'progress',
  'not-done': 'progress',
  /** A deliverable for which there is no work, no file, no criterion and no check. */
  'no-output': 'progress',
  /** A check without a result yet. */
  'no-result': 'progress',
  'not-signed': 'progress',
  /** Accepted, or passed, on conditions. */
  conditional: 'progress',
} as const satisfies Readonly<Record<string, GapFamily>>;

export type GapKind = keyof typeof GAPS;

export interface Gap {
  /** The item that lacks something. */
  readonly item: ItemIndex;
  readonly kind: GapKind;
  readonly family: GapFamily;
  /** The link that is unresolved, suspect or of the wrong kind. */
  readonly link?: number;
  /** The check that failed, unless it was the item's own result. */
  readonly check?: ItemIndex;
}

export const GAP_KINDS = Object.keys(GAPS) as readonly GapKind[];

export const familyOf = (kind: GapKind): GapFamily => GAPS[kind];

/** Each sort of gap as a bit, so that the gaps of an item are one number. */
export const GAP_BITS = Object.fromEntries(GAP_KINDS.map((kind, bit) => [kind, 1 << bit])) as Readonly<
  Record<GapKind, number>
>;

/** The bits of some sorts together. */
const bitsOf = (kinds: readonly GapKind[]): number => kinds.reduce((bits, kind) => bits | GAP_BITS[kind], 0);

export const STRUCTURE = bitsOf(GAP_KINDS.filter((kind) => GAPS[kind] === 'structure'));
export const ANY_GAP = bitsOf(GAP_KINDS);

/** An item that has none of these has all the links that it needs, whatever has become of those it leads to. */
export const SHALLOW = STRUCTURE | bitsOf(['no-method', 'unassigned']);

/** What has none of these below was verified. */
export const VERIFICATION = bitsOf(['failed', 'no-criterion', 'verifies-nothing', 'no-method', 'no-evidence']);
