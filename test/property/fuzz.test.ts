import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceDocument } from '../../server/src/language/document';
import { Edits, type Edit } from './edits';
import { assertHolds, assertStep, foundCases, keep } from './fuzz';
import { runs, seed } from './random';
import { SPECS } from './workspaceFiles';

/** Number of edits. */
const edits = runs(2000);

/** A text is brought back to its beginning now and then, or it would soon be nothing but junk. */
const EDITS_IN_A_ROW = 40;
/** Longer texts are cut, since all is computed anew after each edit. */
const LONGEST = 1500;

const TEXTS = [
  ...SPECS,
  ...readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.delivery'))
    .sort()
    .map((name) => readFileSync(join('examples', name), 'utf8').slice(0, LONGEST)),
];

describe(`any edits of any text (seed ${seed}, ${edits} edits)`, function () {
  this.timeout(0);

  it('are read as a fresh text is, and every finding and date is about something that is there', () => {
    const random = new Edits(seed + 5);
    for (let done = 0; done < edits;) {
      const begin = random.pick(TEXTS);
      const made: Edit[] = [];
      let [document, text] = [new SourceDocument(begin), begin];
      for (let row = 0; row < EDITS_IN_A_ROW && text.length < 2 * LONGEST && done < edits; row++, done++) {
        made.push(random.next(text));
        try {
          ({ document, text } = assertStep(document, text, made.at(-1)!));
        } catch (error) {
          assert.fail(`edit ${done}, kept as ${keep({ text: begin, edits: made })}: ${String(error)}`);
        }
      }
    }
  });

  for (const [name, found] of foundCases()) it(`still hold in ${name}`, () => assertHolds(found));
});
