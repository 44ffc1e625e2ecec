import assert from 'node:assert/strict';
import { barAt, sourceOfBar } from '../../../../server/src/ide/timeline/source';
import { fixture } from '../../../support/world';

const key = (source: string): string | undefined => {
  const { world, cursor } = fixture(source);
  return barAt(world, cursor).key;
};

describe('timeline and text', () => {
  it('lead from a bar to its declaration, in whatever way the editor spells the address', () => {
    const { world } = fixture('  task T-2 "Migrate" { duration: 1d }\ntask "No id" { }\n');
    const spelling = (uri: string): string => uri.replace('file:///', 'vscode-vfs://');
    assert.deepEqual(sourceOfBar(world, 'T-2', spelling), {
      uri: 'vscode-vfs://plan/main.delivery',
      start: { line: 0, character: 7 },
      end: { line: 0, character: 37 },
    });
    assert.equal(sourceOfBar(world, 'task "No id"', spelling)?.start.line, 1);
    assert.equal(sourceOfBar(world, 'gone', spelling), undefined);
  });

  it('lead to requirements and people, whose bars are gathered under them', () => {
    const { world } = fixture('requirement REQ-1 "x" { }\nperson lin "Lin" { }\n');
    assert.equal(sourceOfBar(world, 'lin', (uri) => uri)?.start.line, 1);
  });

  it('find the innermost declaration at the cursor', () => {
    const plan = (line: string, inside = ''): string =>
      `phase P "p" {\n  task A "a" {\n    ${inside}\n  }\n  ${line}\n}\n`;
    assert.equal(key(plan('', 'dur$0ation: 1d')), 'A');
    assert.equal(key(plan('$0')), 'P');
    assert.equal(key(`${plan('')}\n$0\n`), undefined);
    assert.equal(key('task A "a" { duration: 1d }$0\n'), 'A');
  });

  it('count the keyword before an id to its declaration', () => {
    assert.equal(key('phase P "p" {\n  ta$0sk A "a" { }\n}\n'), 'A');
    assert.equal(key('pha$0se P "p" { }\n'), 'P');
    assert.equal(key('phase P "p" { task A "a" { }, $0 task B "b" { } }\n'), 'P');
  });
});
