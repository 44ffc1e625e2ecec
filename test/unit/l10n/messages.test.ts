import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const json = (path: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;

/** Files of all tongues, by what stands between the name and `.json`: "zh-cn". English bundles are the messages themselves. */
const bundles = readdirSync('client/l10n').map((name) => join('client/l10n', name));
const manifests = readdirSync('.').filter((name) => /^package\.nls(?:\..+)?\.json$/.test(name));

const sources = ['client/src', 'client/webview'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name)),
);

interface Strings {
  /** Everything that is written as a string. */
  readonly all: ReadonlySet<string>;
  /** What stands in the first argument of `t(…)`, `texts.t(…)` or `l10n.t(…)`. */
  readonly translated: ReadonlySet<string>;
}

function stringsOf(files: readonly string[]): Strings {
  const all = new Set<string>();
  const translated = new Set<string>();
  const visit = (node: ts.Node, isMessage: boolean): void => {
    if (ts.isStringLiteralLike(node)) {
      all.add(node.text);
      if (isMessage) translated.add(node.text);
    }
    if (ts.isCallExpression(node) && nameOf(node.expression) === 't') {
      const [message, ...values] = node.arguments;
      visit(node.expression, false);
      if (message) visit(message, true);
      for (const value of values) visit(value, isMessage);
      return;
    }
    // What a condition compares with is no message.
    if (ts.isConditionalExpression(node)) {
      visit(node.condition, false);
      visit(node.whenTrue, isMessage);
      visit(node.whenFalse, isMessage);
      return;
    }
    const isStillMessage = isMessage && !ts.isElementAccessExpression(node) && !ts.isBinaryExpression(node);
    ts.forEachChild(node, (child) => visit(child, isStillMessage));
  };
  for (const file of files)
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true), false);
  return { all, translated };
}

const nameOf = (called: ts.Expression): string =>
  ts.isPropertyAccessExpression(called) ? called.name.text : ts.isIdentifier(called) ? called.text : '';

/** "{0} of {1}" → "{0} {1}" */
const places = (message: string): string => [...new Set(message.match(/\{\d+\}/g))].sort().join(' ');

describe('messages of the extension', () => {
  const { all, translated } = stringsOf(sources);

  it('are found in the sources', () => {
    assert.ok(translated.has('Show Output'), 'a message of the extension');
    assert.ok(translated.has('Expand all'), 'a message of the timeline');
    assert.ok(!translated.has('zh'), 'what is no message');
  });

  for (const path of bundles)
    it(`are all in ${path}, with the same places for values, and no others`, () => {
      const bundle = json(path);
      assert.deepEqual(
        [...translated].filter((message) => !Object.hasOwn(bundle, message)),
        [],
        'missing',
      );
      assert.deepEqual(
        Object.keys(bundle).filter((message) => !all.has(message)),
        [],
        'nobody asks for them',
      );
      for (const [message, translation] of Object.entries(bundle)) {
        assert.notEqual(translation.trim(), '', message);
        assert.equal(places(translation), places(message), message);
      }
    });

  it('are the same in each tongue', () => {
    const [first, ...others] = bundles.map((path) => Object.keys(json(path)).sort());
    for (const other of others) assert.deepEqual(other, first);
  });
});

describe('texts of the manifest', () => {
  const wanted = [...readFileSync('package.json', 'utf8').matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!);

  for (const path of manifests)
    it(`are all in ${path}`, () => {
      const texts = json(path);
      assert.ok(wanted.length > 0);
      assert.deepEqual(
        wanted.filter((key) => (texts[key] ?? '').trim() === ''),
        [],
      );
    });

  it('come in as many tongues as the messages', () =>
    assert.deepEqual(
      manifests.flatMap((name) => /^package\.nls\.(.+)\.json$/.exec(name)?.[1] ?? []),
      bundles.flatMap((path) => /bundle\.l10n\.(.+)\.json$/.exec(path)?.[1] ?? []),
    ));
});
