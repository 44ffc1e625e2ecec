import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { editsByFile } from '../../server/src/checks/repair/apply';
import type { RepairEdit } from '../../server/src/checks/repair/repair';
import { isMendable, mendingOf, quickFixesIn, suppressionsIn, type FileSpan } from '../../server/src/ide/codeActions';
import { askedAt } from '../../server/src/ide/refactor/asked';
import { refactoringsIn, soundEdits, type Refactoring } from '../../server/src/ide/refactor';
import { edited, type World } from '../../server/src/ide/world';
import { blockText } from '../../server/src/language/quotes';
import { Text, tokenize } from '../../server/src/language/tokens';
import { worldOf } from '../support/corpus';
import { applyEdit, Edits } from './edits';
import { anySpec } from './formatSpecs';
import { runs, seed } from './random';
import { SPECS } from './workspaceFiles';

/** Number of generated projects. */
const numRuns = runs(150);

const textsOf = ({ model }: World): readonly string[] => model.files.map(({ document }) => document.text);

const errorsOf = ({ findings }: World): number => findings.filter(({ severity }) => severity === 'error').length;

/** Comments and text blocks of all files, without indentation. */
const wordsOf = (world: World): readonly string[] =>
  world.model.files
    .flatMap(({ document }) => document.segments)
    .flatMap(({ text }) => {
      const { tokens, comments } = tokenize(text);
      const blocks = tokens.filter(({ tokenType }) => tokenType === Text);
      return [
        ...comments.map(({ image }) => image.trim().replace(/\s*(?:\r\n|\n|\r)\s*/g, '\n')),
        ...blocks.map(({ image }) => blockText(image, true)),
      ];
    })
    .sort();

/** "AC-1 verifies REQ-1", whether written or meant by where the item stands. */
const linksOf = ({ model: { links, items } }: World): readonly string[] =>
  links()
    .map(
      ({ from, to, field, reference }) => `${items[from]!.id} ${field.key} ${reference?.reference.id ?? items[to]?.id}`,
    )
    .sort();

const itemsOf = ({ model: { items } }: World): readonly string[] =>
  items.map(({ id = '', title, kind }) => `${kind?.key} ${id} ${title}`).sort();

/** Does no edit begin or end inside a pair of surrogates or a CRLF? */
function assertWhole(world: World, edits: readonly RepairEdit[]): void {
  for (const [file, list] of editsByFile(world.model, edits)) {
    const text = world.model.files[file]!.document.text;
    for (const { start, end } of list)
      for (const at of [start, end])
        assert.ok(!/^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1)), `cut at ${at}`);
  }
}

/** Tries a refactoring; false if it is refused. */
function tryOut(world: World, span: FileSpan, refactoring: Refactoring): boolean {
  const edits = soundEdits(world, refactoring);
  if (!edits) return false;
  assertWhole(world, edits);
  const after = edited(world, edits);
  const said = (): string =>
    `${refactoring.title.en}\n${textsOf(world).join('\n----\n')}\n=>\n${textsOf(after).join('\n----\n')}`;
  assert.ok(errorsOf(after) <= errorsOf(world), said());
  assert.deepEqual(wordsOf(after), wordsOf(world), said());
  assert.deepEqual(itemsOf(after), itemsOf(world), said());
  assert.deepEqual(linksOf(after), linksOf(world), said());
  const isOnce = refactoring.kind === 'rewrite' || refactoring.kind === 'source';
  const again = isOnce && refactoringsIn(after, span).find(({ key }) => key === refactoring.key);
  assert.ok(!again || !soundEdits(after, again), `again: ${said()}`);
  if (refactoring.kind === 'extract') assertWayBack(world, after, span);
  return true;
}

/** What was moved out can be moved in again, and then says the same as before. */
function assertWayBack(world: World, after: World, span: FileSpan): void {
  const { id } = askedAt(world, span).head!;
  const item = id !== undefined && !world.model.duplicates.has(id) ? after.model.byId(id) : undefined;
  if (!item) return;
  const start = after.model.files[item.file]!.document.offsetOf(item.segment) + item.declaration.start;
  const back = refactoringsIn(after, { file: item.file, start, end: start }).find(({ kind }) => kind === 'inline');
  // Where the link names more than one item there is no way back.
  const edits = back && soundEdits(after, back);
  if (!edits) return;
  inlined++;
  const there = edited(after, edits);
  assert.deepEqual([wordsOf(there), itemsOf(there), linksOf(there)], [wordsOf(world), itemsOf(world), linksOf(world)]);
  const parentOf = ({ model }: World): string | undefined => model.items[model.byId(id!)!.parent]?.id;
  assert.equal(parentOf(there), parentOf(world));
}

let inlined = 0;

