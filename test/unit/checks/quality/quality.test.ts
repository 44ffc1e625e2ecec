import assert from 'node:assert/strict';
import { check } from '../../../support/findings';
import { fixture } from '../../../support/world';

/** The words that a check finds in a requirement's text, in the order of the text; nothing if it finds none. */
function found(code: string, text: string): readonly string[] {
  const { world, textOf } = fixture(
    `requirement REQ-1 "Title of the requirement" {\n  priority: must\n  """\n  ${text}\n  """\n}\n`,
  );
  return world.findings.filter((finding) => finding.code === `quality/${code}`).map(({ place }) => textOf(place));
}

const finds = (code: string, cases: Readonly<Record<string, string>>): void => {
  for (const [text, words] of Object.entries(cases)) assert.deepEqual(found(code, text), [words], text);
};

const findsNothing = (code: string, ...texts: readonly string[]): void => {
  for (const text of texts) assert.deepEqual(found(code, text), [], text);
};

const only = (...codes: string[]) => ({ only: codes.map((code) => `quality/${code}`) });

describe('checks on wording', () => {
  it('vague: finds words that each reader fills in differently', () =>
    finds('vague', {
      'The CRM shall answer quickly.': 'quickly',
      'The CRM shall answer As Soon As Possible.': 'As Soon As Possible',
      'The CRM shall be user-friendly.': 'user-friendly',
      'The CRM shall store names, addresses, etc.': 'etc.',
      '系统应尽快通知值班班长。': '尽快',
      '系统应支持订单、库存等等。': '等等',
      '界面应友好。': '友好',
      'When a ticket waits, 系统应适当提醒学生。': '适当',
    }));

  it('vague: leaves exact words alone that contain or quote vague ones', () =>
    findsNothing(
      'vague',
      'The CRM shall fasten the goods to the pallet.',
      'The CRM shall show the most recent order.',
      'The CRM shall keep at most 5 drafts.',
      'The CRM shall show the button "quickly".',
      'The CRM shall call `simple()` once a day.',
      '系统应支持及时通讯消息的存档。',
      '系统应等待用户确认。',
      '系统应计算客户满意度。',
      '涉及时间的字段应按 ISO 8601 显示。',
    ));

  it('vague: one finding names all words and asks what is missing', () =>
    check(
      `
      requirement REQ-1 "x" {
        """
        The CRM shall quickly list most offers.
      //              ^^^^^^^ quality/vague \`quickly\`, \`most\` mean something else to each reader: say within what time; how many or how much.
        """
      }
      `,
      only('vague'),
    ));

  it('vague: a criterion is judged by what it gives, does and expects, unless it has a metric', () =>
    check(
      `
      criterion AC-1 "x" { then: "the page opens quickly", verify: test }
      //                                         ^^^^^^^ quality/vague
      criterion AC-2 "x" { then: "the page opens quickly", metric: page_p95 <= 2s, verify: test }
      need N-1 "Orders must be found quickly" { voice: "It takes forever, be quick!" }
      requirement REQ-1 "Find orders quickly" { }
      //                             ^^^^^^^ quality/vague
      requirement REQ-2 "Find orders quickly" { priority: wont }
      `,
      only('vague'),
    ));

  it('placeholder: finds what is still to be written, and nothing else is said of it', () => {
    finds('placeholder', {
      TBD: 'TBD',
      'The limit is to be defined.': 'is to be defined',
      '响应时间待定。': '待定',
      'The CRM shall keep ??? records.': '???',
      TODO: 'TODO',
      无: '无',
    });
    findsNothing(
      'placeholder',
      'The CRM shall keep a to-do list.',
      '系统应显示待定位的车辆。',
      '状态为待确认的订单应显示在首位。',
    );
    findsNothing('no-condition', 'TBD');
    findsNothing('vague', 'TBD, but fast');
  });

  it('compound: finds a second demand with or without its own subject', () => {
    finds('compound', {
      'The CRM shall list offers and shall export them.': 'shall',
      'If the file is missing, then the tool shall exit with code 2 AND the tool shall print an error.': 'shall',
      'The thread shall be unblocked and a timeout error shall be returned.': 'shall',
      '系统应记录登录，并应通知管理员。': '应',
    });
    findsNothing(
      'compound',
      'The CRM shall list and export offers.',
      'The CRM shall delete data that is stored and must not be kept.',
      'When the user must wait, the CRM shall show how long.',
      'The CRM shall export offers as CSV or shall print them.',
      '系统应记录登录并通知管理员。',
      '系统应显示必须填写的字段。',
    );
  });

  it('no-condition: accepts every pattern of EARS, and sentences in the indicative', () => {
    findsNothing(
      'no-condition',
      'The CRM shall list offers.',
      'When a user signs out, the CRM shall end the session.',
      'While a call lasts, the CRM shall show the customer.',
      'Where single sign-on is enabled, the CRM shall hide the password field.',
      'If the directory is down, then the CRM shall show a message.',
      'The CRM lists offers.',
      '系统应列出报价。',
      '系统应对每次登录记录日志。',
      '系统应用户请求导出报表。',
      '系统应答复每条留言。',
      '知识库应收录近两年的问题。',
      '当用户退出时，系统结束会话并显示首页。',
      '如果目录服务不可用，则系统应显示提示。',
      '支持导出报表。',
    );
    finds('no-condition', {
      'Export of all tickets.': 'Export of all tickets',
      '月末应收账款与应付账款的核对。': '月末应收账款与应付账款的核对',
      '应用程序的响应日志。': '应用程序的响应日志',
    });
  });

  it('not-measurable: wants a measure or a method for a criterion', () =>
    check(
      `
      criterion AC-1 "Works well" { then: "the customer is happy" }
      //        ^^^^ quality/not-measurable Criterion AC-1 has neither a \`metric\` nor a \`verify\` method
      criterion AC-2 "Tested" { verify: test }
      criterion AC-3 "Measured" { metric: page_p95 <= 2s }
      criterion AC-4 "Passed" { result: passed 2026-03-01 }
      criterion AC-5 "Half-typed" { verify: tset }
      `,
      only('not-measurable'),
    ));

  it('not-measurable: wants a figure for performance and stability, anywhere below', () =>
    check(
      `
      requirement REQ-1 "Speed" { type: performance }
      //                                ^^^^^^^^^^^ quality/not-measurable Requirement REQ-1 is about performance
      requirement REQ-2 "Within 2 s" { type: performance }
      requirement REQ-3 "Speed" { type: performance }
      criterion AC-1 "x" { verifies: REQ-3, metric: page_p95 <= 2s }
      requirement REQ-4 "Speed" { type: stability }
      requirement REQ-5 "x" { refines: REQ-4, type: functional }
      criterion AC-2 "Restarts in half an hour" { verifies: REQ-5, verify: test }
      requirement REQ-6 "Speed" { type: functional }
      requirement REQ-7 "See ISO 9001, REQ-12 and version 3" { type: performance }
      //                                                             ^^^^^^^^^^^ quality/not-measurable
      需求 需求-1 "三秒内打开" { 类型: 性能 }
      `,
      only('not-measurable'),
    ));

  it('duplicate: compares without case, blanks, punctuation and width', () =>
    check(
      `
      requirement REQ-1 "The CRM shall list all open offers" { }
      requirement REQ-2 "the crm shall list  all open offers." { }
      //          ^^^^^ quality/duplicate Requirement REQ-2 says the same as requirement REQ-1
      requirement REQ-3 "Ｔｈｅ ＣＲＭ shall list all open offers" { }
      //          ^^^^^ quality/duplicate
      requirement REQ-4 "The CRM shall list all open offers" { priority: wont }
      requirement REQ-5 "Reports" { }
      requirement REQ-6 "Reports" { }
      requirement REQ-7 "Answer within 2 s, at the latest" { }
      requirement REQ-8 "Answer within 3 s, at the latest" { }
      `,
      only('duplicate'),
    ));

  it('speak Chinese', () =>
    check(
      `
      需求 需求-1 "通知" {
        """
        系统应尽快通知班长，并应通知大量客户。
      //   ^^ quality/vague \`尽快\`、\`大量\` 含义不明确，无法验证：请写明时限、具体数量或范围。
      //           ^ quality/compound 一条需求里有 2 项要求
        """
      }
      `,
      { ...only('vague', 'compound'), tongue: 'zh' },
    ));

  it('point into the source, whatever stands before: escapes, carriage returns, astral letters, lists', () => {
    for (const [before, after] of [
      ['\\"""quoted\\""" ', ''],
      ['😀 𠮷 ', ' 😀'],
      ['first line\r\n    - entry: ', '\r\n    - more'],
      ['**bold** and _more_ ', ''],
    ])
      assert.deepEqual(found('vague', `${before}The CRM shall answer quickly${after}`), ['quickly'], before);
  });

  it('take time in proportion to the text, also on hostile ones', () => {
    const time = (text: string): number => {
      const start = performance.now();
      found('vague', text);
      return performance.now() - start;
    };
    for (const piece of ['a ', '及时', 'shall and ', '" ', '等', 'as soon as ', '(Note: ']) {
      time(piece.repeat(1000));
      const [small, large] = [time(piece.repeat(5000)), time(piece.repeat(20_000))];
      assert.ok(large < 16 * Math.max(small, 5), `${piece}: ${small} ms, four times as long: ${large} ms`);
    }
  });
});
