import assert from 'node:assert/strict';
import { dayOf, isoDay, isoMinute, isoTime, minuteOf, timeOf } from '../../../server/src/kinds/time';

describe('plan time', () => {
  it('counts days from 1970-01-01', () => {
    assert.equal(dayOf('1970-01-01'), 0);
    assert.equal(dayOf('1970-01-02'), 1);
    assert.equal(dayOf('2000-03-01')! - dayOf('2000-02-28')!, 2);
    assert.equal(dayOf('0001-01-01'), -719162);
  });

  it('knows which days there are', () => {
    for (const iso of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-5', 'soon', ''])
      assert.equal(dayOf(iso), undefined, iso);
    assert.notEqual(dayOf('2028-02-29'), undefined);
  });

  it('reads times up to 24:00', () => {
    assert.equal(timeOf('09:30'), 570);
    assert.equal(timeOf('24:00'), 1440);
    assert.equal(timeOf('24:01'), undefined);
    assert.equal(timeOf('09:60'), undefined);
  });

  it('writes what it reads', () => {
    for (const iso of ['1969-12-31T23:59', '2026-01-05T09:30', '2026-12-31T00:00'])
      assert.equal(isoMinute(minuteOf(iso)!), iso);
    assert.equal(isoDay(dayOf('2026-02-28')! + 1), '2026-03-01');
    assert.equal(isoTime(1440), '24:00');
    assert.equal(minuteOf('2026-01-05T25:00'), undefined);
  });
});
