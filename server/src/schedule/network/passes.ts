import type { Network } from './compile';
import type { ScheduleProblem } from './problems';
import { toTicks } from '../calendar/ticks';
import type { Tick } from '../calendar/ticks';

/**
 * Working arrays of the critical path, by node: instants in ticks, Infinity where there is none. `earlyWork` and
 * `lateWork` are the early and late finish as `worked` of the node's calendar.
 */
export interface Passes {
  readonly net: Network;
  /** Durations in ticks: the network's, or a sample of them. */
  readonly duration: Float64Array;
  readonly projectStart: Tick;
  /** −Infinity if the plan has none. */
  readonly statusDate: Tick;
  projectFinish: Tick;
  /** Whether a task has no early dates, or dates beyond the reach of runs: then there are none from here on. */
  isFar: boolean;
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  readonly earlyWork: Float64Array;
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  readonly lateWork: Float64Array;
  /** Of plain tasks, for runs: start and finish as work, in turn, counted from the floor of the node's calendar. */
  readonly earlyRun: Int32Array;
  readonly lateRun: Int32Array;
  readonly totalSlack: Float64Array;
  readonly freeSlack: Float64Array;
  /** 1 where the work is done. */
  readonly complete: Uint8Array;
  /** Number of the kind of driver, and the edge if it is a link or a gate. */
  readonly driver: Uint8Array;
  readonly driverEdge: Int32Array;
  /** Found on the way; only the first forward pass reports. */
  readonly problems: ScheduleProblem[];
}

/**
 * Arrays for a network: fresh ones, or those of passes that nobody reads any more, if they are long enough. For 100,000
 * tasks fresh memory costs more than the passes themselves.
 */
export function newPasses(net: Network, duration: Float64Array = net.duration, spare?: Passes): Passes {
  const { start, statusDate } = net.spec;
  if (spare && spare.complete.length >= net.size) return renewed(spare, net, duration);
  const floats = (): Float64Array => new Float64Array(net.size);
  return {
    net,
    duration,
    projectStart: toTicks(start),
    statusDate: statusDate === undefined ? -Infinity : toTicks(statusDate),
    projectFinish: toTicks(start),
    isFar: false,
    earlyStart: floats(),
    earlyFinish: floats(),
    earlyWork: floats(),
    earlyRun: new Int32Array(2 * net.size),
    lateStart: floats(),
    lateFinish: floats(),
    lateWork: floats(),
    lateRun: new Int32Array(2 * net.size),
    totalSlack: floats(),
    freeSlack: floats(),
    complete: new Uint8Array(net.size),
    driver: new Uint8Array(net.size),
    driverEdge: new Int32Array(net.size).fill(-1),
    problems: [],
  };
}

/** The passes write every entry but these. */
function renewed(spare: Passes, net: Network, duration: Float64Array): Passes {
  const { start, statusDate } = net.spec;
  spare.complete.fill(0);
  spare.driverEdge.fill(-1);
  return {
    ...spare,
    net,
    duration,
    projectStart: toTicks(start),
    statusDate: statusDate === undefined ? -Infinity : toTicks(statusDate),
    projectFinish: toTicks(start),
    isFar: false,
    problems: [],
  };
}
