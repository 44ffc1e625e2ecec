import type { Shape } from '../model/shape';
import type { ModelSchedule } from './fromModel';
import { isSame } from './planItems';
import type { Schedule } from './schedule';

/** What answers may hang on besides the dates. */
type Inputs = Pick<ModelSchedule, 'version' | 'anchored' | 'facts'> & Pick<ModelSchedule['people'], 'persons'>;

/**
 * A function of a plan and its people, answered once: as long as neither the dates nor what tasks, people and calendars
 * say changes, the answer is the same object. It must not hang on anything else of the model.
 */
export function perPlan<T extends object>(compute: (plan: ModelSchedule) => T): (plan: ModelSchedule) => T {
  const known = new WeakMap<Schedule, { readonly inputs: Inputs; readonly answer: T }>();
  return (plan) => {
    const { version, anchored, facts, people } = plan;
    const inputs = { version, anchored, facts, persons: people.persons };
    const kept = known.get(plan.plan);
    if (kept && isEqual(kept.inputs, inputs)) return kept.answer;
    const answer = compute(plan);
    known.set(plan.plan, { inputs, answer });
    return answer;
  };
}

/** The same where the answer hangs on the shape of the model as well. */
export function perPlanAndShape<T extends object>(
  compute: (plan: ModelSchedule, shape: Shape) => T,
): (plan: ModelSchedule) => T {
  const byShape = perPlan(() => new WeakMap<Shape, T>());
  return (plan) => {
    const known = byShape(plan);
    const { shape } = plan.model;
    let answer = known.get(shape);
    if (!answer) known.set(shape, (answer = compute(plan, shape)));
    return answer;
  };
}

const isEqual = (some: Inputs, others: Inputs): boolean =>
  some.version === others.version &&
  some.anchored === others.anchored &&
  isSame(some.facts, others.facts) &&
  isSame(some.persons, others.persons);
