/** The guide tells the same story in both languages. */
import assert from 'node:assert/strict';
import { blocksOf, readPage, type Block } from '../../support/pages';

const english = readPage('docs/guide.md');
const chinese = readPage('docs/guide.zh-CN.md');

/** The ids that an example mentions, or the commands that are run. */
function gist({ language, text, section }: Block): string {
  const told = language === 'console' ? text.match(/^\$ .*$/gm) : text.match(/\b[A-Z]+-\d+\b/g);
  return `${section} ${language}: ${[...new Set(told)].join(' ')}`;
}

describe('docs/guide.zh-CN.md', () => {
  it('has the examples and commands of docs/guide.md, about the same items', () =>
    assert.deepEqual(blocksOf(chinese).map(gist), blocksOf(english).map(gist)));
});
