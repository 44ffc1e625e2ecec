import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import validate from '../../../schemas/delivery.config.schema.json?validator';
import { scanName } from '../../../server/src/language/scan';
import { valueTypes } from '../../../server/src/kinds/values';

const read = (name: string): { readonly definitions: Readonly<Record<string, unknown>>; readonly $id: string } =>
  JSON.parse(readFileSync(`schemas/${name}`, 'utf8')) as ReturnType<typeof read>;

describe('schemas', () => {
  it('the built-in kind table matches its schema', () => {
    const check = new Ajv({ allErrors: true }).compile(read('kinds.schema.json'));
    check(read('kinds.json'));
    assert.deepEqual(check.errors, null);
  });

  it('the kind table’s schema and the engine know the same value types', () => {
    const { enum: names } = read('kinds.schema.json').definitions.valueType as { readonly enum: readonly string[] };
    assert.deepEqual([...names].sort(), [...valueTypes.keys()].sort());
  });

  it('a name of the configuration is a name of the language', () => {
    const words = [
      'a',
      '_',
      'REQ-1',
      '需求-登录',
      'auth.sso-2',
      'é1',
      '𠀀',
      'a--b',
      '-a',
      'a-',
      '1a',
      'a b',
      '',
      'a:',
      '：',
      'ा',
      'aा',
    ];
    for (const word of words) {
      const isName = word !== '' && scanName(word, 0) === word.length;
      assert.equal(validate({ kinds: Object.fromEntries([[word, {}]]) }), isName, word);
    }
  });
});
