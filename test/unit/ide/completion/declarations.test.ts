import assert from 'node:assert/strict';
import { complete, entry, labels, snippet, starts } from './support';

describe('completion of declarations and fields', () => {
  it('writes a declaration with its next free id and what is required, to be filled in one after the other', () => {
    const source = 'requirement REQ-7 "x" { priority: must }\n$0';
    assert.equal(
      snippet(source, 'requirement'),
      'requirement REQ-8 "$1" {\n\tpriority: ${2|must,should,could,wont|}\n\t$0\n}',
    );
    assert.equal(snippet(source, 'task'), 'task T-1 "$1" {\n\t$0\n}');
    assert.equal(snippet(source, 'project'), 'project "$1" {\n\t$0\n}');
  });

  it('writes it in Chinese for whoever begins it so, whatever stands before', () => {
    assert.match(snippet('need N-1 "x"\n里程$0', '里程碑'), /^里程碑 M-1 "/);
    assert.match(snippet('诉求 N-1 "x"\nmile$0', '里程碑'), /^里程碑 M-1 "/);
  });

  it('writes it in the tongue of what stands before, whatever the reader reads', () => {
    const source = '需求 需求-7 “x”｛ 优先级：必须 ｝\n$0';
    assert.equal(snippet(source, '需求'), '需求 需求-8 "$1" {\n\t优先级: ${2|必须,应该,可以,不做|}\n\t$0\n}');
    assert.ok(labels('requirement REQ-1 "x" { }\n$0', 'zh').includes('task'));
  });

  it('fills in the nearest item that a required field may refer to, or else the name of its kind', () => {
    const source = 'person chen "x" { }\nmilestone M-1 "a" { }\nmilestone M-2 "b" { }\n$0';
    assert.equal(snippet(source, 'signoff'), 'signoff S-1 "$1" {\n\taccepts: ${2:M-2}\n\tby: ${3:chen}\n\t$0\n}');
    assert.match(snippet('签收 S-1 "x" { }\n$0', '签收'), /\t验收: \$\{2:里程碑\}/);
  });

  it('indents a declaration inside a block, where one in column 0 would end the block', () => {
    const source = 'section "x" {\n$0\n}';
    assert.equal(snippet(source, 'task'), '\ttask T-1 "$1" {\n\t\t$0\n\t}');
  });

  it('replaces only the kind of a head that is there', () => {
    assert.equal(snippet('requ$0irement REQ-1 "x" { }', 'requirement'), 'requirement');
    assert.equal(snippet('section "x" {\n  ta$0sk T-1 "x" { }\n}', 'task'), 'task');
  });

  it('offers no declaration where none may stand', () => {
    for (const source of [
      'requirement R "x" {\n  type: security,\n  $0\n}',
      'requirement R "x" { type: security, $0 }',
      'section "x" {\n  $0 task T "x" { }\n}',
    ])
      assert.ok(!labels(source).includes('criterion'), source);
  });

  it('offers ids that references look for, behind the next free one', () => {
    const source = 'task T-4 "x" { realizes: REQ-9, after: T-9 }\nrequirement $0';
    starts(source, ['REQ-1', 'REQ-9']);
    assert.equal(entry(source, 'REQ-9').detail, 'referred to by T-4');
    assert.equal(complete(source).entries.length, 2);
  });

  it('offers fields in the order of need: required ones, those that others of the kind have, the rest', () => {
    const source = `
      requirement REQ-1 "a" { priority: must, rationale: "x", from: N-1 }
      requirement REQ-2 "b" { priority: must, rationale: "x" }
      requirement REQ-3 "c" {
        $0
      }
    `;
    starts(source, ['priority', 'rationale', 'from', 'type']);
  });

  it('fills in something right for each field', () => {
    const source = 'person lin "x" { }\nneed N-1 "x" { }\nrequirement REQ-3 "c" {\n  $0\n}';
    assert.equal(snippet(source, 'priority'), 'priority: ${1|must,should,could,wont|}');
    assert.equal(snippet(source, 'from'), 'from: ${1:N-1}');
    assert.equal(snippet(source, 'owner'), 'owner: ${1:lin}');
    assert.equal(snippet(source, 'rationale'), 'rationale: "$1"');
    assert.equal(snippet(source, 'effort'), 'effort: ${1:3d..5d..10d}');
    assert.equal(snippet('任务 T-1 "c" {\n  $0\n}', '工期'), '工期: ${1:5天}');
    assert.equal(snippet('milestone M-1 "c" {\n  $0\n}', 'due'), 'due: ${1:2026-03-04}');
  });

  it('writes only the name where a colon follows', () =>
    assert.equal(snippet('requirement R "x" {\n  pri$0: must\n}', 'priority'), 'priority'));

  it('never offers a field twice, since that would be wrong', () => {
    assert.ok(!labels('requirement R "x" {\n  from: N-1\n  $0\n}').includes('from'));
    assert.ok(
      labels('requirement R "x" {\n  priority$0\n}').includes('priority'),
      'the one being typed is not there yet',
    );
  });

  it('opens no list of fields because of a blank', () => {
    assert.equal(complete('requirement R "x" {\n $0\n}', 'en', ' ').entries.length, 0);
    assert.ok(complete('requirement R "x" { priority: $0 }', 'en', ' ').entries.length > 0);
    assert.equal(complete('task T-2 "x" { after: T-1 -$0 }', 'en', '-').entries.length, 0);
  });
});
