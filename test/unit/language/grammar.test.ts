import { reads } from '../../support/tree';

describe('grammar', () => {
  it('reads heads with and without id, title and block', () =>
    reads(
      `
      requirement REQ-1 "Single sign-on" { }
      section "Orders" { }
      calendar china { }
      task T-1 "No block"
      section { }
      `,
      `
      requirement REQ-1 "Single sign-on"
      section "Orders"
      calendar china
      task T-1 "No block"
      section
      `,
    ));

  it('reads fields, nested declarations and text in any order', () =>
    reads(
      `
      requirement REQ-1 "Single sign-on" {
        """
        The CRM shall sign users in.
          Twice indented.
        """
        criterion AC-1 "Sign in" { verify: test }
        priority: must
        requirement REQ-2 "Quickly" {
          priority: could
        }
      }
      `,
      `
      requirement REQ-1 "Single sign-on"
        priority = must
        text "The CRM shall sign users in.\\n  Twice indented."
        criterion AC-1 "Sign in"
          verify = test
        requirement REQ-2 "Quickly"
          priority = could
      `,
    ));

  it('ends a phrase at a comma and at the line, and a value at the next field', () =>
    reads(
      `
      task T-1 "Migrate" {
        after: T-2 SS + 2d, T-3, effort: 3d..5d..10d assign: lin 50%, wang
        progress: 40%,
        realizes: REQ-1,
          REQ-2,

          REQ-3
        status: doing
      }
      `,
      `
      task T-1 "Migrate"
        after = T-2 SS + 2d | T-3
        effort = 3d .. 5d .. 10d
        assign = lin 50% | wang
        progress = 40%
        realizes = REQ-1 | REQ-2 | REQ-3
        status = doing
      `,
    ));

  it('does not take a field or a declaration behind a trailing comma for a value', () =>
    reads(
      `
      phase P-1 "Build" {
        after: P-0,
        task T-1 "A" { effort: 1d, }
        deadline: 2026-01-05,
        end: <= 2026-01-09
      }
      `,
      `
      phase P-1 "Build"
        after = P-0
        deadline = 2026-01-05
        end = <= 2026-01-09
        task T-1 "A"
          effort = 1d
      `,
    ));

  it('reads every sort of atom', () =>
    reads(
      `
      x X-1 {
        a: REQ-1 需求-登录 auth.sso-2 login_p95 _x
        b: 3 4.5 40% 99.9% 5d 1.5w 30min 2ed 25e% 5天 2周 4小时 30分钟 3个月 2自然日
        c: 2026-01-05 2026-01-05T09:30 09:00..24:00 ..
        d: <= >= < > = != + - /
        e: https://example.com/a:b?c=d&e=#f http://x.y "a string"
        f: 1200 CNY/d
        g: T-1-2d
      }
      `,
      `
      x X-1
        a = REQ-1 需求-登录 auth.sso-2 login_p95 _x
        b = 3 4.5 40% 99.9% 5d 1.5w 30min 2ed 25e% 5天 2周 4小时 30分钟 3个月 2自然日
        c = 2026-01-05 2026-01-05T09:30 09:00 .. 24:00 ..
        d = <= >= < > = != + - /
        e = https://example.com/a:b?c=d&e=#f http://x.y "a string"
        f = 1200 CNY / d
        g = T-1-2d
      `,
    ));

  it('takes escapes out of strings and text', () =>
    reads(
      String.raw`
      need N-1 "Say \"hi\" \\ or \n" {
        voice: "{ not a block } // not a comment"
        """
        three \""" quotes
        """
      }
      `,
      String.raw`
      need N-1 "Say \"hi\" \\ or \\n"
        voice = "{ not a block } // not a comment"
        text "three \"\"\" quotes"
      `,
    ));

  it('reserves no word', () =>
    reads(
      `
      task task "task" {
        task: task, requirement
        task text "criterion" { verify: test }
      }
      `,
      `
      task task "task"
        task = task | requirement
        task text "criterion"
          verify = test
      `,
    ));

  it('reads comments everywhere as nothing', () =>
    reads(
      `
      // before
      need /* in */ N-1 /* the */ "x" /* head */ { // behind
        voice: /* a value */ "y", // goes on
          // between
          "z" /* and
        on */
      } // end
      /* a need "n" { } that is none */
      `,
      `
      need N-1 "x"
        voice = "y" | "z"
      `,
    ));

  it('reads several declarations on a line', () =>
    reads(
      `
      person lin "Lin" { } person wang "Wang" { capacity: 50% }
      phase P-1 "Build" { task T-1 "A" { effort: 1d } task T-2 "B" { effort: 2d } }
      `,
      `
      person lin "Lin"
      person wang "Wang"
        capacity = 50%
      phase P-1 "Build"
        task T-1 "A"
          effort = 1d
        task T-2 "B"
          effort = 2d
      `,
    ));

  it('reads indented and unindented text alike', () =>
    reads(
      `
      // The first line decides nothing.
          task T-1 "A" {
      effort: 1d
          }
        task T-2 "B" { effort: 2d
      }
      `,
      `
      task T-1 "A"
        effort = 1d
      task T-2 "B"
        effort = 2d
      `,
    ));
});
