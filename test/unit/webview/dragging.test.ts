import assert from 'node:assert/strict';
import {
  dragGesture,
  editKey,
  isLinkKey,
  linkGesture,
  stepGesture,
  type KeyInput,
} from '../../../client/webview/panel/editing/dragging';
import { movedBars, spokenEdit, type Editing } from '../../../client/webview/panel/editing/editing';
import type { EditOption, Gesture, TimelineBar } from '../../../server/src/ide/timeline/types';
import { bar, english, minute } from './timelines';

/** Pixels per minute: 50 px a day, and 60 px an hour. */
const [days, hours] = [50 / 1440, 1];
const day = 1440;
const task = bar('A');
const moment = { start: minute('2026-01-12T17:00'), finish: minute('2026-01-12T17:00') };
const milestone = bar('M', { type: 'milestone', ...moment });

/** Where a gesture leads, as a date and time. */
const target = (gesture: Gesture | undefined): string | number | undefined =>
  typeof gesture?.to !== 'number' || gesture.kind === 'progress'
    ? gesture?.to
    : new Date(gesture.to * 60_000).toISOString().slice(0, 16);

describe('dragging in the timeline', () => {
  it('moves by whole days from the day of the start, whatever its hour', () => {
    assert.equal(dragGesture(task, 'move', 0.4 * day, days), undefined);
    assert.equal(target(dragGesture(task, 'move', 0.6 * day, days)), '2026-01-06T00:00');
    assert.equal(target(dragGesture(task, 'move', -1.2 * day, days)), '2026-01-04T00:00');
    assert.equal(target(dragGesture(milestone, 'move', 1.1 * day, days)), '2026-01-13T00:00');
  });

  it('moves by hours where they are wide enough to aim at', () => {
    assert.equal(target(dragGesture(task, 'move', 130, hours)), '2026-01-05T11:00');
  });

  it('pulls an end to the end of a day', () => {
    assert.equal(target(dragGesture(task, 'finish', day, days)), '2026-01-11T00:00');
    const until = bar('B', { finish: minute('2026-01-10') });
    assert.equal(target(dragGesture(until, 'finish', -day, days)), '2026-01-09T00:00');
  });

  it('puts a promise where there is one', () => {
    assert.equal(dragGesture(task, 'due', day, days), undefined);
    assert.equal(target(dragGesture(bar('B', { due: minute('2026-01-16') }), 'due', day, days)), '2026-01-17T00:00');
  });

  it('drags progress in steps of 5 % between nothing and all', () => {
    const half = (task.finish! - task.start!) / 2;
    assert.equal(dragGesture(task, 'progress', half * 1.03, days)?.to, 0.5);
    assert.equal(dragGesture(bar('B', { progress: 0.8 }), 'progress', half, days)?.to, 1);
    assert.equal(dragGesture(task, 'progress', -half, days), undefined);
  });

  it('leaves bars without dates alone', () => {
    const dateless: TimelineBar = { key: 'A', title: 'Someday', type: 'task' };
    assert.equal(dragGesture(dateless, 'move', day, days), undefined);
    assert.equal(stepGesture(dateless, undefined, { part: 'move', by: 1 }, days, []), undefined);
  });

  it('draws a link between the ends at which it is begun and dropped', () => {
    const other = bar('B');
    const type = (grip: 'link-start' | 'link-finish', at: number): unknown => {
      const gesture = linkGesture(task, grip, other, at);
      return gesture?.kind === 'link' ? gesture.type : undefined;
    };
    assert.equal(type('link-finish', other.start!), 'FS');
    assert.equal(type('link-finish', other.finish!), 'FF');
    assert.equal(type('link-start', other.start!), 'SS');
    assert.equal(type('link-start', other.finish!), 'SF');
    assert.equal(linkGesture(task, 'link-finish', task, task.start!), undefined);
  });
});

