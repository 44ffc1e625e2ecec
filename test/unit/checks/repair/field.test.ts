import assert from 'node:assert/strict';
import { addField, addValue, removeField, removeValue } from '../../../../server/src/checks/repair/field';
import type { RepairEdit } from '../../../../server/src/checks/repair/repair';
import type { Item, Model } from '../../../../server/src/model/model';
import { repaired } from '../../../support/repairs';
import { fixture } from '../../../support/world';

/** Changes the item X of a text, and compares the text that comes out; what comes out has no syntax error. */
function expectText(text: string, change: (model: Model, item: Item) => readonly RepairEdit[], wanted: string): void {
  const { world, item } = fixture(text);
  const [found = ''] = repaired(world.model, change(world.model, item('X')));
  assert.equal(found, wanted);
}

const isSound = (text: string): boolean =>
  fixture(text).world.findings.every(
    ({ code }) => (code === 'syntax/full-width' || !code.startsWith('syntax/')) && code !== 'kind/invalid-value',
  );

function expectAdded(text: string, wanted: string, key = 'owner', value = 'lin'): void {
  expectText(text, (model, item) => addField(model, item, key, value), wanted);
  if (isSound(text)) assert.ok(isSound(wanted), wanted);
}

describe('repairs: adding a field', () => {
  it('opens a block where there is none', () => {
    expectAdded('task X "t"', 'task X "t" { owner: lin }');
    expectAdded('task X "t" // why\n', 'task X "t" { owner: lin } // why\n');
    expectAdded('section "s" {\n  task X "t"\n}\n', 'section "s" {\n  task X "t" { owner: lin }\n}\n');
  });

  it('fills an empty block', () => {
    expectAdded('task X "t" {}', 'task X "t" { owner: lin }');
    expectAdded('task X "t" {  }', 'task X "t" { owner: lin }');
    expectAdded('task X "t" ｛｝', 'task X "t" ｛ owner: lin ｝');
    expectAdded('task X "t" {\n}\n', 'task X "t" {\n  owner: lin\n}\n');
    expectAdded('task X "t" { // why\n}\n', 'task X "t" { // why\n  owner: lin\n}\n');
  });

  it('stays on the line of a block that has one', () => {
    expectAdded('task X "t" { effort: 3d }', 'task X "t" { effort: 3d, owner: lin }');
    expectAdded('task X "t" {effort: 3d}', 'task X "t" {effort: 3d, owner: lin}');
    expectAdded('task X "t" { effort: 3d, }', 'task X "t" { effort: 3d, owner: lin }');
    expectAdded('task X "t" { effort: 3d /* why */ }', 'task X "t" { effort: 3d /* why */, owner: lin }');
    expectAdded('task X "t" { /* why */ }', 'task X "t" { /* why */ owner: lin }');
    expectAdded('task X "t" { task T "u" { } }', 'task X "t" { task T "u" { } owner: lin }');
    expectAdded('task X "t" { task T "u" }', 'task X "t" { task T "u" owner: lin }');
    expectAdded('task X "t" { """why""" }', 'task X "t" { """why""" owner: lin }');
  });

  it('takes a line of its own behind the other fields, before what is nested', () => {
    expectAdded(
      'task X "t" {\n  effort: 3d // why\n\n  task T "u" { }\n}\n',
      'task X "t" {\n  effort: 3d // why\n  owner: lin\n\n  task T "u" { }\n}\n',
    );
    expectAdded(
      'task X "t" {\n  task T "u" { }\n  effort: 3d\n}\n',
      'task X "t" {\n  owner: lin\n  task T "u" { }\n  effort: 3d\n}\n',
    );
    expectAdded(
      'task X "t" { task T "u" { }\n  effort: 3d\n}\n',
      'task X "t" {\n  owner: lin\n  task T "u" { }\n  effort: 3d\n}\n',
    );
  });

  it('keeps commas and braces at the ends of lines', () => {
    expectAdded('task X "t" {\n  effort: 3d,\n}\n', 'task X "t" {\n  effort: 3d,\n  owner: lin\n}\n');
    expectAdded('task X "t" {\n  effort: 3d }\n', 'task X "t" {\n  effort: 3d, owner: lin }\n');
    expectAdded('task X "t" {\n  effort: 3d, }\n', 'task X "t" {\n  effort: 3d, owner: lin }\n');
    expectAdded(
      'task X "t" {\n  after: T,\n    U\n  effort: 3d, progress: 3%\n}\n',
      'task X "t" {\n  after: T,\n    U\n  effort: 3d, progress: 3%\n  owner: lin\n}\n',
    );
  });

  it('indents as the author does and ends lines as the file does', () => {
    expectAdded('task X "t" {\r\n\teffort: 3d\r\n}\r\n', 'task X "t" {\r\n\teffort: 3d\r\n\towner: lin\r\n}\r\n');
    expectAdded(
      'section "s" {\r\n    task X "t" {\r\n    }\r\n}\r\n',
      'section "s" {\r\n    task X "t" {\r\n        owner: lin\r\n    }\r\n}\r\n',
    );
  });

  it('works in a block that is never closed', () => {
    expectAdded('task X "t" {\n  effort: 3d\n', 'task X "t" {\n  effort: 3d\n  owner: lin\n');
    expectAdded('task X "t" {', 'task X "t" {\n  owner: lin');
    expectAdded('task X "t" { effort: 3d', 'task X "t" { effort: 3d\n  owner: lin');
  });

  it('writes names of fields and values in the tongue of the item', () => {
    expectAdded('需求 X "单点登录" { }', '需求 X "单点登录" { 优先级: 必须 }', 'priority', 'must');
    expectAdded('requirement X "t" { }', 'requirement X "t" { priority: must }', 'priority', 'must');
  });

  it('does nothing for a field that the kind does not have', () =>
    expectAdded('task X "t"', 'task X "t"', 'voice', '3'));
});

