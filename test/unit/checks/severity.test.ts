import assert from 'node:assert/strict';
import { levelOf } from '../../../server/src/checks/severity';
import { matchesPath } from '../../../server/src/kinds/config/glob';
import { pathInRoot } from '../../../server/src/model/roots';
import { check } from '../../support/findings';
import { fixture } from '../../support/world';

/** "code severity" of the findings in specs under a configuration. */
const severities = (config: string, specs: string): readonly string[] =>
  fixture(`//- delivery.config.json\n${config}\n${specs}`)
    .world.findings.filter(({ code }) => /^(name|kind)/.test(code))
    .map(({ code, severity }) => `${code} ${severity}`);

const SPEC = `
//- a.delivery
need N-1 "x" { from: N-9 }
goal "y" { }
//- drafts/需求/b.delivery
need N-2 "x" { from: N-9 }
`;

describe('severity', () => {
  it('is the check’s own when nothing is set', () =>
    assert.deepEqual(severities('{}', SPEC), [
      'name/unresolved error',
      'kind/missing-id warning',
      'name/unresolved error',
    ]));

  it('is set by code, by family and for all; the most specific counts, in whatever order', () => {
    const entries = ['"*": "hint"', '"name/*": "warning"', '"name/unresolved": "information"'];
    for (const order of [entries, entries.toReversed()])
      assert.deepEqual(severities(`{ "severity": { ${order.join()} } }`, SPEC), [
        'name/unresolved information',
        'kind/missing-id hint',
        'name/unresolved information',
      ]);
    assert.deepEqual(severities('{ "severity": { "*": "error", "name/*": "off" } }', SPEC), ['kind/missing-id error']);
  });

  it('is set for some files before all others; of several that say something, the last counts', () => {
    const general = '"severity": { "name/unresolved": "warning" }';
    const drafts = '{ "files": "drafts/**", "severity": { "name/*": "hint" } }';
    const chinese = '{ "files": ["x", "*/需求/?.delivery"], "severity": { "*": "off" } }';
    const other = '{ "files": "drafts/*", "severity": { "*": "error" } }';
    const level = (...overrides: readonly string[]): readonly string[] =>
      severities(`{ ${general}, "overrides": [${overrides.join()}] }`, SPEC);
    assert.deepEqual(level(drafts).slice(0, 1), ['name/unresolved warning']);
    assert.deepEqual(level(drafts).slice(2), ['name/unresolved hint']);
    assert.deepEqual(level(drafts, chinese).slice(2), []);
    assert.deepEqual(level(chinese, drafts).slice(2), ['name/unresolved hint']);
    assert.deepEqual(level(drafts, other).slice(2), ['name/unresolved hint'], 'a star stays inside a name');
    assert.deepEqual(level(drafts, '{ "files": "**", "severity": { "kind/*": "off" } }').slice(1), [
      'name/unresolved hint',
    ]);
  });

  it('of what is wrong with the configuration itself cannot be set', () =>
    check(`
      //- delivery.config.json
      {
        "severity": { "*": "off", "config/*": "off" },
      //                          ^^^^^^^^^^ config/conflict always an error
        "x": 1,
      //^^^ config/schema
      }
    `));

  it('of what does not exist is reported, and the rest counts', () =>
    check(`
      //- delivery.config.json
      {
        "severity": {
          "trace/no-wrok": "off",
      //  ^^^^^^^^^^^^^^^ config/conflict There is no check \`trace/no-wrok\`; did you mean \`trace/no-work\`?
          "qualty/*": "off",
      //  ^^^^^^^^^^ config/conflict There is no check \`qualty/*\`; did you mean \`quality/*\`?
          "trace/no-*": "off",
      //  ^^^^^^^^^^^^ config/conflict
          "constructor": "off",
      //  ^^^^^^^^^^^^^ config/conflict There is no check \`constructor\`; a code looks like
          "name/unresolved": "warn",
      //                     ^^^^^^ config/schema Expected one of \`error\`, \`warning\`, \`information\`, \`hint\`, \`off\`.
          "kind/missing-id": "off", "trace/*": "off",
        },
        "overrides": [
          { "files": ["drafts/**", "/a", "a\\\\b", "{a,b}", "../a", ""], "severty": {}, "severity": {} },
      //                           ^^^^ config/conflict \`/a\` matches no file
      //                                 ^^^^^^ config/conflict
      //                                         ^^^^^^^ config/conflict
      //                                                  ^^^^^^ config/conflict
      //                                                          ^^ config/conflict
      //                                                               ^^^^^^^^^ config/schema did you mean \`severity\`?
          { "files": "*", "severity": { "nmae/*": "off" } },
      //                                ^^^^^^^^ config/conflict did you mean \`name/*\`?
          { "severity": {} },
      //  ^ config/schema lacks \`files\`
        ],
      }
      //- a.delivery
      goal "x" { }
    `));

  it('reports it in Chinese', () =>
    check(
      `
      //- delivery.config.json
      {
        "severity": { "trace/no-wrok": "off", "x/*": "off" },
      //              ^^^^^^^^^^^^^^^ config/conflict 没有检查项 \`trace/no-wrok\`，是否想写 \`trace/no-work\`？
      //                                      ^^^^^ config/conflict 没有检查项与 \`x/*\` 匹配
        "overrides": [{ "files": "./a", "severity": {} }],
      //                         ^^^^^ config/conflict 不能匹配任何文件
      }
    `,
      { tongue: 'zh' },
    ));

  it('of a thousand overrides on five thousand files is told at once', () => {
    const overrides = Array.from({ length: 1000 }, (_, n) => ({ files: `d${n}/**/*a*`, severity: { '*': 'hint' } }));
    const files = Array.from({ length: 5000 }, (_, n) => `//- d${n}/a.delivery\nneed N-${n} "x" { }`);
    const { model } = fixture(`//- delivery.config.json\n${JSON.stringify({ overrides })}\n${files.join('\n')}`).world;
    const of = levelOf(model);
    const levels = model.files.map((_, file) => of('name/unresolved', file, 'error'));
    assert.equal(levels.filter((level) => level === 'hint').length, 1000);
  }).timeout(10_000);
});

