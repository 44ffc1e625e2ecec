/** Where assignments stand in the text. */
import type { ReferenceFacts } from '../../kinds/facts';
import { placeIn, placeOfHead, type Item, type ItemIndex, type Place } from '../../model/model';
import type { ModelSchedule } from '../../schedule/fromModel';

/**
 * By which of its assignments, the own or that of a team, a person works on a task: index in its `TaskFacts.assigned`, or
 * -1.
 */
export const assignmentOf = ({ facts, people, model }: ModelSchedule, task: number, person: ItemIndex): number =>
  facts[task]!.assigned.findIndex(({ idNumber }) => people.behind(model.indexOfId(idNumber)).includes(person));

/** The name in an assignment. */
export function assignedName({ references }: Item, assignment: number): ReferenceFacts | undefined {
  let before = 0;
  return references.find(
    ({ field, value }) => field.key === 'assign' && value.type === 'allocation' && before++ === assignment,
  );
}

/** Where that name is written, or else the head of the task. */
export function placeOfAssignment({ scheduled }: ModelSchedule, task: number, assignment: number): Place {
  const item = scheduled[task]!;
  const name = assignedName(item, assignment);
  return name ? placeIn(item, name.reference) : placeOfHead(item);
}