describe('editing by keys', () => {
  const press = (key: string, held: Partial<KeyInput> = {}): KeyInput => ({
    ...{ key, altKey: true, shiftKey: false, ctrlKey: false, metaKey: false },
    ...held,
  });
  const weekend = { from: minute('2026-01-10') / day, to: minute('2026-01-11') / day };

  it('reads Alt with arrows, and leaves all else to the grid and the editor', () => {
    assert.deepEqual(editKey(press('ArrowRight')), { part: 'move', by: 1 });
    assert.deepEqual(editKey(press('ArrowLeft', { shiftKey: true })), { part: 'finish', by: -1 });
    assert.deepEqual(editKey(press('ArrowUp')), { part: 'progress', by: 1 });
    assert.deepEqual(editKey(press('ArrowDown', { shiftKey: true })), { part: 'due', by: -1 });
    assert.equal(isLinkKey(press('l', { altKey: false })), true);
    assert.equal(isLinkKey(press('l')), false);
    for (const other of [press('ArrowRight', { altKey: false }), press('ArrowRight', { ctrlKey: true }), press('a')])
      assert.equal(editKey(other), undefined);
  });

  it('goes on from the gesture before', () => {
    const first = stepGesture(task, undefined, { part: 'move', by: 1 }, days, []);
    assert.equal(target(first), '2026-01-06T00:00');
    assert.equal(target(stepGesture(task, first, { part: 'move', by: 1 }, days, [])), '2026-01-07T00:00');
    assert.equal(target(stepGesture(task, first, { part: 'finish', by: 1 }, days, [])), '2026-01-11T00:00');
  });

  it('never stops on a free day', () => {
    const friday = bar('B', { start: minute('2026-01-09T09:00') });
    assert.equal(target(stepGesture(friday, undefined, { part: 'move', by: 1 }, days, [weekend])), '2026-01-12T00:00');
    const monday = bar('B', { start: minute('2026-01-12T09:00') });
    assert.equal(target(stepGesture(monday, undefined, { part: 'move', by: -1 }, days, [weekend])), '2026-01-09T00:00');
    assert.equal(
      target(stepGesture(task, undefined, { part: 'finish', by: 1 }, days, [weekend])),
      '2026-01-13T00:00',
      'the end of Monday',
    );
  });

  it('promises another day, or the end where nothing was promised yet', () => {
    const promised = bar('B', { due: minute('2026-01-10') });
    assert.equal(target(stepGesture(promised, undefined, { part: 'due', by: 1 }, days, [weekend])), '2026-01-13T00:00');
    assert.equal(target(stepGesture(task, undefined, { part: 'due', by: 1 }, days, [])), '2026-01-11T00:00');
  });

  it('changes progress by tenths and stops at all', () => {
    const most = stepGesture(bar('B', { progress: 0.95 }), undefined, { part: 'progress', by: 1 }, days, []);
    assert.equal(most?.to, 1);
    assert.equal(stepGesture(bar('B', { progress: 0.95 }), most, { part: 'progress', by: 1 }, days, []), most);
    assert.equal(stepGesture(task, undefined, { part: 'progress', by: 1 }, days, [])?.to, 0.1);
  });
});

describe('the preview of an edit', () => {
  const gesture: Gesture = { kind: 'move', key: 'A', to: minute('2026-01-07') };
  const option: EditOption = {
    ...{ way: 'constraint', label: 'Not before 2026-01-07', files: [] },
    consequences: [{ text: 'M moves to 2026-01-14', look: 'worse' }],
    moved: [{ key: 'A', start: minute('2026-01-07T09:00'), finish: minute('2026-01-13T18:00') }],
  };
  const editing: Editing = { bar: task, gesture, answer: undefined, before: undefined, dropped: false, by: 'keys' };

  it('lets the bar follow the pointer until it is known what would move', () => {
    assert.deepEqual(movedBars(editing), [{ key: 'A', start: gesture.to, finish: minute('2026-01-11T09:00') }]);
    assert.equal(movedBars({ ...editing, answer: { options: [option] } }), option.moved);
    assert.deepEqual(movedBars({ ...editing, answer: { refused: 'No.' } }), []);
  });

  it('is said aloud once it is known', () => {
    assert.equal(spokenEdit(editing, english), '');
    assert.match(spokenEdit({ ...editing, gesture: undefined, isLink: true }, english), /^Title of A: Choose the item/);
    assert.equal(
      spokenEdit({ ...editing, answer: { options: [option, { ...option, way: 'lag' }] } }, english),
      'Title of A: Not before 2026-01-07; M moves to 2026-01-14; 2 ways to do it; Enter applies, Escape cancels',
    );
    assert.equal(spokenEdit({ ...editing, answer: { refused: 'No.' } }, english), 'Title of A: No.');
  });
});
