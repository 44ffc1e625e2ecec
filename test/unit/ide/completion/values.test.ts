import assert from 'node:assert/strict';
import { filterTextOf } from '../../../../server/src/ide/completion/fit';
import { complete, entry, labels, snippet, starts } from './support';

const CRM = `
  requirement REQ-1 "Single sign-on, or login" { priority: must, status: agreed }
  requirement REQ-2 "单点登录" { priority: should }
  requirement REQ-3 "Reports" { priority: wont }
`;

describe('completion of references', () => {
  it('finds them by id and title, in both tongues', () => {
    starts(`${CRM}task T-1 "x" { realizes: login$0 }`, ['REQ-1']);
    starts(`${CRM}task T-1 "x" { realizes: 登录$0 }`, ['REQ-2']);
    starts(`${CRM}task T-1 "x" { realizes: 2$0 }`, ['REQ-2']);
  });

  it('lets editors find them that look at the beginnings of words only', () => {
    assert.equal(filterTextOf({ label: 'REQ-2', alias: '单点登录' }), 'REQ-2 单 点 登 录');
    assert.equal(filterTextOf({ label: '需求-登录', alias: 'x' }), '需求-登录 需 求- 登 录 x');
    assert.equal(filterTextOf({ label: 'priority', alias: 'priority 优先级' }), 'priority priority 优 先 级');
    const astral = filterTextOf({ label: 'a', alias: `${'b'.repeat(125)}😀` });
    assert.ok(!/[\ud800-\udbff]$/.test(astral));
  });

  it('say title, status and coverage', () => {
    const source = `${CRM}task T-1 "x" { realizes: $0 }`;
    assert.equal(entry(source, 'REQ-1').detail, 'Single sign-on, or login · must, agreed · ✗ not covered');
    assert.equal(entry(source, 'REQ-2', 'zh').detail, '单点登录 · 应该 · ✗ 未被覆盖');
    assert.equal(entry(source, 'REQ-3').detail, 'Reports · wont · needs no coverage');
  });

  it('lead to items of the right kinds only, never to the item itself or what is written already', () => {
    const source =
      'need N-1 "a" { }\ntask T-1 "a" { }\ntask T-2 "b" { }\nphase P-1 "p" {\n  task T-3 "c" { after: T-1, $0 }\n}';
    const items = complete(source).entries.filter(({ item }) => item);
    assert.deepEqual(items.map(({ label }) => label).sort(), ['T-2']);
  });

  it('put before others what lacks such a link, what stands nearby, and what belongs to the same whole', () => {
    starts(`${CRM}task T-1 "x" { realizes: REQ-1 }\ntask T-2 "y" { realizes: $0 }`, ['REQ-3', 'REQ-2', 'REQ-1']);
    const phases = `
      phase P-1 "a" {
        task T-1 "a" { }
      }
      phase P-2 "b" {
        task T-2 "b" { }
        task T-3 "c" { }
        task T-4 "d" { after: $0 }
      }
    `;
    starts(phases, ['T-3', 'T-2', 'T-1']);
    const files = `
      //- a.delivery
      task T-1 "a" { }
      //- b.delivery
      task T-2 "b" { after: $0 }
      task T-3 "c" { }
    `;
    starts(files, ['T-3', 'T-1']);
  });

  it('keep a comma between a new value and the one behind it', () => {
    const { entries } = complete('task T-1 "a" { }\ntask T-2 "b" { }\ntask T-3 "c" {\n  after: $0\n}');
    assert.equal(entries[0]!.insert, 'T-2');
    const between = 'task T-1 "a" { }\ntask T-2 "b" { }\ntask T-3 "c" {\n  after: T-1,$0\n    T-9\n}';
    assert.equal(entry(between, 'T-2').insert, 'T-2,');
  });

  it('replace the whole word', () => {
    const source = `${CRM}task T-1 "x" { realizes: RE$0Q-1 }`;
    const { start, cursor, end } = complete(source);
    assert.deepEqual([cursor - start, end - cursor], [2, 3]);
  });

  it('are found in strings and texts where somebody types the beginning of an id, and only there', () => {
    assert.deepEqual(labels(`${CRM}need N-1 "x" {\n  """\n  see REQ-$0\n  """\n}`), ['REQ-1', 'REQ-2', 'REQ-3']);
    assert.deepEqual(labels(`${CRM}need N-1 "x" { voice: "see REQ-1$0" }`), ['REQ-1']);
    assert.deepEqual(labels(`${CRM}need N-1 "x" {\n  """\n  the RE$0\n  """\n}`), []);
    assert.deepEqual(labels(`${CRM}// see REQ-$0`), []);
  });
});

