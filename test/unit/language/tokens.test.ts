import assert from 'node:assert/strict';
import * as tokens from '../../../server/src/language/tokens';
import { tokenize } from '../../../server/src/language/tokens';

/** Texts that are one token, by the name of its type. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  Colon: [':', '：'],
  Comma: [',', '，', '、'],
  LeftBrace: ['{', '｛'],
  RightBrace: ['}', '｝'],
  Name: ['a', '_', 'REQ-1', 'a.b-c', '优先级', '𠀀-1', 'https'],
  String: ['"a"', '“a”', '“a"', '"a\\"b"', '""'],
  UnclosedString: ['"a', '“a'],
  Text: ['"""a\nb"""', '“”“a“”“'],
  UnclosedText: ['"""a\nb'],
  Number: ['7', '1.5', '12345'],
  Percent: ['40%', '99.9％'],
  Quantity: ['5d', '2.5h', '2自然日', '25e%'],
  Date: ['2026-01-05'],
  DateTime: ['2026-01-05T09:30', '2026-01-05T9：30', '2026-01-05T09:30:15'],
  Time: ['09:00', '9：30'],
  Url: ['https://example.com/a?b#c', 'ftp://x'],
  Range: ['..'],
  Plus: ['+', '＋'],
  Minus: ['-', '－'],
  Slash: ['/', '／'],
  Compare: ['<=', '>', '！＝', '≤', '＜='],
  Junk: ['@#$', '!', '\uD800', '😀', '％', '.'],
  LineComment: ['// a', '//'],
  BlockComment: ['/* a\nb */'],
  UnclosedComment: ['/* a'],
};

describe('tokens', () => {
  it('have an example for each type', () => {
    const types = Object.entries(tokens).filter(([, value]) => typeof value === 'number');
    assert.deepEqual(types.map(([name]) => name).sort(), [...Object.keys(EXAMPLES), 'EndOfText'].sort());
  });

  for (const [name, texts] of Object.entries(EXAMPLES))
    it(`are read as ${name}`, () => {
      for (const text of texts) {
        const read = tokenize(` ${text}`);
        const found = [...read.tokens, ...read.comments].map(({ tokenType, image }) => [tokenType, image]);
        assert.deepEqual(found, [[tokens[name as keyof typeof tokens], text]], text);
      }
    });

  it('end where the next one cannot belong to them', () => {
    const images = (text: string): readonly string[] => tokenize(text).tokens.map(({ image }) => image);
    assert.deepEqual(images('2026-1-5'), ['2026', '-', '1', '-', '5']);
    assert.deepEqual(images('12:345'), ['12:34', '5']);
    assert.deepEqual(images('123:45'), ['123', ':', '45']);
    assert.deepEqual(images('1..2'), ['1', '..', '2']);
    assert.deepEqual(images('1.5x%'), ['1.5x%']);
    assert.deepEqual(images('a..b'), ['a', '..', 'b']);
    assert.deepEqual(images('link: https:'), ['link', ':', 'https', ':']);
  });
});
