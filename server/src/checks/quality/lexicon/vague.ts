/**
 * Words whose meaning each reader fills in differently, by what a reader would have to ask. After the ideas of ISO/IEC/IEEE 29148
 * (5.2.7: superlatives, subjective language, vague adverbs and adjectives, loopholes), INCOSE's guide to writing requirements
 * (vague terms, escape clauses, open-ended clauses) and the requirement smells of Femmer et al. Words that are as often exact as
 * not (support, real-time, correctly, 相关, 实时) are left out: a hint that is wrong every second time is not read.
 */
import type { Text } from '../../../kinds/tongue';
import type { WordList } from '../phrases';

/** What a vague word leaves open, as the end of "say …", "请写明…". */
export type Question = Text;

const TIME: Question = { en: 'within what time', zh: '时限' };
const EASE: Question = { en: 'who can do what, in how many steps or minutes', zh: '谁用几步或多长时间能完成什么' };
const AMOUNT: Question = { en: 'how many or how much', zh: '具体数量或范围' };
const MEASURE: Question = { en: 'by which measure', zh: '衡量的指标' };
const CASES: Question = { en: 'in which cases', zh: '具体条件' };
const OFTEN: Question = { en: 'how often, or always', zh: '具体频率' };
const LIST: Question = { en: 'the complete list', zh: '完整的清单' };
const CHOICE: Question = { en: 'which of the two', zh: '究竟是哪一种' };

export const VAGUE: readonly WordList<Question>[] = [
  {
    meaning: TIME,
    words: `fast | faster | fastest | as fast as possible | quick | quickly | quicker | as quickly as possible | rapid | rapidly
      | promptly | swiftly | speedily | as soon as possible | asap | as early as possible | timely | in a timely manner
      | in good time | soon | without undue delay | near real time | near real-time | instantly | instantaneous | low latency
      | short response time | short response times | within a short time | in a short time`,
  },
  {
    meaning: TIME,
    words: `尽快 | 尽早 | 尽速 | 及时 | 及时地 | 迅速 | 快速 | 快捷 | 马上 | 第一时间 | 越快越好 | 短时间内 | 较短时间 | 不久
      | 响应快 | 速度快 | 较快`,
  },
  {
    meaning: EASE,
    words: `easy | easily | easier | easy to use | easy-to-use | ease of use | user-friendly | user friendly | friendly
      | intuitive | intuitively | simple | simply | straightforward | convenient | conveniently | comfortable | comfortably
      | effortless | effortlessly | seamless | seamlessly | smooth | smoothly | self-explanatory | clearly | pleasant
      | attractive | beautiful | elegant | nice | nicely | lightweight`,
  },
  {
    meaning: EASE,
    words: `友好 | 易用 | 易于使用 | 好用 | 简单 | 简便 | 简洁 | 方便 | 便捷 | 便利 | 直观 | 美观 | 美观大方 | 流畅 | 顺畅 | 人性化
      | 傻瓜式 | 一目了然 | 清晰 | 轻松 | 舒适 | 易懂 | 易学`,
  },
  {
    meaning: AMOUNT,
    words: `some | several | many | few | a few | a lot of | lots of | plenty of | numerous | various | a variety of | a couple of
      | a number of | most | mostly | huge | massive | enough | sufficient | sufficiently | adequate | adequately | ample
      | approximately | roughly | almost | nearly | minimal | minimally | negligible | considerable | considerably | substantial
      | substantially | significant | significantly | reasonable | reasonably | moderate | excessive | excessively
      | as much as possible | as many as possible | as few as possible | as little as possible | as far as possible
      | to the extent possible | certain`,
  },
  {
    meaning: AMOUNT,
    words: `大量 | 海量 | 少量 | 若干 | 许多 | 很多 | 不少 | 一些 | 某些 | 足够 | 充足 | 充分 | 适量 | 大多数 | 绝大多数 | 大部分
      | 绝大部分 | 多数 | 少数 | 左右$ | 大约 | 大概 | 尽量 | 尽可能 | 尽可能多 | 尽可能少 | 较多 | 较少 | 较大 | 较小 | 较高 | 较低
      | 较长 | 较短 | 一定的 | 一定程度 | 一定数量 | 一定时间 | 一定范围 | 合理 | 可接受`,
  },
  {
    meaning: MEASURE,
    words: `good | better | best | optimal | optimally | optimum | efficient | efficiently | effective | effectively | robust
      | robustly | flexible | flexibly | scalable | high performance | high-performance | high quality | high-quality
      | state of the art | state-of-the-art | best-in-class | world-class | modern | powerful | excellent | acceptable`,
  },
  {
    meaning: MEASURE,
    words: `良好 | 较好 | 很好 | 更好 | 优秀 | 优良 | 高效 | 高性能 | 高质量 | 高品质 | 稳定运行 | 稳定可靠 | 安全可靠 | 健壮 | 灵活
      | 易维护 | 易扩展 | 先进 | 一流 | 强大 | 丰富的 | 最佳 | 最优 | 最好 | 理想的 | 满意`,
  },
  {
    meaning: CASES,
    words: `as appropriate | where appropriate | if appropriate | when appropriate | appropriate | appropriately | as applicable
      | where applicable | if applicable | when applicable | as necessary | if necessary | where necessary | when necessary
      | as needed | if needed | when needed | where needed | as required | if required | where required | if possible
      | when possible | where possible | whenever possible | wherever possible | if practicable | where practicable
      | as practicable | as possible | suitable | suitably | proper | properly | in general | generally | in most cases
      | under normal conditions | under normal circumstances | ideally | preferably | eventually | best effort | best efforts
      | at its convenience | at their convenience`,
  },
  {
    meaning: CASES,
    words: `适当 | 适宜 | 合适 | 恰当 | 妥善 | 酌情 | 视情况 | 视情况而定 | 根据情况 | 根据需要 | 根据实际情况 | 必要时 | 如有必要
      | 如有需要 | 有需要时 | 需要时 | 如可能 | 如果可能 | 如有可能 | 可能的话 | 条件允许 | 一般情况下 | 正常情况下 | 一般来说
      | 原则上 | 力争 | 争取`,
  },
  {
    meaning: OFTEN,
    words: `usually | normally | typically | often | sometimes | occasionally | frequently | rarely | seldom | regularly
      | periodically | from time to time`,
  },
  { meaning: OFTEN, words: `通常 | 经常 | 有时会 | 有时候 | 偶尔 | 定期 | 不定期 | 频繁` },
  {
    meaning: LIST,
    words: `etc | etc. | and so on | and so forth | and the like | among others | including but not limited to
      | but not limited to | not limited to`,
  },
  {
    meaning: LIST,
    words: `等等 | 等$ | 等信息 | 等内容 | 等功能 | 等操作 | 等数据 | 等方式 | 等情况 | 等相关 | 等多种 | 等方面 | 等场景 | 等模块
      | 等类型 | 等服务 | 等业务 | 等资料 | 等渠道 | 等字段 | 等指标 | 之类 | 诸如此类 | 包括但不限于 | 不限于`,
  },
  { meaning: CHOICE, words: `and/or | 和/或 | 与/或 | 及/或 | 或/和` },
];

