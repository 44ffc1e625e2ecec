/** What must hold for any text and any edit of it; cases that once did not are kept in `test/cases/found`. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { World } from '../../server/src/ide/world';
import { SourceDocument } from '../../server/src/language/document';
import { CONFIG_FILE, type Place } from '../../server/src/model/model';
import { worldOf } from '../support/corpus';
import { applyEdit, type Edit } from './edits';

/** A text and edits one after the other. */
export interface Case {
  readonly text: string;
  readonly edits: readonly Edit[];
}

const FOLDER = join('test', 'cases', 'found');

/** The cases that were found before, by the names of their files. */
export const foundCases = (): readonly (readonly [string, Case])[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Case]);

/** Keeps a case, made as small as it gets, and returns the path of its file. */
export function keep(failing: Case): string {
  const small = shrunken(failing);
  const text = `${JSON.stringify(small, null, 2)}\n`;
  const path = join(FOLDER, `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`);
  writeFileSync(path, text);
  return path;
}

/** Throws if something does not hold at any step of a case. */
export function assertHolds({ text, edits }: Case): void {
  let document = new SourceDocument(text);
  assertReads(document, text);
  for (const edit of edits) ({ document, text } = assertStep(document, text, edit));
}

/** The document and the text after an edit; throws if something does not hold there. */
export function assertStep(
  document: SourceDocument,
  text: string,
  edit: Edit,
): { document: SourceDocument; text: string } {
  const next = document.edit(edit.start, edit.end, edit.inserted);
  const written = applyEdit(text, edit);
  assertReads(next, written);
  return { document: next, text: written };
}

function assertReads(document: SourceDocument, text: string): void {
  const fresh = new SourceDocument(text);
  // What a segment says follows from its text alone.
  assert.deepEqual(textsOf(document), textsOf(fresh));
  assertWorld(
    worldOf([
      ['a.delivery', document.text],
      ['b.delivery', OTHER],
    ]),
  );
}

const textsOf = ({ segments }: SourceDocument): readonly string[] => segments.map(({ text }) => text);

/** What the edited file refers to, and what refers to it. */
const OTHER = `need N-1 "Sign in" { from: INT-1 }
requirement REQ-1 "Single sign-on" { from: N-1, priority: must, criterion AC-1 "Works" { verify: test } }
task T-1 "Build" { effort: 3d, after: T-2, realizes: REQ-2, assign: lin }
milestone M-1 "Pilot" { due: 2026-03-31, delivers: REQ-1, REQ-2 }
person lin "Lin" { }
project p "P" { period: 2026-01-05..2026-06-30 }
`;

/** Every finding is about something that is there, and says what. */
function assertWorld({ model, findings, schedule }: World): void {
  const assertPlace = ({ file, segment, start, end }: Place): void => {
    if (file === CONFIG_FILE) return;
    const text = model.files[file]?.document.segments[segment]?.text ?? assert.fail(`no segment ${segment} in ${file}`);
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}..${end} of ${text.length}`);
    for (const at of [start, end]) assert.ok(!CUT.test(text.slice(at - 1, at + 1)), `${at} lies within a sign`);
  };
  for (const { place, message, related, code } of findings) {
    assertPlace(place);
    assert.ok(message.en !== '' && message.zh !== '', code);
    for (const other of related()) assertPlace(other.place);
  }
  for (const { item, start, finish } of schedule.items()) {
    assert.equal(model.items[item.index], item);
    if (start !== undefined && finish !== undefined)
      assert.ok(Number.isFinite(start) && Number.isFinite(finish) && start <= finish, `${start}..${finish}`);
  }
}

const CUT = /^[\ud800-\udbff][\udc00-\udfff]$/;

/** The smallest case that fails too, as far as leaving out edits and lines finds it. */
function shrunken(failing: Case): Case {
  const texts = failing.edits.reduce<string[]>((all, edit) => [...all, applyEdit(all.at(-1)!, edit)], [failing.text]);
  const last = { text: texts.at(-1)!, edits: [] };
  if (fails(last)) return { text: smallest(last.text), edits: [] };
  for (let from = texts.length - 2; from >= 0; from--) {
    const tail = { text: texts[from]!, edits: failing.edits.slice(from) };
    if (fails(tail)) return tail;
  }
  return failing;
}

/** The text without every piece that is not needed to fail, first large ones, then single signs. */
function smallest(text: string): string {
  for (let size = text.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < text.length;) {
      const shorter = text.slice(0, at) + text.slice(at + size);
      if (fails({ text: shorter, edits: [] })) text = shorter;
      else at += size;
    }
  return text;
}

function fails(candidate: Case): boolean {
  try {
    assertHolds(candidate);
    return false;
  } catch {
    return true;
  }
}
