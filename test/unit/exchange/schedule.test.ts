import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { delivery } from '../../support/cli';

describe('the exported schedule', function () {
  this.timeout(30_000);
  const validate = new Ajv({ allErrors: true, strict: false }).compile(
    JSON.parse(readFileSync('schemas/schedule.schema.json', 'utf8')) as object,
  );

  for (const args of [
    ['examples/erp-rollout'],
    ['examples/智能客服'],
    ['examples/erp-rollout', '--forecast', '--runs', '50'],
  ])
    it(`of ${args.join(' ')} fits its schema`, () => {
      const printed = JSON.parse(delivery('.', ['schedule', ...args, '--format', 'json']).stdout) as {
        tasks: unknown[];
      };
      assert.ok(printed.tasks.length > 20);
      validate(printed);
      assert.deepEqual(validate.errors ?? [], []);
    });
});
