/** Why an item's dates are where they are. */
export type DriverKind =
  | 'none'
  | 'project-start'
  | 'status-date'
  | 'link'
  | 'start-no-earlier'
  | 'finish-no-earlier'
  | 'start-no-later'
  | 'finish-no-later'
  | 'must-start'
  | 'must-finish'
  | 'fixed-start'
  | 'fixed-finish'
  | 'actual-start'
  | 'actual-finish'
  | 'as-late-as-possible'
  | 'levelled';

/** The kinds by their number in flat arrays. */
export const DRIVER_KINDS: readonly DriverKind[] = [
  'none',
  'project-start',
  'status-date',
  'link',
  'start-no-earlier',
  'finish-no-earlier',
  'start-no-later',
  'finish-no-later',
  'must-start',
  'must-finish',
  'fixed-start',
  'fixed-finish',
  'actual-start',
  'actual-finish',
  'as-late-as-possible',
  'levelled',
];

/** The numbers of the kinds. */
export const Driver = {
  none: 0,
  projectStart: 1,
  statusDate: 2,
  link: 3,
  startNoEarlier: 4,
  finishNoEarlier: 5,
  startNoLater: 6,
  finishNoLater: 7,
  mustStart: 8,
  mustFinish: 9,
  fixedStart: 10,
  fixedFinish: 11,
  actualStart: 12,
  actualFinish: 13,
  late: 14,
  levelled: 15,
} as const;
