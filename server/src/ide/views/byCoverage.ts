/** All that plays a part in traceability, by how far it is covered; below an item what has to hold before it is covered. */
import type { Text } from '../../kinds/tongue';
import { coverageOf } from '../../model/coverage';
import type { ItemIndex } from '../../model/model';
import { markOf, type CoverageMark } from '../traceTree';
import type { World } from '../world';
import { rootsOf, type Gathering } from './gathering';

export function byCoverage({ model }: World): Gathering {
  const { below } = coverageOf(model);
  const members = new Map<CoverageMark, ItemIndex[]>(MARKS.map((mark) => [mark, []]));
  for (const item of model.items) {
    const mark = markOf(model, item);
    if (mark) members.get(mark)!.push(item.index);
  }
  const groups = [...members].map(([mark, own]) => ({
    name: mark,
    label: LABELS[mark],
    mark,
    members: own,
    roots: rootsOf(own, below),
  }));
  return { groups, below };
}

const LABELS: Readonly<Record<CoverageMark, Text>> = {
  uncovered: { en: 'Not covered', zh: '未被覆盖' },
  shallow: { en: 'Linked, but not covered yet', zh: '链接齐全，但尚未完整覆盖' },
  covered: { en: 'Covered down to evidence', zh: '已完整覆盖，直至证据' },
  'not-needed': { en: 'Needs no coverage', zh: '无需覆盖' },
};

/** What needs attention comes first. */
const MARKS = Object.keys(LABELS) as readonly CoverageMark[];
