import { deepStrictEqual } from 'node:assert';
import { referencesOf } from '../../../../server/src/kinds/values';
import { builtInField, checkProblems, checkValues, fieldOf, read } from './support';

const ref = (id: string, start = 0) => ({ type: 'ref', id, start, end: start + id.length });

describe('references and what holds them', () => {
  it('reads references, with a revision if there is one', () => {
    checkValues(builtInField('requirement.refines'), {
      'REQ-1': ref('REQ-1'),
      'REQ-1 rev 2': { ...ref('REQ-1'), revision: '2' },
      '需求-登录 版本 "a b"': { ...ref('需求-登录'), revision: 'a b' },
      rev: ref('rev'),
    });
    checkProblems(builtInField('requirement.refines'), [
      ['"REQ-1"', '"REQ-1"', /without quotes/, 'REQ-1'],
      ['REQ-1 rev', 'rev', /Expected a revision after this/],
      ['REQ-1 REQ-2', 'REQ-2', /comma is missing before `REQ-2`/, ', REQ-2'],
      ['REQ-1 and REQ-2', 'and REQ-2', /comma is missing/, ', REQ-2'],
      ['12', '12', /Expected the id of an item/],
    ]);
    checkProblems(fieldOf(['ref']), [['lin wang', 'wang', /Only `rev` may follow `lin`/]]);
  });

  it('knows what is meant by other words for a revision, and says the right one in the reader’s tongue', () => {
    checkProblems(builtInField('requirement.refines'), [
      ['REQ-1 revision 2', 'revision', /Did you mean `rev`\?/, 'rev'],
      ['REQ-1 Rev 2', 'Rev', /Did you mean `rev`\?/, 'rev'],
      ['REQ-1 rev2', 'rev2', /Did you mean `rev 2`\?/, 'rev 2'],
      ['REQ-1 version2.1', 'version2.1', /Did you mean `rev 2\.1`\?/, 'rev 2.1'],
      ['REQ-1 修订 2', '修订', /Did you mean `版本`\?/, '版本'],
      ['REQ-1 修订号2', '修订号2', /Did you mean `版本 2`\?/, '版本 2'],
      ['REQ-1 v2', 'v2', /Did you mean `rev 2`\?/, 'rev 2'],
      ['REQ-1 V2.0', 'V2.0', /Did you mean `rev 2\.0`\?/, 'rev 2.0'],
      ['REQ-1 Rev.2', 'Rev.2', /Did you mean `rev 2`\?/, 'rev 2'],
      ['REQ-1 第2版', '第2版', /Did you mean `版本 2`\?/, '版本 2'],
      ['REQ-1 版本2', '版本2', /Did you mean `版本 2`\?/, '版本 2'],
      ['REQ-1 2', '2', /^Only `rev` may follow `REQ-1`\. Right is, for example, `REQ-1 rev 2`\.$/],
      // It may be the id of an item.
      ['REQ-1 revision', 'revision', /comma is missing before `revision`/, ', revision'],
    ]);
    const reading = read('REQ-1 2', builtInField('requirement.refines'));
    deepStrictEqual(
      'problem' in reading && reading.problem.message.zh,
      '`REQ-1` 之后只能是 `版本`。正确写法例如 `REQ-1 版本 2`。',
    );
  });

  it('reads dependencies', () => {
    const dependency = (more: object) => ({
      type: 'dependency',
      target: ref('T-1'),
      link: 'FS',
      lag: undefined,
      ...more,
    });
    const days = (amount: number, elapsed = false) => ({ type: 'duration', amount, unit: 'd', elapsed });
    checkValues(builtInField('task.after'), {
      'T-1': dependency({}),
      'T-1 SS + 2d': dependency({ link: 'SS', lag: days(2) }),
      'T-1 - 1d': dependency({ lag: days(-1) }),
      'T-1+2ed': dependency({ lag: days(2, true) }),
      'T-1 + 50%': dependency({ lag: { type: 'percent', fraction: 0.5, elapsed: false } }),
      'T-1 SS + 25e%': dependency({ link: 'SS', lag: { type: 'percent', fraction: 0.25, elapsed: true } }),
      'T-1 rev 2 FF': dependency({ target: { ...ref('T-1'), revision: '2' }, link: 'FF' }),
      'T-1 完成-开始 + 2天': dependency({ lag: days(2) }),
      'T-1 开始-完成': dependency({ link: 'SF' }),
    });
    checkProblems(builtInField('task.after'), [
      ['T-1 ss', 'ss', /Did you mean `SS`/, 'SS'],
      ['T-1 2d', '2d', /takes a sign/, '+ 2d'],
      ['T-1 +', '+', /Expected a lag after this/],
      ['T-1 + 2', '2', /takes a unit/, '2d'],
      ['T-1 + 2 days', '2 days', /written as `2d`/, '2d'],
      ['T-1 T-2', 'T-2', /comma is missing/, ', T-2'],
      ['T-1 + 2d 3d', '3d', /Nothing more/],
      ['12', '12', /for example `T-1 \+ 2d`/],
    ]);
  });

  it('reads allocations', () => {
    checkValues(builtInField('task.assign'), {
      'lin 50%': { type: 'allocation', target: ref('lin'), fraction: 0.5 },
      lin: { type: 'allocation', target: ref('lin'), fraction: 1 },
    });
    checkProblems(builtInField('task.assign'), [
      ['lin 50', '50', /percent sign/, '50%'],
      ['50% lin', '50% lin', /behind the name/, 'lin 50%'],
      ['lin 0%', '0%', /more than `0%`/],
      ['lin -50%', '-50%', /negative/],
      ['lin 和 wang 50%', '和 wang 50%', /comma is missing/, ', wang 50%'],
    ]);
  });

  it('reads stamps and results', () => {
    checkValues(builtInField('change.decided'), {
      '2026-03-02 by lin "note"': { type: 'stamp', minute: 29540160, by: ref('lin', 14), note: 'note' },
      '2026-03-02T08:00 由 陈伟': { type: 'stamp', minute: 29540640, by: ref('陈伟', 19), note: undefined },
      '2026-03-02 "note"': { type: 'stamp', minute: 29540160, by: undefined, note: 'note' },
    });
    checkProblems(builtInField('change.decided'), [
      ['2026-03-02 lin', 'lin', /`by` says who did it/, 'by lin'],
      ['2026-03-02 由陈伟', '由陈伟', /Did you mean `由 陈伟`/, '由 陈伟'],
      ['2026-03-02 by', 'by', /person or team after this/],
      ['2026-03-02 09:00 by lin', '2026-03-02 09:00', /joined by `T`/, '2026-03-02T09:00'],
      ['lin', 'lin', /for example `2026-02-14 by lin`/],
    ]);
    checkValues(builtInField('criterion.result'), {
      'passed 2026-03-02 by chen "note"': {
        type: 'result',
        result: 'passed',
        minute: 29540160,
        by: ref('chen', 21),
        note: 'note',
      },
      未通过: { type: 'result', result: 'failed', minute: undefined, by: undefined, note: undefined },
    });
    checkProblems(builtInField('criterion.result'), [
      ['pass', 'pass', /`passed` or `failed`/, 'passed'],
      ['passed 2026/3/2', '2026/3/2', /written as/, '2026-03-02'],
    ]);
  });

  it('finds the references inside values', () => {
    const ids = (text: string, field: string) => {
      const reading = read(text, builtInField(field));
      return 'value' in reading ? referencesOf(reading.value).map(({ id }) => id) : [];
    };
    deepStrictEqual(ids('REQ-1 rev 2', 'requirement.refines'), ['REQ-1']);
    deepStrictEqual(ids('T-1 SS + 2d', 'task.after'), ['T-1']);
    deepStrictEqual(ids('lin 50%', 'task.assign'), ['lin']);
    deepStrictEqual(ids('2026-03-02 by lin', 'change.decided'), ['lin']);
    deepStrictEqual(ids('passed by chen', 'criterion.result'), ['chen']);
    deepStrictEqual(ids('2026-03-02', 'change.decided'), []);
    deepStrictEqual(ids('40%', 'task.progress'), []);
  });
});
