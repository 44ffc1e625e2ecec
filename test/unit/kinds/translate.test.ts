import assert from 'node:assert/strict';
import { builtInTable } from '../../../server/src/kinds/table';
import { translate } from '../../../server/src/kinds/translate';
import type { Tongue } from '../../../server/src/kinds/tongue';
import { SourceDocument } from '../../../server/src/language/document';
import { applyEdits } from '../../../server/src/language/format/edits';

const to = (tongue: Tongue, text: string): string =>
  applyEdits(text, translate(new SourceDocument(text), builtInTable, tongue));

/** Each is the other's translation. */
function twins(en: string, zh: string): void {
  assert.equal(to('zh', en), zh);
  assert.equal(to('en', zh), en);
  assert.equal(to('en', en), en);
  assert.equal(to('zh', zh), zh);
}

const fields = (kind: readonly [string, string], en: string, zh: string): void =>
  twins(`${kind[0]} X-1 "task 任务" { ${en} }`, `${kind[1]} X-1 "task 任务" { ${zh} }`);

const TASK = ['task', '任务'] as const;

describe('translating keywords', () => {
  it('translates kinds, fields and enum values', () => {
    fields(['requirement', '需求'], 'priority: must, type: security, from: N-1', '优先级: 必须, 类型: 安全, 来自: N-1');
    twins(
      'phase P-1 "x" {\n  task T-1 "y" { status: done }\n}\n',
      '阶段 P-1 "x" {\n  任务 T-1 "y" { 状态: 已完成 }\n}\n',
    );
  });

  it('translates units', () => {
    fields(TASK, 'effort: 3d..5d..10d', '工作量: 3天..5天..10天');
    fields(TASK, 'duration: 4h', '工期: 4小时');
    fields(TASK, 'after: T-1 SS + 2ed, T-2 - 1w', '前置: T-1 SS + 2自然日, T-2 - 1周');
    fields(['person', '人员'], 'rate: 1200 CNY/d', '费率: 1200 CNY/天');
  });

  it('translates the words inside values', () => {
    fields(['change', '变更'], 'decided: 2026-02-14 by lin "by 由"', '审批: 2026-02-14 由 lin "by 由"');
    fields(['cadence', '例会'], 'every: 2w on fri at 10:00', '周期: 2周 于 周五 时间 10:00');
    fields(
      ['calendar', '日历'],
      'week: mon..fri, hours: sat 09:00..13:00',
      '工作日: 周一..周五, 工作时间: 周六 09:00..13:00',
    );
    fields(['criterion', '验收标准'], 'result: passed 2026-03-30 by chen', '结果: 通过 2026-03-30 由 chen');
    fields(['sla', '服务级别'], 'response: critical 1h, major 4h', '响应: 严重 1小时, 重要 4小时');
    fields(['metric', '指标'], 'actual: 1.8s on 2026-03-01', '实测: 1.8s 于 2026-03-01');
    fields(TASK, 'realizes: REQ-1 rev 2', '实现: REQ-1 版本 2');
    fields(TASK, 'ignore: trace/no-work "until" until 2026-06-30', '忽略: trace/no-work "until" 至 2026-06-30');
  });

  it('leaves ids alone, also those that look like keywords', () => {
    fields(TASK, 'after: SS SS, by, rev rev rev', '前置: SS SS, by, rev 版本 rev');
    fields(['change', '变更'], 'decided: 2026-02-14 by by', '审批: 2026-02-14 由 by');
    twins('task task "x" { after: task }', '任务 task "x" { 前置: task }');
  });

  it('leaves titles, texts, comments, metrics and free units alone', () => {
    const rest = '// task must\n/* 任务 */';
    fields(
      ['criterion', '验收标准'],
      `metric: must <= 2h\n${rest}\n"""\npriority: must\n"""`,
      `指标: must <= 2h\n${rest}\n"""\npriority: must\n"""`,
    );
  });

  it('leaves unknown kinds, fields and values alone', () =>
    twins(
      'interface I-1 "x" { priority: must }\ntask T-1 { prio: 必须, effort: five }',
      'interface I-1 "x" { priority: must }\n任务 T-1 { prio: 必须, 工作量: five }',
    ));

  it('gives an alias its first name in the other tongue, and keeps it in its own', () => {
    assert.equal(to('en', '任务 T-1 { 责任人: lin, 工作量: 3人天 }'), 'task T-1 { owner: lin, effort: 3d }');
    assert.equal(to('zh', '任务 T-1 { 责任人: lin, 工作量: 3人天 }'), '任务 T-1 { 责任人: lin, 工作量: 3人天 }');
    assert.equal(to('en', '任务 T-1 { 前置: T-2 完成-开始 + 2天 }'), 'task T-1 { after: T-2 FS + 2d }');
  });

  it('translates broken text as far as it is understood', () =>
    assert.equal(to('zh', 'task T-1 "x" {\n  priority\n  effort: 3d\n'), '任务 T-1 "x" {\n  优先级\n  工作量: 3天\n'));
});
