import assert from 'node:assert/strict';
import fc from 'fast-check';
import { worldAfter } from '../../server/src/ide/timeline/edit/after';
import { proposeEdits } from '../../server/src/ide/timeline/edit/propose';
import { workTimeOf } from '../../server/src/ide/timeline/edit/workTime';
import type { Gesture } from '../../server/src/ide/timeline/types';
import { createWorld, type World } from '../../server/src/ide/world';
import { builtInTable } from '../../server/src/kinds/table';
import { dayOf, MINUTES_PER_DAY, parseDay } from '../../server/src/kinds/time';
import { SourceDocument } from '../../server/src/language/document';
import { tokenize } from '../../server/src/language/tokens';
import { runs } from './random';

const MONDAY = parseDay('2026-01-05')!;

const HEAD = `project p "P" { period: 2026-01-05..2026-12-31, calendar: c }
calendar c "C" { holidays: 2026-01-14..2026-01-15 }
person lin "Lin" { leave: 2026-01-20..2026-01-23 }
person wang "王" { }
`;

const day = fc
  .integer({ min: 0, max: 60 })
  .map((days) => new Date((MONDAY + days) * 86_400_000).toISOString().slice(0, 10));
const length = fc.constantFrom('1d', '3d', '2d..3d..7d', '1d..4d', '12h', '1w', '2ed', '3天', '90min');
const comment = fc.constantFrom('', '', ' /* c */', ' /* 注，释 */', ' // line\n   ');

/** Fields of a task, `after` those that stand before it. */
const fieldsOf = (index: number): fc.Arbitrary<readonly string[]> =>
  fc
    .record({
      size: fc.oneof(
        length.map((text) => [`duration: ${text}`]),
        fc
          .tuple(length, fc.constantFrom('lin', 'wang 50%', 'lin, wang'))
          .map(([text, who]) => [`effort: ${text}`, `assign: ${who}`]),
        fc.constant([]),
      ),
      date: fc.option(
        fc.tuple(
          fc.constantFrom('start', '开始', 'end'),
          fc.constantFrom('', '>= ', '= ', '<= '),
          day,
          fc.constantFrom('', '', 'T13:00'),
        ),
        { nil: undefined, freq: 2 },
      ),
      link: fc.option(
        fc.tuple(
          fc.nat(index),
          fc.constantFrom('', ' SS', ' FF', ' FS'),
          fc.constantFrom('', ' + 1d', ' - 1d', ' + 50%', ' + 1ed', ' + 4h'),
        ),
        { nil: undefined },
      ),
      progress: fc.option(fc.constantFrom('progress: 30%', 'status: done', 'deadline: 2026-02-02'), {
        nil: undefined,
        freq: 3,
      }),
    })
    .map(({ size, date, link, progress }) => [
      ...size,
      ...(date ? [`${date[0]}: ${date[1]}${date[2]}${date[3]}`] : []),
      ...(link && index > 0 ? [`after: T${link[0] % index}${link[1]}${link[2]}`] : []),
      ...(progress === undefined ? [] : [progress]),
    ]);

/** Up to six tasks, some in a phase, each on a line or in a block of several lines, with comments anywhere between fields. */
const plan = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc
    .tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.tuple(fieldsOf(index), fc.boolean(), comment, comment, fc.boolean()),
      ),
    )
    .map((tasks) => {
      const items = tasks.map(([fields, isLong, before, behind, isMilestone], index) => {
        const head = `${isMilestone && index % 3 === 2 ? 'milestone' : index % 2 ? '任务' : 'task'} T${index} "t" {`;
        const known =
          isMilestone && index % 3 === 2 ? fields.filter((field) => /^(?:after|start|开始)/.test(field)) : fields;
        return isLong
          ? `${head}${before}\n  ${known.join(`${behind}\n  `)}\n}`
          : `${head} ${known.map((field) => field + before.replace(/\/\/.*\n/, '')).join(', ')} }`;
      });
      const inside =
        items.length > 3
          ? `phase P "p" {\n${items.slice(0, 2).join('\n').replace(/^/gm, '  ')}\n}\n${items.slice(2).join('\n')}`
          : items.join('\n');
      return { text: `${HEAD}${inside}\n`, count };
    }),
);

