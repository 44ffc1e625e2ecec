import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCodes } from '../../../server/src/checks/all';
import type { Severity } from '../../../server/src/checks/check';
import type { Text, Tongue } from '../../../server/src/kinds/tongue';
import { check } from '../../support/findings';
import { inCodeUnits } from '../../support/spec';
import { fixture } from '../../support/world';

const FOLDER = 'docs/checks';
const pages = readdirSync(FOLDER);

/** Examples of these pages are whole projects, in which nothing else may be wrong; of others, the section's check is looked at. */
const WHOLE = /^(?:config|ignore|rule)\./;

const tongueOf = (page: string): Tongue => (page.endsWith('.zh-CN.md') ? 'zh' : 'en');

/** What stands above the two examples of a section. */
const SIDES = {
  en: { wrong: 'Wrong:', right: 'Right:' },
  zh: { wrong: '错误示例：', right: '正确示例：' },
};

/** How the first word of a section names the severity that the check has where no configuration says otherwise. */
const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { en: 'Error', zh: '错误' },
  warning: { en: 'Warning', zh: '警告' },
  information: { en: 'Information', zh: '信息' },
  hint: { en: 'Hint', zh: '提示' },
};

/** The blocks behind the wrong or the right side as files: a configuration, a spec, or both. */
function specOf(section: string, tongue: Tongue, side: 'wrong' | 'right'): string {
  const { wrong, right } = SIDES[tongue];
  const title = SIDES[tongue][side];
  const [, text = ''] = new RegExp(`^${title}\\n([^]*?)(?=^(?:${wrong}|${right})|$(?![^]))`, 'm').exec(section) ?? [];
  const blocks = [...text.matchAll(/```(\w+)\n([^]*?)```/g)];
  if (blocks.length === 0) throw new Error(`nothing behind ${title}`);
  const spec = blocks
    .map(([, language, code]) => `//- ${language === 'jsonc' ? 'delivery.config.json' : 'plan.delivery'}\n${code}`)
    .join('');
  return inCodeUnits(spec);
}

/** The sections of a page, each with its code in the first line. */
const sectionsOf = (page: string): readonly string[] =>
  readFileSync(join(FOLDER, page), 'utf8').split(/^## /m).slice(1);

const codeOf = (section: string): string => section.split('\n')[0]!.replace(/\\?\*$/, '');

describe(FOLDER, () => {
  for (const tongue of ['en', 'zh'] as const)
    it(`has a section for each code in ${tongue}`, () => {
      const told = pages.filter((page) => tongueOf(page) === tongue).flatMap(sectionsOf);
      assert.deepEqual(told.map(codeOf).sort(), [...allCodes, 'rule/'].sort());
    });

  it('says the same in both languages, code by code and page by page', () => {
    const outline = (page: string): readonly string[] => sectionsOf(page).map(codeOf);
    for (const page of pages.filter((each) => tongueOf(each) === 'en'))
      assert.deepEqual(outline(page.replace('.md', '.zh-CN.md')), outline(page), page);
  });
});

for (const page of pages)
  describe(join(FOLDER, page), () => {
    const tongue = tongueOf(page);
    for (const section of sectionsOf(page)) {
      const code = codeOf(section);
      const options = { tongue, ...(WHOLE.test(page) ? {} : { only: [code] }) };
      it(`${code} is found in the wrong example`, () => {
        const spec = specOf(section, tongue, 'wrong');
        if (!spec.includes(`^ ${code}`)) throw new Error(`no marker for ${code}`);
        check(spec, options);
      });
      const severity = /^[_*]([^_*]+)[.。][_*] /m.exec(section)?.[1];
      if (severity !== undefined)
        it(`${code} has the severity that is told`, () => {
          const { findings } = fixture(specOf(section, tongue, 'wrong')).world;
          assert.equal(severity, SEVERITIES[findings.find((each) => each.code === code)!.severity][tongue]);
        });
      it(`${code} is not found in the right one`, () => check(specOf(section, tongue, 'right'), options));
    }
  });
