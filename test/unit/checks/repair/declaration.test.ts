import assert from 'node:assert/strict';
import { cutting } from '../../../../server/src/checks/repair/cut';
import { createChild, createItem, type NewItem } from '../../../../server/src/checks/repair/declaration';
import { renumber } from '../../../../server/src/checks/repair/renumber';
import { repaired } from '../../../support/repairs';
import { fixture } from '../../../support/world';

const CRITERION: NewItem = { kind: 'criterion', title: 'c', fields: { verify: 'test' } };

const syntaxCodes = (text: string): readonly string[] =>
  fixture(text).world.findings.flatMap(({ code }) => (code.startsWith('syntax/') ? [code] : []));

describe('repairs: creating a child', () => {
  const expectCreated = (text: string, wanted: string, child = CRITERION): void => {
    const { world, item } = fixture(text);
    assert.equal(repaired(world.model, createChild(world.model, item('X'), child))[0], wanted);
    assert.deepEqual(syntaxCodes(wanted), syntaxCodes(text));
  };

  it('stands on a line of its own, behind what is there', () => {
    expectCreated(
      'requirement X "r" {\n  priority: must\n\n  criterion AC-7 "a" { verify: test } // why\n\n  // end\n}\n',
      'requirement X "r" {\n  priority: must\n\n  criterion AC-7 "a" { verify: test } // why\n\n  // end\n  criterion AC-8 "c" { verify: test }\n}\n',
    );
    expectCreated(
      'requirement X "r" {\r\n\tpriority: must }\r\n',
      'requirement X "r" {\r\n\tpriority: must\r\n\tcriterion AC-1 "c" { verify: test }\r\n}\r\n',
    );
  });

  it('gives lines to a block that had none', () => {
    const body = '\n  criterion AC-1 "c" { verify: test }\n}';
    expectCreated('requirement X "r"', `requirement X "r" {${body}`);
    expectCreated('requirement X "r" {}', `requirement X "r" {${body}`);
    expectCreated('requirement X "r" {\n}\n', `requirement X "r" {${body}\n`);
    expectCreated('requirement X "r" { priority: must } // why', `requirement X "r" {\n  priority: must${body} // why`);
    expectCreated(
      'section "s" {\n    requirement X "r" { priority: must, /* why */ }\n}',
      'section "s" {\n    requirement X "r" {\n        priority: must, /* why */\n        criterion AC-1 "c" { verify: test }\n    }\n}',
    );
  });

  it('speaks the tongue of the item around, and escapes the title', () => {
    expectCreated('需求 X "r" ｛｝', '需求 X "r" ｛\n  验收标准 AC-1 "c" { 验证方式: 测试 }\n｝');
    expectCreated('requirement X "r" {}', 'requirement X "r" {\n  criterion AC-1 "say \\"a\\\\b\\" twice"\n}', {
      kind: 'criterion',
      title: 'say "a\\b"\n twice',
    });
  });

  it('works in a block that is never closed', () => {
    expectCreated(
      'requirement X "r" {\n  priority: must\n',
      'requirement X "r" {\n  priority: must\n  criterion AC-1 "c" { verify: test }\n',
    );
    expectCreated('requirement X "r" {', 'requirement X "r" {\n  criterion AC-1 "c" { verify: test }');
  });
});

