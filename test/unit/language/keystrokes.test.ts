import assert from 'node:assert/strict';
import type { SyntaxProblem } from '../../../server/src/language/ast';
import { SourceDocument } from '../../../server/src/language/document';
import { dedent } from '../../support/spec';
import { fixture } from '../../support/world';

const SPECS = [
  `
  project crm "CRM rollout" {
    customer: contoso
    period: 2026-01-05..2026-06-30
  }
  source INT-1 "Kick-off" { method: interview, date: 2026-01-06, with: chen }
  requirement REQ-1 "Single sign-on" {
    priority: must
    link: https://example.com/a, "b"
    criterion AC-1 "Sign in, once" { given: "a user, with an account", verify: test }
    criterion AC-2 "Quick" { metric: login_p95 <= 2s, result: passed 2026-03-01 by chen "ok" }
  }
  phase P-1 "Environment" {
    task T-1 "Connect" { effort: 3d..5d..10d, assign: lin 50%, wang, after: T-0 SS + 2d }
    milestone M-1 "Pilot" { due: 2026-03-31, delivers: REQ-1 }
  }
  `,
  `
  需求 需求-登录 “单点登录” ｛
    优先级：必须
    来自：诉求-1
    验收标准 AC-1 “使用企业账号，登录” ｛ 验证方式：测试 ｝
  ｝
  任务 T-1 “对接” ｛ 工作量：3天..5天，分配：林 50％，王 ｝
  `,
].map((spec) => dedent(spec).trimEnd());

const ROOT_LINE = 'need N-0 "before" { voice: "x" }\n';
const BELOW = '\nneed N-8 "after" { voice: "y" }\n任务 N-9 “之后” ｛ 工作量：3天 ｝\n';

/** Syntax problems by line, without hints on full-width signs. */
function problemsOf(text: string): readonly (SyntaxProblem & { readonly line: number })[] {
  const document = new SourceDocument(text);
  return document.segments.flatMap(({ problems }, segment) =>
    problems
      .filter(({ problem }) => problem !== 'full-width')
      .map((problem) => ({ ...problem, line: document.positionIn(segment, problem.start).line })),
  );
}

describe('each keystroke', () => {
  for (const [number, spec] of SPECS.entries()) {
    it(`at the end of a spec has at most one finding besides open blocks, above what follows (spec ${number + 1})`, () => {
      const lines = (text: string): number => text.split('\n').length;
      for (let end = 1; end <= spec.length; end++) {
        const typed = ROOT_LINE + spec.slice(0, end);
        const problems = problemsOf(typed + BELOW);
        const others = problems.filter(({ problem }) => problem !== 'unclosed-block');
        assert.ok(
          others.length <= 1,
          `${JSON.stringify(typed.slice(-40))}: ${others.map(({ problem }) => problem).join()}`,
        );
        assert.ok(problems.every(({ line }) => line >= 1 && line < lines(typed)));
      }
    });

    it(`on a line of its own in a whole spec has at most one finding, on that line (spec ${number + 1})`, () => {
      const lines = spec.split('\n');
      for (const [number, line] of lines.entries()) {
        if (/[{｛]$|^\s*[}｝]/.test(line)) continue; // it opens or closes what the lines around it stand in
        for (let end = /\S/.exec(line)!.index + 1; end <= line.length; end++) {
          const half = line.slice(0, end);
          // Editors close the brace that opens a block on one line.
          const closed = /[{｛]/.test(half) && !/[}｝]$/.test(half) ? `${half} }` : half;
          const found = problemsOf([...lines.slice(0, number), closed, ...lines.slice(number + 1)].join('\n'));
          const told = `${closed}: ${found.map(({ problem }) => problem).join()}`;
          assert.ok(found.length <= 1 && found.every((problem) => problem.line === number), told);
        }
      }
    });
  }

  it('in a head has one error', () => {
    for (const head of ['requirement REQ-1 "Single sign-on', '需求 需求-登录 “单点登录'])
      for (let end = 1; end <= head.length; end++) {
        const { findings } = fixture(head.slice(0, end)).world;
        const errors = findings.filter(({ code, severity }) => severity !== 'hint' && !code.startsWith('trace/'));
        assert.equal(errors.length, 1, `${head.slice(0, end)}: ${errors.map(({ code }) => code).join()}`);
      }
  });
});
