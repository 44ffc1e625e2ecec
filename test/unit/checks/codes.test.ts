import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { allCodes, formChecks, modelChecks, wordingChecks } from '../../../server/src/checks/all';

const PATH = 'schemas/checks.schema.json';
const LEVEL = { $ref: 'delivery.config.schema.json#/definitions/level' };

/** Each code and family as a name that an editor can complete; other names are the configuration reader's business. */
function schemaOf(codes: readonly string[]): string {
  const settable = codes.filter((code) => !code.startsWith('config/'));
  const families = settable.map((code) => code.replace(/\/.*/, '/*'));
  const names = [...new Set(['*', 'rule/*', ...families, ...settable])].sort();
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://delivery-spec.dev/schemas/checks.schema.json',
    title: 'Codes of all checks',
    definitions: {
      severities: {
        type: 'object',
        additionalProperties: LEVEL,
        properties: Object.fromEntries(names.map((name) => [name, LEVEL])),
      },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

describe(PATH, () => {
  it('lists the codes of all checks and their families', () => {
    const expected = schemaOf(allCodes);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(PATH, expected);
    else assert.equal(readFileSync(PATH, 'utf8'), expected, `${PATH} is stale: run UPDATE_DOCS=1 npm run test:unit`);
  });

  it('has one severity for each code', () => {
    const severities = new Map(modelChecks.map(({ code, severity }) => [code, severity]));
    for (const { code, severity } of [...formChecks, ...wordingChecks])
      assert.equal(severity, severities.get(code) ?? severity, code);
  });
});
