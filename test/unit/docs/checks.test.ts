import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../support/findings';

const FOLDER = 'docs/checks';
const pages = readdirSync(FOLDER).filter((page) => page !== 'trace.md');

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

for (const page of pages)
  describe(join(FOLDER, page), () => {
    for (const section of readFileSync(join(FOLDER, page), 'utf8').split(/^## /m).slice(1)) {
      const code = section.split('\n')[0]!.replace(/\\?\*$/, '');
      const options = WHOLE.includes(page) ? {} : { only: [code] };
      it(`${code} is found in the wrong example`, () => {
        const spec = specOf(section, 'Wrong');
        if (!spec.includes(`^ ${code}`)) throw new Error(`no marker for ${code}`);
        check(spec, options);
      });
      it(`${code} is not found in the right one`, () => check(specOf(section, 'Right'), options));
    }
  });
