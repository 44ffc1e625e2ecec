import assert from 'node:assert/strict';
import { formatDay, parseDay } from '../../../server/src/kinds/time';
import { regionOf } from '../../../server/src/schedule/regions/region';
import { fixture } from '../../support/world';

const PLAN = 'project p "P" { period: 2025-01-01..2026-12-31, calendar: c }\ntask T-1 "a" { duration: 1d }\n';

/** Asks the calendar `c` of a spec about days: "free 清明节", "free", "works" or "works 春节调休上班". */
function daysOf(calendars: string, named: 'en' | 'zh' = 'zh'): (text: string) => string {
  const { plan, calendars: known } = fixture(`${PLAN}${calendars}\n`).world.schedule;
  const calendar = plan.network.calendars[known.project]!;
  return (text) => {
    const day = parseDay(text)!;
    const source = calendar.exceptionOn(day);
    const name = source && known.exceptionName(source.calendar, source.exception)?.[named];
    return `${calendar.workOn(day) > 0 ? 'works' : 'free'}${name === undefined ? '' : ` ${name}`}`;
  };
}

/** "2026-04-04..2026-04-06 清明节": days that a region makes free, and those that it makes work days with a plus sign. */
function announced(region: string, year: number, tongue: 'en' | 'zh'): string[] {
  const { spec, names } = regionOf(region)!;
  return spec.exceptions!.flatMap(({ from, to, hours }, index) => {
    const days = from === to ? formatDay(from) : `${formatDay(from)}..${formatDay(to)}`;
    if (!days.startsWith(String(year))) return [];
    return [`${hours === 'usual' ? '+' : ''}${days.replaceAll(`${year}-`, '')} ${names[index]![tongue]}`];
  });
}

describe('regions: holidays as announced', () => {
  it('China 2025, with make-up days', () =>
    assert.deepEqual(announced('cn', 2025, 'zh'), [
      '01-01 元旦',
      '01-28..02-04 春节',
      '04-04..04-06 清明节',
      '05-01..05-05 劳动节',
      '05-31..06-02 端午节',
      '10-01..10-05 国庆节',
      '10-06 中秋节',
      '10-07..10-08 国庆节',
      '+01-26 春节调休上班',
      '+02-08 春节调休上班',
      '+04-27 劳动节调休上班',
      '+09-28 国庆节调休上班',
      '+10-11 国庆节调休上班',
    ]));

  it('China 2026, with make-up days', () =>
    assert.deepEqual(announced('cn', 2026, 'en'), [
      '01-01..01-03 New Year’s Day',
      '02-15..02-23 Spring Festival',
      '04-04..04-06 Qingming Festival',
      '05-01..05-05 Labour Day',
      '06-19..06-21 Dragon Boat Festival',
      '09-25..09-27 Mid-Autumn Festival',
      '10-01..10-07 National Day',
      '+01-04 make-up day for New Year’s Day',
      '+02-14 make-up day for Spring Festival',
      '+02-28 make-up day for Spring Festival',
      '+05-09 make-up day for Labour Day',
      '+09-20 make-up day for National Day',
      '+10-10 make-up day for National Day',
    ]));

  it('United States 2026: federal, Independence Day observed on the Friday before', () =>
    assert.deepEqual(announced('us', 2026, 'en'), [
      '01-01 New Year’s Day',
      '01-19 Martin Luther King Jr. Day',
      '02-16 Washington’s Birthday',
      '05-25 Memorial Day',
      '06-19 Juneteenth',
      '07-03 Independence Day (observed)',
      '07-04 Independence Day',
      '09-07 Labor Day',
      '10-12 Columbus Day',
      '11-11 Veterans Day',
      '11-26 Thanksgiving Day',
      '12-25 Christmas Day',
    ]));

  it('knows that Juneteenth began in 2021, and when the new year is observed in the old', () => {
    assert.ok(!announced('us', 2020, 'en').some((day) => day.includes('Juneteenth')));
    assert.ok(announced('us', 2021, 'en').includes('06-18 Juneteenth (observed)'));
    assert.ok(announced('us', 2021, 'en').includes('12-31 New Year’s Day (observed)'));
  });

  it('Germany: those of all states; Easter moves four of them', () => {
    assert.deepEqual(announced('de', 2026, 'en'), [
      '01-01 New Year’s Day',
      '04-03 Good Friday',
      '04-06 Easter Monday',
      '05-01 Labour Day',
      '05-14 Ascension Day',
      '05-25 Whit Monday',
      '10-03 German Unity Day',
      '12-25 Christmas Day',
      '12-26 Second Day of Christmas',
    ]);
    const moved = announced('de', 2027, 'zh');
    assert.deepEqual(
      ['03-26 耶稣受难日', '03-29 复活节星期一', '05-06 耶稣升天节', '05-17 圣灵降临节星期一'].filter(
        (day) => !moved.includes(day),
      ),
      [],
    );
    assert.ok(announced('de', 2017, 'zh').includes('10-31 宗教改革日'));
  });

  it('says which years are known', () => {
    const years = ['cn', 'us', 'de'].map((key) => {
      const { name, firstDay, lastDay } = regionOf(key)!;
      return `${name} ${formatDay(firstDay)}..${formatDay(lastDay)}`;
    });
    assert.deepEqual(years, ['CN 2016-01-01..2026-12-31', 'US 2016-01-01..2040-12-31', 'DE 2016-01-01..2040-12-31']);
    assert.equal(regionOf('fr'), undefined);
    assert.equal(regionOf('toString'), undefined);
  });
});

