import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import manifest from '../../../package.json';
import { FULL_WIDTH } from '../../../server/src/language/characters';

interface Pattern {
  readonly pattern: string;
  readonly flags?: string;
}
interface EnterRule {
  readonly beforeText: Pattern;
  readonly afterText?: Pattern;
  readonly previousLineText?: Pattern;
  readonly action: { readonly indent: string; readonly appendText?: string };
}
interface Configuration {
  readonly brackets: readonly (readonly [string, string])[];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly wordPattern: Pattern;
  readonly indentationRules: { readonly increaseIndentPattern: Pattern; readonly decreaseIndentPattern: Pattern };
  readonly onEnterRules: readonly EnterRule[];
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
}

const configuration = JSON.parse(readFileSync('syntaxes/language-configuration.json', 'utf8')) as Configuration;

const regex = ({ pattern, flags = '' }: Pattern, more = '') => new RegExp(pattern, flags + more);

describe('language configuration', () => {
  it('lets full-width signs stand that the language reads: editors frame them as easily mistaken otherwise', () => {
    const allowed =
      manifest.contributes.configurationDefaults['[delivery]']['editor.unicodeHighlight.allowedCharacters'];
    for (const sign of Object.keys(FULL_WIDTH)) assert.ok(sign in allowed, sign);
  });

  it('takes names, ids, dates and quantities as whole words', () => {
    const words = (text: string) => text.match(regex(configuration.wordPattern, 'g'));
    assert.deepEqual(words('requirement REQ-1 "x"'), ['requirement', 'REQ-1', 'x']);
    assert.deepEqual(words('需求 需求-登录 “单点登录” ｛来自：诉求-1，状态：必须｝'), [
      '需求',
      '需求-登录',
      '单点登录',
      '来自',
      '诉求-1',
      '状态',
      '必须',
    ]);
    assert.deepEqual(words('after: auth.sso-2 SS + 2ed, login_p95 <= 99.9%'), [
      'after',
      'auth.sso-2',
      'SS',
      '2ed',
      'login_p95',
      '99.9%',
    ]);
    assert.deepEqual(words('mon..fri 2026-01-05T09:30..2026-06-30'), ['mon', 'fri', '2026-01-05T09:30', '2026-06-30']);
  });

  it('keeps a half-typed id one word, so that completion goes on behind its hyphen', () => {
    assert.deepEqual('from: REQ-'.match(regex(configuration.wordPattern, 'g')), ['from', 'REQ-']);
  });

  it('indents behind a brace that stays open', () => {
    const increases = (line: string) => regex(configuration.indentationRules.increaseIndentPattern).test(line);
    for (const line of [
      'requirement REQ-1 "x" {',
      '  需求 需求-1 “x” ｛',
      'task T-1 { // why',
      'a { b: "}"',
      'task T "a { b" {',
    ])
      assert.ok(increases(line), line);
    for (const line of [
      'need N-1 { from: INT-1 }',
      '  from: N-1',
      '// {',
      '  given: "a { b"',
      '}',
      'need N-1 “{”',
      'from: N-1 // {',
    ])
      assert.ok(!increases(line), line);
    assert.ok(regex(configuration.indentationRules.decreaseIndentPattern).test('  ｝'));
  });

  it('continues comments and opens text blocks on Enter', () => {
    assert.equal(enter('  // half', ' a comment')?.appendText, '// ');
    assert.equal(enter('  // a whole comment', ''), undefined);
    assert.equal(enter('/* words', '')?.appendText, ' * ');
    assert.equal(enter(' * words', '', '/* more')?.appendText, '* ');
    assert.equal(enter('/* words */', ''), undefined);
    assert.equal(enter('  """', '"""')?.indent, 'indentOutdent');
    assert.equal(enter('  priority: must', ''), undefined);
  });

  it('closes braces, quotes and text blocks of any width', () => {
    const pairs = new Map(configuration.autoClosingPairs.map(({ open, close }) => [open, close]));
    for (const [open, close] of [...configuration.brackets, ['"', '"'], ['"""', '"""']] as const)
      assert.equal(pairs.get(open), close);
  });

  it('folds regions', () => {
    const { start, end } = configuration.folding.markers;
    assert.match('  // #region Support', new RegExp(start));
    assert.match('// #endregion', new RegExp(end));
    assert.doesNotMatch('// regional office', new RegExp(start));
  });
});

/** The action of the first rule that fits, as in VS Code. */
function enter(before: string, after: string, previous = '') {
  const fits = (pattern: Pattern | undefined, text: string) => !pattern || regex(pattern).test(text);
  return configuration.onEnterRules.find(
    (rule) => fits(rule.beforeText, before) && fits(rule.afterText, after) && fits(rule.previousLineText, previous),
  )?.action;
}