describe('patterns of paths', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['a.delivery', ['a.delivery'], ['b/a.delivery', 'A.delivery', 'a.deliver', 'a.deliveryx']],
    ['*.delivery', ['a.delivery', '.delivery'], ['b/a.delivery']],
    ['**/*.delivery', ['a.delivery', 'b/a.delivery', 'c/b/a.delivery'], ['a.md']],
    ['drafts/**', ['drafts/a', 'drafts/b/a'], ['draft/a', 'x/drafts/a']],
    ['**/drafts/**/x?.*', ['drafts/x1.d', 'a/b/drafts/c/x需.d'], ['drafts/x.d', 'x1.d']],
    ['a*b*c', ['abc', 'aabbcc', 'abcabc'], ['abcb', 'ac', 'a/b/c']],
    ['**', ['a', 'a/b'], []],
    ['?', ['a', '需', '😀'], ['', 'ab']],
  ];
  for (const [pattern, right, wrong] of cases)
    it(pattern, () => {
      for (const path of right) assert.ok(matchesPath(pattern, path), path);
      for (const path of wrong) assert.ok(!matchesPath(pattern, path), path);
    });

  it('cannot hang', () => {
    const long = 'a'.repeat(2000);
    assert.equal(matchesPath(`${'*a'.repeat(1000)}b`, long), false);
    assert.equal(matchesPath(`${'**/a/'.repeat(500)}b`, 'a/'.repeat(1000)), false);
    assert.equal(matchesPath('*/'.repeat(1000), long), false);
  });

  it('see paths as people write them', () => {
    assert.equal(pathInRoot('file:///plan', 'file:///plan/a%20b/%E9%9C%80.delivery'), 'a b/需.delivery');
    assert.equal(pathInRoot('file:///plan', 'file:///plan/100%.delivery'), '100%.delivery');
    assert.equal(pathInRoot('/plan', '/plan/100%25.delivery'), '100%25.delivery');
    assert.equal(pathInRoot('C:/plan', 'C:/plan/a%20.delivery'), 'a%20.delivery');
  });
});
