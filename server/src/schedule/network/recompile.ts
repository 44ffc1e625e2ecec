import type { Network } from './compile';
import { durationOf } from './edges';
import type { NetworkSpec, NetworkTask } from './network';

/**
 * A plan compiled from one that differs in nothing but how long tasks take, as while an estimate is typed; undefined if more differs.
 * It takes no more than comparing the two.
 */
export function recompiled(before: Network, spec: NetworkSpec): Network | undefined {
  const { spec: old, node, summary } = before;
  if (before.hasPercentages || spec.tasks.length !== old.tasks.length) return undefined;
  if (!areSame(spec.calendars, old.calendars) || !haveSameLinks(spec, old)) return undefined;
  const duration = before.duration.slice();
  for (let task = 0; task < spec.tasks.length; task++) {
    const now = spec.tasks[task]!;
    const then = old.tasks[task]!;
    if (now === then) continue;
    // Without work a task is a moment, which is computed otherwise.
    if (summary[task] || durationOf(now) === 0 || durationOf(then) === 0 || !differInDuration(now, then))
      return undefined;
    if (node[task]! >= 0) duration[node[task]!] = durationOf(now);
  }
  return { ...before, spec, duration };
}

const haveSameLinks = ({ links }: NetworkSpec, { links: old }: NetworkSpec): boolean =>
  links.length === old.length && links.every((link, at) => link === old[at] || areAlike(link, old[at]!));

const differInDuration = ({ team = [], ...now }: NetworkTask, { team: old = [], ...then }: NetworkTask): boolean =>
  areSame(team, old) && areAlike({ ...now, duration: 0 }, { ...then, duration: 0 });

/** Do two objects have the same values? */
const areAlike = <T extends object>(some: T, other: T): boolean =>
  (Object.keys({ ...some, ...other }) as (keyof T)[]).every((key) => some[key] === other[key]);

const areSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((each, at) => each === others[at]);
