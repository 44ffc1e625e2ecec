import { GATE } from './gates';
import { Driver } from './drivers';
import type { Passes } from './passes';

/** Columns by task: see `Schedule`. */
export interface DriverColumns {
  readonly driver: Uint8Array;
  readonly driverLink: Int32Array;
  readonly driverItem: Int32Array;
}

/** Drivers by task: where a gate moves a task, what moved the gate is named, and the phase that the gate belongs to. */
export function resolveDrivers(passes: Passes): DriverColumns {
  const { node, summary } = passes.net;
  const driver = new Uint8Array(node.length);
  const driverLink = new Int32Array(node.length).fill(-1);
  const driverItem = new Int32Array(node.length);
  for (let task = 0; task < node.length; task++) {
    driverItem[task] = task;
    if (summary[task] || node[task]! < 0) continue;
    const at = throughGates(passes, node[task]!);
    driver[task] = passes.driver[at]!;
    driverItem[task] = passes.net.task[at]!;
    const edge = passes.driverEdge[at]!;
    if (edge >= 0 && driver[task] === Driver.link) driverLink[task] = passes.net.edgeLink[edge]!;
  }
  return { driver, driverLink, driverItem };
}

/** Follows edges that stand for no link: they lead from the gate of a phase to what it holds. */
function throughGates({ net, driver, driverEdge }: Passes, node: number): number {
  let at = node;
  while (driver[at] === Driver.link) {
    const edge = driverEdge[at]!;
    const before = net.predNode[edge]!;
    if (net.edgeLink[edge]! >= 0 || net.kind[before]! < GATE) break;
    at = before;
  }
  return at;
}
