import { check as checkAll } from '../../support/findings';

/** The specs are no whole projects; what they lack in traceability and wording is not looked at. */
const check: typeof checkAll = (source, options) =>
  checkAll(source, { only: ['syntax', 'kind', 'name', 'config'], ...options });

describe('checks: kind', () => {
  describe('unknown', () => {
    it('names the nearest kind', () =>
      check(`
        requirment REQ-1 "Single sign-on" { priority: must, whatever: 3 }
        //<^^^^^^^^^^ kind/unknown There is no kind \`requirment\`; did you mean \`requirement\`?
        banana B-1 "Fruit" { }
        //<^^^^^^ kind/unknown There is no kind \`banana\`.
      `));

    it('speaks Chinese', () =>
      check(
        `
        需求项 REQ-1 "单点登录" { }
        //<^^^ kind/unknown 没有名为 \`需求项\` 的类型，是否指 \`需求\`？
        `,
        { tongue: 'zh' },
      ));

    it('means a kind whose fields and place fit, before one that is nearer', () =>
      check(`
        tisk R-1 "Late" { assign: lin }
        //<^^^^ kind/unknown did you mean \`task\`?
        tisk R-2 "Late" { probability: 40% }
        //<^^^^ kind/unknown did you mean \`risk\`?
        tisk R-3 "Late" { colour: red }
        //<^^^^ kind/unknown did you mean \`task\`?
        person lin "Lin" { }
      `));

    it('knows what other tools call it', () =>
      check(`
        story REQ-1 "Sign in once" { priority: must }
        //<^^^^^ kind/unknown There is no kind \`story\`; did you mean \`requirement\`?
        用户故事 REQ-2 "一次登录" { 优先级: 必须 }
        //<^^^^ kind/unknown did you mean \`需求\`?
        Test-Case AC-1 "Sign in" { verifies: REQ-1, verify: test }
        //<^^^^^^^^^ kind/unknown did you mean \`criterion\`?
      `));

    it('takes a word that names a field of the item around it for a field without colon', () =>
      check(`
        need N-1 "Sign in once" {
          voice "I never heard back"
        //^^^^^ kind/unknown \`voice\` is a field and lacks its colon: write \`voice: value\`.
        }
      `));

    it('does not take references to the item away', () =>
      check(`
        thing X-1 "Unknown" { }
        //<^^^^^ kind/unknown
        risk R-1 "Late" { threatens: X-1 }
      `));
  });

  describe('unknown-field', () => {
    it('says where that stands which is no field here', () =>
      check(`
        task T-1 "Connect" { id: T-1, name: "Connect", Description: "All of it" }
        //                   ^^ kind/unknown-field A task has no field \`id\`: the id stands behind the kind.
        //                            ^^^^ kind/unknown-field the title stands in quotes behind the id.
        //                                             ^^^^^^^^^^^ kind/unknown-field text stands in the braces
      `));

    it('knows what other tools call it, and means one that the kind has', () =>
      check(`
        person lin "Lin" { }
        task T-1 "Connect" { effort: 5d, due_date: 2026-03-31, 依赖: T-2 }
        //                               ^^^^^^^^ kind/unknown-field did you mean \`deadline\`?
        //                                                     ^^ kind/unknown-field did you mean \`前置\`?
        task T-2 "Train" { assign: lin, percent-complete: 40% }
        //                              ^^^^^^^^^^^^^^^^ kind/unknown-field did you mean \`progress\`?
        milestone M-1 "Pilot" { DueDate: 2026-03-31, assignee: lin }
        //                      ^^^^^^^ kind/unknown-field did you mean \`due\`?
        //                                           ^^^^^^^^ kind/unknown-field did you mean \`owner\`?
      `));

    it('names the nearest field', () =>
      check(`
        need N-1 "Sign in once" {
          voise: "x"
        //^^^^^ kind/unknown-field A need has no field \`voise\`; did you mean \`voice\`?
          colour: red
        //^^^^^^ kind/unknown-field A need has no field \`colour\`.
          原话: "x"
        }
      `));

    it('speaks Chinese', () =>
      check(
        `
        诉求 N-1 "一次登录" {
          颜色: 红
        //^^ kind/unknown-field 诉求没有字段 \`颜色\`。
        }
        `,
        { tongue: 'zh' },
      ));
  });

  describe('missing-field', () => {
    it('shows what to write', () =>
      check(`
        source INT-1 "Kick-off" { }
        //     ^^^^^ kind/missing-field Source INT-1 lacks the required field \`method\`, such as \`method: interview\`.
      `));

    it('speaks Chinese', () =>
      check(
        `
        来源 INT-1 "启动会" { }
        // ^^^^^ kind/missing-field 来源 INT-1 缺少必填字段，例如 \`方式: 访谈\`。
        `,
        { tongue: 'zh' },
      ));

    it('is content with a name in any tongue, and with a value that cannot be read', () =>
      check(`
        source INT-1 "Kick-off" { 方式: interview }
        来源 INT-2 "启动会" { method: 访谈 }
        source INT-3 "Call" { method: telephone }
        //                            ^^^^^^^^^ kind/invalid-value
      `));

    it('is content with what nesting implies', () =>
      check(`
        person chen "Chen" { }
        milestone M-1 "Pilot" {
          signoff S-1 "Pilot acceptance" { by: chen }
        }
        signoff S-2 "Final acceptance" { by: chen }
        //      ^^^ kind/missing-field \`accepts\`
      `));
  });

  describe('missing-id', () => {
    it('asks for one where others must be able to refer to the item', () =>
      check(`
        need "Sign in once" { }
        //<^^^^ kind/missing-id This need has no id, so nothing can refer to it: write for example \`need N-1\`.
        need N-1 "Sign in once" { }
        section "Orders" { }
      `));

    it('speaks Chinese', () =>
      check(
        `
        诉求 "一次登录" { }
        //<^^ kind/missing-id 这个诉求没有编号
        `,
        { tongue: 'zh' },
      ));
  });

  describe('duplicate-field', () => {
    it('reports the second one, whatever its tongue', () =>
      check(`
        need N-1 "Sign in once" {
          value: 3
          value: 4
        //^^^^^ kind/duplicate-field The field \`value\` is written twice.
          voice: "a"
          原话: "b"
        //^^ kind/duplicate-field several values stand in one field, separated by commas
        }
      `));

    it('speaks Chinese', () =>
      check(
        `
        诉求 N-1 "一次登录" { 价值: 3, 价值: 4 }
        //                     ^^ kind/duplicate-field 字段 \`价值\` 已经写过了。
        `,
        { tongue: 'zh' },
      ));
  });

  describe('misplaced', () => {
    it('reports an item inside one that may not hold it', () =>
      check(`
        person lin "Lin" {
          task T-1 "Migrate" { effort: 1d }
        //^^^^ kind/misplaced A task cannot stand inside a person.
        }
        section "Anything" {
          person wang "Wang" { }
          section "Deeper" { task T-2 "Move" { effort: 1d } }
        }
      `));

    it('speaks Chinese', () =>
      check(
        `
        人员 lin "林" { 任务 T-1 "迁移" { 工期: 1天 } }
        //           ^^ kind/misplaced 任务不能写在人员里面。
        `,
        { tongue: 'zh' },
      ));
  });

  describe('misplaced project', () => {
    it('reports a project in another item, whatever that holds', () =>
      check(
        `
        section "Part" {
          project crm "CRM" { }
        //^^^^^^^ kind/misplaced A project stands at the top level only.
        }
        任务 T-1 "x" { 工期: 1天
          项目 "y" { }
        //^^ kind/misplaced
        }
        project erp "ERP" { }
        `,
        { only: ['kind'] },
      ));
  });

  describe('a field that lost its colon', () => {
    it('has no finding but that', () =>
      check(`
        task T-1 "x" {
          efort 3d
        //^^^^^ syntax/unexpected Expected a colon
          duration = 3d
        //^^^^^^^^ syntax/unexpected Expected a colon
        }
      `));

    it('is recognised behind the comma of a field that takes one value', () =>
      check(`
        task T-1 "x" { effort: 3d..5d, assign }
        //                             ^^^^^^ kind/invalid-value \`assign\` is a field and lacks its colon
        task T-2 "x" { effort: 3d, ass }
        //                         ^^^ kind/invalid-value takes one value only
      `));
  });

  describe('a head that is still being typed', () => {
    it('lacks nothing yet', () =>
      check(`
        requirement REQ-1
        //<^^^^^^^^^^^^^^^^^ syntax/unexpected
        source INT-1 "Kick
        //           ^^^^^ syntax/unclosed-text
        requ
        //<^^^^ syntax/unexpected
      `));
  });

  describe('invalid-value', () => {
    it('knows what other tools call a value', () =>
      check(`
        requirement REQ-1 "Single sign-on" { priority: High }
        //                                             ^^^^ kind/invalid-value Did you mean \`must\`?
        task T-1 "Connect" { status: In Progress }
        //                           ^^^^^^^^^^^ kind/invalid-value Did you mean \`doing\`?
        需求 REQ-2 "一次登录" { 优先级: 中 }
        //                     ^ kind/invalid-value Did you mean \`应该\`?
      `));

    it('shows what would be right', () =>
      check(`
        requirement REQ-1 "Single sign-on" {
          priority: urgent
        //          ^^^^^^ kind/invalid-value
          status: dropped
        }
        milestone M-1 "Pilot" { due: 2026-02-30 }
        //                           ^^^^^^^^^^ kind/invalid-value
        task T-1 "Migrate" { effort: soon }
        //                           ^^^^ kind/invalid-value
      `));

    it('speaks Chinese', () =>
      check(
        `
        里程碑 M-1 "试点" { 到期: 2026/3/31 }
        //                 ^^^^^^^^^ kind/invalid-value 2026-03-31
        `,
        { tongue: 'zh' },
      ));

    it('reports several values where one is allowed', () =>
      check(`
        milestone M-1 "Pilot" { due: 2026-03-31, 2026-04-30, 2026-05-31 }
        //                                       ^^^^^^^^^^^^^^^^^^^^^^ kind/invalid-value The field \`due\` takes one value only.
      `));

    it('reports a forgotten comma', () =>
      check(`
        task T-1 "A" { effort: 1d }
        task T-2 "B" { effort: 1d, after: T-1 T-3 }
        //                                    ^^^ kind/invalid-value A comma is missing before \`T-3\`.
        task T-3 "C" { effort: 1d }
      `));
  });
});
