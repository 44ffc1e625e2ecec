/** A page that exists in English and Chinese says the same in both, as far as that can be compared. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { blocksOf, pages, readPage } from '../../support/pages';

const CHINESE = /\.zh-CN\.md$/;
const chinese = pages.filter((page) => page.endsWith('.zh-CN.md'));

const levels = (page: string): readonly string[] =>
  [...readPage(page).matchAll(/```[^]*?```|^(#+)(?= )/gm)].flatMap(([, level]) => level ?? []);

/** Code that is the same in every tongue: what is no spec, no configuration and nothing that `delivery` prints. */
const code = (page: string): readonly string[] =>
  blocksOf(readPage(page))
    .filter(({ language }) => !['', 'delivery', 'jsonc', 'console'].includes(language))
    .map(({ language, text }) => `${language}\n${text.replaceAll(/ +# .*$/gm, '')}`);

/** Pages whose text quotes no spec: what it has as code are commands, options, settings, keys and names of files, in every tongue. */
const WITHOUT_SPECS = ['README.zh-CN.md', join('docs', 'ci.zh-CN.md'), join('docs', 'editors.zh-CN.md')];

const quoted = (page: string): readonly string[] =>
  [...new Set([...readPage(page).matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!))].sort();

/** The pages that a page leads to. */
const nextTo = (page: string): readonly string[] =>
  [...readPage(page).matchAll(/\]\(([\w./-]+\.md)(?:#[^)]*)?\)/g)].map(([, path]) => join(dirname(page), path!));

for (const page of chinese)
  describe(page, () => {
    const english = page.replace(CHINESE, '.md');

    it('has the sections of the page in English', () => assert.deepEqual(levels(page), levels(english)));

    it('has the same code, but for specs', () => assert.deepEqual(code(page), code(english)));

    if (WITHOUT_SPECS.includes(page))
      it('names the same options, settings, keys and files', () => assert.deepEqual(quoted(page), quoted(english)));

    it('and the page in English lead to each other', () => {
      assert.ok(nextTo(page).includes(english));
      assert.ok(nextTo(english).includes(page));
    });

    it('leads to other pages in Chinese where there are such', () => {
      const others = nextTo(page).filter((path) => path !== english);
      assert.deepEqual(
        others.filter((path) => chinese.includes(path.replace('.md', '.zh-CN.md'))),
        [],
      );
    });
  });