describe('repairs: creating an item', () => {
  const expectCreated = (source: string, wanted: readonly string[], created: NewItem): void => {
    const { world, item } = fixture(source);
    const edits = createItem(world.model, created, item('X'));
    assert.deepEqual(repaired(world.model, edits), wanted);
  };
  const task: NewItem = { kind: 'task', title: 't', fields: { realizes: 'X' } };

  it('stands behind the last of its kind in the same file', () =>
    expectCreated(
      'requirement X "r" { }\n\ntask T-1 "a" { }\ntask T-2 "b" { }\nneed N-1 "n" { }\n',
      ['requirement X "r" { }\n\ntask T-1 "a" { }\ntask T-2 "b" { }\ntask T-3 "t" { realizes: X }\nneed N-1 "n" { }\n'],
      task,
    ));

  it('stands in the file that holds most of its kind, in the group of the last', () =>
    expectCreated(
      '//- a.delivery\nrequirement X "r" { }\n//- b.delivery\ntask T-1 "a"\n//- c.delivery\nphase P-1 "p" {\n  task T-2 "b" {\n    task T-3 "c" { }\n  }\n  task T-4 "d"\n}',
      [
        'requirement X "r" { }',
        'task T-1 "a"',
        'phase P-1 "p" {\n  task T-2 "b" {\n    task T-3 "c" { }\n  }\n  task T-4 "d"\n  task T-5 "t" { realizes: X }\n}',
      ],
      task,
    ));

  it('stands behind the outermost item that it belongs to, if it is the first of its kind', () =>
    expectCreated(
      'section "s" {\r\n  requirement X "r" { }\r\n} // end\r\nneed N-1 "n" { }\r\n',
      [
        'section "s" {\r\n  requirement X "r" { }\r\n} // end\r\n\r\ntask T-1 "t" { realizes: X }\r\nneed N-1 "n" { }\r\n',
      ],
      task,
    ));

  it('stands behind the project, if it is the first person', () =>
    expectCreated(
      '//- a.delivery\n任务 X "t" { 分配: 林 }\n//- b.delivery\n项目 "p" { }',
      ['任务 X "t" { 分配: 林 }', '项目 "p" { }\n\n人员 林 "林"'],
      { kind: 'person', id: '林', title: '林' },
    ));
});

describe('repairs: cutting an item out', () => {
  const expectRemoved = (text: string, wanted: string): void => {
    const { world, item } = fixture(text);
    const x = item('X');
    assert.deepEqual(repaired(world.model, cutting(world.model, x, [x.declaration])), [wanted]);
  };

  it('leaves neither a gap nor half a line', () => {
    expectRemoved('need A "a"\nneed X "x" {\n  value: 3\n}\nneed B "b"\n', 'need A "a"\nneed B "b"\n');
    expectRemoved('need A "a"\n\nneed X "x"\n\nneed B "b"\n', 'need A "a"\n\nneed B "b"\n');
    expectRemoved('need A "a" {\n  need X "x"\n}\n', 'need A "a" {\n}\n');
    expectRemoved('need A "a" { need X "x" { } }\n', 'need A "a" { }\n');
  });

  it('leaves every comment', () =>
    expectRemoved(
      'need A "a"\n// before\nneed X "x" { // one\n  /* two */ value: 3 // three\n} // behind\n',
      'need A "a"\n// before\n// one\n  /* two */ // three\n// behind\n',
    ));
});

describe('repairs: renumbering', () => {
  it('takes the references along that mean the item', () => {
    const { world, item } = fixture(
      '//- a.delivery\nneed X "x"\n//- b.delivery\nneed B "b" { from: X rev 2 }\nrequirement R "r" { from: B, X }\n',
    );
    assert.deepEqual(repaired(world.model, renumber(world.model, item('X'), 'N-9')), [
      'need N-9 "x"',
      'need B "b" { from: N-9 rev 2 }\nrequirement R "r" { from: B, N-9 }\n',
    ]);
  });

  it('leaves references to the first of several with one id', () => {
    const { world } = fixture('need X "x"\nneed X "y"\nneed B "b" { from: X }\n');
    const second = world.model.items[1]!;
    assert.deepEqual(repaired(world.model, renumber(world.model, second, 'N-9')), [
      'need X "x"\nneed N-9 "y"\nneed B "b" { from: X }\n',
    ]);
  });

  it('gives an id to an item that has none', () => {
    const { world } = fixture('need "x"\n');
    assert.deepEqual(repaired(world.model, renumber(world.model, world.model.items[0]!, 'N-9')), ['need N-9 "x"\n']);
  });
});
