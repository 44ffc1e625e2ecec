import assert from 'node:assert/strict';
import { itemOfKey, keyOf } from '../../../../server/src/ide/views/itemKeys';
import { addressAt, traceRows } from '../../../../server/src/ide/views/trace';
import type { TreeRow } from '../../../../server/src/ide/views/types';
import type { Tongue } from '../../../../server/src/kinds/tongue';
import { fixture, ROOT, type Fixture } from '../../../support/world';

/** All that unfolds, indented: "+ verified by AC-1 | Quickly ✗" with `+` before rows that hide something, `-` before those that show it. */
function unfolded({ world }: Fixture, key: string, tongue: Tongue = 'en', hidden = false): readonly string[] {
  const below = (path: readonly string[]): readonly string[] =>
    (traceRows(world, key, path, tongue) ?? []).flatMap((row) => [
      `${'  '.repeat(path.length)}${words(row)}`,
      ...(row.below === 'shown' || (hidden && row.below) ? below([...path, row.name]) : []),
    ]);
  return below([]);
}

const words = ({ below, label, description }: TreeRow): string =>
  `${below === undefined ? '' : below === 'shown' ? '- ' : '+ '}${label}${description === '' ? '' : ` | ${description}`}`;

const SPEC = `
  //- a.delivery
  project P "p" { period: 2026-01-05.. }
  source INT-1 "Kick-off" { method: interview }
  need N-1 "Sign in once" { from: INT-1 }
  person lin "Lin" { }
  requirement REQ-1 "Single sign-on" {
    priority: must
    from: N-1
    owner: lin
    criterion AC-1 "Quickly" { verify: test, evidence: "docs/log 1.txt", https://example.com/run }
    check "Review" { }
  }
  //- plan/b.delivery
  task T-1 "Connect" { duration: 3d, realizes: REQ-1, assign: lin, progress: 40% }
  milestone M-1 "Pilot" { after: T-1, delivers: REQ-1, REQ-404 }
  signoff S-1 "Signed" { accepts: M-1 }
  risk R-1 "Too slow" { threatens: REQ-1 }
`;

