import assert from 'node:assert/strict';
import { check } from '../../support/findings';
import { fixture } from '../../support/world';

const ONLY = { only: ['rule', 'config', 'ignore'] };

/** Ids of the items that a rule finds fault with; its body is JSON without the braces and the message. */
function foundBy(rule: string, specs: string): readonly string[] {
  const config = `//- delivery.config.json\n{ "rules": { "r": { "message": "m", ${rule} } } }\n//- a.delivery\n`;
  const { findings } = fixture(config + specs).world;
  const wrong = findings.filter(({ code }) => code.startsWith('config/'));
  assert.deepEqual(
    wrong.map(({ message }) => message.en),
    [],
  );
  return findings.flatMap(({ code, id }) => (code === 'rule/r' ? [id ?? '-'] : []));
}

describe('rules of a team’s own', () => {
  it('say what they were told to, at the head or the field, with the links that do not count', () => {
    const spec = `
      //- delivery.config.json
      {
        "rules": {
          "security-needs-audit": {
            "for": "requirement",
            "where": { "fields": { "type": "security", "priority": ["must", "应该"] } },
            "require": {
              "fields": { "owner": true },
              "links": [{ "in": "verifies", "kind": "criterion", "where": { "fields": { "verify": "audit" } } }],
            },
            "message": { "en": "A security requirement needs an owner and an audit.", "zh": "安全需求要有负责人和审核。" },
            "severity": "error",
          },
          "短任务": { "for": ["任务"], "require": { "fields": { "工作量": "<= 10天" } }, "message": "Split long tasks." },
          "no-could": { "for": "*", "where": { "fields": { "status": "blocked" } }, "message": "Nothing may be blocked." },
        },
      }
      //- a.delivery
      requirement REQ-1 "x" { type: security, priority: must }
      //          ^^^^^ rule/security-needs-audit A security requirement needs
      requirement REQ-2 "x" {
      //          ^^^^^ rule/security-needs-audit
        type: security
        priority: should
        owner: lin
        criterion AC-1 "y" { verify: test }
      //          ^^^^ related This does not count
      }
      requirement REQ-3 "x" {
        type: security
        priority: should
        owner: lin
        criterion AC-2 "y" { verify: test }
      }
      验收标准 AC-3 "z" { 验证: REQ-3, 验证方式: 审计 }
      requirement REQ-4 "x" { type: security, priority: could }
      task T-1 "x" { effort: 5d..12d..20d }
      //             ^^^^^^^^^^^^^^^^^^^^ rule/短任务 Split long tasks.
      task T-2 "x" { effort: 2w, status: blocked }
      //                         ^^^^^^^^^^^^^^^ rule/no-could
    `;
    check(spec, ONLY);
    const { findings } = fixture(spec).world;
    const rules = findings.filter(({ code }) => code.startsWith('rule/'));
    assert.deepEqual(new Set(rules.map(({ code, severity }) => `${code} ${severity}`)).size, 3);
    assert.equal(rules[0]!.severity, 'error');
    assert.equal(rules.at(-1)?.severity, 'warning');
    assert.equal(rules[0]!.message.zh, '安全需求要有负责人和审核。');
  });

  const FIELDS = `
    project P "p" { day-length: 6h }
    task T-1 "x" { effort: 10h, progress: 40%, cost: 1200 CNY, tags: legacy-crm, assign: lin 50%, priority: 5 }
    task T-2 "x" { effort: 2d, progress: 41%, cost: 1200 EUR, tags: a, b, assign: wang, lin, start: 2026-03-02T09:00 }
    task T-3 "x" { start: >= 2026-03-02, tags: "legacy erp" }
    task T-4 "x" { effort: 3d..5d..9d, start: 2026-03-03, status: done }
    任务 T-5 "x" { 工作量: 1周, 状态: 已完成 }
  `;

  const cases: readonly (readonly [string, string])[] = [
    ['"effort": true', 'T-1 T-2 T-4 T-5'],
    ['"effort": false', 'T-3'],
    ['"effort": "<= 2d"', 'T-1 T-2'],
    ['"effort": "2d"', 'T-2'],
    ['"effort": "> 12h"', 'T-4 T-5'],
    ['"effort": ">= 5天"', 'T-4 T-5'],
    ['"progress": "> 40%"', 'T-2'],
    ['"progress": "40%"', 'T-1'],
    ['"cost": ">= 1000 CNY"', 'T-1'],
    ['"cost": ["1200 EUR", "1200 CNY"]', 'T-1 T-2'],
    ['"tags": "b"', 'T-2'],
    ['"tags": "legacy*"', 'T-1 T-3'],
    ['"tags": "legacy erp"', 'T-3'],
    ['"tags": "!= legacy*"', 'T-2 T-4 T-5'],
    ['"assign": "lin"', 'T-1 T-2'],
    ['"priority": 5', 'T-1'],
    ['"priority": ">= 5"', 'T-1'],
    ['"start": "2026-03-02"', 'T-2 T-3'],
    ['"start": "> 2026-03-02"', 'T-4'],
    ['"start": "> 2026-03-02T08:00"', 'T-2 T-4'],
    ['"status": "done"', 'T-4 T-5'],
    ['"status": "!= 已完成"', 'T-1 T-2 T-3'],
    ['"status": ["doing", "done"], "effort": "> 1d"', 'T-4 T-5'],
  ];
  for (const [fields, ids] of cases)
    it(`fields: ${fields}`, () =>
      assert.deepEqual(foundBy(`"for": "task", "where": { "fields": { ${fields} } }`, FIELDS), ids.split(' ')));

  const LINKS = `
    need N-1 "n" { }
    requirement REQ-1 "a" { from: N-1, N-1, N-9 }
    requirement REQ-2 "b" {
      from: N-1
      refines: REQ-1
      criterion AC-1 "c" { verify: test }
      criterion AC-2 "c" { verify: audit, evidence: "report.pdf" }
      phase P-1 "p" { section "s" { task T-1 "t" { } } }
    }
    requirement REQ-3 "c" { depends: REQ-2 }
    deliverable D-1 "d" {
      satisfies: REQ-1
      criterion AC-3 "c" { verify: test }
    }
    task T-2 "t" { realizes: REQ-3 }
  `;
  const linkCases: readonly (readonly [string, string])[] = [
    ['"links": [{ "out": "from" }]', 'REQ-1 REQ-2'],
    ['"links": [{ "out": "origin", "min": 2 }]', 'REQ-1'],
    ['"links": [{ "out": "from", "max": 0 }]', 'REQ-3'],
    ['"links": [{ "in": "verifies" }]', 'REQ-2'],
    ['"links": [{ "in": "验证", "min": 2, "max": 2 }]', 'REQ-2'],
    ['"links": [{ "in": "verification", "min": 3 }]', ''],
    ['"links": [{ "in": "verifies", "kind": "criterion", "where": { "fields": { "verify": "audit" } } }]', 'REQ-2'],
    ['"links": [{ "in": "refines", "where": { "links": [{ "in": "depends" }] } }]', 'REQ-1'],
    ['"links": [{ "in": "satisfies", "where": { "links": [{ "in": "verifies" }] } }]', 'REQ-1'],
    ['"links": [{ "out": "depends" }, { "in": "realizes" }]', 'REQ-3'],
    ['"any": [{ "links": [{ "out": "depends" }] }, { "links": [{ "out": "refines" }] }]', 'REQ-2 REQ-3'],
    ['"not": { "links": [{ "out": "from" }] }', 'REQ-3'],
    ['"not": { "any": [{ "links": [{ "out": "from" }] }, { "links": [{ "in": "realizes" }] }] }', ''],
  ];
  for (const [where, ids] of linkCases)
    it(where, () =>
      assert.deepEqual(
        foundBy(`"for": "requirement", "where": { ${where} }`, LINKS),
        ids.split(' ').filter((id) => id !== ''),
      ),
    );

  it('know what an item stands in, at any depth', () => {
    assert.deepEqual(foundBy('"for": "task", "where": { "inside": "phase" }', LINKS), ['T-1']);
    assert.deepEqual(foundBy('"for": "task", "require": { "inside": ["需求", "phase"] }', LINKS), ['T-2']);
    assert.deepEqual(foundBy('"for": "criterion", "where": { "inside": "deliverable" }', LINKS), ['AC-3']);
    assert.deepEqual(foundBy('"for": "task", "where": { "not": { "inside": "*" } }', LINKS), ['T-2']);
  });

  it('add nothing to a value that cannot be read, a link that leads nowhere, or what is half typed', () => {
    const rule =
      '"for": "task", "require": { "fields": { "effort": "< 5d" }, "links": [{ "out": "realizes", "min": 1 }] }';
    assert.deepEqual(
      foundBy(rule, 'task T-1 "x" { effort: five }\ntask T-2 "x" { effort: 1d, realizes: REQ-9 }\ntask T-3\n'),
      [],
    );
  });

  it('count for kinds and fields of a team’s own, and are set and ignored like any check', () =>
    check(
      `
      //- delivery.config.json
      {
        "kinds": { "site": { "fields": { "zone": { "type": "enum", "values": { "eu": {}, "us": {} } } } } },
        "rules": {
          "eu-only": { "for": "site", "require": { "fields": { "zone": "eu" } }, "message": "Sites are in the EU." },
          "named": { "for": "site", "where": { "fields": { "zone": "us" } }, "message": "No US." },
        },
        "severity": { "rule/*": "hint", "rule/named": "off" },
      }
      //- a.delivery
      site S-1 "x" { zone: us }
      //             ^^^^^^^^ rule/eu-only
      site S-2 "x" { ignore: rule/eu-only "moves in May" }
      site S-3 "x" { zone: eu, ignore: rule/eu-only "moves", rule/eu-olny "typo", rule/named "off anyway" }
      //                               ^^^^^^^^^^^^^^^^^^^^ ignore/unused
      //                                                     ^^^^^^^^^^^^^^^^^^^ ignore/unknown-code did you mean \`rule/eu-only\`?
      `,
      ONLY,
    ));

  it('that are wrong are reported at the place, and the others count', () =>
    check(
      `
      //- delivery.config.json
      {
        "rules": {
          "a": { "for": "requirment", "message": "m" },
      //                ^^^^^^^^^^^^ config/conflict There is no kind \`requirment\`; did you mean \`requirement\`?
          "b": { "for": ["task", "risk"], "where": { "fields": { "efort": true, "status": "dnoe", "effort": "5", "owner": "> lin", "priority": ["!= 1", 2] } }, "message": "m" },
      //                                                         ^^^^^^^ config/conflict no field \`efort\`; did you mean \`effort\`?
      //                                                                                  ^^^^^^ config/conflict Did you mean \`done\`?
      //                                                                                                    ^^^ config/conflict
      //                                                                                                                  ^^^^^^^ config/conflict have no size
      //                                                                                                                                        ^^^^^^ config/conflict stands alone
          "c": { "for": "task", "require": { "links": [{ "in": "a", "out": "b" }, { "out": "realises" }, { "in": "after", "min": 2, "max": 1 }, { "out": "after", "kind": "taks" }] }, "message": "m" },
      //                                               ^ config/conflict counted in one direction
      //                                                                                   ^^^^^^^^^^ config/conflict did you mean \`realizes\`?
      //                                                                                                                         ^ config/conflict more than \`max\`
      //                                                                                                                                                                  ^^^^^^ config/conflict did you mean \`task\`?
          "d": { "for": "task", "wher": {}, "require": { "field": {}, "any": [], "not": { "links": [{ "inn": "a", "min": -1, "max": 1.5 }] } }, "message": { "de": "m" } },
      //                        ^^^^^^ config/schema did you mean \`where\`?
      //                                                 ^^^^^^^ config/schema did you mean \`fields\`?
      //                                                                     ^ config/schema At least one
      //                                                                                              ^^^^^ config/schema no setting \`inn\`
      //                                                                                                                 ^^ config/schema less than 0
      //                                                                                                                            ^^^ config/schema a whole number
      //                                                                                                                                                     ^^^^ config/schema
          "e": { "for": "task", "message": "", "severity": "off" },
      //                                   ^^ config/schema This text is empty.
      //                                                   ^^^^^ config/schema Expected one of \`error\`
          "f": { "message": "m" },
      //  ^^^ config/schema \`f\` lacks \`for\`, such as
          "g": { "for": "task", "message": "Right." },
        },
        "severity": { "rule/c": "off", "rule/x": "off" },
      //                               ^^^^^^^^ config/conflict
      }
      //- a.delivery
      task T-1 "x" { effort: 1d, ignore: rule/c "still to be mended" }
      //   ^^^ rule/g Right.
      `,
      ONLY,
    ));

  it('name what is wrong in Chinese', () =>
    check(
      `
      //- delivery.config.json
      {
        "rules": {
          "甲": { "for": "任物", "message": "m" },
      //                ^^^^ config/conflict 没有类型 \`任物\`，是否想写 \`任务\`？
          "乙": { "for": "任务", "where": { "fields": { "工作两": true, "负责人": "> 林" } }, "message": "m" },
      //                                             ^^^^^ config/conflict 这些条目没有字段 \`工作两\`，是否想写 \`工作量\`？
      //                                                                 ^^^^^ config/conflict 不能比较大小
        },
      }
      `,
      { ...ONLY, tongue: 'zh' },
    ));

  it('do not blame a rule for a kind that is broken itself', () =>
    check(`
      //- delivery.config.json
      {
        "kinds": { "site": { "names": 5 }, "task": {} },
      //                              ^ config/schema
      //                                   ^^^^^^ config/conflict
        "rules": { "a": { "for": "plant", "message": "m" } },
      }
    `));
});
