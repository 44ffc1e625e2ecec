import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../server/src/checks/check';
import { settle } from '../../server/src/checks/settle';
import { fixture } from '../support/world';
import { runs, seed } from './random';

const CODES = ['trace/no-work', 'trace/no-origin', 'name/unresolved', 'kind/missing-field', 'ignore/unused', 'x/y'];
const KEYS = [...CODES, 'trace/*', 'kind/*', 'ignore/*', '*', 'config/*'];
const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

const levels = fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...LEVELS)), {
  selector: ([key]) => key,
});
const ignores = fc.array(
  fc.record({
    code: fc.constantFrom(...CODES),
    reason: fc.boolean(),
    until: fc.constantFrom('', ' until 2025-01-01', ' until 2027-01-01'),
  }),
  { maxLength: 3 },
);
const item = fc.record({ nested: fc.boolean(), ignores, dangling: fc.boolean() });

interface Item {
  readonly nested: boolean;
  readonly ignores: readonly { readonly code: string; readonly reason: boolean; readonly until: string }[];
  readonly dangling: boolean;
}

function textOf({ nested, ignores: list, dangling }: Item, number: number): string {
  const ignored = list.map(({ code, reason, until }) => `ignore: ${code}${reason ? ' "why"' : ''}${until}\n`).join('');
  const inner = nested ? `requirement IN-${number} "x" { from: N-9 }\n` : '';
  return `requirement REQ-${number} "x" {\n${dangling ? 'from: N-9\n' : ''}${ignored}${inner}}\n`;
}

/** Findings in specs, in an order of their own. */
const shown = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ place }) => place.file >= 0)
    .map(({ code, severity, id, place }) => JSON.stringify([code, severity, id, place]))
    .sort();

describe(`severities and suppressions (seed ${seed})`, () => {
  it('give the same whatever the order of findings and of settings, and lose no finding', () =>
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), levels, fc.infiniteStream(fc.nat()), (items, set, random) => {
        const specs = items.map(textOf).join('');
        const worldWith = (entries: readonly (readonly [string, string])[]) =>
          fixture(
            `//- delivery.config.json\n${JSON.stringify({ severity: Object.fromEntries(entries) })}\n//- a.delivery\n${specs}`,
            20_454,
          ).world;
        const world = worldWith(set);
        const inOtherOrder = worldWith(set.toReversed());
        assert.deepEqual(shown(inOtherOrder.findings), shown(world.findings));
        assert.deepEqual(shown(inOtherOrder.suppressed), shown(world.suppressed));

        const usual = fixture(specs, 20_454).world;
        const raw = [...usual.findings, ...usual.suppressed].filter(({ code }) => code !== 'ignore/unused');
        const shuffled = raw
          .map((finding) => ({ finding, rank: random.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ finding }) => finding);
        const context = { today: 20_454, schedule: usual.schedule };
        const [settled, again] = [settle(raw, world.model, context), settle(shuffled, world.model, context)];
        assert.deepEqual(shown(again.findings), shown(settled.findings));
        assert.deepEqual(shown(again.suppressed), shown(settled.suppressed));
        for (const { code } of settled.suppressed) assert.ok(!/^(ignore|config)\//.test(code), code);
        const unused = settled.findings.filter(({ code }) => code === 'ignore/unused').length;
        const dropped = raw.length - (settled.findings.length - unused) - settled.suppressed.length;
        if (set.every(([, level]) => level !== 'off')) assert.equal(dropped, 0);
      }),
      { numRuns: runs(150) },
    )).timeout(0);
});
