import { allNames, type KindTable } from '../../kinds/table';
import { isBare, type ItemFacts } from '../../kinds/facts';
import type { SegmentCheck, SegmentFinding } from '../check';
import { nearest } from '../../kinds/near';
import { addColon, changeTo } from '../repair/words';
import { inBoth, lacksColon } from '../wording';

/** A declaration of a kind that the table does not know. */
export const unknownKind: SegmentCheck = {
  code: 'kind/unknown',
  severity: 'error',
  find: (facts, table) =>
    // A bare word has its syntax finding already: it is half a kind, or prose.
    facts.items.flatMap((item) => (item.kind || isBare(item) ? [] : [finding(item, facts.items[item.parent], table)])),
};

function finding(item: ItemFacts, parent: ItemFacts | undefined, table: KindTable): SegmentFinding {
  const { kind } = item.declaration;
  // `voice "I never heard back"`: a word that names a field of the item around it has lost its colon.
  if (parent?.kind?.field(kind.text)) {
    return { start: kind.start, end: kind.end, id: parent.id, message: lacksColon(kind.text), repairs: addColon(kind) };
  }
  const near = nearest(
    kind.text,
    table.kinds.flatMap(({ names }) => allNames(names)),
  );
  const message = inBoth((tongue) =>
    tongue === 'zh'
      ? `没有名为 \`${kind.text}\` 的类型${near ? `，是否指 \`${near}\`？` : '。'}`
      : `There is no kind \`${kind.text}\`${near ? `; did you mean \`${near}\`?` : '.'}`,
  );
  return { start: kind.start, end: kind.end, id: item.id, message, repairs: changeTo(kind, near) };
}
