import { deepStrictEqual, ok } from 'node:assert';
import { RESULTS, SEVERITIES, type Vocabulary } from '../../../../server/src/kinds/values/words';
import { builtInField, checkProblems, checkValues, fieldOf } from './support';

describe('words, texts and several types', () => {
  it('reads enum values in both tongues and suggests the nearest', () => {
    checkValues(builtInField('requirement.priority'), {
      must: { type: 'enum', key: 'must' },
      必须: { type: 'enum', key: 'must' },
    });
    checkValues(builtInField('cadence.type'), { 'stand-up': { type: 'enum', key: 'standup' } });
    checkProblems(builtInField('requirement.priority'), [
      ['Must', 'Must', /Did you mean `must`/, 'must'],
      ['msut', 'msut', /Did you mean/, 'must'],
      ['必需', '必需', /Did you mean/, '必须'],
      ['"must"', '"must"', /Did you mean/, 'must'],
      ["won't", "won't", /Did you mean/, 'wont'],
      ['urgent', 'urgent', /one of `must`, `should`, `could`, `wont`\.$/],
      ['high', 'high', /Did you mean `must`\?$/, 'must'],
      ['must should', 'should', /Nothing more may follow `must`/],
    ]);
    checkProblems(builtInField('project.schedule'), [['levelling', 'levelling', /Did you mean/, 'levelled']]);
  });

  it('knows the severities and results of the kind table', () => {
    const table = (field: string) => builtInField(field).values.map(({ key, names }) => ({ key, names }));
    const words = (vocabulary: Vocabulary) => vocabulary.entries.map(({ key, names }) => ({ key, names }));
    deepStrictEqual(words(SEVERITIES), table('issue.severity'));
    deepStrictEqual(words(RESULTS), table('check.result').slice(0, 2));
  });

  it('reads strings, texts, names, paths and addresses', () => {
    checkValues(fieldOf(['string']), { '"a \\"b\\""': { type: 'string', text: 'a "b"' } });
    checkValues(fieldOf(['text']), { '"""a"""': { type: 'text', text: 'a' }, '"a"': { type: 'text', text: 'a' } });
    checkValues(fieldOf(['text', 'string']), { '"a"': { type: 'string', text: 'a' } });
    checkValues(fieldOf(['name']), { 'a.b-1': { type: 'name', text: 'a.b-1' } });
    checkValues(fieldOf(['path', 'url', 'ref']), {
      '"tests/a.ts"': { type: 'path', text: 'tests/a.ts' },
      'https://x.org/a': { type: 'url', text: 'https://x.org/a' },
      '"https://x.org/a,b"': { type: 'url', text: 'https://x.org/a,b' },
      'CHK-1': { type: 'ref', id: 'CHK-1', start: 0, end: 5 },
    });
    checkProblems(builtInField('person.email'), [
      ['lin@example.com', 'lin@example.com', /in quotes/, '"lin@example.com"'],
    ]);
    checkProblems(fieldOf(['name']), [
      ['"pilot"', '"pilot"', /without quotes/, 'pilot'],
      ['5', '5', /Expected a name/],
    ]);
    checkProblems(fieldOf(['path']), [
      ['docs/a.pdf', 'docs/a.pdf', /in quotes/, '"docs/a.pdf"'],
      ['""', '""', /empty/],
      ['"docs\\a.pdf"', '"docs\\a.pdf"', /joined by `\/`/, '"docs/a.pdf"'],
    ]);
    checkProblems(fieldOf(['url']), [
      ['www.example.com/a', 'www.example.com/a', /scheme/, 'https://www.example.com/a'],
    ]);
  });

  it('reads durations by severity', () => {
    const hour = { type: 'duration', amount: 1, unit: 'h', elapsed: false };
    checkValues(builtInField('sla.response'), {
      'critical 1h': { type: 'per-severity', severity: 'critical', duration: hour },
      '一般 1小时': { type: 'per-severity', severity: 'minor', duration: hour },
      '1h': hour,
    });
    checkProblems(builtInField('sla.response'), [
      ['critcal 1h', 'critcal', /no severity/, 'critical'],
      ['critical', 'critical', /Expected a duration after this/],
      ['critical 1', '1', /takes a unit/, '1h'],
    ]);
  });

  it('reads suppressions', () => {
    const suppression = { type: 'suppression', code: 'trace/no-work', reason: 'vendor', until: 20634 };
    checkValues(fieldOf(['suppression']), {
      'trace/no-work "vendor" until 2026-06-30': suppression,
      'trace／no-work "vendor" 至 2026-06-30': suppression,
      'trace/no-work': { ...suppression, reason: undefined, until: undefined },
    });
    checkProblems(fieldOf(['suppression']), [
      ['trace.no-work "x"', 'trace.no-work', /written as/, 'trace/no-work'],
      ['trace "x"', 'trace', /two parts/],
      ['trace/no-work by vendor', 'by vendor', /reason stands in quotes/, '"by vendor"'],
      ['trace/no-work "x" 2026-06-30', '2026-06-30', /`until` stands before/, 'until 2026-06-30'],
      ['trace/no-work "x" 至2026-06-30', '至2026-06-30', /Did you mean/, '至 2026-06-30'],
    ]);
  });

  it('explains what fits best where several types may stand', () => {
    checkValues(builtInField('risk.impact'), { '20000': { type: 'money', amount: 20000, currency: undefined } });
    checkProblems(builtInField('risk.impact'), [
      ['10 d', '10 d', /written as `10d`/, '10d'],
      ['big', 'big', /Expected a duration or an amount of money, for example `10d`/],
      ['5 x', 'x', /Expected a duration or an amount of money/],
    ]);
    checkProblems(builtInField('source.date'), [
      ['2026-05-01..2026-04-01', '2026-05-01..2026-04-01', /before the start/],
    ]);
    checkProblems(builtInField('issue.opened'), [['2026-03-09 lin', 'lin', /`by` says/, 'by lin']]);
    const with2 = builtInField('source.with');
    checkProblems(with2, [
      ['chen "two leaders"', '"two leaders"', /comma is missing/, ', "two leaders"'],
      ['two shift leaders', 'two shift leaders', /id of an item or a text in quotes/, '"two shift leaders"'],
    ]);
    checkProblems(builtInField('project.version'), [
      ['1.2.0', '1.2.0', /a text in quotes, a number or a name/, '"1.2.0"'],
    ]);
    checkProblems(fieldOf(['no-such-type']), [['5', '5', /Expected a value/]]);
    ok(with2.repeat);
  });
});
