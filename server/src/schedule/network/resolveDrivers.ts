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
function throughGates(passes: Passes, node: number): number {
  let at = node;
  while (passes.driver[at] === Driver.link) {
    const gate = gateBefore(passes, passes.driverEdge[at]!);
    if (gate < 0) break;
    at = gate;
  }
  return at;
}

/** The gate of a phase from which an edge leads to what the phase holds; -1 if the edge stands for a link. */
function gateBefore({ net }: Passes, edge: number): number {
  const before = net.predNode[edge]!;
  return net.edgeLink[edge]! >= 0 || net.kind[before]! < GATE ? -1 : before;
}

/** The link that an edge stands for, or that moves the phase from whose gate it leads; or else the phase whose bound it is. */
export function demandOf(passes: Passes, edge: number): { readonly link?: number; readonly phase?: number } {
  const gate = gateBefore(passes, edge);
  if (gate < 0) return linkOf(passes, edge);
  const at = throughGates(passes, gate);
  return passes.driver[at] === Driver.link ? linkOf(passes, passes.driverEdge[at]!) : { phase: passes.net.task[at]! };
}

function linkOf({ net }: Passes, edge: number): { readonly link?: number } {
  const link = net.edgeLink[edge]!;
  return link < 0 ? {} : { link };
}
