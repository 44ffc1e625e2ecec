import assert from 'node:assert/strict';
import { centre, contentWidth, extentOf, fit, keepInside, panToShow, zoomAt } from '../../../client/webview/chart/zoom';
import { spanOf } from '../../../client/webview/plan/extent';
import { bar, minute, timeline } from './timelines';

const extent = { from: 0, to: 100_000 };
const width = 1000;
const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not about ${expected}`);

describe('timeline zoom', () => {
  it('fits the whole extent', () => {
    assert.deepEqual(fit(extent, width), { left: 0, scale: 0.01 });
    assert.equal(contentWidth(fit(extent, width), extent, width), width);
  });

  it('keeps the minute under the pointer', () => {
    const before = { left: 20_000, scale: 0.02 };
    const after = zoomAt(before, 3, 400, extent, width);
    near(after.left + 400 / after.scale, before.left + 400 / before.scale);
    near(after.scale, 0.06);
  });

  it('zooms no further out than the whole plan and no further in than two pixels a minute', () => {
    assert.deepEqual(zoomAt({ left: 50_000, scale: 0.02 }, 0.001, 500, extent, width), fit(extent, width));
    assert.equal(zoomAt({ left: 50_000, scale: 0.02 }, 1e9, 500, extent, width).scale, 2);
  });

  it('never shows what lies outside the extent', () => {
    assert.equal(keepInside({ left: -5000, scale: 0.1 }, extent, width).left, 0);
    assert.equal(keepInside({ left: 99_000, scale: 0.1 }, extent, width).left, 90_000);
    assert.equal(centre({ left: 0, scale: 0.1 }, 50_000, extent, width).left, 45_000);
  });

  it('pans only when nothing of the span is in view', () => {
    const zoom = { left: 10_000, scale: 0.1 };
    assert.equal(panToShow(zoom, 15_000, 90_000, extent, width), zoom);
    assert.equal(panToShow(zoom, 50_000, 60_000, extent, width).left, 50_000 - 400);
  });

  it('spans bars, due dates and the status date, and has no span without dates', () => {
    const due = minute('2026-06-30');
    const statusDate = minute('2025-12-01');
    const dated = timeline([bar('A', { due })], [], { statusDate });
    assert.deepEqual(spanOf(dated), { from: statusDate, to: due });
    const undated = bar('A', { start: undefined, finish: undefined });
    assert.equal(spanOf(timeline([undated], [], { start: 0, finish: 0, statusDate })), undefined);
  });

  it('shows a plan of one moment in the middle of a fortnight', () => {
    const at = minute('2026-01-05T09:00');
    const first = bar('M', { type: 'milestone', start: at, finish: at });
    const span = spanOf(timeline([first], [], { start: at, finish: at }))!;
    assert.deepEqual(span, { from: at, to: at });
    assert.deepEqual(extentOf(span, undefined), { from: minute('2025-12-29T09:00'), to: minute('2026-01-12T09:00') });
  });

  it('counts today only when it is near', () => {
    const span = { from: minute('2026-01-01'), to: minute('2026-12-31') };
    const soon = minute('2027-01-31');
    assert.ok(extentOf(span, soon).to > soon);
    assert.ok(extentOf(span, minute('2030-01-01')).to < minute('2027-03-01'));
  });
});
