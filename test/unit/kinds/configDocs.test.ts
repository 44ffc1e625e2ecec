import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readConfig } from '../../../server/src/kinds/config/config';
import { valueTypes } from '../../../server/src/kinds/values';
import { check } from '../../support/findings';

const schema = JSON.parse(readFileSync('schemas/delivery.config.schema.json', 'utf8')) as {
  readonly properties: Readonly<Record<string, object>> & {
    readonly overrides: { readonly items: { readonly properties: object } };
  };
  readonly definitions: Readonly<
    Record<'kind' | 'field' | 'rule' | 'condition' | 'links', { readonly properties: object }>
  >;
};
const blocks = (language: string, source: string): readonly string[] =>
  [...source.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text!);

/** The page in each tongue, with the headings of the sections that are not named after a setting. */
const PAGES = [
  ['docs/configuration.md', { suppressions: 'Suppressions', wrong: 'When something is wrong' }],
  ['docs/configuration.zh-CN.md', { suppressions: '忽略', wrong: '写错时' }],
] as const;

for (const [path, headings] of PAGES)
  describe(path, () => {
    const page = readFileSync(path, 'utf8');
    const section = (title: string): string => page.split(/^## /m).find((text) => text.startsWith(title)) ?? '';
    const [config = ''] = blocks('jsonc', page);
    const [wrong = ''] = blocks('jsonc', section(headings.wrong));

    it('shows a configuration and a spec without any finding', () => {
      check(
        `//- delivery.config.json\n${config}\n//- plan.delivery\n${blocks('delivery', page.split(/^## /m)[0]!).join('\n')}`,
      );
    });

    it('shows exactly the findings that its comments tell', () => {
      const found = readConfig(wrong).problems.map(
        ({ code, start }) => `${wrong.slice(0, start).split('\n').length} ${code}`,
      );
      const told = wrong.split('\n').flatMap((line, index) => {
        const code = /\/\/ (config\/\w+)/.exec(line)?.[1];
        return code ? [`${index + 1} ${code}`] : [];
      });
      assert.deepEqual(found, told);
    });

    it('shows other settings that are right', () => {
      const found = blocks('jsonc', page)
        .filter((text) => text !== wrong)
        .flatMap((text) =>
          readConfig(text).problems.map(({ code, start }) => `${text.slice(start, start + 40)}: ${code}`),
        );
      assert.deepEqual(found, []);
    });

    it('sets severities as it says', () =>
      check(
        `
//- delivery.config.json
${blocks('jsonc', section('`severity`')).join('')}
//- plan.delivery
requirement REQ-1 "x" {
//          ^^^^^ kind/missing-field
//          ^^^^^ trace/no-work
//          ^^^^^ trace/no-milestone
  from: N-1
  criterion AC-1 "y" { }
}
need N-1 "z" { }
//- drafts/a/b.delivery
requirement REQ-2 "x" { }
//          ^^^^^ kind/missing-field
    `,
        { only: ['kind', 'trace'] },
      ));

    it('finds by its rules what it says', () => {
      const [config = ''] = blocks('jsonc', section('`rules`'));
      const [spec = ''] = blocks('delivery', section('`rules`'));
      check(`//- delivery.config.json\n${config}//- plan.delivery\n${spec}`, { only: ['rule', 'config', 'kind'] });
    });

    it('suppresses findings as it says', () => check(blocks('delivery', section(headings.suppressions)).join('')));

    it('tells every setting and value type', () => {
      const { kind, field, rule, condition, links } = schema.definitions;
      const override = schema.properties.overrides.items;
      const names = [kind, field, override, rule, condition, links].flatMap(({ properties }) =>
        Object.keys(properties),
      );
      const sections = Object.keys(schema.properties).filter((name) => !name.startsWith('$'));
      for (const name of [...names, ...sections, ...valueTypes.keys()]) assert.ok(page.includes(`\`${name}\``), name);
    });
  });
