import type { Model } from './model';

/**
 * A function of a model, answered once. The answers stand in the model itself: as a value of a `WeakMap`, whatever refers to
 * its model keeps it alive until the garbage collector next goes through old objects, many keystrokes later.
 */
export function perModel<T extends object>(compute: (model: Model) => T): (model: Model) => T {
  return (model) => {
    let answer = model.answers.get(compute) as T | undefined;
    if (!answer) model.answers.set(compute, (answer = compute(model)));
    return answer;
  };
}
