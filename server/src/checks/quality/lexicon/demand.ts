/**
 * Words by which a sentence is recognised as a demand, after EARS (Mavin et al., "Easy Approach to Requirements Syntax"):
 * ubiquitous "The <system> shall <response>", or introduced by When (event), While (state), Where (optional feature) or
 * If … then (unwanted behaviour). ISO/IEC/IEEE 29148 takes "shall" for demands; teams write must and should as well.
 */
import type { WordList } from '../phrases';

/** The EARS patterns; `complex` has more than one sort of condition. */
export type EarsPattern =
  'ubiquitous' | 'event-driven' | 'state-driven' | 'optional-feature' | 'unwanted-behaviour' | 'complex';

export type Role =
  /** Demands something. */
  | 'demand'
  /** Says in the indicative what somebody does or can do, as many teams write. */
  | 'offer'
  /** Introduces a condition of that pattern. */
  | Exclude<EarsPattern, 'ubiquitous' | 'complex'>
  /** Introduces a clause that depends on another. */
  | 'subordinate'
  /** Joins two clauses; `or` joins two of which one will do. */
  | 'and'
  | 'or'
  /** Parts clauses. */
  | 'comma'
  /** Refers to the sentence before, which it explains. */
  | 'this';

const list = (meaning: Role, words: string): WordList<Role> => ({ meaning, words });

export const ENGLISH: readonly WordList<Role>[] = [
  list(
    'demand',
    `shall | shall not | must | must not | should | should not | has to | have to | needs to | need to | is required to
     | are required to | is obliged to | are obliged to`,
  ),
  list(
    'offer',
    `will | will not | can | cannot | can not | may | may not | is able to | are able to | is allowed to | are allowed to
     | is possible | are possible | i want | i need | i would like | we want | we need | would like | wants to | want to | is used | are used
     | accepts | adds | admits | allows | allow | answers | applies | archives | asks | assigns | authenticates | backs up | blocks
     | books | builds | calculates | calls | checks | closes | collects | compares | completes | computes | confirms | connects
     | consists of | contains | controls | converts | copies | counts | covers | creates | declares | deletes | delivers | detects
     | determines | displays | distinguishes | do | does | downloads | enables | encrypts | ensures | escapes | executes | expects
     | exports | extracts | features | filters | finds | forwards | generates | gives | groups | guarantees | handles | has | have | hides
     | highlights | holds | identifies | ignores | imports | includes | indicates | informs | inlines | installs | integrates
     | interprets | keeps | leaves | lets | limits | lists | loads | locks | logs | maintains | makes | manages | marks | merges
     | monitors | moves | notifies | offers | opens | outputs | parses | performs | prevents | prints | processes | produces
     | protects | provides | provide | publishes | reads | receives | recognizes | recognises | records | redirects | reflects
     | refuses | registers | rejects | releases | removes | replaces | reports | represents | requires | resets | resolves
     | restores | retains | retries | returns | runs | saves | scans | searches | selects | sends | sets | show | shows | sorts
     | starts | stops | stores | supports | support | synchronizes | synchronises | takes | tells | traces | tracks | transfers
     | translates | triggers | updates | uploads | uses | validates | verifies | warns | works | writes`,
  ),
  list('event-driven', 'when | whenever | upon | once | as soon as'),
  list('state-driven', 'while | as long as | during'),
  list('optional-feature', 'where'),
  list('unwanted-behaviour', 'if | in case | in the event that'),
  list(
    'subordinate',
    'that | which | who | whom | whose | what | how | whether | because | since | so that | unless | until | than | as | (',
  ),
  list('and', 'and | but | then | and then | and also | otherwise | else'),
  list('or', 'or'),
  list('comma', ', | : | )'),
  list('this', 'this | these | those | such'),
];

export const CHINESE: readonly WordList<Role>[] = [
  list(
    'demand',
    '应 | 应用户 | 应答复 | 应当 | 应该 | 应能 | 须 | 必须 | 需 | 需要 | 务必 | 不得 | 禁止 | 严禁 | 不应 | 不准',
  ),
  list(
    'offer',
    `能 | 能够 | 可 | 可以 | 要 | 将 | 会 | 支持 | 允许 | 提供 | 具备 | 具有 | 实现 | 包含 | 包括 | 采用 | 显示 | 记录 | 生成 | 发送
     | 自动 | 保证 | 确保 | 满足 | 达到 | 不超过 | 不低于 | 不少于 | 不高于 | 不大于 | 不小于 | 希望 | 想要`,
  ),
  list('event-driven', '当 | 一旦 | 每当 | 收到'),
  list('state-driven', '期间 | 过程中 | 状态下'),
  list('optional-feature', '若配置了 | 若启用 | 在具备 | 如具备 | 在启用'),
  list('unwanted-behaviour', '如果 | 若 | 如 | 假如 | 倘若 | 一旦发生'),
  list('and', '并 | 并且 | 且 | 而且 | 同时 | 还 | 也 | 以及 | 则 | 另外 | 此外'),
  list('or', '或 | 或者 | 否则'),
];

/** Words that contain one of the above and demand nothing. */
export const NO_DEMAND = `
    响应 | 对应 | 相应 | 应用 | 供应 | 适应 | 反应 | 效应 | 感应 | 应急 | 应答 | 应聘 | 应届 | 应变能力 | 回应 | 呼应 | 顺应
  | 应收账款 | 应收款 | 应收票据 | 应付账款 | 应付款 | 应付票据 | 应付职工薪酬 | 应计利息 | 应还款 | 应发工资 | 应有尽有
  | 应邀 | 应试 | 应力 | 应税 | 应纳税 | 应缴税 | 应缴费 | 应缴款 | 应交税 | 应交款
  | 无须 | 须知 | 需求 | 无需 | 所需 | 按需 | 供需 | 急需 | 需方 | 不需 | 不需要 | 是否需要 | 是否必须
  | 例如 | 比如 | 诸如 | 如下 | 如上 | 如图 | 如表 | 应用程序
  | as well as | such as | as follows`;
