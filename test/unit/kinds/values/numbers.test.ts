import { builtInField, checkProblems, checkValues, fieldOf } from './support';

const duration = (amount: number, unit: string, elapsed = false) => ({ type: 'duration', amount, unit, elapsed });

describe('numbers, quantities and money', () => {
  it('reads numbers', () => {
    checkValues(fieldOf(['number']), {
      '800': { type: 'number', value: 800 },
      '4.5': { type: 'number', value: 4.5 },
      '-3': { type: 'number', value: -3 },
    });
    checkProblems(fieldOf(['number']), [
      ['5d', '5d', /without a unit/, '5'],
      ['"5"', '"5"', /Expected a number, for example `5`/],
      ['9'.repeat(300), '9'.repeat(300), /too large/],
      ['1e400', '1e', /without a unit/, '1'],
    ]);
  });

  it('reads percentages exactly', () => {
    checkValues(builtInField('task.progress'), {
      '40%': { type: 'percent', fraction: 0.4 },
      '99.9%': { type: 'percent', fraction: 0.999 },
      '40％': { type: 'percent', fraction: 0.4 },
    });
    checkProblems(builtInField('task.progress'), [
      ['50', '50', /`50%` instead of `50`/, '50%'],
      ['0.07', '0.07', /`7%`/, '7%'],
      ['50 %', '50 %', /percent sign/, '50%'],
      ['-5%', '-5%', /negative/],
      ['half', 'half', /for example `40%`/],
    ]);
  });

  it('reads durations in both tongues, working and elapsed', () => {
    checkValues(fieldOf(['duration']), {
      '5d': duration(5, 'd'),
      '1.5w': duration(1.5, 'w'),
      '30emin': duration(30, 'min', true),
      '2ed': duration(2, 'd', true),
      '1emo': duration(1, 'mo', true),
      '5天': duration(5, 'd'),
      '3个工作日': duration(3, 'd'),
      '30分钟': duration(30, 'min'),
      '3个月': duration(3, 'mo'),
      '2自然日': duration(2, 'd', true),
      '1自然周': duration(1, 'w', true),
      '5人天': duration(5, 'd'),
      '0d': duration(0, 'd'),
    });
    checkProblems(fieldOf(['duration']), [
      ['5 d', '5 d', /written as `5d`/, '5d'],
      ['5 days', '5 days', /written as `5d`/, '5d'],
      ['5days', '5days', /written as `5d`/, '5d'],
      ['8H', '8H', /written as `8h`/, '8h'],
      ['3钟头', '3钟头', /`3小时`/, '3小时'],
      ['5', '5', /takes a unit/, '5d'],
      ['5x', 'x', /no unit of time/],
      ['-5d', '-5d', /negative/, '5d'],
      ['99999999999d', '99999999999d', /too large/],
      [`${'9'.repeat(300)}d`, `${'9'.repeat(300)}d`, /too large/],
      ['5d 6d', '6d', /Nothing more may follow `5d`/],
      ['soon', 'soon', /Expected a duration, for example `5d`/],
    ]);
    checkProblems(builtInField('project.day-length'), [['8', '8', /`8h`/, '8h']]);
  });

  it('reads estimates of one to three points', () => {
    const [three, five, ten] = [duration(3, 'd'), duration(5, 'd'), duration(10, 'd')];
    checkValues(builtInField('task.effort'), {
      '5d': { type: 'estimate', best: five, likely: five, worst: five },
      '3d..5d..10d': { type: 'estimate', best: three, likely: five, worst: ten },
      '3d..10d': { type: 'estimate', best: three, likely: duration(6.5, 'd'), worst: ten },
      '3d..5d..2w': { type: 'estimate', best: three, likely: five, worst: duration(2, 'w') },
      '30min..2h': {
        type: 'estimate',
        best: duration(30, 'min'),
        likely: duration(75, 'min'),
        worst: duration(2, 'h'),
      },
    });
    checkProblems(builtInField('task.effort'), [
      ['3d..2w', '3d..2w', /depends on the calendar/],
      ['10d..3d', '10d..3d', /best to the worst/, '3d..10d'],
      ['3..5d', '3..5d', /Every point/, '3d..5d'],
      ['3-5d', '3-5d', /Every point/, '3d..5d'],
      ['3d-5d', '3d-5d', /two dots/, '3d..5d'],
      ['3d..', '..', /Expected a duration after this/],
      ['1d..2d..3d..4d', '..4d', /Nothing more/],
    ]);
  });

  it('reads money and rates', () => {
    checkValues(builtInField('task.cost'), {
      '1200 CNY': { type: 'money', amount: 1200, currency: 'CNY' },
      '1200CNY': { type: 'money', amount: 1200, currency: 'CNY' },
      '1200': { type: 'money', amount: 1200, currency: undefined },
      '-5 EUR': { type: 'money', amount: -5, currency: 'EUR' },
      '30万元': { type: 'money', amount: 300000, currency: 'CNY' },
      '1.5亿': { type: 'money', amount: 150000000, currency: undefined },
    });
    checkProblems(builtInField('task.cost'), [
      ['1200 cny', 'cny', /no currency/, 'CNY'],
      ['1200rmb', 'rmb', /no currency/, ' CNY'],
      ['CNY 1200', 'CNY 1200', /behind the amount/, '1200 CNY'],
      ['¥1200', '¥1200', /behind the amount/, '1200 CNY'],
      ['1200 CNY/d', '/d', /Nothing more/],
      ['1200 coins', 'coins', /three capital letters/],
    ]);
    checkValues(builtInField('person.rate'), {
      '1200 CNY/d': { type: 'rate', amount: 1200, currency: 'CNY', per: 'd' },
      '1200/h': { type: 'rate', amount: 1200, currency: undefined, per: 'h' },
      '1200元/人天': { type: 'rate', amount: 1200, currency: 'CNY', per: 'd' },
    });
    checkProblems(builtInField('person.rate'), [
      ['1200 CNY', 'CNY', /for how much time/, 'CNY/d'],
      ['1200 CNY/day', 'day', /written as `d`/, 'd'],
      ['1200 CNY/ed', 'ed', /working time/],
    ]);
  });

  it('reads targets, measurements and scores', () => {
    checkValues(builtInField('criterion.metric'), {
      'login_p95 <= 2s': { type: 'target', metric: 'login_p95', op: '<=', limit: { amount: 2, unit: 's' } },
      '>= 99.9%': { type: 'target', metric: undefined, op: '>=', limit: { amount: 99.9, unit: '%' } },
      '吞吐量 ≥ 5 orders/h': { type: 'target', metric: '吞吐量', op: '>=', limit: { amount: 5, unit: 'orders/h' } },
      'x != -1.5': { type: 'target', metric: 'x', op: '!=', limit: { amount: -1.5, unit: undefined } },
    });
    checkProblems(builtInField('criterion.metric'), [
      ['login =< 2s', '=<', /written as `<=`/, '<='],
      ['login 2s', '2s', /comparison sign/],
      ['login <=', '<=', /Expected a figure after this/],
      ['login <= fast', 'fast', /Expected a figure/],
    ]);
    checkProblems(builtInField('sla.availability'), [['99.9%', '99.9%', /comparison sign/, '>= 99.9%']]);
    checkValues(builtInField('metric.actual'), {
      '1.8s on 2026-03-01': { type: 'measurement', measured: { amount: 1.8, unit: 's' }, day: 20513 },
      '5 orders 于 2026-03-01': { type: 'measurement', measured: { amount: 5, unit: 'orders' }, day: 20513 },
      '99.95%': { type: 'measurement', measured: { amount: 99.95, unit: '%' }, day: undefined },
    });
    checkProblems(builtInField('metric.actual'), [
      ['1.8s 2026-03-01', '2026-03-01', /`on` stands before the day/, 'on 2026-03-01'],
      ['1.8s on', 'on', /Expected a date after this/],
      ['1.8s on 2026-3-1', '2026-3-1', /written as/, '2026-03-01'],
    ]);
    checkValues(builtInField('feedback.score'), {
      '4.5/5': { type: 'score', score: 4.5, outOf: 5 },
      '9': { type: 'score', score: 9, outOf: undefined },
    });
    checkProblems(builtInField('feedback.score'), [
      ['5/4.5', '5/4.5', /at most/],
      ['4/0', '4/0', /more than 0/],
      ['90%', '90%', /`90\/100`/, '90/100'],
    ]);
  });
});