/** A cursor at each word, and a selection from each second one to one behind it. */
function spansOf({ model }: World): readonly FileSpan[] {
  return model.files.flatMap(({ document: { text } }, file) => {
    const starts = tokenize(text).tokens.map(({ startOffset }) => startOffset);
    return starts.flatMap((start, index) => [
      { file, start, end: start },
      ...(index % 2 === 0 ? [{ file, start, end: starts[index + 7] ?? text.length }] : []),
    ]);
  });
}

/**
 * What a finding hides as long as it stands: nobody reads the fields of an unknown kind, the names
 * in a value that cannot be read, or where a link to nothing would lead.
 */
const HIDDEN: Readonly<Record<string, RegExp>> = {
  'kind/unknown': /^(?!syntax\/)/,
  'kind/invalid-value': /^(?!syntax\/|kind\/)/,
  'kind/unknown-field': /^(?!syntax\/)/,
  'name/unresolved': /^(?!syntax\/|kind\/)/,
};

function tryQuickFixes(world: World, span: FileSpan): void {
  for (const { edits, title, finding } of [...quickFixesIn(world, span), ...suppressionsIn(world, span)]) {
    assertWhole(world, edits);
    const after = edited(world, edits);
    const count = (of: World): number =>
      of.findings.filter(({ severity, code }) => severity === 'error' && !HIDDEN[finding.code]?.test(code)).length;
    assert.ok(count(after) <= count(world), `${title.en}\n${textsOf(world).join('\n----\n')}`);
  }
}

function tryFixAll(world: World, file: number): void {
  if (!isMendable(world, file)) return;
  const edits = mendingOf(world, file);
  assertWhole(world, edits);
  const after = edited(world, edits);
  assert.ok(errorsOf(after) <= errorsOf(world), `fix all\n${textsOf(world).join('\n----\n')}`);
  assert.deepEqual(wordsOf(after), wordsOf(world), `fix all\n${textsOf(world).join('\n----\n')}`);
}

const examples = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join('examples', name));

describe(`code actions (seed ${seed})`, function () {
  this.timeout(0);

  for (const folder of examples)
    it(`are sound wherever they are offered in ${folder}`, () => {
      const files = readdirSync(folder).filter((name) => name.endsWith('.delivery'));
      const world = worldOf(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
      const done = new Map<string, number>();
      const known = new Set<string>();
      const before = inlined;
      for (const span of spansOf(world))
        for (const refactoring of refactoringsIn(world, span)) {
          // The same at another word of the item.
          if (known.has(`${span.file} ${refactoring.key}`)) continue;
          known.add(`${span.file} ${refactoring.key}`);
          assert.ok(tryOut(world, span, refactoring), `refused: ${refactoring.title.en}`);
          done.set(refactoring.kind, (done.get(refactoring.kind) ?? 0) + 1);
        }
      assert.equal(inlined - before, done.get('extract'), 'nothing found its way back');
      for (const kind of ['extract', 'move', 'rewrite', 'source'])
        assert.ok(done.get(kind)! > 0, `no ${kind} was tried`);
    });

  it(`leave no new error, no comment lost and no link changed, in ${numRuns} generated projects`, () => {
    const tried = { done: 0, refused: 0 };
    const spec = fc.oneof(
      anySpec,
      fc.shuffledSubarray([...SPECS], { minLength: 2 }).map((parts) => parts.join('\n')),
    );
    fc.assert(
      fc.property(fc.tuple(spec, spec), fc.infiniteStream(fc.nat()), ([first, second], picks) => {
        const world = worldOf([
          ['a.delivery', first],
          ['b.delivery', second],
        ]);
        const spans = spansOf(world);
        for (let count = 0; count < 6 && spans.length > 0; count++) {
          const span = spans[(picks.next().value as number) % spans.length]!;
          tryQuickFixes(world, span);
          for (const refactoring of refactoringsIn(world, span))
            tried[tryOut(world, span, refactoring) ? 'done' : 'refused']++;
        }
      }),
      { numRuns },
    );
    assert.ok(tried.done > numRuns, `only ${tried.done} were done`);
    assert.ok(tried.refused < tried.done / 10, `${tried.refused} of ${tried.done + tried.refused} were refused`);
  });

  it(`leave no new error in ${numRuns} texts after any edits`, () => {
    const random = new Edits(seed + 3);
    let mendable = 0;
    for (let count = 0; count < numRuns; count++) {
      const other = random.pick(SPECS);
      let text = random.pick(SPECS);
      for (let edits = random.below(12); edits > 0; edits--) text = applyEdit(text, random.next(text));
      const world = worldOf([
        ['a.delivery', text],
        ['b.delivery', other],
      ]);
      const spans = spansOf(world);
      for (let asked = 0; asked < 4 && spans.length > 0; asked++) {
        const span = random.pick(spans);
        tryQuickFixes(world, span);
        for (const refactoring of refactoringsIn(world, span)) tryOut(world, span, refactoring);
      }
      if (isMendable(world, 0)) mendable++;
      tryFixAll(world, 0);
    }
    assert.ok(mendable > numRuns / 10, `only ${mendable} texts had something to mend`);
  });
});
