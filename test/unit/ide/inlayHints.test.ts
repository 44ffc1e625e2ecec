import assert from 'node:assert/strict';
import { hintReason, hintsIn, type HintTypes } from '../../../server/src/ide/inlayHints';
import { parseDay } from '../../../server/src/kinds/time';
import type { Tongue } from '../../../server/src/kinds/tongue';
import { rangeOf } from '../../../server/src/model/range';
import { fixture } from '../../support/world';

const ALL: HintTypes = { dates: true, slack: true, title: true };

/** The text with its hints in brackets where they stand. */
function hinted(source: string, types: Partial<HintTypes> = ALL, tongue: Tongue = 'en'): string {
  const { world } = fixture(source, parseDay('2026-01-10'));
  const { document } = world.model.files[0]!;
  const wanted = { dates: false, slack: false, title: false, ...types };
  const hints = hintsIn(world, 0, { start: 0, end: document.length }, wanted, tongue);
  return hints.reduceRight((text, { place, text: hint }) => {
    const at = document.offsetAt(rangeOf(world.model, place).start);
    return `${text.slice(0, at)}[${hint}]${text.slice(at)}`;
  }, document.text);
}

const SPEC = `project P "p" { period: 2026-01-05.. }
phase "Build" {
  task T-1 "one" { duration: 3d }
  task T-2 { duration: 1d, after: T-1 }
  任务 T-3 "三" { 工期: 1d }
}
milestone M-1 "Pilot" { after: T-2 }
task T-4 "done" { duration: 1d, status: done, progress: 100%, actual: 2026-01-05..2026-01-05 }
task T-5 "open" { }
`;

describe('inlay hints', () => {
  it('tell computed dates and slack behind titles and ids', () =>
    assert.equal(
      hinted(SPEC, { dates: true, slack: true }),
      `project P "p" { period: 2026-01-05.. }
phase "Build"[5 Jan – 8 Jan] {
  task T-1 "one"[5 Jan – 7 Jan][critical] { duration: 3d }
  task T-2[8 Jan][critical] { duration: 1d, after: T-1 }
  任务 T-3 "三"[5 Jan][slack 3 d] { 工期: 1d }
}
milestone M-1 "Pilot"[8 Jan][critical] { after: T-2 }
task T-4 "done"[5 Jan] { duration: 1d, status: done, progress: 100%, actual: 2026-01-05..2026-01-05 }
task T-5 "open"[5 Jan …] { }
`,
    ));

  it('speak Chinese', () => {
    const text = hinted(SPEC, { dates: true, slack: true }, 'zh');
    assert.match(text, /"one"\[1月5日 – 1月7日\]\[关键\]/);
    assert.match(text, /"三"\[1月5日\]\[总时差 3 天\]/);
  });

  it('tell the titles of references, cut where they are long, never inside a sign', () =>
    assert.equal(
      hinted(
        `need N-1 "One" { }\nneed N-2 "" { }\nneed N-3 "${'👩‍💻'.repeat(60)}" { }\ngoal G "g" { from: N-1, N-2, N-3, N-4 }\n`,
        { title: true },
      ).split('\n')[3],
      `goal G "g" { from: N-1[One], N-2, N-3[${'👩‍💻'.repeat(39)}…], N-4 }`,
    ));

  it('are only those that are wanted, and only where somebody looks', () => {
    assert.equal(hinted(SPEC, {}), SPEC);
    const { world } = fixture(SPEC, parseDay('2026-01-10'));
    assert.deepEqual(hintsIn(world, 0, { start: 0, end: 3 }, ALL, 'en'), []);
  });

  it('tell why a date is where it is', () => {
    const { world, item } = fixture(SPEC, parseDay('2026-01-10'));
    assert.match(hintReason(world, item('T-2').index, 'en')!, /T-1 finishes/);
    assert.equal(hintReason(world, item('P').index, 'en'), undefined);
  });
});
