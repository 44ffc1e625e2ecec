import assert from 'node:assert/strict';
import { axisFontSize, axisTicks } from '../../../client/webview/chart/axisTicks';
import { textWidth } from '../../../client/webview/chart/textWidth';
import { createTexts } from '../../../client/webview/texts';
import { minute } from './timelines';

const english = createTexts('en-GB', {});
const left = minute('2026-01-05');
const ticks = (pixelsPerDay: number, texts = english, width = 800) =>
  axisTicks({ left, scale: pixelsPerDay / 1440 }, width, texts);
const labels = (list: readonly { readonly label: string }[], count = 3): string =>
  list
    .slice(0, count)
    .map(({ label }) => label)
    .join('|');

describe('timeline axis', () => {
  it('adapts from hours to decades', () => {
    const units = [2400, 600, 240, 24, 8, 1.5, 0.5, 0.15, 0.02].map((pixels) => ticks(pixels).unit);
    assert.deepEqual(units, ['hour', 'hours3', 'hours6', 'day', 'week', 'month', 'quarter', 'year', 'decade']);
  });

  it('groups each level by the next one', () => {
    assert.equal(labels(ticks(2400).lower), '00:00|01:00|02:00');
    assert.match(labels(ticks(2400).upper), /^Monday,? 5 January 2026$/);
    assert.equal(labels(ticks(24).lower), '5|6|7');
    assert.equal(labels(ticks(24).upper), 'January 2026|February 2026');
    assert.equal(labels(ticks(8).lower), '5 Jan|12 Jan|19 Jan');
    assert.equal(labels(ticks(1.5).upper), '2026|2027');
    assert.equal(labels(ticks(0.5).lower, 2), 'Q1|Q2');
  });

  it('gives no name to a column that is cut off at the edge, and keeps the name of its group in sight', () => {
    const { lower, upper } = axisTicks({ left: minute('2026-02-20'), scale: 0.5 / 1440 }, 800, english);
    assert.equal(labels(lower, 2), '|Q2');
    assert.equal(labels(upper, 2), '2026|2027');
  });

  it('lets no name stand in another, however long the plan', () => {
    for (const pixels of [600, 24, 8, 1.5, 0.15, 0.02, 0.0074, 0.002, 0.0005]) {
      const scale = pixels / 1440;
      const named = ticks(pixels).lower.filter(({ label }) => label !== '');
      assert.ok(named.length > 0, String(pixels));
      const spans = named.map(({ start, end, label }): readonly [number, number] => {
        const middle = ((start + end) / 2 - left) * scale;
        const half = textWidth(label, axisFontSize) / 2;
        return [middle - half, middle + half];
      });
      spans.slice(1).forEach(([from], index) => assert.ok(from > spans[index]![1], `${pixels}: ${labels(named)}`));
      assert.ok(spans[0]![0] >= 0 && spans.at(-1)![1] <= 800, `${pixels}: whole`);
    }
  });

  it('names by locale', () => {
    const chinese = createTexts('zh-cn', { 'Q{0}': '第{0}季度' });
    assert.equal(labels(ticks(24, chinese).upper, 1), '2026年1月');
    assert.equal(labels(ticks(24, chinese).lower), '5|6|7');
    assert.equal(labels(ticks(1, chinese, 2000).lower, 2), '第1季度|第2季度');
  });

  it('leaves no gap and no overlap between columns, across months and years', () => {
    for (const pixels of [2400, 24, 8, 1.5, 0.5, 0.1])
      for (const level of [ticks(pixels).lower, ticks(pixels).upper])
        level.slice(1).forEach(({ start }, index) => assert.equal(start, level[index]!.end));
  });

  it('writes an end at midnight as the end of the day before', () => {
    assert.equal(english.endDateTime(minute('2026-04-01')), 'Tue, 31 Mar 2026, 24:00');
    assert.equal(english.endDate(minute('2026-04-01')), '31 Mar 2026');
    assert.equal(english.dateTime(minute('2026-04-01T09:30')), 'Wed, 1 Apr 2026, 09:30');
    assert.equal(createTexts('no such locale', {}).date(minute('2026-04-01')), 'Apr 1, 2026');
  });
});
