import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { check } from '../../server/src/checks';
import { configFile } from '../../server/src/model/configFile';
import { buildModel } from '../../server/src/model/model';
import { scheduleModel } from '../../server/src/schedule/fromModel';
import { SourceDocument } from '../../server/src/language/document';
import { Edits, applyEdit } from './edits';
import { runs, seed } from './random';

const URI = 'file:///plan/delivery.config.json';
const SPEC = `
need N-1 "n" { ignore: rule/a "b", trace/unused-need "c" }
requirement REQ-1 "r" { priority: must, from: N-1, tags: x, y, effort: 3d }
需求 需求-2 "r" { 优先级: 应该, 细化: REQ-1 }
`;

/** Reads it and checks a spec with it: whatever the text, findings inside it, and no exception. */
function survives(text: string): void {
  const file = configFile(URI, text);
  const { table } = file.config;
  const documents = [{ uri: 'file:///plan/a.delivery', document: new SourceDocument(SPEC) }];
  const model = buildModel(documents, table, file);
  const { findings } = check(model, { today: 20_000, schedule: scheduleModel(model) });
  for (const { code, place, message } of findings) {
    assert.ok(message.en !== '' && message.zh !== '', code);
    if (place.file < 0) assert.ok(0 <= place.start && place.start < place.end && place.end <= text.length, text);
  }
}

const WORDS = [
  ...['for', 'where', 'require', 'message', 'severity', 'fields', 'links', 'inside', 'any', 'not', 'in', 'out', 'kind'],
  ...[
    'min',
    'max',
    'files',
    'requirement',
    '需求',
    'task',
    'owner',
    'priority',
    'must',
    'verifies',
    'origin',
    'en',
    'zh',
  ],
  ...[
    'trace/no-work',
    'trace/*',
    '*',
    'rule/a',
    'a',
    'off',
    'error',
    '<= 5d',
    '!= must',
    '> 2026-01-01',
    '**/x',
    '__proto__',
  ],
];
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 8 }));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.constantFrom(true, false, null, 0, 1, -1, 2.5, 1e9),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(word, tie('value'), { maxKeys: 5 }),
  ),
}));
const config = fc.record(
  {
    severity: value,
    overrides: fc.oneof(value, fc.array(fc.record({ files: value, severity: value }, { requiredKeys: [] }))),
    rules: fc.dictionary(
      fc.constantFrom('a', 'b', '规则'),
      fc.record(
        {
          for: fc.oneof(fc.constantFrom('requirement', '*', 'task'), value),
          where: value,
          require: fc.oneof(value, fc.record({ fields: value, links: fc.array(value, { maxLength: 2 }), not: value })),
          message: fc.oneof(fc.constant('m'), value),
          severity: value,
        },
        { requiredKeys: ['for', 'message'] },
      ),
      { maxKeys: 3 },
    ),
    kinds: value,
    fields: value,
  },
  { requiredKeys: [] },
);

describe(`configuration (seed ${seed})`, () => {
  it('of any JSON gives a table, settings and findings', () =>
    fc.assert(
      fc.property(fc.oneof(config, value), (any) => survives(JSON.stringify(any))),
      { numRuns: runs(1500) },
    )).timeout(0);

  it('of any edits of what the documentation shows, too', () => {
    const page = readFileSync('docs/configuration.md', 'utf8');
    const texts = [...page.matchAll(/```jsonc\n([^]*?)```/g)].map(([, text]) => text!);
    const edits = new Edits(seed);
    for (let done = 0; done < runs(600); done++) {
      let text = texts[done % texts.length]!;
      for (let row = 0; row < 1 + (done % 3); row++) text = applyEdit(text, edits.next(text));
      survives(text);
    }
  }).timeout(0);
});
