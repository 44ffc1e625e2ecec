import { newTasks } from '../repair/stub';
import { strandCheck } from './strand';

/** A promised requirement that no task realizes. */
export const noWork = strandCheck(
  'work',
  { en: 'has no work: no task realizes it.', zh: '没有对应的工作：没有任务实现它。' },
  (model, requirement, { schedule }) => newTasks(model, schedule, requirement),
);
