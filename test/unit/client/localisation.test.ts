import assert from 'node:assert/strict';
import manifest from '../../../package.json';
import english from '../../../package.nls.json';
import chinese from '../../../package.nls.zh-cn.json';

/** Every text of the manifest that stands for a translated one: "%command.openTimeline%". */
const placeholders = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /^%(.+)%$/.exec(value)?.slice(1) ?? [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(placeholders) : [];
};

describe('the manifest', () => {
  const wanted = [...new Set(placeholders(manifest))].sort();

  for (const [tongue, texts] of Object.entries({ English: english, Chinese: chinese }))
    it(`has every text in ${tongue}, and none that nobody asks for`, () => {
      assert.deepEqual(Object.keys(texts).sort(), wanted);
      for (const [key, text] of Object.entries(texts)) assert.notEqual(text.trim(), '', key);
    });

  it('has no text for people that is not translated', () => {
    const words = ['title', 'description', 'markdownDescription', 'label', 'displayName', 'category', 'name'];
    const bare = (value: unknown, path: string): readonly string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
            words.includes(key) && typeof inner === 'string' && /\s/.test(inner) && !/^%.+%$/.test(inner)
              ? [`${path}.${key}: ${inner}`]
              : bare(inner, `${path}.${key}`),
          );
    assert.deepEqual(bare(manifest.contributes, 'contributes'), []);
  });
});
