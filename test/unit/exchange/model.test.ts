import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readWorlds } from '../../../server/src/cli/project';
import { exportModel } from '../../../server/src/exchange/json';
import { modelSchemaOf } from '../../../server/src/exchange/modelSchema';
import { builtInTable } from '../../../server/src/kinds/table';
import { fixture } from '../../support/world';

const PATH = 'schemas/model.schema.json';

describe('the exported model', () => {
  it('has a schema made from the kind table', () => {
    const expected = `${JSON.stringify(modelSchemaOf(builtInTable), null, 2)}\n`;
    if (process.env.UPDATE_DOCS === '1') writeFileSync(PATH, expected);
    else assert.equal(readFileSync(PATH, 'utf8'), expected, `${PATH} is stale: run UPDATE_DOCS=1 npm run test:unit`);
  });

  it('of the examples fits its schema', async () => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(modelSchemaOf(builtInTable));
    for (const { model } of await readWorlds(['examples'])) {
      validate(exportModel(model, (uri) => uri));
      assert.deepEqual(validate.errors ?? [], []);
    }
  });

  it('says what was written in either tongue by canonical names, with links and their targets', () => {
    const { world } = fixture(`
      //- a.delivery
      需求 需求-1 "登录" {
        优先级: 必须
        来自: N-1, N-9
        验收标准 AC-1 "快" { 指标: login_p95 <= 2s }
      }
      need N-1 "Sign in once"
    `);
    const [requirement, criterion, need] = exportModel(world.model, (uri) => uri.slice(uri.lastIndexOf('/') + 1)).items;
    assert.deepEqual(
      { ...requirement, fields: requirement!.fields.priority },
      {
        kind: 'requirement',
        id: '需求-1',
        title: '登录',
        file: 'a.delivery',
        line: 1,
        texts: [],
        fields: [{ type: 'enum', key: 'must' }],
        links: [
          { field: 'from', id: 'N-1', to: 2, implied: false },
          { field: 'from', id: 'N-9', implied: false },
        ],
      },
    );
    assert.deepEqual(requirement!.fields.from, [
      { type: 'ref', id: 'N-1' },
      { type: 'ref', id: 'N-9' },
    ]);
    assert.deepEqual(
      [criterion!.parent, criterion!.links],
      [0, [{ field: 'verifies', id: '需求-1', to: 0, implied: true }]],
    );
    assert.equal(need!.title, 'Sign in once');
  });

  it('gives dates and times as ISO texts', () => {
    const { world } = fixture(`
      calendar C { hours: 09:00..12:30, holidays: 2026-05-01 "Labour Day", workdays: 2026-05-09 }
      milestone M-1 "Pilot" { due: 2026-03-31 }
    `);
    const [calendar, milestone] = exportModel(world.model, (uri) => uri).items;
    assert.deepEqual(milestone!.fields.due, [{ type: 'date', day: '2026-03-31' }]);
    assert.deepEqual(calendar!.fields.hours, [
      { type: 'hours', weekdays: [], spans: [{ from: '09:00', to: '12:30' }] },
    ]);
    assert.deepEqual(calendar!.fields.holidays, [
      { type: 'period', from: '2026-05-01T00:00:00', to: '2026-05-02T00:00:00', name: 'Labour Day' },
    ]);
    assert.deepEqual(calendar!.fields.workdays, [{ type: 'workday', from: '2026-05-09', to: '2026-05-10', spans: [] }]);
  });
});
