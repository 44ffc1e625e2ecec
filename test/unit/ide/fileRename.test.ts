import assert from 'node:assert/strict';
import { fileRenameEdits } from '../../../server/src/ide/fileRename';
import { relativePath, resolvePath } from '../../../server/src/ide/paths';
import { fixture, ROOT } from '../../support/world';

/** What is written after files moved: "plan/a.delivery:2:9 "old" → "new"". `onDisk` are the files that exist, by their paths. */
async function renamed(source: string, moves: Readonly<Record<string, string>>, onDisk: readonly string[] = []) {
  const plan = fixture(source);
  const uri = (path: string): string => `${ROOT}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const renames = Object.entries(moves).map(([from, to]) => ({ oldUri: uri(from), newUri: uri(to) }));
  const disk = new Set(onDisk.map(uri));
  const edits = await fileRenameEdits(plan.world, renames, (address) => Promise.resolve(disk.has(address)));
  return edits.map(({ place, text }) => `${plan.describe(place)} → ${text}`);
}

describe('file renames', () => {
  const SPEC = `
    //- plan/a.delivery
    deliverable D-1 "Manual" { file: "docs/手册.pdf" }
    criterion AC-1 "x" { evidence: "./docs/log.txt", "../tests/login.ts", https://example.com/docs/log.txt }
    交付物 D-2 "其他" { 文件: "docs2/x.pdf" }
  `;

  it('change the paths that lead to a file, from the spec and from the root', async () => {
    assert.deepEqual(await renamed(SPEC, { 'plan/docs/手册.pdf': 'plan/docs/manual (2).pdf' }), [
      'plan/a.delivery:1:34 "docs/手册.pdf" → "docs/manual (2).pdf"',
    ]);
    assert.deepEqual(await renamed(SPEC, { 'docs/手册.pdf': 'handbook/手册.pdf' }), [
      'plan/a.delivery:1:34 "docs/手册.pdf" → "handbook/手册.pdf"',
    ]);
    assert.deepEqual(await renamed(SPEC, { 'tests/login.ts': 'plan/tests/login.ts' }), [
      'plan/a.delivery:2:50 "../tests/login.ts" → "tests/login.ts"',
    ]);
  });

  it('change all paths below a folder, and none of one with the same beginning', async () =>
    assert.deepEqual(await renamed(SPEC, { 'plan/docs': 'plan/文档 新' }), [
      'plan/a.delivery:1:34 "docs/手册.pdf" → "文档 新/手册.pdf"',
      'plan/a.delivery:2:32 "./docs/log.txt" → "文档 新/log.txt"',
    ]));

  it('of a spec change its paths to what exists, and leave those that nobody can tell', async () => {
    assert.deepEqual(await renamed(SPEC, { 'plan/a.delivery': 'plan/deep/a.delivery' }, ['plan/docs/log.txt']), [
      'plan/a.delivery:2:32 "./docs/log.txt" → "../docs/log.txt"',
    ]);
    assert.deepEqual(await renamed(SPEC, { 'plan/a.delivery': 'plan/deep/a.delivery' }, ['docs/手册.pdf']), []);
  });

  it('change nothing when spec and file move together, or stay in their folder', async () => {
    assert.deepEqual(await renamed(SPEC, { plan: '计划' }, ['plan/docs/手册.pdf', 'tests/login.ts']), []);
    assert.deepEqual(await renamed(SPEC, { 'plan/a.delivery': 'plan/b.delivery' }, ['plan/docs/log.txt']), []);
    assert.deepEqual(await renamed(SPEC, { 'other.txt': 'another.txt' }), []);
  });

  it('leave absolute paths and those above the top', async () =>
    assert.deepEqual(
      await renamed('deliverable D "x" { file: "/a.pdf" }\ndeliverable E "x" { file: "../../../a.pdf" }\n', {
        'a.pdf': 'b.pdf',
      }),
      [],
    ));
});

describe('paths', () => {
  it('resolve and come back', () => {
    assert.equal(resolvePath('file:///plan/%E5%A3%B9', './../a b/./手.pdf'), 'file:///plan/a%20b/%E6%89%8B.pdf');
    assert.equal(relativePath('file:///plan/%E5%A3%B9', 'file:///plan/a%20b/%E6%89%8B.pdf'), '../a b/手.pdf');
    assert.equal(resolvePath('vscode-vfs://github/x', '../../y'), undefined);
    assert.equal(relativePath('file:///a', 'http://x/a'), undefined);
    assert.equal(resolvePath('file:///a', '100%.pdf'), 'file:///a/100%25.pdf');
  });
});
