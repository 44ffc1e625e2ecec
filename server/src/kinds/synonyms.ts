/**
 * Words that other tools and everyday speech have for kinds, fields and values. Who comes from an issue tracker or a table of
 * Microsoft Project writes `assignee`, `due_date` and `In Progress`; none of them is near in spelling to the word that is meant.
 */
import type { EnumValue, Field, Kind, KindTable, Names } from './table';

/** By canonical name; the first that there is where the word stands is meant. Blanks, hyphens, underscores and case do not count. */
const KINDS: Readonly<Record<string, string>> = {
  requirement: 'story user-story feature epic req capability 用户故事 故事 功能 特性 史诗 产品需求',
  criterion: 'test test-case acceptance-criterion acceptance-criteria acceptance scenario 测试 测试用例 用例 验收',
  issue: 'bug defect problem ticket impediment 缺陷 故障单 障碍',
  phase: 'sprint iteration stage workstream work-package summary 迭代 冲刺 工作包',
  task: 'activity todo action work work-item subtask step 活动 工作 工作项 子任务 待办 行动项',
  milestone: 'gate release deadline 节点 关键节点 发布',
  person: 'stakeholder resource user member employee 干系人 资源 人 员工',
  organization: 'customer client company vendor supplier department 客户 公司 供应商 部门',
  source: 'interview survey workshop 访谈 问卷',
  need: 'problem-statement wish pain 痛点 需要',
  goal: 'objective kpi okr 目的',
  change: 'cr 变更请求 变更单',
  signoff: 'acceptance-form approval 签字 验收单',
  cadence: 'meeting ceremony 会议 周会',
  sla: 'slo support 服务 服务协议',
};

const FIELDS: Readonly<Record<string, string>> = {
  after:
    'depends depends-on dependency dependencies predecessor blocked-by waits-for follows requires 依赖 依赖于 前序 紧前 紧前任务 前置条件',
  depends: 'dependency dependencies requires needs 依赖于',
  realizes: 'requirement requirements req satisfies story 需求 对应需求 关联需求',
  verifies: 'requirement requirements req tests 需求 对应需求 关联需求',
  satisfies: 'requirement requirements 需求 对应需求 关联需求',
  refines: 'parent parent-requirement 上级 父需求 上级需求',
  from: 'source origin requested-by requester 来源 出处 提出人',
  assign: 'assigned assigned-to resource resources resource-names who 执行人 经办人 处理人 资源 资源名称 人员',
  owner: 'assignee responsible accountable contact 负责 责任 经办人 处理人',
  due: 'due-date deadline date target-date finish end 截止 截止日期 期限 日期 完成日期 交付日期',
  deadline: 'due due-date target-date 期限 到期 到期日',
  period: 'start start-date end end-date finish dates 开始 结束 开始日期 结束日期 周期 工期',
  start: 'start-date begin begins starts planned-start 开始日期 开始时间 计划开始',
  end: 'end-date finish-date ends planned-finish 结束日期 结束时间 完成日期 计划完成 计划结束',
  duration: 'length days 时长 持续时间 天数',
  effort: 'estimate estimation work hours story-points points original-estimate 工时 估时 人天 估算',
  actual: 'actual-start actual-finish actual-dates 实际开始 实际完成 实际日期',
  progress: 'complete percent-complete completion done %complete 完成度 完成率 完成百分比 完成比例 进展',
  status: 'state 进展状态 当前状态',
  priority: 'prio importance moscow rank 重要性 重要程度 优先',
  type: 'category 类别 分类 种类',
  rationale: 'reason why justification background 原因 背景',
  verify: 'method verification verification-method test-method 方法 验证 测试方法',
  probability: 'likelihood chance 可能性 发生概率 发生可能性',
  impact: 'consequence effect severity 后果 影响程度 严重程度',
  mitigation: 'measure measures response action actions treatment countermeasure 措施 对策 应对 预防措施',
  contingency: 'fallback plan-b 预案 备用方案',
  threatens: 'affects concerns 影响对象 涉及',
  severity: 'priority level 优先级 等级',
  resolution: 'solution fix 解决方案 处理',
  delivers: 'includes contains deliverables scope 包含 交付物 交付内容',
  voice: 'quote statement words 引语 客户说',
  team: 'group 小组 部门',
  role: 'title position job function 职位 职务',
  capacity: 'availability allocation 可用性 工作比例',
  leave: 'vacation holiday holidays absence absences time-off 假期 年假',
  holidays: 'holiday days-off public-holidays 假日 法定节假日',
  tags: 'tag label labels keywords 标记 关键字',
  link: 'url href reference links 网址 参考',
  key: 'external-id jira ticket 编号',
};

