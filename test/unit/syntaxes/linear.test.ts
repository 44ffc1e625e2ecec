import assert from 'node:assert/strict';
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate';
import { DELIVERY, loadGrammar, stateAfter, work } from './textmate';

/** What a line is filled with; each begins much and ends little. */
// prettier-ignore
const FILLINGS = [
  'a', 'a-', 'a.', 'a:', 'ab ', '.', '"', '"a" ', '"\\"', '\\', '“', '“a', '“”“', '""', '/', '/*', '/* ', '{', '{ ', '{a', '{a "', '}',
  ',', ', ', ',x', ' ', '　', '1', '1.', '1-', '1 ', '1 CNY', '2026-01-05T', '<', '-', '需求', '需求-登录 ', '必须，', 'must ', 'https://', '😀', 'é',
  'a "b" c, ', 'x “a {,', '"""a', '- ', '*', '`', '>',
];

/** What the line begins with, or what stands on the lines above it. */
const STARTS = ['', '"""', '“”“', '/*', '"', 'task T-1 “', 'task T-1 ', '  from: '];
const OPEN = ['  """\n  words', '/* words'];

/** Each of many text blocks in one line is given to the Markdown grammar with a copy of the line before it. */
const COPIED = '"""a';

const LENGTH = 2000;
/** Milliseconds that one line may take on a slow, busy machine; a catastrophic pattern takes minutes. */
const LIMIT = 1500;

describe('tokenizing is linear', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar(DELIVERY);
  });

  function check(start: string, state: StateStack): void {
    for (const filling of FILLINGS) {
      const line = (start + filling.repeat(LENGTH)).slice(0, LENGTH);
      const scans = work.scans;
      const { stoppedEarly } = grammar.tokenizeLine(line, state, LIMIT);
      assert.ok(!stoppedEarly, `${start}${filling}… takes over ${LIMIT} ms`);
      assert.ok(work.scans - scans <= 3 * LENGTH, `${start}${filling}… takes ${work.scans - scans} scans`);
    }
  }

  for (const start of STARTS)
    it(`a line of ${LENGTH} characters that begins with ${JSON.stringify(start)}`, function () {
      this.timeout(60_000);
      check(start, textmate.INITIAL);
    });

  for (const open of OPEN)
    it(`a line of ${LENGTH} characters below ${JSON.stringify(open)}`, function () {
      this.timeout(60_000);
      check('', stateAfter(grammar, open));
    });

  it('eight times the length takes far less than 64 times the time', function () {
    this.timeout(60_000);
    const slow = FILLINGS.filter((filling) => {
      if (filling === COPIED) return false;
      const time = (length: number) => fastest(() => grammar.tokenizeLine(filling.repeat(length), textmate.INITIAL));
      const long = time(8000);
      return long > 100 && long > 32 * time(1000);
    });
    assert.deepEqual(slow, []);
  });
});

/** The least milliseconds of three runs: what the machine can do when nothing disturbs it. */
function fastest(run: () => void): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
