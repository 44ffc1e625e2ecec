import { hasCriterion } from '../../model/trace';
import { strandCheck } from './strand';

/** A requirement that nobody can verify. */
export const noCriterion = strandCheck('trace/no-criterion', hasCriterion, {
  en: 'has no acceptance criterion: nobody can tell whether it is met.',
  zh: '没有验收标准：无法判断它是否已满足。',
});
