/** Where assignments stand in the text. */
import type { ReferenceFacts } from '../../kinds/facts';
import { placeIn, type ItemIndex, type Place } from '../../model/model';
import type { ModelSchedule } from '../../schedule/fromModel';
import { placeOfHead } from '../places';

/** By whose name, their own or their team's, a person or the first of some works on a task (by index of the network). */
export const assignmentOf = (
  { scheduled, people, model }: ModelSchedule,
  task: number,
  ...persons: readonly ItemIndex[]
): ReferenceFacts | undefined =>
  scheduled[task]!.references.find(
    ({ field, idNumber }) =>
      field.key === 'assign' && people.behind(model.indexOfId(idNumber)).some((person) => persons.includes(person)),
  );

/** Where that name is written, or else the head of the task. */
export function placeOfAssignment({ scheduled }: ModelSchedule, task: number, name: ReferenceFacts | undefined): Place {
  const item = scheduled[task]!;
  return name ? placeIn(item, name.reference) : placeOfHead(item);
}
