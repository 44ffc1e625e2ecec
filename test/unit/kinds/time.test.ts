import assert from 'node:assert/strict';
import {
  dateFromDay,
  dayFromDate,
  dayOf,
  formatDay,
  formatMinute,
  parseDay,
  parseMinute,
  weekdayOf,
} from '../../../server/src/kinds/time';
import { toMinutes, toTicks } from '../../../server/src/schedule/calendar/ticks';

describe('schedule: time', () => {
  it('counts days from 1970 and knows weekdays', () => {
    assert.equal(parseDay('1970-01-01'), 0);
    assert.equal(parseDay('2026-01-05'), 20458);
    assert.equal(weekdayOf(20458), 0);
    assert.equal(weekdayOf(-1), 2);
  });

  it('agrees with the built-in calendar over 3,000 years', () => {
    for (let day = -400_000; day < 700_000; day += 37) {
      const expected = new Date(day * 86_400_000);
      const { year, month, date } = dateFromDay(day);
      assert.deepEqual(
        [year, month, date],
        [expected.getUTCFullYear(), expected.getUTCMonth() + 1, expected.getUTCDate()],
      );
      assert.equal(dayFromDate(year, month, date), day);
    }
  });

  it('reads dates, times and midnight at the end of a day', () => {
    assert.equal(parseMinute('1970-01-02'), 1440);
    assert.equal(parseMinute('1970-01-02T09:30'), 1440 + 570);
    assert.equal(parseMinute('1970-01-01T24:00'), 1440);
    assert.equal(parseMinute('1970-01-01T00:00:06'), 0.1);
  });

  it('refuses what is no date', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '26-01-01',
      '2026-01-05T24:01',
      '2026-01-05T10:60',
      'soon',
    ])
      assert.equal(parseMinute(text), undefined, text);
    assert.equal(parseDay('2024-02-29'), 19782);
  });

  it('writes instants to the second', () => {
    assert.equal(formatMinute(parseMinute('2008-12-15T11:53:18')!), '2008-12-15T11:53:18');
    assert.equal(formatDay(dayOf(parseMinute('2026-06-30T17:00')!)), '2026-06-30');
    assert.equal(formatMinute(-1), '1969-12-31T23:59:00');
  });

  it('keeps tenths of minutes exact', () => {
    assert.equal(toMinutes(toTicks(6666.7)), 6666.7);
    assert.equal(toMinutes(toTicks(0.1) + toTicks(0.2)), 0.3);
  });
});
