/** What the kind table says about the threads of traceability, compiled for looking up by the numbers of kinds and fields. */
import type { Field, Kind, KindTable, LinkRole, TracePart } from '../kinds/table';
import { perObject } from '../language/perObject';

/** A part in the thread from "the customer said" to "the customer signed". A service is what promises a service level. */
export type ThreadPart = Exclude<TracePart, 'risk' | 'change'> | 'service';

export const THREAD_PARTS: readonly ThreadPart[] = [
  'origin',
  'need',
  'requirement',
  'criterion',
  'evidence',
  'work',
  'deliverable',
  'milestone',
  'acceptance',
  'service',
];

/** The code of each part; 0 is none. */
export const PARTS = Object.fromEntries(THREAD_PARTS.map((part, index) => [part, index + 1])) as Readonly<
  Record<ThreadPart, number>
>;

/** Which end of a link stands below the other: what has to hold before the other is covered. */
export const BELOW = { NONE: 0, FROM: 1, TO: 2 } as const;

/** What checks say of other items, and what criteria refer to as their evidence. */
export const JUDGES = { NONE: 0, TARGET: 1, HOLDER: 2 } as const;

/** Links that an item has, as bits; a link that leads nowhere counts, for that it leads nowhere is what is wrong with it. */
export const HAS = {
  ORIGIN_FROM_IT: 1,
  WORK: 2,
  CRITERION: 4,
  ACCEPTANCE: 8,
  VERIFIES: 16,
  DELIVERS: 32,
  ACCEPTS: 64,
  COVERS: 128,
  ASSIGNEE: 256,
  CHECK: 512,
  /** Evidence that leads nowhere. */
  BROKEN_EVIDENCE: 1024,
  /** A scope that excludes it. */
  EXCLUSION: 2048,
} as const;

export interface ThreadRules {
  /** By kind, the code of its part. */
  readonly part: Uint8Array;
  /** By kind, 1 if it groups others without meaning anything. */
  readonly groups: Uint8Array;
  /** By field, which end of its links stands below the other. */
  readonly below: Uint8Array;
  /** By field, whom its links give a result. */
  readonly judges: Uint8Array;
  /** By field, what a link gives to the item that it comes from, and to the one that it leads to. */
  readonly given: Uint16Array;
  readonly received: Uint16Array;
  /** By field, 1 if threads are made of its links. */
  readonly isThread: Uint8Array;
  /** By such a field, the kinds that a link may lead to, as 1; empty for other fields. */
  readonly targets: readonly Uint8Array[];
}

const BELOW_OF_ROLE: Partial<Record<LinkRole, number>> = {
  origin: BELOW.FROM,
  refinement: BELOW.FROM,
  verification: BELOW.FROM,
  realization: BELOW.FROM,
  satisfaction: BELOW.FROM,
  delivery: BELOW.TO,
  acceptance: BELOW.TO,
  coverage: BELOW.TO,
};

const GIVEN: Partial<Record<LinkRole, number>> = {
  verification: HAS.VERIFIES,
  delivery: HAS.DELIVERS,
  acceptance: HAS.ACCEPTS,
  coverage: HAS.COVERS,
  assignment: HAS.ASSIGNEE,
};

const RECEIVED: Partial<Record<LinkRole, number>> = {
  origin: HAS.ORIGIN_FROM_IT,
  'follow-up': HAS.ORIGIN_FROM_IT,
  realization: HAS.WORK,
  verification: HAS.CRITERION,
  acceptance: HAS.ACCEPTANCE,
  exclusion: HAS.EXCLUSION,
};

export const threadRulesOf = perObject(({ kinds, fieldCount }: KindTable): ThreadRules => {
  const rules = {
    part: Uint8Array.from(kinds, partOf),
    groups: Uint8Array.from(kinds, ({ contains }) => (contains === undefined ? 1 : 0)),
    below: new Uint8Array(fieldCount),
    judges: new Uint8Array(fieldCount),
    given: new Uint16Array(fieldCount),
    received: new Uint16Array(fieldCount),
    isThread: new Uint8Array(fieldCount),
    targets: new Array<Uint8Array>(fieldCount).fill(new Uint8Array()),
  };
  for (const kind of kinds)
    for (const field of kind.fields) {
      const role = field.link?.role;
      const judges = judgesOf(kind, field);
      rules.judges[field.number] = judges;
      // What a check says of another item is a result; the check is no part of what has to hold.
      rules.below[field.number] = judges === JUDGES.TARGET ? BELOW.NONE : ((role && BELOW_OF_ROLE[role]) ?? BELOW.NONE);
      rules.given[field.number] = (role && GIVEN[role]) ?? 0;
      rules.received[field.number] = ((role && RECEIVED[role]) ?? 0) | (judges === JUDGES.TARGET ? HAS.CHECK : 0);
      if (rules.below[field.number] === BELOW.NONE && judges === JUDGES.NONE) continue;
      rules.isThread[field.number] = 1;
      rules.targets[field.number] = Uint8Array.from(kinds, ({ key }) => (field.targets?.has(key) === false ? 0 : 1));
    }
  return rules;
});

function partOf({ trace, fields }: Kind): number {
  if (trace !== undefined) return trace === 'risk' || trace === 'change' ? 0 : PARTS[trace];
  return fields.some(({ link }) => link?.role === 'coverage') ? PARTS.service : 0;
}

function judgesOf({ trace }: Kind, { key, link }: Field): number {
  if (trace === 'evidence') return key === 'of' || link?.role === 'verification' ? JUDGES.TARGET : JUDGES.NONE;
  return trace === 'criterion' && key === 'evidence' ? JUDGES.HOLDER : JUDGES.NONE;
}
