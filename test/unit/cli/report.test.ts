import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { frameOf } from '../../../server/src/cli/report/frame';
import { delivery } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';
import { fixture } from '../../support/world';

const FILES = `
  //- a.delivery
  need N-1 "<b> & \\"%\\"" { }
  need N-2 "y" { from: N-9 }
  //- 子 目录/b.delivery
  source INT-1 "z" { }
  need N-3 "z" { from: INT-1 }
  requirement REQ-1 "r" { priority: must, from: N-1 }
  //- clean.delivery
  requirement REQ-2 "s" { priority: wont, from: N-2, N-3 }
`;

describe('formats of delivery check', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  const check = (format: string, ...args: string[]): string =>
    delivery(workspace.folder, ['check', '--format', format, ...args]).stdout;

  before(() => (workspace = workspaceOf(FILES)));
  after(() => {
    workspace.dispose();
  });

  it('github: a workflow command for each finding, with what is special in it escaped', () =>
    assert.deepEqual(check('github', 'a.delivery', '--language', 'en').split('\n'), [
      '::error file=a.delivery,line=2,endLine=2,col=22,endColumn=25,title=name/unresolved::There is no item `N-9` (expected: source, feedback, need); did you mean `N-1`?',
      '',
    ]));

  it('sarif: a log that has rules, places from 1 and encoded paths', () => {
    const log = JSON.parse(check('sarif')) as Log;
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.ok(run?.results);
    const rules = run.tool.driver.rules!.map(({ id }) => id);
    assert.deepEqual(rules, [...new Set(rules)].sort());
    for (const { ruleId, ruleIndex } of run.results) assert.equal(rules[ruleIndex!], ruleId);
    const unresolved = run.results.find(({ ruleId }) => ruleId === 'name/unresolved')!;
    assert.equal(unresolved.level, 'error');
    assert.deepEqual(unresolved.locations![0]!.physicalLocation, {
      artifactLocation: { uri: 'a.delivery' },
      region: { startLine: 2, startColumn: 22, endLine: 2, endColumn: 25 },
    });
    const other = run.results.find(({ ruleId }) => ruleId === 'trace/no-work')!;
    assert.equal(
      other.locations![0]!.physicalLocation!.artifactLocation!.uri,
      '%E5%AD%90%20%E7%9B%AE%E5%BD%95/b.delivery',
    );
  });

  it('junit: a suite for each file; what is clean has passed', () => {
    const xml = check('junit');
    assert.match(
      xml,
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="delivery check" tests="\d+" failures="\d+">\n/,
    );
    assert.ok(
      xml.includes('<testsuite name="clean.delivery" tests="1" failures="0">\n    <testcase name="delivery check"'),
    );
    assert.ok(xml.includes('<testcase name="trace/no-work REQ-1" classname="子 目录/b.delivery">'));
    assert.ok(
      xml.includes(
        '<failure type="error" message="There is no item `N-9` (expected: source, feedback, need); did you mean `N-1`?">a.delivery:2:22</failure>',
      ),
    );
    assert.equal(xml.match(/<testcase/g)!.length, Number(/tests="(\d+)"/.exec(xml)![1]));
    assert.equal(xml.match(/<failure/g)!.length, Number(/failures="(\d+)"/.exec(xml)![1]));
  });

  it('junit: leaves nothing in a text that XML cannot hold', () => {
    const hostile = workspaceOf('//- a.delivery\nneed N-1 "x" { from: "<&\u0007\ud83d\ude00" }\n');
    const { stdout } = delivery(hostile.folder, ['check', '--format', 'junit']);
    hostile.dispose();
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /[\u0000-\u001f]|&(?!\w+;|#)|<(?![/?a-z])/);
  });

  it('text: one finding a line in a pipe', () =>
    assert.match(
      check('text', 'a.delivery'),
      /^a\.delivery:2:22 error There is no item .* name\/unresolved\n1 file, /,
    ));
});

describe('the frame of a finding', () => {
  const plain = (text: string): string => text;
  const frame = (source: string): string => {
    const { world } = fixture(source);
    return frameOf({ world, finding: world.findings.find(({ code }) => code === 'name/unresolved')! }, plain, plain);
  };

  it('shows the line and what is meant', () =>
    assert.equal(
      frame('need N-0 "w" { }\nneed N-1 "x" { from: N-9 }\n'),
      '    2 │ need N-1 "x" { from: N-9 }\n      │                      ^^^\n',
    ));

  it('counts wide characters and tabs for two', () =>
    assert.equal(
      frame('诉求 诉求-1 "登录" {\t来自: 访谈-9 }\n'),
      '    1 │ 诉求 诉求-1 "登录" {  来自: 访谈-9 }\n      │                             ^^^^^^\n',
    ));

  it('cuts long lines around what is meant, and no character in two', () => {
    const [line = '', carets = ''] = frame(
      `need N-1 "${'😀'.repeat(200)}" { from: N-9 } // ${'x'.repeat(200)}\n`,
    ).split('\n');
    assert.ok(line.startsWith('    1 │ …') && line.endsWith('…'), line);
    assert.doesNotMatch(line, /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
    assert.equal(carets.trim().replace('│', '').trim(), '^^^');
  });

  it('keeps from the terminal what would steer it', () =>
    assert.ok(!frame('need N-1 "\u001b[31mred\u202e" { from: N-9 }\n').includes('\u001b')));
});
