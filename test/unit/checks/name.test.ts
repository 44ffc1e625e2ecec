import { check as checkAll } from '../../support/findings';

/** The specs are no whole projects; what they lack in traceability and wording is not looked at. */
const check: typeof checkAll = (source, options) =>
  checkAll(source, { only: ['syntax', 'kind', 'name', 'config'], ...options });

describe('checks: name', () => {
  describe('duplicate', () => {
    it('reports all but the first, over all files, each with the others', () =>
      check(`
        //- a.delivery
        person lin "Lin" { }
        //     ^^^ related \`lin\` is declared here too
        //     ^^^ related \`lin\` is declared here too
        //- b.delivery
        team lin "Lin's team" { }
        //   ^^^ name/duplicate The id \`lin\` is taken; an id belongs to one item only.
        //   ^^^ related \`lin\` is declared here too
        need N-1 "x" {
          need lin "y" { }
        //     ^^^ name/duplicate
        //     ^^^ related \`lin\` is declared here too
        }
      `));

    it('speaks Chinese', () =>
      check(
        `
        人员 林 "林" { }
        团队 林 "林" { }
        // ^ name/duplicate 编号 \`林\` 已被使用；一个编号只能属于一个条目。
        `,
        { tongue: 'zh' },
      ));
  });

  describe('self', () => {
    it('reports an item that refers to itself, and nothing else about it', () =>
      check(
        `
        person chen "Chen" { }
        need N-1 "Sign in once" { from: N-1 }
        //                              ^^^ name/self Need N-1 refers to itself.
        task T-1 "Migrate" { effort: 3d, after: T-1 + 2d }
        //                                      ^^^ name/self
      `,
        { only: ['name'] },
      ));

    it('speaks Chinese', () =>
      check(
        `
        诉求 N-1 "一次登录" { 来自: N-1 }
        //                  ^^^ name/self 诉求 N-1 引用了自己。
        `,
        { tongue: 'zh', only: ['name'] },
      ));
  });

  describe('lookalike', () => {
    it('reports ids that only machines can tell apart, each with the first', () =>
      check(`
        person lin "Lin" { }
        //     ^^^ related It looks like this person lin
        //     ^^^ related It looks like this person lin
        person Lin "Lin" { }
        //     ^^^ name/lookalike The id \`Lin\` looks like \`lin\`
        team ｌｉｎ "Lin's team" { }
        //   ^^^ name/lookalike
      `));

    it('speaks Chinese', () =>
      check(
        `
        人员 lin "林" { }
        人员 LIN "林" { }
        // ^^^ name/lookalike 编号 \`LIN\` 与 \`lin\` 看起来一样
        `,
        { tongue: 'zh' },
      ));
  });

  describe('unresolved', () => {
    it('names the kinds that fit and the nearest id', () =>
      check(`
        person chen "Chen" { }
        source INT-1 "Kick-off" { method: interview, with: chan, "two clerks" }
        //                                                 ^^^^ name/unresolved There is no item \`chan\` (expected: person, team, organization); did you mean \`chen\`?
        risk R-1 "Late" { threatens: X-9 }
        //                           ^^^ name/unresolved There is no item \`X-9\`.
      `));

    it('speaks Chinese', () =>
      check(
        `
        来源 INT-1 "启动会" { 方式: 访谈, 参与人: 陈经理 }
        //                            ^^^ name/unresolved 没有编号为 \`陈经理\` 的条目（应为：人员、团队、组织）。
        `,
        { tongue: 'zh' },
      ));

    it('finds references inside dependencies, allocations, stamps and results', () =>
      check(`
        task T-1 "Migrate" { effort: 3d, after: T-4711 SS + 2d, assign: nobody 50% }
        //                                      ^^^^^^ name/unresolved
        //                                                              ^^^^^^ name/unresolved
        change CR-1 "Dashboard" { requested: 2026-02-10 by someone }
        //                                                 ^^^^^^^ name/unresolved
      `));

    it('gives no further finding for the same defect', () =>
      check(`
        requirement REQ-1 "Single sign-on" {
          priority: must
          from: N-404
        //      ^^^^^ name/unresolved
          criterion AC-1 "Sign in" { verify: test }
          task T-1 "Connect" { effort: 3d }
        }
        milestone M-1 "Pilot" { delivers: REQ-1 }
      `));

    it('sees items of all files, in any order', () =>
      check(`
        //- a.delivery
        risk R-1 "Late" { threatens: T-1 }
        //- sub/b.delivery
        task T-1 "Migrate" { effort: 3d }
      `));
  });

  describe('wrong-kind', () => {
    it('names what the item is and what was expected', () =>
      check(`
        person lin "Lin" { }
        //     ^^^ related The item referred to
        need N-1 "Sign in once" { from: lin }
        //                              ^^^ name/wrong-kind \`lin\` is the person lin; expected: source, feedback, need.
      `));

    it('speaks Chinese', () =>
      check(
        `
        人员 林 "林" { }
        诉求 N-1 "一次登录" { 来自: 林 }
        //                  ^ name/wrong-kind \`林\` 是人员 林；此处应为：来源、反馈、诉求。
        `,
        { tongue: 'zh' },
      ));
  });
});
