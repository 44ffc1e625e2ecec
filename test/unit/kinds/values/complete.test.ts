import { deepStrictEqual } from 'node:assert';
import type { Field } from '../../../../server/src/kinds/table';
import { valueTypes } from '../../../../server/src/kinds/values';
import { builtInField, fieldOf, phraseOf } from './support';

/** The words that a type offers behind a text. */
const offered = (type: string, text: string, field: Field = fieldOf([type])): readonly string[] =>
  valueTypes
    .get(type)
    ?.complete?.(text === '' ? undefined : phraseOf(text), field)
    .map(({ text }) => text) ?? [];

describe('completion inside values', () => {
  it('offers enum values, English first', () => {
    const priority = builtInField('requirement.priority');
    deepStrictEqual(offered('enum', '', priority).slice(0, 4), ['must', '必须', 'should', '应该']);
    deepStrictEqual(offered('enum', 'mu', priority).slice(0, 1), ['must']);
    deepStrictEqual(offered('enum', 'must should', priority), []);
  });

  it('offers units with the number before them', () => {
    deepStrictEqual(offered('duration', '5').slice(0, 4), ['5d', '5天', '5h', '5小时']);
    deepStrictEqual(offered('duration', '5d'), []);
    deepStrictEqual(offered('estimate', '3d..5').includes('5d'), true);
    deepStrictEqual(offered('percent', '5'), ['5%']);
    deepStrictEqual(offered('rate', '5 CNY/').slice(0, 2), ['d', '天']);
  });

  it('offers link types, connecting words and signs where they may stand', () => {
    deepStrictEqual(offered('dependency', 'T-1'), ['rev', '版本', 'FS', 'SS', 'FF', 'SF', '+', '-']);
    deepStrictEqual(offered('dependency', 'T-1 S'), ['rev', '版本', 'FS', 'SS', 'FF', 'SF']);
    deepStrictEqual(offered('dependency', 'T-1 SS'), ['+', '-']);
    deepStrictEqual(offered('dependency', 'T-1 + 2').includes('2d'), true);
    deepStrictEqual(offered('stamp', '2026-03-02'), ['by', '由']);
    deepStrictEqual(offered('suppression', 'trace/no-work "x"'), ['until', '至']);
    deepStrictEqual(offered('measurement', '2s'), ['on', '于']);
    deepStrictEqual(offered('moment', ''), ['>=', '<=', '=']);
    deepStrictEqual(offered('target', 'login'), ['<=', '>=', '<', '>', '=', '!=']);
    deepStrictEqual(offered('result', ''), ['passed', '通过', 'failed', '未通过']);
    deepStrictEqual(offered('per-severity', '').slice(0, 2), ['critical', '严重']);
  });

  it('offers days of the week', () => {
    deepStrictEqual(offered('weekdays', '').slice(0, 4), ['mon', '周一', 'tue', '周二']);
    deepStrictEqual(offered('weekdays', 'mon..').length, 14);
    deepStrictEqual(offered('recurrence', '1w'), ['on', '于', 'at', '时间']);
    deepStrictEqual(offered('recurrence', '1w on').slice(0, 1), ['mon']);
    deepStrictEqual(offered('recurrence', '1w on fri').includes('at'), true);
  });
});
