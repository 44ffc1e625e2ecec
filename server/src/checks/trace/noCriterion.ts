import { createChild } from '../repair/declaration';
import { suggestion } from '../repair/repair';
import { stubTitle } from '../repair/stub';
import { strandCheck } from './strand';

/** A requirement that nobody can verify. */
export const noCriterion = strandCheck(
  'criterion',
  {
    en: 'has no acceptance criterion: nobody can tell whether it is met.',
    zh: '没有验收标准：无法判断它是否已满足。',
  },
  (model, requirement) => {
    const title = stubTitle(requirement, { en: 'Verify', zh: '验证' });
    const criterion = { kind: 'criterion', title, fields: { verify: 'test' } };
    return [suggestion({ en: 'Add a criterion', zh: '添加验收标准' }, createChild(model, requirement, criterion))];
  },
);
