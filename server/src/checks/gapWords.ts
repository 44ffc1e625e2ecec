/** What is missing in a thread, in words. */
import type { Gap, GapKind } from '../model/coverage';
import type { Item, ItemIndex, Model } from '../model/model';
import { revisionOf } from '../model/revision';
import type { Field } from '../kinds/table';
import type { Text, Tongue } from '../kinds/tongue';
import { calling, nameOf, withArticle } from './wording';

/** "REQ-3", or `requirement "Single sign-on"` for an item without id. */
const shortName = (item: Item, tongue: Tongue): string => item.id ?? calling(item, tongue);

/** "AC-7 has no evidence", "REQ-5 refines REQ-99, which does not exist"; about `self`, "it has no work". */
export function gapWords(model: Model, gap: Gap, tongue: Tongue, self?: ItemIndex): string {
  const isSelf = gap.item === self;
  const subject = isSelf ? SELF[tongue] : shortName(model.items[gap.item]!, tongue);
  const predicate = predicateOf(model, gap, tongue);
  return subject === '' ? predicate : `${subject} ${predicate}`;
}

const SELF: Text = { en: 'it', zh: '' };

/** "REQ-3 is not covered: AC-7 has no evidence, T-9 is unassigned". */
export function uncoveredWords(model: Model, item: Item, gaps: readonly Gap[], tongue: Tongue, most = 3): string {
  const name = shortName(item, tongue);
  const reasons = reasonWords(model, gaps, tongue, item.index, most);
  return tongue === 'zh' ? `${name} 未被覆盖：${reasons}` : `${name} is not covered: ${reasons}`;
}

/** "AC-7 has no evidence, T-9 is unassigned and more": the first `most` of the gaps. */
export function reasonWords(
  model: Model,
  gaps: readonly Gap[],
  tongue: Tongue,
  self: ItemIndex | undefined,
  most = 3,
): string {
  const named = gaps.slice(0, most).map((gap) => gapWords(model, gap, tongue, self));
  const more = gaps.length <= most ? '' : tongue === 'zh' ? '，等等' : ' and more';
  return named.join(tongue === 'zh' ? '，' : ', ') + more;
}

function predicateOf(model: Model, gap: Gap, tongue: Tongue): string {
  const { kind, link, check } = gap;
  if (link !== undefined) return linkWords(model, kind, link, tongue);
  if (kind === 'failed' && check !== undefined) {
    const by = shortName(model.items[check]!, tongue);
    return tongue === 'zh' ? `在 ${by} 中未通过` : `failed in ${by}`;
  }
  if (kind === 'failed' && model.items[gap.item]!.kind?.trace === 'acceptance') return REJECTED[tongue];
  return PREDICATES[kind][tongue];
}

function linkWords(model: Model, kind: GapKind, link: number, tongue: Tongue): string {
  const { to, facts } = model.linkTable;
  const { field, reference } = facts[link]!;
  const target = model.items[to[link]!];
  const reading = readingOf(field, tongue);
  const revision = reference?.reference.revision;
  const written = reference?.reference.id ?? (target ? shortName(target, tongue) : '');
  const pinned =
    kind === 'suspect' && revision !== undefined
      ? `${written} ${tongue === 'zh' ? '版本' : 'rev'} ${revision}`
      : written;
  const why = defectWords(kind, target, tongue);
  return tongue === 'zh' ? `${reading} ${pinned}，${why}` : `${reading} ${pinned}, ${why}`;
}

/** The reading of a field's links as a verb; some fields are read as a preposition or as a noun. */
function readingOf({ key, link, names }: Field, tongue: Tongue): string {
  if (link?.role === 'origin') return VERBS.origin[tongue];
  return key === 'evidence' ? VERBS.evidence[tongue] : (link?.reading[tongue] ?? nameOf(names, tongue));
}

const VERBS = {
  origin: { en: 'comes from', zh: '来自' },
  evidence: { en: 'names as its evidence', zh: '引用的证据是' },
} as const satisfies Readonly<Record<string, Text>>;

function defectWords(kind: GapKind, target: Item | undefined, tongue: Tongue): string {
  if (!target) return tongue === 'zh' ? '而它不存在' : 'which does not exist';
  if (kind === 'wrong-kind') {
    const name = target.kind ? nameOf(target.kind.names, tongue) : target.declaration.kind.text;
    return tongue === 'zh' ? `而它是${name}` : `which is ${withArticle(name)}`;
  }
  const revision = revisionOf(target);
  if (revision === undefined) return tongue === 'zh' ? '而它没有写版本' : 'which states no revision';
  return tongue === 'zh' ? `而它现为版本 ${revision}` : `which has revision ${revision} now`;
}

const REJECTED: Text = { en: 'was rejected', zh: '被拒收' };

const PREDICATES: Readonly<Record<GapKind, Text>> = {
  unresolved: { en: 'leads to nothing', zh: '指向不存在的条目' },
  'wrong-kind': { en: 'leads to the wrong kind of item', zh: '指向类型不符的条目' },
  suspect: { en: 'leads to another revision', zh: '指向其他版本' },
  failed: { en: 'failed', zh: '未通过' },
  'no-origin': { en: 'has no origin', zh: '没有来源' },
  'no-criterion': { en: 'has no acceptance criterion', zh: '没有验收标准' },
  'no-work': { en: 'has no work', zh: '没有对应的工作' },
  'no-milestone': { en: 'has no milestone', zh: '没有里程碑' },
  'leads-nowhere': { en: 'led to nothing', zh: '没有下文' },
  'verifies-nothing': { en: 'verifies nothing', zh: '没有验证任何条目' },
  'delivers-nothing': { en: 'delivers nothing', zh: '没有交付任何内容' },
  'accepts-nothing': { en: 'accepts nothing', zh: '没有验收任何内容' },
  'covers-nothing': { en: 'covers nothing', zh: '没有覆盖任何条目' },
  'no-method': { en: 'does not say how it is verified', zh: '没有说明如何验证' },
  'no-evidence': { en: 'has no evidence', zh: '没有证据' },
  unassigned: { en: 'is unassigned', zh: '未分配人员' },
  'not-done': { en: 'is not done', zh: '未完成' },
  'no-output': { en: 'has no work, file or criterion', zh: '没有工作、文件或验收标准' },
  'no-result': { en: 'has no result', zh: '没有结果' },
  'not-signed': { en: 'is not signed', zh: '未签收' },
  conditional: { en: 'holds on conditions only', zh: '为有条件通过' },
};
