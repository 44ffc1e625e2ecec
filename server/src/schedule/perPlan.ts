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
  const known = new WeakMap<Inputs, T>();
  return (plan) => {
    const inputs = inputsOf(plan);
    let answer = known.get(inputs);
    if (!answer) known.set(inputs, (answer = compute(plan)));
    return answer;
  };
}

const inputsOfModel = new WeakMap<ModelSchedule, Inputs>();
const inputsOfDates = new WeakMap<Schedule, Inputs>();

/** The same object as long as dates and inputs are the same. Compared once per plan, as hundreds of questions are asked of it. */
function inputsOf(plan: ModelSchedule): Inputs {
  const known = inputsOfModel.get(plan);
  if (known) return known;
  const { version, anchored, facts, people } = plan;
  const before = inputsOfDates.get(plan.plan);
  const now = { version, anchored, facts, persons: people.persons };
  const inputs = before && isEqual(before, now) ? before : now;
  inputsOfDates.set(plan.plan, inputs);
  inputsOfModel.set(plan, inputs);
  return inputs;
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
