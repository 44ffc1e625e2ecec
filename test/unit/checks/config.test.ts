import { check as checkAll } from '../../support/findings';

/** The specs are no whole projects; what they lack in traceability and wording is not looked at. */
const check: typeof checkAll = (source, options) =>
  checkAll(source, { only: ['syntax', 'kind', 'name', 'config'], ...options });

/** Findings in a configuration and in specs that use it. */
describe('checks: config', () => {
  it('an empty configuration, comments, trailing commas and a schema reference are right', () => {
    for (const text of ['', '// 只是标记\n', '{}', '{ "$schema": "x", /* c */ "kinds": {}, "fields": {}, }'])
      check(`//- delivery.config.json\n${text}\n//- a.delivery\nneed N-1 "x" { }\n`);
  });

  it('config/syntax: each slip once, at its place, and the rest is still checked', () => {
    check(`
      //- delivery.config.json
      {
        "kinds": {
          "interface": { "prefix": 'IF-' }
      //                           ^^^^^ config/syntax texts stand in double quotes
          "port": { "names": { "zh": "端口" }, "trace": "requirement", "doc": },
      //  ^^^^^^ config/syntax Expected \`,\` before this.
      //                                                                    ^ config/syntax Expected a value.
        },
        "feilds": {}
      //^^^^^^^^ config/schema did you mean \`fields\`?
      }
    `);
  });

  it('config/syntax: a bracket that is missing is one finding', () => {
    check(`
      //- delivery.config.json
      {
        "kinds": {
          "interface": { "prefix": "IF-",
        },
        "fields": { "*": { "cost": { "type": "money" } } }
      }
      //<^ config/syntax A \`}\` is missing.
    `);
  });

  it('config/syntax: full-width signs are named', () => {
    check(
      `
      //- delivery.config.json
      {
        "kinds"： {}
      //       ^ config/syntax JSON 中应写 \`:\`，而不是 \`：\`。
      }
    `,
      { tongue: 'zh' },
    );
  });

  it('config/schema: all violations at once, in plain words', () => {
    check(`
      //- delivery.config.json
      {
        "kinds": {
          "2nd": {},
      //  ^^^^^ config/schema \`2nd\` is no name
          "interface": {
            "names": { "en": ["interface", "data port"], "zh": [] },
      //                                   ^^^^^^^^^^^ config/schema \`data port\` is no name
      //                                                       ^ config/schema At least one is needed
            "anonymous": "yes",
      //                 ^^^^^ config/schema Expected \`true\` or \`false\`.
            "trace": "requirment",
      //             ^^^^^^^^^^^^ config/schema did you mean \`requirement\`?
            "color": "red",
      //    ^^^^^^^ config/schema There is no setting \`color\` here; possible are \`names\`, \`doc\`
            "doc": " ",
      //           ^^^ config/schema This text is empty.
            "fields": {
              "owner-team": { "names": { "zh": "归属" } },
      //      ^^^^^^^^^^^^ config/schema \`owner-team\` lacks \`type\`, such as \`"type": "string"\`.
              "speed": { "type": "numbr" },
      //                         ^^^^^^^ config/schema did you mean \`number\`?
              "size": { "type": ["number", 5] },
      //                                   ^ config/schema Expected one of \`text\`, \`string\`
              "of": { "type": "ref", "targets": ["task", "task"], "link": { "reading": "of" } },
      //                                                 ^^^^^^ config/schema The list holds \`task\` twice.
      //                                                          ^^^^^^ config/schema \`link\` lacks \`inverse\`
              "mood": { "type": "enum" },
      //                ^^^^^^ config/schema The type \`enum\` needs \`values\`
            },
          },
        },
        "fields": [],
      //          ^ config/schema Expected an object \`{…}\`.
      }
    `);
  });

  it('config/schema in Chinese', () => {
    check(
      `
      //- delivery.config.json
      {
        "kinds": { "接口": { "prefx": "IF-", "fields": { "协议": {} } } },
      //                   ^^^^^^^ config/schema 此处没有设置项 \`prefx\`，是否想写 \`prefix\`？
      //                                               ^^^^ config/schema \`协议\` 缺少 \`type\`，例如
      }
    `,
      { tongue: 'zh' },
    );
  });

  it('a configuration that is no object', () => {
    check(`
      //- delivery.config.json
      [1, 2]
      //<^ config/schema Expected an object
    `);
  });

  it('config/syntax: an unclosed text or comment brings no follow-ups', () => {
    check(`
      //- delivery.config.json
      {
        "kinds": { "interface": { "prefix": "IF-, "trace": "requirement" } },
      //                                           ^^^^^ config/syntax
        "fields": { "task": { "cost": { "type": "monye" } } }
      }
    `);
    check(`
      //- delivery.config.json
      {
        /* not closed
      //^^^^^^^^^^^^^ config/syntax This comment is not closed by
        "fields": {}
      }
    `);
  });

  it('config/conflict: names that are taken, with the other place', () => {
    check(`
      //- delivery.config.json
      {
        "kinds": {
          "requirement": {},
      //  ^^^^^^^^^^^^^ config/conflict The name \`requirement\` already belongs to the built-in kind \`requirement\`.
          "需求": {},
      //  ^^^^ config/conflict already belongs to the built-in kind \`requirement\`
          "interface": { "names": { "en": ["interface", "api"], "zh": "接口" } },
      //  ^^^^^^^^^^^ related \`interface\` has the name here
          "endpoint": { "names": { "en": ["endpoint", "api"], "zh": ["端点", "任务"] } },
      //  ^^^^^^^^^^ related The first one
      //                                              ^^^^^ config/conflict already belongs to the kind \`interface\`.
      //                                                                   ^^^^ config/conflict built-in kind \`task\`
          "endpoint": {},
      //  ^^^^^^^^^^ config/conflict \`endpoint\` stands here twice; the first one counts.
        },
      }
    `);
  });

  it('config/conflict: fields and values', () => {
    check(`
      //- delivery.config.json
      {
        "kinds": {
          "interface": {
            "fields": {
              "status": { "type": "enum", "values": { "live": {}, "frozen": { "names": { "zh": "冻结" } } } },
              "state": { "names": { "en": "owner" }, "type": "string" },
      //                                  ^^^^^^^ config/conflict built-in field \`owner\`
              "level": { "type": "enum", "values": { "low": {}, "high": { "names": { "en": ["high", "low"] } } } },
      //                                             ^^^^^ related
      //                                                                                            ^^^^^ config/conflict The name \`low\` already belongs to the value \`low\`.
              "speed": { "type": "number", "values": { "low": {} }, "targets": ["task"] },
      //                                   ^^^^^^^^ config/conflict counts only when the type is \`enum\`
      //                                                            ^^^^^^^^^ config/conflict counts only when the type holds references
            },
          },
        },
        "fields": {
          "*": { "effort": { "type": "number" }, "cost-centre": { "type": "string" } },
      //         ^^^^^^^^ config/conflict built-in field \`effort\`
      //                                         ^^^^^^^^^^^^^ related
          "task": { "owner": { "type": "string" }, "budget": { "type": "money", "names": { "en": "cost-centre" } } },
      //            ^^^^^^^ config/conflict built-in field \`owner\`
      //                                                                                         ^^^^^^^^^^^^^ config/conflict the field \`cost-centre\`
          "taks": { "a": { "type": "string" } },
      //  ^^^^^^ config/conflict There is no kind \`taks\`; did you mean \`task\`?
        },
      }
    `);
  });

  it('config/conflict: targets and nesting', () => {
    check(`
      //- delivery.config.json
      {
        "kinds": {
          "interface": {
            "contains": {
              "criterion": "verifies",
              "criterium": null,
      //      ^^^^^^^^^^^ config/conflict There is no kind \`criterium\`; did you mean \`criterion\`?
              "task": "realises",
      //              ^^^^^^^^^^ config/conflict \`task\` has no field \`realises\`; did you mean \`realizes\`?
              "deliverable": "due",
      //                     ^^^^^ config/conflict holds no references
              "*": "of",
      //           ^^^^ config/conflict write \`null\`
            },
            "inside": { "phase": null, "requirement": "part-of", "需求": "refines" },
      //                                                               ^^^^^^^^^ config/conflict \`interface\` has no field \`refines\`
            "fields": { "part-of": { "type": "ref", "targets": ["requirement", "sytem", "broken"] } },
      //                                                                       ^^^^^^^ config/conflict There is no kind \`sytem\`
          },
          "broken": 1,
      //            ^ config/schema
        },
      }
    `);
  });

  it('parts that are right count, whatever is wrong with others', () => {
    check(`
      //- delivery.config.json
      {
        "kinds": {
          "interface": { "names": { "zh": "接口" }, "prefix": 7, "fields": { "owner-team": { "type": "ref", "targets": ["team"] } } },
      //                                                    ^ config/schema
        },
      }
      //- a.delivery
      team T "x" { }
      接口 IF-1 "Orders" { owner-team: T }
      port IF-2 "Stock" { }
      //<^^^^ kind/unknown
    `);
  });
});
