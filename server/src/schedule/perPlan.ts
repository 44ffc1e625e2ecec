import type { Shape } from '../model/shape';
import type { ModelSchedule } from './fromModel';
import type { PlanInputs } from './planInputs';

/**
 * A function of a plan and its people, answered once: as long as neither the dates nor what tasks, people and calendars
 * say changes, the answer is the same object. It must not hang on anything else of the model.
 */
export function perPlan<T extends object>(compute: (plan: ModelSchedule) => T): (plan: ModelSchedule) => T {
  const known = new WeakMap<PlanInputs, T>();
  return (plan) => {
    const inputs = plan.inputs();
    let answer = known.get(inputs);
    if (!answer) known.set(inputs, (answer = compute(plan)));
    return answer;
  };
}

/** The indices in the network of those that say something, as bits of `TASK_SAYS`, and nothing of something else. */
export const indicesPerPlan = (
  wanted: number,
  unwanted: number,
  holds: (plan: ModelSchedule, index: number) => boolean = () => true,
): ((plan: ModelSchedule) => readonly number[]) =>
  perPlan((plan) => {
    const found: number[] = [];
    plan.says.forEach((bits, index) => {
      if ((bits & (wanted | unwanted)) === wanted && holds(plan, index)) found.push(index);
    });
    return found;
  });

/** As `perPlan`, where the answer hangs on the shape of the model as well. */
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
