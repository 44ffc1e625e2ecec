/** Random numbers that depend on a seed and on the name of what they are for, and on nothing else. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** A stream of random numbers; `uniform` takes the next. */
export type Luck = RandomGenerator;

/** First numbers of a generator that are thrown away, since it starts from a state with few bits of its own. */
const WARM_UP = 16;

/**
 * The stream of a name. Each task and each risk has its own, so that where it stands in the text, and what else is in the
 * plan, changes nothing in what it meets: two variants of a plan are compared under the same luck.
 */
export function luckOf(seed: number, name: string): Luck {
  const generator = xoroshiro128plus(hash(seed, name));
  for (let at = 0; at < WARM_UP; at++) generator.next();
  return generator;
}

/** A number between 0 and 1, never one of them. */
export const uniform = (luck: Luck): number => ((luck.next() >>> 0) + 0.5) / 2 ** 32;

/** FNV-1a over the UTF-16 units of the name, then the finalizer of MurmurHash3, so that similar names and seeds differ in all bits. */
function hash(seed: number, name: string): number {
  let bits = mixed(seed | 0) ^ 0x811c9dc5;
  for (let at = 0; at < name.length; at++) bits = Math.imul(bits ^ name.charCodeAt(at), 0x01000193);
  return mixed(bits);
}

function mixed(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
