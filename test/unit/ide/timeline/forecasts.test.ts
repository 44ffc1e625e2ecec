import assert from 'node:assert/strict';
import { forecastsOf, isSameForecasts, noForecasts } from '../../../../server/src/ide/timeline/forecasts';
import { timelineOf } from '../../../../server/src/ide/timeline/timeline';
import { fixture } from '../../../support/world';

const plan = (estimate: string): string => `
  project p "P" { period: 2026-01-05..2026-06-30, status-date: 2026-01-05 }
  task A "a" { duration: ${estimate} }
  task B "b" { duration: 2d, after: A }
  milestone M "m" { after: B }
  milestone R "reached" { start: 2026-01-05, status: done }
`;

describe('forecasts in the timeline', () => {
  it('say by when a milestone is reached with 80 % confidence', () => {
    const { world } = fixture(plan('3d..5d..20d'));
    const forecasts = forecastsOf(world);
    assert.deepEqual([...forecasts.keys()], ['M']);
    const { bars } = timelineOf(world, 'en', forecasts);
    const milestone = bars.find(({ key }) => key === 'M')!;
    assert.equal(milestone.forecast, forecasts.get('M'));
    assert.ok(milestone.forecast! > milestone.finish!, 'a long tail to the right makes it later than planned');
    assert.ok(bars.every(({ key, forecast }) => key === 'M' || forecast === undefined));
  });

  it('are none where nothing is uncertain, and where the plan is too large for enough runs', () => {
    assert.equal(forecastsOf(fixture(plan('5d')).world).size, 0);
    assert.equal(forecastsOf(fixture(plan('3d..5d..20d')).world, 400).size, 1);
    assert.equal(forecastsOf(fixture(plan('3d..5d..20d')).world, 399).size, 0);
  });

  it('are the same for the same plan, and others for another', () => {
    const [one, same, other] = ['3d..5d..20d', '3d..5d..20d', '3d..5d..30d'].map((estimate) =>
      forecastsOf(fixture(plan(estimate)).world),
    );
    assert.equal(isSameForecasts(one!, same!), true);
    assert.equal(isSameForecasts(one!, other!), false);
    assert.equal(isSameForecasts(one!, noForecasts), false);
  });
});
