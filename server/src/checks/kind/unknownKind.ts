import { allNames, type KindTable } from '../../kinds/table';
import { isBare, type ItemFacts } from '../../kinds/facts';
import type { SegmentCheck, SegmentFinding } from '../check';
import { nearestFew } from '../../kinds/near';
import { kindMeant } from '../../kinds/synonyms';
import { addColon, changeToOne } from '../repair/words';
import { inBoth, lacksColon } from '../wording';
import { isMisplaced } from './misplaced';

/** A declaration of a kind that the table does not know. */
export const unknownKind: SegmentCheck = {
  code: 'kind/unknown',
  severity: 'error',
  find: (facts, table) =>
    // A bare word has its syntax finding already: it is half a kind, or prose.
    facts.items.flatMap((item, index) => (item.kind || isBare(item) ? [] : [finding(facts.items, index, table)])),
};

function finding(items: readonly ItemFacts[], index: number, table: KindTable): SegmentFinding {
  const item = items[index]!;
  const parent = items[item.parent];
  const { kind } = item.declaration;
  // `voice "I never heard back"`: a word that names a field of the item around it has lost its colon.
  if (parent?.kind?.field(kind.text)) {
    return { start: kind.start, end: kind.end, id: parent.id, message: lacksColon(kind.text), repairs: addColon(kind) };
  }
  const names = meantBy(items, index, table);
  const near = names[0];
  const message = inBoth((tongue) =>
    tongue === 'zh'
      ? `没有名为 \`${kind.text}\` 的类型${near ? `，是否指 \`${near}\`？` : '。'}`
      : `There is no kind \`${kind.text}\`${near ? `; did you mean \`${near}\`?` : '.'}`,
  );
  return { start: kind.start, end: kind.end, id: item.id, message, repairs: changeToOne(kind, names) };
}

/** The names that may have been meant, of kinds that fit what is written; if none does, the nearest. */
function meantBy(items: readonly ItemFacts[], index: number, table: KindTable): readonly string[] {
  const { fields, declaration, parent } = items[index]!;
  const meant = kindMeant(declaration.kind.text, table);
  if (meant !== undefined) return [meant];
  const near = nearestFew(
    declaration.kind.text,
    table.kinds.flatMap(({ names }) => allNames(names)),
  );
  const fitting = near.filter((name) => {
    const kind = table.kind(name)!;
    return (
      fields.every(({ node }) => kind.field(node.name.text)) &&
      !isMisplaced({ kind }, items[parent]) &&
      !items.some((inner) => inner.parent === index && isMisplaced(inner, { kind }))
    );
  });
  return fitting.length > 0 ? fitting : near.slice(0, 1);
}