describe('repairs: adding a value', () => {
  const expectReference = (text: string, wanted: string): void =>
    expectText(text, (model, item) => addValue(model, item, 'delivers', 'B'), wanted);

  it('adds to the values that are there, or writes the field', () => {
    expectReference('milestone X "m" { delivers: A }', 'milestone X "m" { delivers: A, B }');
    expectReference('milestone X "m" {\n  交付: A, // why\n}', 'milestone X "m" {\n  交付: A, B, // why\n}');
    expectReference('milestone X "m" {\n  delivers: A,\n    C\n}', 'milestone X "m" {\n  delivers: A,\n    C, B\n}');
    expectReference('milestone X "m"', 'milestone X "m" { delivers: B }');
    expectReference('里程碑 X "m" { }', '里程碑 X "m" { 交付: B }');
    expectReference('milestone X "m" { delivers: }', 'milestone X "m" { delivers: B }');
  });

  it('does nothing where a field takes one value and has it', () =>
    expectText(
      'task X "t" { calendar: A }',
      (model, item) => addValue(model, item, 'calendar', 'B'),
      'task X "t" { calendar: A }',
    ));
});

describe('repairs: removing a field', () => {
  const expectRemoved = (text: string, wanted: string): void => {
    expectText(
      text,
      (model, item) => removeField(model, item, item.fields.find(({ node }) => node.name.text === 'effort')!.node),
      wanted,
    );
    assert.ok(isSound(wanted), wanted);
  };

  it('leaves neither its comma nor its line', () => {
    expectRemoved('task X "t" { effort: 3d }', 'task X "t" { }');
    expectRemoved('task X "t" {effort: 3d}', 'task X "t" {}');
    expectRemoved('task X "t" { effort: 3d, owner: A }', 'task X "t" { owner: A }');
    expectRemoved('task X "t" { owner: A, effort: 3d }', 'task X "t" { owner: A }');
    expectRemoved('task X "t" { owner: A, effort: 3d, progress: 3% }', 'task X "t" { owner: A, progress: 3% }');
    expectRemoved('task X "t" {\n  effort: 3d\n}\n', 'task X "t" {\n}\n');
    expectRemoved('task X "t" {\r\n\tprogress: 3%\r\n\teffort: 3d\r\n}\r\n', 'task X "t" {\r\n\tprogress: 3%\r\n}\r\n');
    expectRemoved(
      'task X "t" {\n  owner: A,\n  effort: 3d\n  task T "u"\n}\n',
      'task X "t" {\n  owner: A\n  task T "u"\n}\n',
    );
    expectRemoved(
      'task X "t" {\n  owner: A\n\n  effort: 3d,\n\n  task T "u" { }\n}\n',
      'task X "t" {\n  owner: A\n\n  task T "u" { }\n}\n',
    );
  });

  it('leaves every comment', () => {
    expectRemoved('task X "t" {\n  effort: 3d // why\n}\n', 'task X "t" {\n  // why\n}\n');
    expectRemoved('task X "t" {\n  // why\n  effort: 3d\n}\n', 'task X "t" {\n  // why\n}\n');
    expectRemoved('task X "t" { effort: /* why */ 3d, owner: A }', 'task X "t" { /* why */ owner: A }');
    expectRemoved('task X "t" { owner: A, /* why */ effort: 3d }', 'task X "t" { owner: A /* why */ }');
  });
});

describe('repairs: removing a value', () => {
  const expectRemoved = (text: string, wanted: string): void => {
    expectText(
      text,
      (model, item) =>
        removeValue(model, item, item.references.find(({ reference }) => reference.id === 'B')!.reference),
      wanted,
    );
    assert.ok(isSound(wanted), wanted);
  };

  it('leaves neither its comma nor an empty field', () => {
    expectRemoved('milestone X "m" { delivers: A, B }', 'milestone X "m" { delivers: A }');
    expectRemoved('milestone X "m" { delivers: B, A }', 'milestone X "m" { delivers: A }');
    expectRemoved('milestone X "m" { delivers: A, B, C }', 'milestone X "m" { delivers: A, C }');
    expectRemoved('milestone X "m" { delivers: B, due: 2026-03-31 }', 'milestone X "m" { due: 2026-03-31 }');
    expectRemoved(
      'milestone X "m" {\n  delivers: A,\n    B // why\n}\n',
      'milestone X "m" {\n  delivers: A\n    // why\n}\n',
    );
    expectRemoved(
      'milestone X "m" {\n  delivers: A,\n    B,\n    C\n}\n',
      'milestone X "m" {\n  delivers: A,\n    C\n}\n',
    );
    expectRemoved('task X "t" { after: A, B SS + 2d }', 'task X "t" { after: A }');
    expectRemoved('里程碑 X "m" { 交付：A、B }', '里程碑 X "m" { 交付：A }');
  });
});
