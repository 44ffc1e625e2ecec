/** What people write where the real text is still to come. */
import type { WordList } from '../phrases';

/** Does the placeholder count in capitals only? `TODO` is one, a to-do list is not. */
export interface Placeholder {
  readonly capitals: boolean;
}

export const PLACEHOLDERS: readonly WordList<Placeholder>[] = [
  {
    meaning: { capitals: false },
    words: `tbd | tbc | tba | tbs | tbr | t.b.d. | t.b.c. | fixme | lorem ipsum
      | to be determined | to be decided | to be announced | is to be defined$ | are to be defined$ | is to be specified$
      | are to be specified$ | is to be confirmed$ | are to be confirmed$ | is to be agreed$ | are to be agreed$
      | yet to be defined | yet to be specified | yet to be confirmed | yet to be agreed | still to be defined
      | still to be specified | still to be confirmed | still to be agreed | (to be defined) | (to be specified)
      | (to be confirmed) | (to be agreed) | (to be completed) | (to be supplied) | to be written$ | placeholder text
      | ?? | ??? | ???? | ????? | <...> | <…> | <insert | <enter | <describe | <specify | <fill | <your | <placeholder
      | shall ... | shall … | must ... | must … | should ... | should …`,
  },
  {
    meaning: { capitals: false },
    words: `待定 | 待定义$ | 待补充$ | 待确认$ | 待明确 | 待细化 | 待完善$ | 待商定 | 待讨论$ | 待澄清 | 待填写$ | 尚未确定$ | 尚未明确$
      | 尚待确定 | 尚待明确 | 另行确定 | 此处填写 | 在此填写 | <请 | <待 | 【请 | 【待 | 应... | 应… | 应…… | 须… | 须……`,
  },
  { meaning: { capitals: true }, words: 'todo | xx | xxx | xxxx' },
];

/** Finished words that contain unfinished ones. */
export const NO_PLACEHOLDER = `
    to be determined by | to be decided by | to be announced by | to be determined at
  | 待定位 | 待定制 | 待定价 | 待定点 | 待定级 | 等待定
  | 为待确认 | 成待确认 | 到待确认 | 至待确认 | 为待补充 | 成待补充 | 为待完善 | 为待讨论 | 为待填写 | 状态待确认 | 为待定 | 成待定`;

/** Texts that say nothing, when they are all that was written. */
export const NOTHING: ReadonlySet<string> = new Set(
  'none|n/a|na|nil|null|tbd|-|--|---|...|…|……|?|无|暂无|空|略|没有|不详'.split('|'),
);
