import { deepStrictEqual } from 'node:assert';
import { readConfig } from '../../../../server/src/kinds/config/config';
import type { Field } from '../../../../server/src/kinds/table';
import { formatValue } from '../../../../server/src/kinds/values';
import type { Value } from '../../../../server/src/kinds/value';
import { builtInField, fieldOf, read } from './support';

/** `[as written, canonical in English, canonical in Chinese if it differs]` */
type FormatCase = readonly [written: string, en: string, zh?: string];

function valueOf(written: string, field: Field): Value {
  const reading = read(written, field);
  if ('problem' in reading) throw new Error(`${written}: ${reading.problem.message.en}`);
  return reading.value;
}

function checkFormats(field: Field, cases: readonly FormatCase[]): void {
  for (const [written, en, zh = en] of cases) {
    const value = valueOf(written, field);
    deepStrictEqual([formatValue(value, 'en', field), formatValue(value, 'zh', field)], [en, zh], written);
  }
}

describe('formatting values', () => {
  it('writes numbers without noise', () => {
    checkFormats(fieldOf(['number']), [
      ['4.50', '4.5'],
      ['-3', '-3'],
      ['0.0000001', '0.0000001'],
    ]);
    checkFormats(fieldOf(['percent']), [
      ['7.0%', '7%'],
      ['29%', '29%'],
      ['99.9%', '99.9%'],
      ['0.1%', '0.1%'],
      ['0%', '0%'],
      ['1000%', '1000%'],
    ]);
    checkFormats(builtInField('feedback.score'), [
      ['4.5/5', '4.5/5'],
      ['9', '9'],
    ]);
  });

  it('writes durations and estimates with the units of the tongue', () => {
    checkFormats(fieldOf(['duration']), [
      ['2ed', '2ed', '2自然日'],
      ['3个工作日', '3d', '3天'],
      ['1.5w', '1.5w', '1.5周'],
      ['30emin', '30emin', '30自然分钟'],
    ]);
    checkFormats(builtInField('task.effort'), [
      ['5d', '5d', '5天'],
      ['5d..5d..5d', '5d', '5天'],
      ['3d..5d..10d', '3d..5d..10d', '3天..5天..10天'],
      ['3d..3d..10d', '3d..3d..10d', '3天..3天..10天'],
      ['3d..10d', '3d..10d', '3天..10天'],
      ['3d..5d..2w', '3d..5d..2w', '3天..5天..2周'],
    ]);
    checkFormats(builtInField('sla.response'), [['严重 1小时', 'critical 1h', '严重 1小时']]);
  });

  it('writes enum values by their canonical names', () => {
    checkFormats(builtInField('requirement.priority'), [
      ['must', 'must', '必须'],
      ['必须', 'must', '必须'],
    ]);
    const { table } = readConfig(`{ "kinds": { "interface": { "fields": { "protocol": { "type": "enum", "values": {
      "rest": { "names": { "en": ["REST", "http"], "zh": "表述性接口" } }, "soap": {}
    } } } } } }`);
    const field = table.kind('interface')?.field('protocol') ?? fieldOf([]);
    checkFormats(field, [
      ['http', 'REST', '表述性接口'],
      ['soap', 'soap'],
    ]);
  });

  it('writes strings, names, paths and addresses', () => {
    checkFormats(fieldOf(['string']), [
      ['“说”', '"说"'],
      ['"a \\"b\\" c:\\\\d"', '"a \\"b\\" c:\\\\d"'],
      ['""', '""'],
    ]);
    checkFormats(fieldOf(['name', 'string']), [
      ['pilot', 'pilot'],
      ['"the pilot"', '"the pilot"'],
    ]);
    checkFormats(fieldOf(['path', 'url', 'ref']), [
      ['"docs/manual.pdf"', '"docs/manual.pdf"'],
      ['"https://example.com/a"', 'https://example.com/a'],
      ['"https://example.com/a,b"', '"https://example.com/a,b"'],
      ['D-1', 'D-1'],
    ]);
  });

  it('writes text on one line, or as an indented block', () => {
    checkFormats(fieldOf(['string', 'text']), [
      ['"""one"""', '"""one"""'],
      ['"""say "hi" """', '"""say "hi" """'],
      ['"""a \\""" b"""', '"""a \\""" b"""'],
      ['"""\n      one\n\n        two\n    """', '"""\n  one\n\n    two\n  """'],
      ['"""one  \n"""', '"""one  \n  """'],
      ['"""one  \n      two"""', '"""one  \n  two\n  """'],
    ]);
    checkFormats(fieldOf(['text']), [
      ['"one"', '"""one"""'],
      ['" blank "', '" blank "'],
      ['"\\\\\\"\\"\\""', '"\\\\\\"\\"\\""'],
    ]);
  });

  it('writes dates, moments and periods', () => {
    checkFormats(fieldOf(['date-time', 'date']), [
      ['2026-03-02', '2026-03-02'],
      ['2026-03-02T9:30', '2026-03-02T09:30'],
      ['2026-03-02T09:30:06', '2026-03-02T09:30:06'],
      ['2026-03-02T00:00', '2026-03-02T00:00'],
      ['9999-12-31T24:00', '9999-12-31T24:00'],
    ]);
    checkFormats(builtInField('task.start'), [
      ['≥ 2026-03-02', '>= 2026-03-02'],
      ['= 2026-03-02T08:00', '= 2026-03-02T08:00'],
      ['2026-03-02', '2026-03-02'],
    ]);
    checkFormats(fieldOf(['period']), [
      ['2026-02-16..2026-02-22 “春节”', '2026-02-16..2026-02-22 "春节"'],
      ['2026-05-01..2026-05-01 "Labour Day"', '2026-05-01 "Labour Day"'],
      ['2026-05-01..2026-05-01', '2026-05-01'],
      ['2026-02-16..', '2026-02-16..'],
      ['..2026-02-16', '..2026-02-16'],
      ['2026-02-16T09:00..2026-02-17', '2026-02-16T09:00..2026-02-18T00:00'],
      ['2026-02-16T09:00..', '2026-02-16T09:00..'],
      ['2026-02-16T00:00..2026-02-16T00:00', '2026-02-16T00:00..2026-02-16T00:00'],
    ]);
    checkFormats(fieldOf(['date', 'period']), [
      ['2026-05-01..2026-05-01', '2026-05-01..2026-05-01'],
      ['2026-05-01 "Labour Day"', '2026-05-01 "Labour Day"'],
    ]);
  });

  it('writes money, rates, targets and measurements', () => {
    checkFormats(builtInField('task.cost'), [
      ['30万元', '300000 CNY'],
      ['-5EUR', '-5 EUR'],
      ['1200', '1200'],
    ]);
    checkFormats(builtInField('person.rate'), [
      ['1200元/人天', '1200 CNY/d', '1200 CNY/天'],
      ['1200/h', '1200/h', '1200/小时'],
    ]);
    checkFormats(builtInField('criterion.metric'), [
      ['login_p95 ≤ 2s', 'login_p95 <= 2s'],
      ['"login time" <= 200ms', '"login time" <= 200ms'],
      ['>= 99.9％', '>= 99.9%'],
      ['x != -1.5', 'x != -1.5'],
      ['吞吐量 >= 5orders/h', '吞吐量 >= 5 orders/h'],
      ['成本 < 1200CNY', '成本 < 1200 CNY'],
      ['并发 >= 500 个', '并发 >= 500个'],
    ]);
    checkFormats(builtInField('metric.actual'), [
      ['1.8s on 2026-03-01', '1.8s on 2026-03-01', '1.8s 于 2026-03-01'],
      ['99.95%', '99.95%'],
    ]);
  });

  it('writes references and what hangs on them', () => {
    checkFormats(fieldOf(['ref']), [
      ['REQ-1', 'REQ-1'],
      ['REQ-1 版本 2', 'REQ-1 rev 2', 'REQ-1 版本 2'],
      ['REQ-1 rev "2"', 'REQ-1 rev 2', 'REQ-1 版本 2'],
      ['REQ-1 rev "2 draft"', 'REQ-1 rev "2 draft"', 'REQ-1 版本 "2 draft"'],
    ]);
    checkFormats(builtInField('task.after'), [
      ['T-1 FS', 'T-1'],
      ['T-1 完成-开始 + 2自然日', 'T-1 + 2ed', 'T-1 + 2自然日'],
      ['T-1 开始-开始 + 2d', 'T-1 SS + 2d', 'T-1 SS + 2天'],
      ['T-1 - 1d', 'T-1 - 1d', 'T-1 - 1天'],
      ['T-1 + 7%', 'T-1 + 7%'],
      ['T-1 FF - 25e%', 'T-1 FF - 25e%'],
    ]);
    checkFormats(builtInField('task.assign'), [
      ['lin 50%', 'lin 50%'],
      ['lin 100%', 'lin'],
    ]);
    checkFormats(builtInField('change.decided'), [
      ['2026-02-14 “确认” 由 lin', '2026-02-14 by lin "确认"', '2026-02-14 由 lin "确认"'],
      ['2026-02-14T08:30', '2026-02-14T08:30'],
    ]);
    checkFormats(builtInField('criterion.result'), [
      ['passed 2026-03-30 by chen', 'passed 2026-03-30 by chen', '通过 2026-03-30 由 chen'],
      ['不通过 "超时"', 'failed "超时"', '未通过 "超时"'],
    ]);
    checkFormats(builtInField('task.ignore'), [
      [
        'trace/no-work "later" 到 2026-06-30',
        'trace/no-work "later" until 2026-06-30',
        'trace/no-work "later" 至 2026-06-30',
      ],
      ['trace/no-work', 'trace/no-work'],
    ]);
  });

  it('writes times of the week', () => {
    checkFormats(builtInField('calendar.week'), [
      ['monday..fri', 'mon..fri', '周一..周五'],
      ['sat', 'sat', '周六'],
      ['sun..thu', 'sun..thu', '周日..周四'],
      ['tue..mon', 'mon..sun', '周一..周日'],
    ]);
    checkFormats(builtInField('calendar.hours'), [
      ['13:00..18:00 9:00..12:00', '09:00..12:00 13:00..18:00'],
      ['周六 09:00..13:00', 'sat 09:00..13:00', '周六 09:00..13:00'],
      ['mon tue wed fri 09:00..24:00', 'mon..wed fri 09:00..24:00', '周一..周三 周五 09:00..24:00'],
    ]);
    checkFormats(builtInField('calendar.workdays'), [
      ['2026-02-14 09:00..13:00 "调休"', '2026-02-14 09:00..13:00 "调休"'],
      ['2026-02-14..2026-02-15', '2026-02-14..2026-02-15'],
    ]);
    checkFormats(builtInField('cadence.every'), [
      ['2w on fri at 10:00', '2w on fri at 10:00', '2周 于 周五 时间 10:00'],
      ['1mo', '1mo', '1个月'],
    ]);
  });
});
