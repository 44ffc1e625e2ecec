import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCodes } from '../../../server/src/checks';
import { check } from '../../support/findings';

const FOLDER = 'docs/checks';
const pages = readdirSync(FOLDER);

/** Examples of these pages are whole projects, in which nothing else may be wrong; of others, the section's check is looked at. */
const WHOLE = ['config.md', 'ignore.md', 'rule.md'];

/** The blocks behind "Wrong:" or "Right:" as files: a configuration, a spec, or both. */
function specOf(section: string, side: 'Wrong' | 'Right'): string {
  const [, text = ''] = new RegExp(`^${side}:\\n([^]*?)(?=^(?:Wrong|Right):|$(?![^]))`, 'm').exec(section) ?? [];
  const blocks = [...text.matchAll(/```(\w+)\n([^]*?)```/g)];
  if (blocks.length === 0) throw new Error(`nothing behind ${side}:`);
  return blocks
    .map(([, language, code]) => `//- ${language === 'jsonc' ? 'delivery.config.json' : 'plan.delivery'}\n${code}`)
    .join('');
}

/** The sections of a page, each with its code in the first line. */
const sectionsOf = (page: string): readonly string[] =>
  readFileSync(join(FOLDER, page), 'utf8').split(/^## /m).slice(1);

const codeOf = (section: string): string => section.split('\n')[0]!.replace(/\\?\*$/, '');

describe(FOLDER, () => {
  it('has a section for each code', () => {
    const told = pages.flatMap(sectionsOf).map(codeOf);
    assert.deepEqual(told.filter((code) => !code.startsWith('rule/')).sort(), [...allCodes].sort());
  });
});

for (const page of pages)
  describe(join(FOLDER, page), () => {
    for (const section of sectionsOf(page)) {
      const code = codeOf(section);
      const options = WHOLE.includes(page) ? {} : { only: [code] };
      it(`${code} is found in the wrong example`, () => {
        const spec = specOf(section, 'Wrong');
        if (!spec.includes(`^ ${code}`)) throw new Error(`no marker for ${code}`);
        check(spec, options);
      });
      it(`${code} is not found in the right one`, () => check(specOf(section, 'Right'), options));
    }
  });