describe('completion of other values', () => {
  it('offers units and words in the tongue of the item, once each', () => {
    const english = labels('task T-1 "x" { duration: 5$0 }');
    assert.ok(english.includes('5d') && !english.includes('5天'), english.join());
    const chinese = labels('任务 T-1 “x”｛工期：5$0｝');
    assert.ok(chinese.includes('5天') && !chinese.includes('5d'), chinese.join());
    starts('例会 "x" { 频率: 2周 于 $0 }', ['周一', '周二']);
  });

  it('shows how values are written', () => {
    assert.ok(labels('task T-1 "x" { effort: $0 }').includes('3d..5d..10d'));
    assert.ok(labels('任务 T-1 "x" { 工作量: $0 }').includes('3天..5天..10天'));
    assert.ok(labels('task T-1 "x" { progress: $0 }').includes('40%'));
    assert.ok(labels('calendar c "x" { week: $0 }').includes('mon..fri'));
  });

  it('offers the revision that an item has now, and no day, where a link names one', () => {
    const head = 'requirement REQ-1 "x" { priority: must, revision: 3 }\nrequirement REQ-2 "y" { revision: "b c" }\n';
    assert.deepEqual(labels(`${head}criterion AC-1 "x" { verifies: REQ-1 rev $0 }`), ['3']);
    assert.deepEqual(labels(`${head}验收标准 AC-1 "x" { 验证: REQ-2 版本 $0 }`), ['"b c"']);
    assert.deepEqual(labels(`${head}task T-1 "x" { after: T-9 rev $0 }`), []);
  });

  it('offers no value twice', () => {
    assert.deepEqual(labels('criterion AC-1 "x" { result: $0 }'), ['passed', 'failed']);
    const days = labels('日历 c "x" { 工作日: $0 }');
    assert.deepEqual([...new Set(days)], days);
  });

  it('offers yes and no', () => {
    assert.deepEqual(labels('check CHK-1 "x" { independent: $0 }'), ['yes', 'no']);
    assert.deepEqual(labels('检查 CHK-1 "x" { 独立: $0 }'), ['是', '否']);
  });

  it('offers the checks that an item may ignore, those that speak of it first', () => {
    const source = 'source INT-1 "x" { method: interview }\nneed N-1 "a" { from: INT-1, ignore: $0 }';
    starts(source, ['trace/unused-need']);
    assert.match(entry(source, 'trace/unused-need').detail, /./);
    assert.equal(snippet(source, 'trace/no-work'), 'trace/no-work "${1:reason}"');
    const { start, cursor } = complete('need N-1 "a" { ignore: trace/no-w$0 }');
    assert.equal(cursor - start, 'trace/no-w'.length);
    assert.ok(!labels(source).includes('ignore/expired'));
  });
});

const PLAN = `
  project crm "CRM" { period: 2026-03-02..2026-06-30 }
  person lin "Lin Wei" { role: "Analyst" }
  person wang "Wang" { capacity: 80% }
  team core "Core" { }
  person gao "Gao" { team: core }
  task T-1 "a" { duration: 5d, start: 2026-03-02, assign: lin 40%, gao }
  milestone M-1 "Pilot" { due: 2026-03-31 }
`;

