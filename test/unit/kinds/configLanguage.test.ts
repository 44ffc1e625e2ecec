import assert from 'node:assert/strict';
import { completeAt } from '../../../server/src/ide/completion';
import { hoverAt } from '../../../server/src/ide/hover';
import { check } from '../../support/findings';
import { fixture } from '../../support/world';

/** A kind `interface` and a field `cost-centre`, with links and a trace role. */
const CONFIG = `
  //- delivery.config.json
  {
    "kinds": {
      "interface": {
        "names": { "en": ["interface"], "zh": ["接口"] },
        "doc": { "en": "Where two systems exchange data.", "zh": "两个系统交换数据的地方。" },
        "prefix": "IF-",
        "trace": "requirement",
        "contains": { "criterion": "verifies", "task": "realizes" },
        "inside": { "requirement": "part-of" },
        "fields": {
          "from": {
            "names": { "zh": "来自" }, "type": "ref", "targets": ["need"],
            "link": { "reading": { "en": "comes from", "zh": "来自" }, "inverse": { "en": "gives rise to", "zh": "引出" }, "role": "origin" },
          },
          "part-of": {
            "names": { "zh": "属于" }, "type": "ref", "targets": ["requirement"],
            "link": { "reading": { "en": "is part of", "zh": "属于" }, "inverse": { "en": "consists of", "zh": "包含" }, "role": "refinement" },
          },
          "direction": {
            "names": { "zh": "方向" }, "type": "enum", "required": true,
            "values": { "in": { "names": { "zh": "输入" } }, "out": { "names": { "zh": "输出" } } },
          },
        },
      },
    },
    "fields": {
      "task": { "cost-centre": { "names": { "zh": ["成本中心"] }, "type": "name", "doc": { "en": "Who pays.", "zh": "由谁付费。" } } },
    },
  }
`;
const spec = (text: string): string => `${CONFIG}\n  //- plan.delivery\n${text}`;

describe('own kinds and fields in specs', () => {
  it('are checked like built-in ones, by their trace role, in both tongues', () => {
    check(
      spec(`
  source INT-1 "x" { method: interview }
  need N-1 "x" { from: INT-1 }
  interface IF-1 "Orders" { direction: in, from: N-1
    criterion AC-1 "x" { verify: test }
    task T-1 "x" { effort: 3d, cost-centre: CC-7 }
  }
  接口 IF-2 "Stock" { 方向: 输出, 来自: N-2 }
  // ^^^^ trace/no-criterion
  // ^^^^ trace/no-milestone
  // ^^^^ trace/no-work
  //                            ^^^ name/unresolved
  任务 T-2 "x" { 工作量: 2天, 成本中心: 仓库, 实现: IF-1 }
  milestone M-1 "x" { delivers: IF-1 }
  requirement REQ-1 "x" { priority: wont, from: N-1
    接口 IF-3 "Prices" { 方向: 上 }
  //   ^^^^ trace/no-criterion
  //   ^^^^ trace/no-milestone
  //   ^^^^ trace/no-work
  //                       ^ kind/invalid-value Expected one of
    interface "Costs" { direction: in, part-of: T-1 }
  //^^^^^^^^^ kind/missing-id
  //^^^^^^^^^ trace/no-criterion
  //^^^^^^^^^ trace/no-milestone
  //^^^^^^^^^ trace/no-work
  //                                            ^^^ name/wrong-kind expected: requirement, interface.
  }
  interface IF-4 "Left" { from: N-1, cost-centre: x }
  //        ^^^^ trace/no-criterion
  //        ^^^^ trace/no-work
  //        ^^^^ trace/no-milestone
  //        ^^^^ kind/missing-field lacks the required field \`direction\`
  //                                 ^^^^^^^^^^^ kind/unknown-field
`),
    );
  });

  it('are linked, with their readings', () => {
    const { world, item } = fixture(
      spec(`
  need N-1 "x" { }
  requirement REQ-1 "x" { priority: must, from: N-1
    interface IF-1 "x" { direction: in }
  }
`),
    );
    const [link] = world.model.outgoing(item('IF-1').index);
    assert.equal(link?.field.link?.inverse.zh, '包含');
    assert.equal(world.model.items[link.to]?.id, 'REQ-1');
  });

  it('are completed', () => {
    const labels = (text: string, tongue: 'en' | 'zh'): readonly string[] => {
      const { world, cursor } = fixture(spec(text));
      return completeAt(world, cursor, tongue).entries.map(({ label }) => label);
    };
    assert.ok(labels('$0', 'en').includes('interface'));
    assert.ok(labels('$0', 'zh').includes('接口'));
    assert.ok(labels('interface $0', 'en').includes('IF-1'));
    assert.deepEqual(labels('接口 IF-1 "x" { 方向: $0 }', 'zh').slice(0, 2), ['输入', '输出']);
    assert.ok(labels('task T-1 "x" {\n  $0\n}', 'en').includes('cost-centre'));
    assert.ok(labels('interface IF-1 "x" { direction: in }\ntask T-1 "x" { realizes: $0 }', 'en').includes('IF-1'));
  });

  it('are explained', () => {
    const hover = (text: string, tongue: 'en' | 'zh'): string | undefined => {
      const { world, cursor } = fixture(spec(text));
      return hoverAt(world, cursor, tongue, () => undefined)?.markdown;
    };
    assert.match(hover('inter$0face IF-1 "x" { }', 'en') ?? '', /Where two systems exchange data/);
    assert.match(hover('接$0口 IF-1 "x" { }', 'zh') ?? '', /两个系统交换数据的地方/);
    assert.match(hover('task T-1 "x" { cost-$0centre: a }', 'zh') ?? '', /成本中心.*由谁付费/);
  });
});
