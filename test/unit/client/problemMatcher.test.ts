import assert from 'node:assert/strict';
import manifest from '../../../package.json';
import type { PrintedFinding } from '../../../server/src/cli/report/report';
import { delivery } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

const FILES = `
  //- a.delivery
  need N-1 "twice: 3:4 error a/b" { from: INT-1 }
  need N-2 "y" { from: N-9 }
  //- 子 目录/b.delivery
  need N-1 "again" { from: INT-1 }
  source INT-1 "z" { }
  requirement REQ-1 "r" { priority: must, from: N-1 }
`;

/** As the editor reads the lines of the task's terminal. */
describe('the problem matcher of the task', function () {
  this.timeout(30_000);

  const [{ pattern, owner }] = manifest.contributes.problemMatchers as [
    (typeof manifest.contributes.problemMatchers)[0],
  ];
  let workspace: Workspace;

  before(() => (workspace = workspaceOf(FILES)));
  after(() => {
    workspace.dispose();
  });

  for (const language of ['en', 'zh'])
    it(`reads every finding of delivery check and nothing else (${language})`, () => {
      const check = (...args: string[]): string =>
        delivery(workspace.folder, ['check', '--language', language, ...args]).stdout;
      const { findings } = JSON.parse(check('--format', 'json')) as { readonly findings: readonly PrintedFinding[] };
      const expected = findings.map(({ file, range: { start }, severity, message, code }) => ({
        file,
        line: start.line + 1,
        column: start.character + 1,
        severity,
        message,
        code,
      }));
      assert.ok(new Set(findings.map(({ severity }) => severity)).size >= 2, 'more than one severity');
      assert.ok(
        findings.some(({ related }) => related.length > 0),
        'lines of related places are not matched',
      );
      assert.deepEqual(check().split('\n').flatMap(read), expected);
    });

  it('writes where the language server writes, so that nothing is listed twice', () => {
    assert.equal(owner, 'delivery');
  });

  function read(line: string): readonly object[] {
    const groups = new RegExp(pattern.regexp).exec(line);
    if (!groups) return [];
    const at = (name: Exclude<keyof typeof pattern, 'regexp'>): string => groups[pattern[name]]!;
    return [
      {
        file: at('file'),
        line: Number(at('line')),
        column: Number(at('column')),
        severity: at('severity'),
        message: at('message'),
        code: at('code'),
      },
    ];
  }
});
