/** Every link between pages leads to a file that is there, and to a heading in it. */
import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blocksOf, pages, readPage } from '../../support/pages';

/** `[text](target)` and `![text](target)`, outside code. */
const LINK = /\[[^\]]*\]\(<?([^)\s>]+)>?\)/g;

/** A page without its code, in which brackets are no links. */
function proseOf(page: string): string {
  const prose = blocksOf(page).reduceRight(
    (text, { start, text: code }) => text.slice(0, start) + text.slice(start + code.length),
    page,
  );
  return prose.replaceAll(/`[^`\n]*`/g, '');
}

/** The anchors that GitHub and VS Code make of the headings of a page. */
function anchorsOf(path: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of readPage(path).matchAll(/^#+ (.*)$/gm)) {
    const words = heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '');
    anchors.add(words.replaceAll(' ', '-'));
  }
  return anchors;
}

function isThere(page: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? page : join(dirname(page), decodeURIComponent(file));
  if (!existsSync(path)) return false;
  return anchor === undefined || (statSync(path).isFile() && anchorsOf(path).has(decodeURIComponent(anchor)));
}

describe('Links of pages', () => {
  for (const page of pages)
    it(`${page} leads to what is there`, () => {
      const targets = [...proseOf(readPage(page)).matchAll(LINK)].map(([, target]) => target!);
      const broken = targets.filter((target) => !/^\w+:/.test(target) && !isThere(page, target));
      assert.deepEqual(broken, []);
    });

  it('lead from the index to every page', () => {
    const index = readPage('docs/README.md');
    const listed = [...index.matchAll(LINK)].map(([, target]) => join('docs', target!));
    const written = pages.filter((page) => dirname(page) === 'docs' && page !== join('docs', 'README.md'));
    assert.deepEqual(
      written.filter((page) => !listed.includes(page)),
      [],
    );
  });
});
