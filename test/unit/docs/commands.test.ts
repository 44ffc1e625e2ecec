/** Commands that a page names in a sentence exist, and take the options that it names. */
import assert from 'node:assert/strict';
import { delivery } from '../../support/cli';
import { pages, readPage, unknownScripts } from '../../support/pages';

/** `delivery check --strict`: code in a line of text. */
const DELIVERY = /`delivery ([a-z][^`\n]*)`/g;

const helps = new Map<string, string>();

/** What a command says of itself; undefined if there is none of that name. */
function helpOf(command: string): string | undefined {
  if (!helps.has('')) helps.set('', delivery('.', ['--help']).stdout);
  if (!new RegExp(`^ {2}${command}\\b`, 'm').test(helps.get('')!)) return undefined;
  if (!helps.has(command)) helps.set(command, delivery('.', [command, '--help']).stdout);
  return helps.get(command);
}

function unknownIn(text: string): readonly string[] {
  const [command = ''] = text.split(' ');
  const help = helpOf(command);
  if (help === undefined) return [text];
  return [...text.matchAll(/--[a-z-]+/g)].flatMap(([option]) => (help.includes(option) ? [] : `${text}: ${option}`));
}

describe('Commands that pages name', function () {
  this.timeout(60_000);

  for (const page of pages)
    it(`${page} names those that exist`, () => {
      const text = readPage(page);
      assert.deepEqual(
        [...text.matchAll(DELIVERY)].flatMap(([, command = '']) => unknownIn(command)),
        [],
      );
      assert.deepEqual(unknownScripts(text), []);
    });
});
