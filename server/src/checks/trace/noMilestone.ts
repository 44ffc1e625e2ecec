import { strandCheck } from './strand';

/** A promised requirement that no milestone delivers. */
export const noMilestone = strandCheck('milestone', {
  en: 'has no milestone: nothing says when it is delivered.',
  zh: '没有里程碑：没有说明何时交付。',
});