describe('regions: in calendars', () => {
  it('free days, make-up days with the usual hours, and their names', () => {
    const day = daysOf('calendar c "China" { region: CN, hours: 09:00..12:00, 13:00..18:00 }');
    assert.equal(day('2026-04-06'), 'free 清明节');
    assert.equal(day('2026-04-07'), 'works');
    assert.equal(day('2026-02-14'), 'works 春节调休上班');
    assert.equal(day('2026-02-28'), 'works 春节调休上班');
    assert.equal(day('2026-02-21'), 'free 春节');
    assert.equal(day('2027-02-08'), 'works', 'not known yet');
  });

  it('own holidays and make-up days beat the region’s', () => {
    const day = daysOf(`calendar c "C" {
      region: 中国
      holidays: 2026-02-28 "Team day", 2026-02-12
      workdays: 2026-04-06 "Cut-over"
    }`);
    assert.equal(day('2026-02-28'), 'free Team day');
    assert.equal(day('2026-02-12'), 'free');
    assert.equal(day('2026-04-06'), 'works Cut-over');
    assert.equal(day('2026-04-05'), 'free 清明节');
  });

  it('a base’s region holds, weaker than the base’s own days; a region of its own takes its place', () => {
    const base = 'calendar b "B" { region: CN, workdays: 2026-05-04 "Release" }\n';
    const derived = daysOf(`${base}calendar c "C" { base: b }`);
    assert.equal(derived('2026-05-01'), 'free 劳动节');
    assert.equal(derived('2026-05-04'), 'works Release');
    const german = daysOf(`${base}calendar c "C" { base: b, region: DE }`, 'en');
    assert.equal(german('2026-05-05'), 'works');
    assert.equal(german('2026-05-14'), 'free Ascension Day');
    assert.equal(german('2026-05-04'), 'works Release');
  });

  it('tells a calendar’s region, also through bases', () => {
    const { calendars, model } = fixture(`${PLAN}
      calendar c "C" { base: b }
      calendar b "B" { region: US }
      calendar x "X" { base: y }
      calendar y "Y" { base: x }
    `).world.schedule;
    const names = ['c', 'b', 'x', 'none'].map((id) => {
      const calendar = calendars.at(model.byId(id)?.index ?? -1);
      return calendar === undefined ? '-' : calendars.regionOf(calendar)?.name;
    });
    assert.deepEqual(names, ['US', 'US', undefined, '-']);
  });
});

describe('calendars on a base', () => {
  const base = 'calendar b "B" { week: mon..fri, hours: 10:00..18:00, sat 09:00..12:00 }\n';
  const hoursOf = (own: string): number[] => {
    const { plan, calendars } = fixture(`${PLAN}${base}calendar c "C" { base: b, ${own} }\n`).world.schedule;
    const monday = parseDay('2026-03-02')!;
    return [0, 1, 2, 3, 4, 5, 6].map((at) => plan.network.calendars[calendars.project]!.workOn(monday + at) / 600);
  };

  it('state only what differs', () => {
    assert.deepEqual(hoursOf('holidays: 2026-03-03'), [8, 0, 8, 8, 8, 3, 0]);
    assert.deepEqual(hoursOf('week: mon..thu'), [8, 8, 8, 8, 0, 0, 0]);
    assert.deepEqual(hoursOf('week: mon..sat'), [8, 8, 8, 8, 8, 3, 0]);
    assert.deepEqual(hoursOf('week: sun'), [0, 0, 0, 0, 0, 0, 8]);
    assert.deepEqual(hoursOf('hours: 10:00..14:00'), [4, 4, 4, 4, 4, 3, 0]);
    assert.deepEqual(hoursOf('hours: wed 10:00..11:00'), [8, 8, 1, 8, 8, 3, 0]);
  });
});
