import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readConfig } from '../../../server/src/kinds/config/config';
import { valueTypes } from '../../../server/src/kinds/values';
import { check } from '../../support/findings';

const page = readFileSync('docs/configuration.md', 'utf8');
const schema = JSON.parse(readFileSync('schemas/delivery.config.schema.json', 'utf8')) as {
  readonly properties: object;
  readonly definitions: Readonly<Record<'kind' | 'field', { readonly properties: object }>>;
};
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text!);

describe('docs/configuration.md', () => {
  const [config = '', wrong = ''] = blocks('jsonc');

  it('shows a configuration and a spec without any finding', () => {
    check(`//- delivery.config.json\n${config}\n//- plan.delivery\n${blocks('delivery').join('\n')}`);
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

  it('tells every setting and value type', () => {
    const { kind, field } = schema.definitions;
    const names = [kind, field].flatMap(({ properties }) => Object.keys(properties));
    const sections = Object.keys(schema.properties).filter((name) => !name.startsWith('$'));
    for (const name of [...names, ...sections, ...valueTypes.keys()]) assert.ok(page.includes(`\`${name}\``), name);
  });
});
