import assert from 'node:assert/strict';
import { check } from '../../support/findings';
import { repaired } from '../../support/repairs';
import { fixture } from '../../support/world';

const ONLY = { only: ['name', 'ignore'] };

describe('checks: ignore', () => {
  it('suppress one code on one item, and say how many', () => {
    const spec = `
      need N-1 "x" { ignore: name/unresolved "ordered, not written yet", from: N-9 }
      need N-2 "x" { from: N-9 }
      //                   ^^^ name/unresolved
      需求 需求-1 "y" {
        优先级: 必须
        忽略: trace/no-work "由供应商负责" 至 2026-06-30, trace/no-milestone "随产品发布", trace/no-origin "法规要求"
        验收标准 AC-1 "z" { 验证方式: 测试 }
      }
    `;
    check(spec, {
      only: ['name', 'trace/no-work', 'trace/no-milestone', 'trace/no-origin', 'ignore'],
      today: '2026-06-30',
    });
    const { findings, suppressed } = fixture(spec).world;
    assert.deepEqual(
      suppressed.map(({ code, id }) => `${code} ${id}`),
      ['name/unresolved N-1', 'trace/no-origin 需求-1', 'trace/no-work 需求-1', 'trace/no-milestone 需求-1'],
    );
    assert.ok(!findings.some(({ code }) => code.startsWith('ignore/')));
  });

  it('hold for the item’s own head, fields and text, not for items in it or around it', () =>
    check(
      `
      section S "outer" {
        ignore: kind/unknown-field "old fields stay"
        colour: red
        requirement REQ-1 "inner" {
          priority: must
          colour: red
      //  ^^^^^^ kind/unknown-field
        }
      }
      section T "outer" {
        colour: red
      //^^^^^^ kind/unknown-field
        requirement REQ-2 "inner" { priority: must, colour: red, ignore: kind/unknown-field "old fields stay" }
      }
      `,
      { only: ['kind', 'ignore'] },
    ));

  it('do nothing without a reason, which is reported', () =>
    check(
      `
      requirement REQ-1 "x" {
      //          ^^^^^ trace/no-work
      //          ^^^^^ trace/no-origin
        priority: must
        ignore: trace/no-work, trace/no-origin "  " until 2026-06-30
      //        ^^^^^^^^^^^^^ ignore/no-reason This ignores \`trace/no-work\` without saying why
      //                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ignore/no-reason
      }
      `,
      { only: ['trace/no-work', 'trace/no-origin', 'ignore'] },
    ));

  it('do nothing when their last day has passed, which is reported', () => {
    const spec = (status: string, found: string): string => `
      project P "x" { status-date: ${status} }
      requirement REQ-1 "x" {
      ${found ? '//          ^^^^^ trace/no-work' : ''}
        priority: must
        ignore: trace/no-work "vendor" until 2026-06-30
      ${found ? '//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ignore/expired until 2026-06-30' : ''}
      }
    `;
    const only = ['trace/no-work', 'ignore'];
    check(spec('2026-06-01', ''), { only });
    check(spec('2026-06-01', ''), { only, today: '2026-06-30' });
    check(spec('2026-06-01', 'expired'), { only, today: '2026-07-01' });
    check(spec('2026-07-01', 'expired'), { only });
    check(spec('2026-07-01', 'expired'), { only, today: '2026-06-01' });
    check(spec('2026-06-30T18:00', ''), { only });
  });

  it('of an unknown code are reported, with the nearest one', () =>
    check(
      `
      need N-1 "x" { ignore: trace/no-wrok "a", ignore/unused "b", config/schema "c", x/y "d" }
      //                     ^^^^^^^^^^^^^^^^^ ignore/unknown-code did you mean \`trace/no-work\`?
      //                                        ^^^^^^^^^^^^^^^^^ ignore/unknown-code cannot ignore \`ignore/unused\`
      //                                                           ^^^^^^^^^^^^^^^^^ ignore/unknown-code
      //                                                                              ^^^^^^^ ignore/unknown-code no check \`x/y\`; a code looks like
    `,
      ONLY,
    ));

  it('that suppress nothing are a hint, unless their check is switched off there', () => {
    check(
      `
      //- delivery.config.json
      { "overrides": [{ "files": "b.delivery", "severity": { "name/*": "off" } }] }
      //- a.delivery
      need N-1 "x" { ignore: name/unresolved "no need" until 2030-01-01 }
      //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ignore/unused no finding of \`name/unresolved\` here
      //- b.delivery
      need N-2 "x" { ignore: name/unresolved "no need" }
    `,
      ONLY,
    );
    const { findings } = fixture('need N-1 "x" { ignore: name/unresolved "no need" }').world;
    const unused = findings.find(({ code }) => code === 'ignore/unused');
    assert.deepEqual([unused?.severity, unused?.tag], ['hint', 'unnecessary']);
  });

  it('speak Chinese', () =>
    check(
      `
      诉求 N-1 "x" { 忽略: name/unresolved, name/unresolved "无", name/unresolved "旧" 至 2020-01-01, a/b "x" }
      //               ^^^^^^^^^^^^^^^ ignore/no-reason 没有写明理由
      //                                ^^^^^^^^^^^^^^^^^^^ ignore/unused 可以删去
      //                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ignore/expired 已于 2020-01-01 到期
      //                                                                                       ^^^^^^^ ignore/unknown-code 没有检查项
      `,
      { tongue: 'zh', ...ONLY, today: '2026-01-01' },
    ));

  it('cannot hide what is said about them, but the configuration can', () => {
    const spec = 'need N-1 "x" { ignore: ignore/no-reason "please", trace/no-work }\n';
    const codes = (source: string): readonly string[] =>
      fixture(source).world.findings.flatMap(({ code }) => (code.startsWith('ignore/') ? [code] : []));
    assert.deepEqual(codes(spec), ['ignore/unknown-code', 'ignore/no-reason']);
    const config = '//- delivery.config.json\n{ "severity": { "ignore/*": "off" } }\n//- a.delivery\n';
    assert.deepEqual(codes(config + spec), []);
  });

  it('of one of two items with the same id hold for that item alone', () =>
    check(
      `
      need N-1 "x" { ignore: name/unresolved "later", from: N-8 }
      need N-1 "y" { from: N-9 }
      //   ^^^ name/duplicate
      //                   ^^^ name/unresolved
    `,
      ONLY,
    ));

  it('offer to remove what is not needed', () => {
    const mended = (spec: string): string | undefined => {
      const { world } = fixture(spec);
      const [repair] = world.findings.find(({ code }) => code === 'ignore/unused')?.repairs(world.model) ?? [];
      return repair && repaired(world.model, repair.edits)[0];
    };
    assert.equal(
      mended('person P "x" { team: T, ignore: name/unresolved "a", name/duplicate "b" }\n'),
      'person P "x" { team: T, ignore: name/unresolved "a" }\n',
    );
    assert.equal(mended('team T "x" {\n  ignore: name/duplicate "b"\n  lead: P\n}\n'), 'team T "x" {\n  lead: P\n}\n');
  });
});