const gestureOn = (count: number): fc.Arbitrary<Gesture> =>
  fc
    .tuple(
      fc.constantFrom('move', 'move', 'finish', 'finish', 'progress', 'due', 'link'),
      fc.nat(count - 1),
      fc.nat(count - 1),
      fc.integer({ min: -3, max: 70 }),
      fc.constantFrom(0, 0, 0, 10 * 60, 15 * 60 + 30),
      fc.constantFrom('FS', 'SS', 'FF', 'SF'),
    )
    .map(([kind, key, to, days, time, type]): Gesture => {
      const minute = (MONDAY + days) * MINUTES_PER_DAY + time;
      if (kind === 'link') return { kind, key: `T${key}`, to: `T${to}`, type: type as 'FS' };
      return { kind: kind as 'move', key: `T${key}`, to: kind === 'progress' ? to / 5 : minute };
    });

const worldOf = (text: string): World =>
  createWorld({
    root: 'file:///plan',
    revision: 1,
    files: [{ uri: 'file:///plan/a.delivery', document: new SourceDocument(text) }],
    table: builtInTable,
  });

const textErrors = ({ findings }: World): readonly string[] =>
  findings
    .filter(({ code }) => /^(?:syntax|kind|name)\//.test(code))
    .map(({ code, message }) => `${code} ${message.en}`);

const commentsOf = (text: string): readonly string[] => tokenize(text).comments.map(({ image }) => image.trim());

describe('gestures in the timeline', () => {
  it('leave a text without new errors, with all its comments, and the bar where it was dropped', () => {
    let offered = 0;
    fc.assert(
      fc.property(
        plan.chain(({ text, count }) => fc.tuple(fc.constant(text), gestureOn(count))),
        ([text, made]) => {
          const world = worldOf(text);
          const before = textErrors(world);
          const found = proposeEdits(world, made, 'en');
          if ('refused' in found) {
            assert.notEqual(found.refused.en, '');
            assert.notEqual(found.refused.zh, '');
            return;
          }
          assert.notEqual(found.options.length, 0);
          offered++;
          for (const { edits, way, label, moved } of found.options) {
            assert.doesNotMatch(`${label.en} ${label.zh}`, /undefined|NaN|\{\d\}/);
            const after = worldAfter(world, edits);
            const now = after.model.files[0]!.document.text;
            assert.deepEqual(
              worldOf(now).model.files[0]!.document.segments.map((each) => each.text),
              after.model.files[0]!.document.segments.map((each) => each.text),
            );
            assert.deepEqual(textErrors(worldOf(now)), before, now);
            assert.deepEqual(commentsOf(now), commentsOf(text), now);
            if ((made.kind === 'move' || made.kind === 'finish') && way !== 'due') isThere(worldOf(now), made, now);
            for (const bar of moved) assert.ok(bar.finish >= bar.start);
          }
        },
      ),
      { numRuns: runs(150) },
    );
    assert.ok(offered > runs(150) / 2, `only ${offered} gestures could be done`);
  });
});

/** On the day on which it was dropped, or at the instant, moved on to when somebody works. */
function isThere(
  { model, schedule }: World,
  made: Extract<Gesture, { readonly kind: 'move' | 'finish' }>,
  text: string,
): void {
  const entry = schedule.of(model.byId(made.key)!.index)!;
  const work = workTimeOf(schedule, entry.index)!;
  const isWholeDay = made.to % MINUTES_PER_DAY === 0;
  if (made.kind === 'move') {
    const days = [
      work.from(made.to),
      made.to,
      // What drives a milestone brings it to the end of a day's work.
      ...(entry.type === 'milestone' ? [work.until(made.to + MINUTES_PER_DAY)] : []),
    ].map((minute) => (isWholeDay ? dayOf(minute) : minute));
    const at = isWholeDay ? dayOf(entry.start!) : entry.start!;
    assert.ok(
      days.some((wanted) => Math.abs(wanted - at) <= (isWholeDay ? 0 : 5)),
      `${made.key} starts ${at}, not ${days.join()}\n${text}`,
    );
    return;
  }
  const last = (minute: number): number => Math.ceil(minute / MINUTES_PER_DAY) - 1;
  const [at, wanted] = [entry.finish!, work.until(made.to)];
  assert.ok(
    isWholeDay ? [last(wanted), last(made.to)].includes(last(at)) : Math.abs(at - wanted) <= 5,
    `${made.key} ends ${at}, not ${wanted}\n${text}`,
  );
}
