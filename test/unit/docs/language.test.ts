import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { referenceOf } from '../../../server/src/exchange/reference';
import { headingOfKind } from '../../../server/src/ide/typeDefinition';
import { builtInTable } from '../../../server/src/kinds/table';
import { readPage } from '../../support/pages';

const MARK = '<!-- From here on generated from schemas/kinds.json: UPDATE_DOCS=1 npm run test:unit -->\n\n';

for (const [path, tongue] of [
  ['docs/language.md', 'en'],
  ['docs/language.zh-CN.md', 'zh'],
] as const)
  describe(path, () => {
    it('holds the kinds and value types as the table has them', () => {
      const page = readPage(path);
      const [written = ''] = page.split(MARK);
      const expected = written + MARK + referenceOf(builtInTable, tongue);
      if (process.env.UPDATE_DOCS === '1') writeFileSync(path, expected);
      else assert.equal(page, expected, 'the page is stale: run UPDATE_DOCS=1 npm run test:unit');
    });

    it('has a section for every kind, where editors look for it', () => {
      const missing = builtInTable.kinds.filter(({ key }) => headingOfKind(readPage(path), key) === undefined);
      assert.deepEqual(missing, []);
    });
  });
