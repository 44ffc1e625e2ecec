import assert from 'node:assert/strict';
import { dropItems } from '../../../../server/src/ide/views/dropItems';
import { fixture } from '../../../support/world';

const PROJECT = `
  //- b.delivery
  need N-1 "n" { }
  requirement REQ-7 "r" { }
  requirement REQ-8 "r" { }
  requirement REQ-9 "r" { }
  person lin "Lin" { }
`;

/** The text after items were dropped at the cursor; a choice of fields stands in brackets. */
function dropped(text: string, ...ids: readonly string[]): string {
  const { world, cursor } = fixture(`//- a.delivery\n${text}\n${PROJECT.replace(/^ {2}/gm, '')}`);
  const { text: added, offset, fields } = dropItems(world, cursor, ids, 'en');
  const [, indent, rest] = /^(\s*)(.*)$/s.exec(added)!;
  const choice = fields.length > 1 ? `[${fields.join('|')}]` : (fields[0] ?? '');
  const source = world.model.files[0]!.document.text;
  return `${source.slice(0, offset)}${indent}${choice}${rest}${source.slice(offset)}`.trimEnd();
}

describe('items dropped into a text', () => {
  it('join the list of a field that may refer to them', () => {
    const task = (list: string): string => `task T-1 "t" { realizes:${list} }`;
    assert.equal(dropped(task(' $0'), 'REQ-9'), task(' REQ-9'));
    assert.equal(dropped(task('$0'), 'REQ-9'), task(' REQ-9'));
    assert.equal(dropped(task(' REQ-7$0'), 'REQ-9', 'REQ-8'), task(' REQ-7, REQ-9, REQ-8'));
    assert.equal(dropped(task(' REQ-7,$0'), 'REQ-9'), task(' REQ-7, REQ-9'));
    assert.equal(dropped(task(' $0REQ-7, REQ-8'), 'REQ-9'), task(' REQ-9, REQ-7, REQ-8'));
    assert.equal(dropped(task(' REQ-7, $0REQ-8'), 'REQ-9'), task(' REQ-7, REQ-9, REQ-8'));
  });

  it('never cut a value in two', () => {
    assert.equal(dropped('task T-1 "t" { realizes: RE$0Q-7 }', 'REQ-9'), 'task T-1 "t" { realizes: REQ-7, REQ-9 }');
    assert.equal(
      dropped('task T-1 "t" { realizes: REQ-7 $0, REQ-8 }', 'REQ-9'),
      'task T-1 "t" { realizes: REQ-7, REQ-9 , REQ-8 }',
    );
  });

  it('bring along the field that would lead to them where a field may begin', () => {
    assert.equal(dropped('task T-1 "t" {\n  $0\n}', 'REQ-9', 'REQ-8'), 'task T-1 "t" {\n  realizes: REQ-9, REQ-8\n}');
    assert.equal(dropped('task T-1 "t" {\n$0\n}', 'REQ-9'), 'task T-1 "t" {\n  realizes: REQ-9\n}');
    assert.equal(dropped('任务 T-1 "t" {\n  $0\n}', 'REQ-9'), '任务 T-1 "t" {\n  实现: REQ-9\n}');
    assert.equal(dropped('requirement R "t" { $0 }', 'N-1'), 'requirement R "t" { from: N-1 }');
  });

  it('let the user choose among several fields', () =>
    assert.match(dropped('requirement R "t" {\n  $0\n}', 'REQ-9'), /^ {2}\[refines\|depends\|\w+.*\]: REQ-9$/m));

  it('are ids elsewhere', () => {
    assert.equal(dropped('requirement R "see $0" { }', 'REQ-9', 'REQ-8'), 'requirement R "see REQ-9, REQ-8" { }');
    assert.equal(dropped('// see $0', 'REQ-9'), '// see REQ-9');
    assert.equal(dropped('task T-1 "t" { effort: 3d$0 }', 'REQ-9'), 'task T-1 "t" { effort: 3dREQ-9 }');
    assert.equal(dropped('requirement R "r" {\n  $0\n}', 'REQ-404'), 'requirement R "r" {\n  REQ-404\n}');
  });
});
