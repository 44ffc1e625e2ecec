import { formatReference } from '../../kinds/values/references';
import { placeOfHead, type Model } from '../../model/model';
import { pinnedLinks, revisionOf } from '../../model/revision';
import type { ModelCheck, ModelFinding } from '../check';
import { calling, inBoth } from '../wording';
import { placeOfLink } from '../places';
import { replacing, suggestion, type Repair } from '../repair/repair';

/** A link made for a revision that its target no longer has: what changed since may concern the item that refers to it. */
export const suspect: ModelCheck = {
  code: 'trace/suspect',
  severity: 'warning',
  find: (model) => {
    const { from, to, facts } = model.linkTable;
    const findings: ModelFinding[] = [];
    for (const link of pinnedLinks(model)) {
      const pinned = facts[link]!.reference!.reference.revision!;
      if (to[link]! < 0) continue;
      const target = model.items[to[link]!]!;
      const current = revisionOf(target);
      if (current === pinned) continue;
      findings.push({
        place: placeOfLink(model, link),
        id: model.items[from[link]!]!.id,
        message: inBoth((tongue) => {
          if (tongue === 'zh')
            return current === undefined
              ? `此链接针对版本 ${pinned}，但${calling(target, 'zh')} 没有写版本。`
              : `此链接针对版本 ${pinned}，而${calling(target, 'zh')} 现为版本 ${current}：请核对变更后更新链接。`;
          return current === undefined
            ? `This link was made for revision ${pinned}, but ${calling(target, 'en')} states no revision.`
            : `This link was made for revision ${pinned}; ${calling(target, 'en')} has revision ${current} now: look at what changed, then renew the link.`;
        }),
        related: () => [{ place: placeOfHead(target), message: inBoth((tongue) => calling(target, tongue)) }],
        suggestions: () => renewing(model, link, current),
      });
    }
    return findings;
  },
};

/** Makes a link one for the revision that its target has now, or for none. */
function renewing({ items, linkTable }: Model, link: number, revision: string | undefined): readonly Repair[] {
  const item = items[linkTable.from[link]!]!;
  const { id, start, end } = linkTable.facts[link]!.reference!.reference;
  const atoms = item.fields
    .flatMap(({ node }) => node.phrases)
    .find((phrase) => phrase.start <= start && end <= phrase.end)?.atoms;
  const last = atoms?.[atoms.findIndex((atom) => atom.start === start) + REVISION];
  if (!last) return [];
  const text = formatReference(
    { type: 'ref', id, start, end, ...(revision === undefined ? {} : { revision }) },
    item.tongue,
  );
  return [
    suggestion({ en: `Renew the link: \`${text}\``, zh: `更新链接：\`${text}\`` }, [
      replacing(item, { start, end: last.end }, text),
    ]),
  ];
}

/** The revision is the second atom behind the id: `REQ-1 rev 2`. */
const REVISION = 2;