describe('completion of people', () => {
  const source = `${PLAN}task T-2 "b" { duration: 5d, start: 2026-03-02, assign: $0 }`;

  it('says their role and how much of their time is free while the item lasts', () => {
    assert.equal(entry(source, 'lin').detail, 'Lin Wei · Analyst · free 60%, 2 Mar – 6 Mar');
    assert.equal(entry(source, 'wang').detail, 'Wang · free 80%, 2 Mar – 6 Mar');
    assert.equal(entry(source, 'gao', 'zh').detail, 'Gao · 3月2日 – 3月6日 空闲 0%');
    assert.equal(entry(source, 'core').detail, 'Core · free 0%, 2 Mar – 6 Mar');
  });

  it('puts those first who have time, and does not count what the item itself asks for', () => {
    starts(source, ['wang', 'lin']);
    assert.match(
      entry(`${PLAN}task T-3 "b" { duration: 5d, start: 2026-03-02, assign: wang 50%, $0 }`, 'lin').detail,
      /60%/,
    );
    const own = PLAN.replace('lin 40%, gao', '$0lin 40%, gao');
    assert.match(entry(own, 'wang').detail, /free 80%/);
  });

  it('finds them by name and role', () => {
    starts(`${PLAN}task T-2 "b" { assign: Wei$0 }`, ['lin']);
    starts(`${PLAN}task T-2 "b" { assign: ana$0 }`, ['lin']);
  });

  it('offers the share that is free behind a name', () =>
    starts(`${PLAN}task T-2 "b" { duration: 5d, start: 2026-03-02, assign: lin $0 }`, ['60%', '50%']));

  it('offers people only behind a date that somebody signs', () => {
    const all = complete(`${PLAN}change CR-1 "x" { requested: 2026-03-01 by $0 }`).entries;
    assert.deepEqual(all.map(({ label }) => label).sort(), ['core', 'gao', 'lin', 'wang']);
    assert.equal(all.find(({ label }) => label === 'lin')!.detail, 'Lin Wei · Analyst');
  });
});

describe('completion of days', () => {
  it('names them by the calendar, the project and the milestones', () => {
    const source = `${PLAN}task T-2 "b" { deadline: $0 }`;
    const days = complete(source).entries.filter(({ type }) => type === 'date');
    assert.deepEqual(
      days.map(({ label, detail }) => `${label} ${detail}`),
      [
        '2026-03-04 4 Mar · today',
        '2026-03-05 5 Mar · tomorrow',
        '2026-03-09 9 Mar · next Monday',
        '2026-03-31 31 Mar · end of month · M-1 Pilot',
        '2026-03-02 2 Mar · project start · computed start',
        '2026-06-30 30 Jun · project end',
      ],
    );
    starts(`${PLAN}task T-2 "b" { deadline: pil$0 }`, ['2026-03-31']);
    starts(`${PLAN}任务 T-2 "b" { 截止: 下周$0 }`, ['2026-03-09'], 'zh');
    starts(`${PLAN}task T-2 "b" { deadline: 2026-06$0 }`, ['2026-06-30']);
  });

  it('offers those that are right where the cursor is', () => {
    const days = (text: string): string[] =>
      complete(`${PLAN}${text}`)
        .entries.filter(({ type }) => type === 'date')
        .map(({ label }) => label);
    assert.ok(days('task T-2 "b" { start: >= $0 }').includes('2026-03-09'));
    assert.ok(days('task T-2 "b" { actual: 2026-03-05..$0 }').includes('2026-03-09'));
    assert.ok(!days('task T-2 "b" { actual: 2026-03-05..$0 }').includes('2026-03-04'), 'it would end before it begins');
    assert.ok(days('need N-1 "b" { ignore: trace/unused-need "x" until $0 }').includes('2026-03-09'));
    assert.deepEqual(days('task T-2 "b" { effort: $0 }'), []);
    assert.deepEqual(days('task T-2 "b" { deadline: 2026-03-05 $0 }'), []);
  });
});
