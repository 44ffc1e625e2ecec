/** Formats specs, and compares what comes out. */
import assert from 'node:assert/strict';
import { SourceDocument } from '../../server/src/language/document';
import { applyEdits } from '../../server/src/language/format/edits';
import { formatDocument } from '../../server/src/language/format/format';
import { dedent } from './spec';

/** The text in its canonical form; fails if it is refused. */
export function format(text: string): string {
  const result = formatDocument(new SourceDocument(text));
  return 'edits' in result ? applyEdits(text, result.edits) : assert.fail(`refused: ${result.refused}`);
}

/** `before` becomes `after`, and `after` stays. */
export function formats(before: string, after: string): void {
  const expected = dedent(after);
  assert.equal(format(dedent(before)), expected);
  assert.equal(format(expected), expected);
}

export const stays = (text: string): void => formats(text, text);
