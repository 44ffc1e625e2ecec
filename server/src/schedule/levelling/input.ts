/** What levelling knows of people and tasks, as numbers. */

/** Somebody, or something, that tasks share. */
export interface Resource {
  /** Index of the calendar on which the resource works. */
  readonly calendar: number;
  /** How much of it there is: 1 is all the working time of one person. */
  readonly capacity: number;
}

/** A task's claim to a resource. */
export interface Use {
  readonly resource: number;
  /** In the unit of the capacity: 0.5 is half of a person's working time. */
  readonly share: number;
  /**
   * Index of the calendar on which this one works the task's duration beside others; absent where the task as a whole
   * says from when to when.
   */
  readonly calendar?: number;
}

/** What decides about a task when people are short. */
export interface LevellingTask {
  readonly uses: readonly Use[];
  /** Higher goes first; `USUAL_PRIORITY` if absent. */
  readonly priority?: number;
  /** Decides between tasks that are equal in everything else; no two are the same, and none depends on the order of text. */
  readonly rank: number;
}

/** By index of the task in the plan; phases count with their rank alone. */
export interface LevellingInput {
  readonly resources: readonly Resource[];
  readonly tasks: readonly LevellingTask[];
}

/** The priority of tasks that state none. */
export const USUAL_PRIORITY = 500;
