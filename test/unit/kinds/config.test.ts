import assert from 'node:assert/strict';
import { readConfig } from '../../../server/src/kinds/config/config';
import { builtInTable } from '../../../server/src/kinds/table';
import { configFile } from '../../../server/src/model/configFile';

const INTERFACE = '{ "kinds": { "interface": { "names": { "zh": ["接口"] }, "trace": "requirement" } } }';

const codesOf = (text: string): readonly string[] =>
  readConfig(text).problems.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);

describe('configuration', () => {
  describe('table', () => {
    it('is the built-in one when nothing is added', () => {
      for (const text of ['', '{}', '// nothing', '{ "kinds": {}, "fields": { "task": {} } }'])
        assert.equal(readConfig(text).table, builtInTable);
    });

    it('is the same object for the same text, and for texts that add the same', () => {
      const { table } = readConfig(INTERFACE);
      assert.equal(readConfig(INTERFACE).table, table);
      assert.equal(readConfig(`// a comment\n${INTERFACE}`).table, table);
      assert.notEqual(readConfig(INTERFACE.replace('接口', '端口')).table, table);
    });

    it('finds kinds, fields and values by any of their names, and fills up missing tongues', () => {
      const { table, problems } = readConfig(`{
        "kinds": {
          "interface": { "names": { "zh": ["接口", "端口"] }, "doc": "Where systems meet." },
          "site": { "names": { "en": ["site", "plant"] }, "doc": { "zh": "厂区。" } },
          "环境": {},
        },
        "fields": { "任务": { "cost-centre": { "names": { "zh": "成本中心" }, "type": "string" } } },
      }`);
      assert.deepEqual(problems, []);
      assert.deepEqual(table.kind('接口')?.names, { en: ['interface'], zh: ['接口', '端口'] });
      assert.equal(table.kind('端口'), table.kind('interface'));
      assert.deepEqual(table.kind('interface')?.doc, { en: 'Where systems meet.', zh: 'Where systems meet.' });
      assert.deepEqual(table.kind('plant')?.names.zh, ['site', 'plant']);
      assert.equal(table.kind('site')?.doc.en, '厂区。');
      assert.deepEqual(table.kind('环境')?.names, { en: ['环境'], zh: ['环境'] });
      assert.equal(table.kind('环境')?.prefix, '环境-');
      assert.equal(table.kind('interface')?.prefix, 'INTERFACE-');
      assert.equal(table.kind('task')?.field('成本中心')?.key, 'cost-centre');
      assert.equal(table.kind('requirement')?.field('cost-centre'), undefined);
      assert.ok(table.kind('interface')?.field('owner'), 'common fields');
    });

    it('gives fields under * to all kinds, built in and own', () => {
      const { table } = readConfig(
        '{ "kinds": { "site": {} }, "fields": { "*": { "cost-centre": { "type": "string" } } } }',
      );
      assert.ok(table.kinds.every((kind) => kind.field('cost-centre')));
    });

    it('lets references lead to own kinds of the same part', () => {
      const { table } = readConfig(INTERFACE);
      const targets = table.kind('task')?.field('realizes')?.targets;
      assert.equal(targets?.has('interface'), true);
      assert.deepEqual([...targets], ['requirement', 'deliverable', 'improvement', 'change', 'risk', 'interface']);
      assert.equal(targets.size, 6);
      assert.equal(table.kind('task')?.field('after')?.targets?.has('interface'), false);
    });

    it('nests kinds both ways', () => {
      const { table } = readConfig(`{ "kinds": {
        "interface": {
          "contains": { "验收标准": "verifies" },
          "inside": { "requirement": "part-of", "*": null },
          "fields": { "part-of": { "names": { "zh": "属于" }, "type": "ref" } },
        },
        "system": { "contains": { "interface": "属于", "*": null } },
      } }`);
      assert.equal(table.kind('interface')?.contains?.get('criterion'), 'verifies');
      assert.equal(table.kind('requirement')?.contains?.get('interface'), 'part-of');
      assert.equal(table.kind('requirement')?.contains?.get('criterion'), 'verifies');
      assert.equal(table.kind('risk')?.contains?.has('interface'), true);
      assert.equal(table.kind('system')?.contains, undefined);
    });
  });

  it('is whole as long as nothing is wrong about kinds and fields', () => {
    assert.equal(readConfig(INTERFACE).isTableWhole, true);
    assert.equal(readConfig('{ "severty": {} }').isTableWhole, true);
    for (const text of ['{ "kinds": { "interface": } }', '{ "kinds": [] }', '{ "kinds": { "task": {} } }', '[]', '{'])
      assert.equal(readConfig(text).isTableWhole, false, text);
  });

  describe('positions', () => {
    const position = (text: string): string => {
      const file = configFile('file:///plan/delivery.config.json', text);
      const [problem] = file.config.problems;
      const { line, character } = file.positionAt(problem!.start);
      return `${line}:${character} ${text.slice(problem!.start, problem!.end)}`;
    };

    it('are right with a byte order mark, and with every kind of line break', () => {
      assert.equal(position('\uFEFF{ "x": 1 }'), '0:3 "x"');
      for (const lineBreak of ['\n', '\r\n', '\r'])
        assert.equal(position(['{', '  // 注释', '  "x": 1', '}', ''].join(lineBreak)), '2:2 "x"');
    });

    it('count UTF-16 code units', () => assert.equal(position('{ "$schema": "😀", "x": 1 }'), '0:19 "x"'));

    it('at the end of the text lie on its last sign', () => assert.equal(position('{\n  "kinds": {}\n\n'), '1:12 }'));
  });

  describe('hostile input', () => {
    it('nesting beyond all measure is one finding', () => {
      for (const open of ['[', '{"a":'])
        assert.deepEqual(
          readConfig(open.repeat(100_000)).problems.map(({ code }) => code),
          ['config/syntax'],
        );
    });

    it('names that objects have anyway are names like any other', () => {
      const { table, problems } = readConfig(`{
        "kinds": { "__proto__": { "fields": { "constructor": { "type": "string" } } }, "toString": {} },
        "fields": { "__proto__": { "valueOf": { "type": "string" } }, "task": { "hasOwnProperty": { "type": "string" } } },
      }`);
      assert.deepEqual(problems, []);
      assert.equal(table.kind('__proto__')?.key, '__proto__');
      assert.ok(table.kind('__proto__')?.field('constructor'));
      assert.ok(table.kind('__proto__')?.field('valueOf'));
      assert.ok(table.kind('task')?.field('hasOwnProperty'));
      assert.equal(table.kind('constructor'), undefined);
      assert.equal(({} as Record<string, unknown>).fields, undefined);
      assert.deepEqual(codesOf('{ "__proto__": { "kinds": {} } }'), ['config/schema "__proto__"']);
    });

    it('10,000 kinds: the first thousand count', () => {
      const kinds = Array.from({ length: 10_000 }, (_, n) => `"kind-${n}": { "trace": "requirement" }`);
      const text = `{ "kinds": { ${kinds.join(',\n')} } }`;
      assert.deepEqual(codesOf(text), ['config/conflict "kind-1000"']);
      const { table } = readConfig(text);
      assert.equal(table.kinds.length, builtInTable.kinds.length + 1000);
      assert.ok(table.kind('task')?.field('realizes')?.targets?.has('kind-999'));
    });

    it('10,000 violations are all found', () => {
      const kinds = Array.from({ length: 10_000 }, (_, n) => `"kind-${n}": { "fields": { "f": { "type": "tpye" } } }`);
      const { problems } = readConfig(`{ "kinds": { ${kinds.join(',\n')} } }`);
      assert.equal(problems.filter(({ code }) => code === 'config/schema').length, 10_000);
    });

    it('every prefix and every deletion of one sign gives a table and findings inside the text', () => {
      const text = `{ // c\n "kinds": { "interface": { "names": { "en": ["interface"], "zh": "接口" }, "anonymous": true,
        "fields": { "of": { "type": ["ref", "string"], "targets": ["task"], "link": { "reading": "a", "inverse": "b" } } } } },
        "fields": { "*": { "cost": { "type": "enum", "values": { "a": {} } } } }, }`;
      const variants = Array.from({ length: text.length }, (_, at) => [
        text.slice(0, at),
        text.slice(0, at) + text.slice(at + 1),
      ]).flat();
      for (const variant of variants) {
        const { positionAt, config } = configFile('file:///x/delivery.config.json', variant);
        for (const { start, end } of config.problems) {
          assert.ok(0 <= start && start < end && end <= variant.length, variant);
          assert.equal(positionAt(start).line, positionAt(end).line, variant);
        }
      }
    });
  });
});
