import { isSuppressible, unknownCode } from '../../kinds/config/codes';
import type { Text } from '../../kinds/tongue';
import type { Model } from '../../model/model';
import type { ModelCheck } from '../check';
import { isIgnorable, suppressionsOf } from './suppressions';

/** A suppression of a code that no check and no rule has, or that cannot be suppressed. */
export const unknownIgnored: ModelCheck = {
  code: 'ignore/unknown-code',
  severity: 'error',
  find: (model) =>
    suppressionsOf(model)
      .filter(({ suppression: { code } }) => !isIgnorable(code, model))
      .map(({ item, place, suppression: { code } }) => ({ place, id: item.id, message: wording(code, model) })),
};

const wording = (code: string, { config }: Model): Text =>
  isSuppressible(code)
    ? unknownCode(code, 'checks', [...(config?.settings.ruleCodes ?? [])])
    : {
        en: `An item cannot ignore \`${code}\`: set its severity in \`delivery.config.json\` instead.`,
        zh: `条目不能忽略 \`${code}\`：请改在 \`delivery.config.json\` 中设置它的级别。`,
      };