describe('trace view', () => {
  it('shows who asked for an item, what came of it, what is missing and its other links', () =>
    assert.deepEqual(unfolded(fixture(SPEC), 'REQ-1', 'en', true), [
      'REQ-1 | Single sign-on · must ◐',
      '- Where it comes from',
      '  - from N-1 | Sign in once ◐',
      '    from INT-1 | Kick-off ◐',
      '- What came of it',
      '  - verified by AC-1 | Quickly ✓',
      '    evidence docs/log 1.txt',
      '    evidence https://example.com/run',
      '  checked by Review | ◐',
      '  realized by T-1 | Connect · 40% · 5 Jan 2026 – 7 Jan 2026 ◐',
      '  - delivered by M-1 | Pilot · 7 Jan 2026 ✗',
      '    accepted by S-1 | Signed ◐',
      '- What is missing',
      '  T-1 is not done',
      '+ Other links',
      '  owned by lin | Lin',
      '  threatened by R-1 | Too slow',
    ]));

  it('speaks Chinese', () =>
    assert.deepEqual(unfolded(fixture(SPEC), 'T-1', 'zh'), [
      'T-1 | Connect · 40% · 2026年1月5日 – 2026年1月7日 ◐',
      '- 来源',
      '  - 实现 REQ-1 | Single sign-on · 必须 ◐',
      '    - 来自 N-1 | Sign in once ◐',
      '      来自 INT-1 | Kick-off ◐',
      '- 缺口',
      '  T-1 未完成',
      '+ 其他关联',
    ]));

  it('leads to the files and addresses of evidence, from the spec and from the project', () => {
    const plan = fixture(SPEC.replace('evidence: "docs', 'evidence: "../docs').replace('//- a', '//- spec/a'));
    const addresses = (source: Fixture): unknown =>
      traceRows(source.world, 'AC-1', ['down'], 'en')?.map((row) => row.addresses);
    assert.deepEqual(addresses(fixture(SPEC)), [[`${ROOT}/docs/log%201.txt`], ['https://example.com/run']]);
    assert.deepEqual(addresses(plan), [[`${ROOT}/docs/log%201.txt`], ['https://example.com/run']]);
    const lower = fixture(SPEC.replace('//- a', '//- spec/a'));
    assert.deepEqual(addresses(lower), [
      [`${ROOT}/spec/docs/log%201.txt`, `${ROOT}/docs/log%201.txt`],
      ['https://example.com/run'],
    ]);
  });

  it('names what does not exist', () =>
    assert.deepEqual(unfolded(fixture('requirement REQ-1 "r" { from: N-404 }'), 'REQ-1').slice(1, 3), [
      '- Where it comes from',
      '  from N-404 | does not exist',
    ]));

  it('ends in circles', () =>
    assert.deepEqual(
      unfolded(
        fixture('requirement A "a" { refines: B }\nrequirement B "b" { refines: C }\nrequirement C "c" { refines: A }'),
        'A',
        'en',
        true,
      ).slice(1, 5),
      ['- Where it comes from', '  - refines B | b ✗', '    - refines C | c ✗', '      refines A | a ✗ (circle)'],
    ));

  it('counts the rows that nobody would read', () => {
    const many = Array.from({ length: 507 }, (_, n) => `requirement R-${n} "r" { }`).join('\n');
    const ids = Array.from({ length: 507 }, (_, n) => `R-${n}`).join(', ');
    const plan = fixture(`${many}\nmilestone M-1 "m" { delivers: ${ids} }`);
    const rows = traceRows(plan.world, 'M-1', ['up'], 'en')!;
    assert.equal(rows.length, 501);
    assert.equal(rows.at(-1)!.label, '… 7 more');
    assert.equal(traceRows(plan.world, 'M-1', ['up'], 'zh')!.at(-1)!.label, '… 还有 7 项');
  });

  it('says in one sentence what a row shows, and whether the item is drawn', () => {
    const rows = traceRows(fixture(SPEC).world, 'REQ-1', ['down'], 'en')!;
    assert.deepEqual(
      rows.map(({ spoken, item, look }) => [spoken, item?.id, item?.hasBar, look]),
      [
        ['verified by criterion AC-1, Quickly, ✓ covered down to evidence', 'AC-1', false, 'criterion'],
        ['checked by check Review, ◐ linked, but not covered yet', undefined, false, 'evidence'],
        [
          'realized by task T-1, Connect, 40%, 5 Jan 2026 – 7 Jan 2026, ◐ linked, but not covered yet',
          'T-1',
          true,
          'work',
        ],
        ['delivered by milestone M-1, Pilot, 7 Jan 2026, ✗ not covered', 'M-1', true, 'milestone'],
      ],
    );
  });

  it('finds items without id and with a taken one again, and none that is gone', () => {
    const { world } = fixture('check "A" { }\ncheck "A" { }\ntask T-1 "t" { }\ntask T-1 "twin" { }\ncheck { }');
    const keys = world.model.items.map((item) => keyOf(world.model, item));
    assert.deepEqual(keys, ['check "A"', 'check "A" #2', 'T-1', 'task "T-1"', 'check ""']);
    assert.deepEqual(
      keys.map((key) => itemOfKey(world.model, key)?.index),
      [0, 1, 2, 3, 4],
    );
    assert.equal(itemOfKey(world.model, 'REQ-1'), undefined);
    assert.equal(traceRows(world, 'REQ-1', [], 'en'), undefined);
    assert.deepEqual(traceRows(world, 'T-1', ['up', 'REQ-1'], 'en'), []);
    assert.deepEqual(traceRows(world, 'T-1', ['toString'], 'en'), []);
  });

  it('finds the item that the cursor names, or the one around it', () => {
    const at = (source: string): string | undefined => {
      const { world, cursor } = fixture(source);
      return addressAt(world, cursor)?.key;
    };
    assert.equal(at('need N-1 "n" { }\nrequirement REQ-1 "r" {\n  from: N-$01\n}\n'), 'N-1');
    assert.equal(at('need N-1 "n" { }\nrequirement REQ-1 "r" {\n  $0from: N-1\n}\n'), 'REQ-1');
    assert.equal(at('need N-1 "n" { }\n\n// nothing $0here\n\nneed N-2 "n" { }\n'), undefined);
    assert.deepEqual(addressAt(fixture('ne$0ed N-1 "n" { }').world, { file: 0, offset: 2 })?.root, ROOT);
  });
});
