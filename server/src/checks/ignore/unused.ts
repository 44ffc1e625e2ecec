import type { Model } from '../../model/model';
import type { Finding } from '../check';
import { removeValue } from '../repair/field';
import type { LevelOf } from '../severity';
import { inBoth } from '../wording';
import type { Suppression } from './suppressions';

/** A suppression that suppresses nothing. Only when everything else is found and settled can anybody know. */
export const unusedIgnore = {
  code: 'ignore/unused',
  severity: 'hint',
  tag: 'unnecessary',
  /** Findings about those of the suppressions whose checks are not switched off. */
  find: (unused: readonly Suppression[], model: Model, level: LevelOf): readonly Finding[] =>
    unused
      .filter(({ suppression: { code }, place: { file } }) => level(code, file, 'warning') !== 'off')
      .map(({ item, place, suppression: { code } }) => ({
        code: 'ignore/unused',
        severity: 'hint',
        tag: 'unnecessary',
        place,
        id: item.id,
        local: false,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `该条目没有 \`${code}\` 问题可忽略，此项可以删去。`
            : `There is no finding of \`${code}\` here to ignore; this can go.`,
        ),
        related: () => [],
        repairs: () => [
          {
            title: { en: `Remove the suppression of \`${code}\``, zh: `删去对 \`${code}\` 的忽略` },
            edits: removeValue(model, item, place),
            sure: true,
          },
        ],
      })),
} as const;
