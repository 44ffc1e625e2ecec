/** Requirements in the shape of OpenFastTrace's own: features, requirements and design items, each with one or two parents. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Entry } from './generate';

/** Of a hundred, how many are features, and how many requirements; the rest is design. */
const FEATURES = 5;
const REQUIREMENTS = 35;

/** So many requirements, three levels deep, in declarations as data. The same number gives the same. */
export function requirementsInLevels(count: number): readonly Entry[] {
  const random = xoroshiro128plus(count);
  const below = (n: number): number => uniformInt(random, 0, n - 1);
  const features = Math.ceil((count * FEATURES) / 100);
  const requirements = Math.ceil((count * REQUIREMENTS) / 100);
  return Array.from({ length: count }, (_, n): Entry => {
    if (n < features) return item('feat', n, []);
    if (n < features + requirements) return item('req', n, parents('feat', 0, features));
    return item('dsn', n, parents('req', features, requirements));
  });

  function parents(level: string, first: number, many: number): readonly string[] {
    const one = first + below(many);
    const other = first + below(many);
    return [...new Set(below(2) === 0 ? [one] : [one, other])].map((n) => `${level}.item-${n} rev 1`);
  }

  function item(level: string, n: number, refines: readonly string[]): Entry {
    return {
      kind: 'requirement',
      id: `${level}.item-${n}`,
      title: `Item ${n} of level ${level}`,
      fields: { priority: 'must', revision: '1', ...(refines.length > 0 ? { refines } : {}) },
      text: `The system shall hold item ${n}, so that what it was asked for at level ${level} is there.`,
    };
  }
}
