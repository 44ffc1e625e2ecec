import assert from 'node:assert/strict';
import manifest from '../../../package.json';
import type { PrintedFinding } from '../../../server/src/cli/report/report';
import { delivery, startDelivery, type Lasting } from '../../support/cli';
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

interface Matcher {
  readonly owner: string;
  readonly pattern: (typeof manifest.contributes.problemMatchers)[0]['pattern'];
  readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
}

interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
  readonly code: string;
}

/** A line of a terminal without its colours, as the editor reads it. */
const plain = (line: string): string => line.replace(/\x1b\[[0-9;]*[A-Za-z]/g, '');

/** As the editor reads the lines of the task's terminal. */
describe('the problem matcher of the task', function () {
  this.timeout(30_000);

  const [{ pattern, owner }, watching] = manifest.contributes.problemMatchers as readonly Matcher[] as readonly [
    Matcher,
    Matcher,
  ];
  let workspace: Workspace;
  let running: Lasting | undefined;

  beforeEach(() => (workspace = workspaceOf(FILES)));
  afterEach(() => {
    running?.dispose();
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

  for (const language of ['en', 'zh'])
    it(`knows where each report of --watch begins and ends (${language})`, async () => {
      const { beginsPattern, endsPattern } = watching.background!;
      const { printed } = (running = startDelivery(
        workspace.folder,
        ['check', '--watch', '--language', language],
        true,
      ));
      const report = async (): Promise<readonly string[]> => {
        const lines = (await printed(/Ctrl\+C.*\n/)).split('\n').slice(0, -1).map(plain);
        return lines.flatMap((line) =>
          new RegExp(beginsPattern).test(line)
            ? 'begin'
            : new RegExp(endsPattern).test(line)
              ? 'end'
              : read(line).map((found) => `${found.file}: ${found.code}`),
        );
      };
      const [first, ...rest] = await report();
      assert.equal(first, 'a.delivery: name/unresolved', 'the first report begins with the task');
      assert.equal(rest.at(-1), 'end');
      workspace.remove('a.delivery');
      assert.deepEqual(await report(), [
        'begin',
        ...['kind/missing-field', 'trace/no-criterion', 'trace/no-work', 'trace/no-milestone'].map(
          (code) => `子 目录/b.delivery: ${code}`,
        ),
        'end',
      ]);
    });

  it('writes where the language server writes, so that nothing is listed twice', () => {
    assert.deepEqual([owner, watching.owner], ['delivery', 'delivery']);
    assert.deepEqual(watching.pattern, pattern);
  });

  function read(line: string): readonly Found[] {
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
