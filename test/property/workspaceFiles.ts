/** Small specs that refer to each other, in all sorts of disorder, and configurations for them. */

export const SPECS: readonly string[] = [
  `source INT-1 "Kick-off" { method: interview }
need N-1 "Sign in once" { from: INT-1 }
need N-2 "Forgotten" { from: INT-9 }
`,
  `requirement REQ-1 "Single sign-on" {
  priority: must
  from: N-1
  ignore: trace/no-milestone "agreed" until 2020-01-01
  criterion AC-1 "Sign in" { verify: test, result: passed }
  requirement REQ-2 "Below" {
    refines: REQ-1 rev 2
    task T-1 "Connect" { effort: 3d, after: T-2 }
  }
}
`,
  `requirement REQ-1 "The same id" { priority: wont, depends: REQ-3 }
requirement REQ-3 "Round" { priority: must, refines: REQ-4, revision: 2 }
requirement REQ-4 "and round" { priority: must, refines: REQ-3 rev 1, conflicts: REQ-1 }
`,
  `phase P-1 "Build" {
  task T-1 "Connect" { effort: 5d, assign: lin 50%, realizes: REQ-1 }
  task T-2 "Migrate" { duration: 2d, after: T-1 SS + 1d, T-3, realizes: REQ-2, status: done }
  task T-3 "Test" { after: T-2 }
  milestone M-1 "Pilot" { due: 2026-03-31, delivers: REQ-1, REQ-2, D-1 }
}
person lin "Lin" { }
`,
  `需求 需求-1 "单点登录" {
  优先级: 必须
  来自: N-1
  验收标准 AC-1 "使用企业账号登录" { 验证方式：测试 }
}
里程碑 M-1 “试点” { 交付: 需求-1， REQ-1 }
`,
  `signoff S-1 "Pilot" { accepts: M-1, by: lin, result: accepted }
sla SLA-1 "Support" { covers: REQ-1, response: 4h }
deliverable D-1 "Manual" { satisfies: REQ-1 }
check CHK-1 "Review" { of: D-1, REQ-1, result: failed }
story US-1 "Of an own kind" { asked-by: N-1 }
scope { excludes: REQ-3 }
`,
  'requirement REQ-5 "half typed" {\n  priority: \n  from N-1\n  criterion AC',
  '',
];

/** The last two cannot be read, or not whole. */
export const CONFIGS: readonly string[] = [
  '',
  '{}',
  `{ "kinds": { "story": { "trace": "requirement", "fields": { "asked-by": { "type": "ref", "targets": ["need"],
    "link": { "reading": "asked by", "inverse": "asks for", "role": "origin" } } } } } }`,
  '{ "fields": { "requirement": { "cost": { "type": "money" } } } }',
  '{ "severities": { "trace/no-work": "off" } }',
  '{ "kinds": { "need": {} } }',
  '{ "kinds": { "story": ',
];

/** Words that stand in the specs, so that one may take the place of another. */
export const WORDS: readonly string[] =
  'REQ-1 REQ-2 REQ-3 REQ-4 需求-1 N-1 N-2 INT-1 AC-1 T-1 T-2 T-3 M-1 D-1 S-1 CHK-1 lin must wont passed failed requirement task need refines from realizes rev'.split(
    ' ',
  );
