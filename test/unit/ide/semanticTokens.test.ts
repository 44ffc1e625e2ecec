import assert from 'node:assert/strict';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_SIZE, TOKEN_TYPES } from '../../../server/src/ide/semanticTokens';
import { fixture, type Fixture } from '../../support/world';

/** "REQ-1 class.declaration.done", in the order of the text. */
function tokensOf({ world }: Fixture, file = 0, span?: { start: number; end: number }): readonly string[] {
  const lines = world.model.files[file]!.document.text.split('\n');
  const numbers = semanticTokens(world, file, span);
  const tokens: string[] = [];
  for (let at = 0; at < numbers.length; at += TOKEN_SIZE) {
    const [line, character, length, type, bits] = numbers.subarray(at, at + TOKEN_SIZE) as unknown as number[];
    const word = lines[line!]!.slice(character, character! + length!);
    const modifiers = TOKEN_MODIFIERS.filter((_, bit) => bits! & (1 << bit));
    tokens.push(`${word} ${[TOKEN_TYPES[type!], ...modifiers].join('.')}`);
  }
  return tokens;
}

const ids = (source: string): readonly string[] =>
  tokensOf(fixture(source)).filter((token) => token.includes(' class'));

describe('semantic tokens', () => {
  it('tell kinds, ids, fields, values and references, in the order of the text', () =>
    assert.deepEqual(
      tokensOf(
        fixture(`
          // requirement X "y" { }
          需求 REQ-1 "😀 priority: must" { 优先级：必须，来自：N-1
            criterion AC-1 "x" { verify: test }
            depends: REQ-1
          }
          need N-1 "y" { }
        `),
      ),
      [
        '需求 keyword',
        'REQ-1 class.declaration',
        '优先级 property',
        '必须 enumMember',
        '来自 property',
        'N-1 class.reference',
        'criterion keyword',
        'AC-1 class.declaration',
        'verify property',
        'test enumMember',
        'depends property',
        'REQ-1 class.reference',
        'need keyword',
        'N-1 class.declaration',
      ],
    ));

  it('leave unknown kinds, fields and values to the grammar', () =>
    assert.deepEqual(tokensOf(fixture('thing X "x" { colour: red }\nneed N "n" { colour: red, value: }')), [
      'X class.declaration',
      'need keyword',
      'N class.declaration',
      'value property',
    ]));

  it('know kinds and fields of the project', () =>
    assert.deepEqual(
      tokensOf(
        fixture(`
          //- delivery.config.json
          { "kinds": { "interface": { "names": { "zh": ["接口"] } } } }
          //- main.delivery
          接口 I-1 "x" { }
        `),
      ),
      ['接口 keyword', 'I-1 class.declaration'],
    ));

  it('mark references that lead nowhere, also when the item is in another file', () => {
    const plan = fixture('//- a.delivery\nneed N-1 "a" { from: S-1, S-2 }\n//- b.delivery\nsource S-1 "s" { }\n');
    assert.deepEqual(tokensOf(plan).slice(3), ['S-1 class.reference', 'S-2 class.reference.unresolved']);
  });

  it('mark what is done, by its own word or by what holds', () =>
    assert.deepEqual(
      ids(`
        task T-1 "a" { status: done, effort: 1d }
        task T-2 "b" { after: T-1, effort: 1d }
        task T-3 "c" { progress: 100%, effort: 1d }
        requirement REQ-1 "d" {
          criterion AC-1 "e" { verify: test, result: passed 2026-03-30, evidence: "log.txt" }
          criterion AC-2 "f" { verify: test, result: failed 2026-03-30 }
        }
        signoff S-1 "g" { accepts: AC-1, result: accepted }
        risk R-1 "h" { status: closed, threatens: T-1 }
      `),
      [
        'T-1 class.declaration.done',
        'T-2 class.declaration',
        'T-1 class.reference.done',
        'T-3 class.declaration.done',
        'REQ-1 class.declaration',
        'AC-1 class.declaration.done',
        'AC-2 class.declaration',
        'S-1 class.declaration.done',
        'AC-1 class.reference.done',
        'R-1 class.declaration.done',
        'T-1 class.reference.done',
      ],
    ));

  it('mark what is on the critical path, where it is declared and where it is named', () =>
    assert.deepEqual(
      ids(`
        project P "p" { period: 2026-01-05.. }
        task T-1 "a" { duration: 5d }
        task T-2 "b" { duration: 1d }
        milestone M-1 "m" { after: T-1, T-2 }
      `),
      [
        'P class.declaration',
        'T-1 class.declaration.critical',
        'T-2 class.declaration',
        'M-1 class.declaration.critical',
        'T-1 class.reference.critical',
        'T-2 class.reference',
      ],
    ));

  it('of a span are those of the declarations that it touches', () => {
    const plan = fixture('need N-1 "a" { }\nneed N-2 "b" { }\nneed N-3 "c" { }\n');
    const all = tokensOf(plan);
    assert.deepEqual(tokensOf(plan, 0, { start: 20, end: 22 }), all.slice(2, 4));
    assert.deepEqual(tokensOf(plan, 0, { start: 0, end: 9999 }), all);
  });

  it('are none of an empty file', () => assert.deepEqual(tokensOf(fixture('')), []));

  it('stand right with every line break', () =>
    assert.deepEqual(
      tokensOf(fixture('// a\r\nneed N-1 "a" {\r\n  value: 1\r\n}\r\rneed N-2 "b" { }'.replace(/\r\r/, '\r\n'))),
      ['need keyword', 'N-1 class.declaration', 'value property', 'need keyword', 'N-2 class.declaration'],
    ));
});
