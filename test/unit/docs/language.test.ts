import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { referenceOf } from '../../../server/src/exchange/reference';
import { builtInTable } from '../../../server/src/kinds/table';

const PATH = 'docs/language.md';
const MARK = '<!-- From here on generated from schemas/kinds.json: UPDATE_DOCS=1 npm run test:unit -->\n\n';

describe('docs/language.md', () => {
  const page = readFileSync(PATH, 'utf8');
  const [written = ''] = page.split(MARK);

  it('holds the kinds and value types as the table has them', () => {
    const expected = written + MARK + referenceOf(builtInTable);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(PATH, expected);
    else assert.equal(page, expected, 'the page is stale: run UPDATE_DOCS=1 npm run test:unit');
  });
});
