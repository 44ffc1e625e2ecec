import { strandCheck } from './strand';

/** A requirement that nobody can verify. */
export const noCriterion = strandCheck('criterion', {
  en: 'has no acceptance criterion: nobody can tell whether it is met.',
  zh: '没有验收标准：无法判断它是否已满足。',
});
