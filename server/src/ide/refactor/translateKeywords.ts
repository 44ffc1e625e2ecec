import { replacing, type RepairEdit } from '../../checks/repair/repair';
import { calling, inBoth } from '../../checks/wording';
import type { Names } from '../../kinds/table';
import type { Tongue } from '../../kinds/tongue';
import { translate } from '../../kinds/translate';
import type { Item, Model } from '../../model/model';
import { translateFile } from '../translate';
import type { Asked, Offer, Refactoring } from './refactoring';

/** Translates the keywords of items, or of a whole file, to each tongue in which some of them are not written. */
export const translateKeywords: Offer = (asked) =>
  (['zh', 'en'] as const).flatMap((tongue) => [...itemsTo(asked, tongue), ...fileTo(asked, tongue)]);

const TONGUES = { en: { en: 'English', zh: '英文' }, zh: { en: 'Chinese', zh: '中文' } } as const;

function itemsTo({ world: { model }, items }: Asked, tongue: Tongue): readonly Refactoring[] {
  const edits = items.flatMap((item) => inItem(model, item, tongue));
  const [first] = items;
  if (edits.length === 0 || !first) return [];
  const title = inBoth((reader) => {
    const what = items.length === 1 ? calling(first, reader) : reader === 'zh' ? '所选条目' : 'the selected items';
    return reader === 'zh'
      ? `将${what} 的关键字翻译为${TONGUES[tongue].zh}`
      : `Translate the keywords of ${what} to ${TONGUES[tongue].en}`;
  });
  return [{ key: `translate ${tongue} ${first.index} ${items.length}`, kind: 'rewrite', title, edits: () => edits }];
}

/** The edits of an item and of all that stands in it. */
function inItem({ files, table }: Model, item: Item, tongue: Tongue): readonly RepairEdit[] {
  const { start, end } = item.declaration;
  const segments = [files[item.file]!.document.segments[item.segment]!];
  return translate({ segments }, table, tongue)
    .filter((edit) => start <= edit.start && edit.end <= end)
    .map((edit) => replacing(item, edit, edit.text));
}

function fileTo({ world: { model }, span: { file } }: Asked, tongue: Tongue): readonly Refactoring[] {
  if (!model.items.some((item) => item.file === file && isForeign(item, tongue))) return [];
  const title = {
    en: `Translate the keywords of this file to ${TONGUES[tongue].en}`,
    zh: `将本文件的关键字翻译为${TONGUES[tongue].zh}`,
  };
  const { document } = model.files[file]!;
  const edits = () =>
    translateFile(model, file, tongue).map(({ start, end, text }) => {
      const segment = document.segmentAt(start);
      const shift = document.offsetOf(segment);
      return replacing({ file, segment }, { start: start - shift, end: end - shift }, text);
    });
  return [{ key: `translate-file ${tongue}`, kind: 'source', title, edits }];
}

/** Is the kind or a field of the item written in another tongue than this? */
const isForeign = ({ kind, declaration, fields }: Item, tongue: Tongue): boolean =>
  (kind !== undefined && !isIn(kind.names, declaration.kind.text, tongue)) ||
  fields.some(({ field, node }) => field && !isIn(field.names, node.name.text, tongue));

const isIn = (names: Names, word: string, tongue: Tongue): boolean =>
  names[tongue].length === 0 || names[tongue].includes(word);