const VALUES: Readonly<Record<string, string>> = {
  must: 'high highest critical essential mandatory p0 p1 高 最高 紧急 重要 必需',
  should: 'medium normal important p2 中 中等 普通',
  could: 'low lowest nice-to-have optional p3 低 可选',
  wont: 'never not-now out-of-scope p4 暂不 不需要',
  todo: 'to-do open new backlog planned not-started 未开始 新建 计划中 待处理',
  planned: 'todo to-do open new not-started 待办 新建 待处理',
  doing: 'in-progress progress started ongoing active wip running 进行 处理中 正在进行 已开始',
  active: 'in-progress doing started ongoing running 进行 正在进行 已开始',
  done: 'complete completed closed finished resolved 完成 结束 已结束 关闭 已关闭',
  open: 'new todo active 新建 打开 未关闭',
  resolved: 'fixed solved done completed 已处理 已修复 已完成',
  closed: 'done completed finished 完成 已完成 关闭',
  agreed: 'approved accepted confirmed signed 批准 已批准 确认 同意',
  approved: 'accepted agreed 批准 同意 通过 已通过',
  rejected: 'declined refused denied 驳回 拒绝 已拒绝',
  dropped: 'cancelled canceled rejected removed obsolete deleted 取消 已取消 废弃 已废弃',
  cancelled: 'canceled stopped dropped 取消',
  draft: 'new open idea 新建 初稿',
  proposed: 'new open suggested requested 新建 已提交 待审批',
  blocked: 'waiting on-hold impeded 阻塞 暂停 挂起',
  critical: 'blocker highest high p1 致命 紧急 高',
  major: 'medium important p2 主要 中',
  minor: 'low trivial p3 次要 轻微 低',
  passed: 'pass ok success successful 成功 合格 已通过',
  failed: 'fail error 失败 不合格 不通过',
  accepted: 'approved signed passed ok 接受 已签收 已通过',
  test: 'testing automated-test unit-test 自动测试',
  demo: 'demonstration show 演练 展示',
  inspection: 'review check 评审 检验',
};

/** What other tools have as fields and a declaration says in its head or as text. */
const ELSEWHERE: Readonly<Record<'id' | 'title' | 'text', string>> = {
  id: 'id identifier number no uid 编号 标识符 标识 序号',
  title: 'title name summary subject headline 标题 名称 名字 主题',
  text: 'description details text body content notes comment acceptance-criteria 描述 说明 详情 详细描述 内容 正文 备注',
};

const plain = (word: string): string => word.toLowerCase().replaceAll(/[\s_-]/g, '');

/** Canonical names by plain word, in the order of the table. */
function byWord(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [key, words] of Object.entries(table))
    for (const word of words.split(' ')) found.set(plain(word), [...(found.get(plain(word)) ?? []), key]);
  return found;
}

const kinds = byWord(KINDS);
const fields = byWord(FIELDS);
const values = byWord(VALUES);
const elsewhere = byWord(ELSEWHERE);

/** The kind that a word means which is none of its names. */
export const kindMeant = (word: string, table: KindTable): string | undefined =>
  firstOf(word, kinds, (key) => table.kind(key));

/** The field of a kind that a word means which is none of its names. */
export const fieldMeant = (word: string, kind: Kind): string | undefined =>
  firstOf(word, fields, (key) => kind.field(key));

/** The value of a field that words mean which are none of its names. */
export const valueMeant = (words: string, field: Field): string | undefined =>
  firstOf(words, values, (key) => field.values.find((value: EnumValue) => value.key === key));

/** What of a declaration a word means that is no field of any. */
export const meantElsewhere = (word: string): keyof typeof ELSEWHERE | undefined =>
  elsewhere.get(plain(word))?.[0] as keyof typeof ELSEWHERE | undefined;

/** The name, in the tongue of the word, of the first that there is. */
function firstOf(
  word: string,
  table: ReadonlyMap<string, readonly string[]>,
  find: (key: string) => { readonly names: Names } | undefined,
): string | undefined {
  for (const key of table.get(plain(word)) ?? []) {
    const names = find(key)?.names;
    if (names) return (/\p{Script=Han}/u.test(word) ? names.zh[0] : undefined) ?? names.en[0] ?? key;
  }
  return undefined;
}
