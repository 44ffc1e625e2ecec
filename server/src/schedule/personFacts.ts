/** What a person brings to a plan, read from the declaration. */
import { valueOf } from '../kinds/facts';
import type { ValueOf } from '../kinds/value';
import { perFacts } from './perFacts';

export interface PersonFacts {
  /** How much of the working time the plan may count on: 0.8 is 80 %. */
  readonly capacity: number;
  /** What the person's time costs. */
  readonly rate: ValueOf<'rate'> | undefined;
}

export const personFacts = perFacts((person): PersonFacts => {
  const capacity = valueOf(person, 'capacity');
  const rate = valueOf(person, 'rate');
  return {
    capacity: capacity?.type === 'percent' ? capacity.fraction : 1,
    rate: rate?.type === 'rate' ? rate : undefined,
  };
});
