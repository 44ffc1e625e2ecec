import assert from 'node:assert/strict';
import { complete, labels, starts } from './support';

const PEOPLE = 'person lin "Lin Wei" { }\nperson wang "Wang" { }\nteam core "Core team" { }\n';

describe('completion', () => {
  describe('of kinds', () => {
    it('offers them where a line begins, with the next free id', () => {
      const { entries, start, cursor } = complete('requirement REQ-7 "x" { }\nrequi$0');
      assert.equal(cursor - start, 5);
      assert.equal(entries[0]!.insert, 'requirement REQ-8 "" {\n\tpriority: must\n\t\n}');
    });

    it('offers them in an empty file', () => assert.ok(labels('$0').includes('requirement')));

    it('offers Chinese ones to who reads Chinese, and finds them by their English names', () => {
      assert.ok(labels('$0', 'zh').includes('需求'));
      starts('requirem$0', ['需求'], 'zh');
    });

    it('offers those that may stand inside', () => {
      const inside = labels('requirement REQ-1 "x" {\n  $0\n}');
      assert.ok(inside.includes('criterion'));
      assert.ok(inside.indexOf('criterion') < inside.indexOf('section'), 'what belongs there comes first');
      assert.ok(!inside.includes('person'));
      assert.ok(inside.includes('section'));
    });

    it('offers Chinese ones inside a Chinese item', () =>
      assert.ok(labels('需求 REQ-1 "x" {\n  $0\n}').includes('验收标准')));
  });

  describe('of ids', () => {
    it('offers the next free one in a head', () => {
      starts('task T-41 "x" { }\ntask $0', ['T-42']);
      const { entries, start, cursor } = complete('task T-41 "x" { }\ntask T-$0');
      assert.equal(entries[0]!.label, 'T-42');
      assert.equal(cursor - start, 2);
    });
  });

  describe('of fields', () => {
    it('offers those that are not there yet, required ones first', () => {
      const source = 'requirement REQ-1 "x" {\n  type: security\n  $0\n}';
      starts(source, ['priority']);
      assert.ok(!labels(source).includes('type'));
      assert.equal(complete(source).entries[0]!.insert, 'priority: ');
    });

    it('offers them in the tongue of the item', () => starts('需求 REQ-1 "x" {\n  $0\n}', ['优先级']));

    it('finds them by a part of the name', () => {
      const { entries, start, cursor } = complete('requirement REQ-1 "x" {\n  pri$0\n}');
      assert.equal(entries[0]!.label, 'priority');
      assert.equal(cursor - start, 3);
    });

    it('offers them behind a comma and between other fields', () => {
      starts('requirement REQ-1 "x" { type: security, pri$0 }', ['priority']);
      starts('requirement REQ-1 "x" {\n  pri$0\n  type: security\n}', ['priority']);
      starts('requirement REQ-1 "x" {\n  type: security,\n  $0\n}', ['priority']);
    });
  });

  describe('of values', () => {
    it('offers the values of an enumeration', () => {
      assert.deepEqual(labels('requirement REQ-1 "x" { priority: $0 }'), ['must', 'should', 'could', 'wont']);
      assert.deepEqual(labels('requirement REQ-1 "x" {\n  priority: $0\n  type: security\n}'), [
        'must',
        'should',
        'could',
        'wont',
      ]);
      assert.deepEqual(labels('requirement REQ-1 "x" {\n  priority:$0\n}'), ['must', 'should', 'could', 'wont']);
      starts('requirement REQ-1 "x" { priority: sh$0 }', ['should']);
    });

    it('offers them in Chinese behind a full-width colon', () =>
      assert.deepEqual(labels('需求 REQ-1 "x" ｛\n  优先级：$0\n｝'), ['必须', '应该', '可以', '不做']));

    it('offers the items that a reference may lead to', () => {
      assert.deepEqual(labels(`${PEOPLE}team data "Data" { lead: $0 }`).sort(), ['lin', 'wang']);
      const { entries } = complete(`${PEOPLE}team data "Data" { lead: li$0 }`);
      assert.deepEqual(
        entries.map(({ label, detail }) => [label, detail]),
        [['lin', 'Lin Wei']],
      );
    });

    it('finds an item by its title', () => starts(`${PEOPLE}team data "Data" { lead: Wei$0 }`, ['lin']));

    it('offers them behind a comma, and on the line behind one', () => {
      const all = labels(`${PEOPLE}source S-1 "x" { with: lin, $0 }`);
      assert.deepEqual(all.slice(0, 2).sort(), ['core', 'wang']);
      assert.ok(!all.includes('lin'), 'what is written already is not offered again');
      assert.ok(all.includes('method'), 'the next field may follow as well');
      assert.ok(labels(`${PEOPLE}source S-1 "x" {\n  with: lin,\n    $0\n}`).includes('wang'));
    });

    it('offers an id before those that begin with it, however near these are', () =>
      assert.deepEqual(
        labels('task T-2 "a" { }\ntask T-9 "b" { }\ntask T-22 "c" { }\ntask T-1 "d" { after: $0 }').slice(0, 3),
        ['T-2', 'T-22', 'T-9'],
      ));

    it('does not offer the item itself', () =>
      assert.deepEqual(labels('task T-1 "a" { }\ntask T-2 "b" { after: T-$0 }'), ['T-1']));

    it('offers what may follow a reference', () => {
      const all = labels('task T-1 "a" { }\ntask T-2 "b" { after: T-1 $0 }');
      assert.ok(all.includes('SS'), all.join());
      assert.ok(!all.includes('T-1'));
    });

    it('lists at most 200 entries, and says so', () => {
      const many = Array.from({ length: 300 }, (_, index) => `task T-${index} "t" { }`).join('\n');
      const { entries, incomplete } = complete(`${many}\nmilestone M-1 "m" { after: $0 }`);
      assert.equal(entries.length, 200);
      assert.ok(incomplete);
    });
  });

  describe('of what goes on with half a value', () => {
    for (const [source, wanted, replaces] of [
      ['task T-1 "x" { duration: 5$0 }', '5d', 1],
      ['任务 T-1 “x”｛工期：5$0｝', '5天', 1],
      ['task T-1 "x" { effort: 3d..5$0, owner: lin }', '5d', 1],
      ['task T-1 "x" { after: T-0 + 2$0, T-2 SS }', '2d', 1],
      ['task T-1 "x" { progress: 4$0 }', '4%', 1],
      ['calendar c "x" { week: mon..$0 }', 'fri', 0],
      ['cadence "x" { every: 2w on f$0 }', 'fri', 1],
    ] as const)
      it(source, () => {
        const { entries, start, cursor } = complete(source);
        assert.ok(entries.some(({ insert }) => insert === wanted));
        assert.equal(cursor - start, replaces);
      });
  });

  it('offers a project at the top level only', () => {
    assert.ok(labels('$0').includes('project'));
    assert.ok(!labels('section "x" {\n  $0\n}').includes('project'));
    assert.ok(!labels('task T-1 "x" {\n  $0\n}').includes('project'));
  });

  describe('right behind full-width punctuation', () => {
    it('offers values behind a colon', () => starts('需求 R-1 “x”｛优先级：$0｝', ['必须', '应该'], 'zh'));
    it('offers references', () => starts('诉求 诉求-1 “n”｛｝\n需求 R-1 “x”｛来自：$0｝', ['诉求-1'], 'zh'));
    it('offers fields behind a brace', () => starts('需求 R-1 “x”｛$0｝', ['优先级', '类型'], 'zh'));
    it('offers fields behind a comma', () => starts('需求 R-1 “x”｛优先级：必须，$0｝', ['类型'], 'zh'));
  });

  describe('of nothing', () => {
    for (const [where, source] of [
      ['a title', 'need N-1 "re$0" { }'],
      ['an unclosed title', 'need N-1 "re$0'],
      ['a line comment', 'need N-1 "x" {\n  // pri$0\n}'],
      ['a comment behind a field', 'requirement R "x" {\n  type: security // pri$0\n}'],
      ['a block comment', 'requirement R "x" {\n  /* a\n  pri$0\n  */\n}'],
      ['a text block', 'requirement R "x" {\n  """\n  pri$0\n  """\n}'],
      ['a text block that is being typed', 'requirement R "x" {\n  """\n  pri$0'],
      ['a string value', 'need N-1 "x" { voice: "re$0" }'],
      ['a value of an unknown field', 'need N-1 "x" { colour: re$0 }'],
    ] as const)
      it(`in ${where}`, () => assert.deepEqual(labels(source), []));
  });
});