/** Exact words that contain vague ones. */
export const NOT_VAGUE = `
    as soon as | as often as | how often | how many | as many as | as much as | as few as | no fewer | at most | the most
  | most recent | most recently | most significant | most likely | most specific | most common | most important
  | most frequent | most frequently | most relevant | significant bit | significant bits | significant byte
  | significant digit | significant digits | frequently asked | generally available | normally open | normally closed
  | as required by | if required by | where required by | proper subset | proper noun | fast forward | quick start
  | good morning | best before | make certain | lightweight directory access | simple mail transfer | simple network management
  | simple object access | good manufacturing practice | some other | goods

  | 及时通讯 | 及时通信 | 即时 | 以及时 | 涉及时 | 触及时 | 普及时 | 波及时 | 提及时 | 及时间 | 及时段 | 及时长 | 及时区 | 及时效 | 及时刻
  | 快速通道 | 快速入口 | 快速排序 | 快捷键 | 快捷方式 | 快捷菜单 | 快捷入口 | 快捷支付
  | 友好城市 | 简单邮件 | 简单对象 | 简单网络 | 方便面 | 方便食品 | 便利店 | 便利贴 | 清晰度 | 简洁版 | 直观图
  | 合理性 | 合理化 | 合理用药 | 少数民族 | 多数据 | 大约束 | 大概率 | 充分必要 | 充分条件 | 不少于 | 海量级 | 多数组 | 少数据
  | 最优解 | 最优化 | 最优路径 | 灵活用工 | 满意度 | 满意率 | 不满意 | 满意调查 | 先进先出 | 先进后出 | 后进先出 | 更好看
  | 较大值 | 较小值 | 较高者 | 较低者 | 较长者 | 较短者 | 较大者 | 较小者
  | 定期存款 | 定期保险 | 定期寿险 | 定期任务 | 特定期 | 指定期 | 约定期 | 规定期 | 固定期 | 法定期 | 确定期 | 设定期 | 限定期 | 预定期 | 锁定期
  | 需要时间 | 需要时长 | 必要时间 | 必要时长
  | 等等待 | 等待 | 等候 | 等级 | 等于 | 等同 | 等价 | 等效 | 等比 | 等额 | 等分 | 等号 | 等距 | 等值 | 等保 | 等高
  | 平等 | 相等 | 均等 | 同等 | 高等 | 中等 | 初等 | 对等 | 优等 | 劣等 | 头等 | 特等 | 上等 | 下等 | 一等 | 二等 | 三等
  | 不等 | 稍等 | 久等 | 请等`;
