import type { Network } from '../network/compile';

/** Which end of the links a sequence goes by: predecessors first, or successors first. */
export type Direction = 'forward' | 'backward';

/**
 * All nodes, each after its predecessors (or its successors), and of those that may be next always the one with the
 * least number in `order`. A binary heap over those numbers; `nodeOf` is their inverse.
 */
export function sequence(net: Network, order: Int32Array, direction: Direction): Int32Array {
  const { size, predStart, predNode, succStart, succNode } = net;
  const forward = direction === 'forward';
  const [before, after] = forward ? [predStart, succStart] : [succStart, predStart];
  const target = forward ? succNode : predNode;
  const nodeOf = inverse(order);
  const waiting = new Int32Array(size);
  const heap = new Int32Array(size);
  let count = 0;
  for (let node = 0; node < size; node++) {
    waiting[node] = before[node + 1]! - before[node]!;
    if (waiting[node] === 0) push(heap, count++, order[node]!);
  }
  const result = new Int32Array(size);
  for (let at = 0; count > 0; at++) {
    const node = nodeOf[heap[0]!]!;
    sift(heap, --count, heap[count]!);
    result[at] = node;
    for (let i = after[node]!; i < after[node + 1]!; i++) {
      const next = target[i]!;
      if ((waiting[next]! -= 1) === 0) push(heap, count++, order[next]!);
    }
  }
  return result;
}

/** The inverse of a permutation. */
export function inverse(permutation: Int32Array): Int32Array {
  const result = new Int32Array(permutation.length);
  for (let at = 0; at < permutation.length; at++) result[permutation[at]!] = at;
  return result;
}

/** Puts a number into a heap of so many. */
function push(heap: Int32Array, count: number, value: number): void {
  let at = count;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (heap[parent]! <= value) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = value;
}

/** Puts a number in place of the least of a heap of so many. */
function sift(heap: Int32Array, count: number, value: number): void {
  let at = 0;
  for (let child = 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && heap[child + 1]! < heap[child]!) child++;
    if (heap[child]! >= value) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = value;
}
