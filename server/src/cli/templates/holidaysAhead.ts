/** A plan from a template that runs beyond the holidays that are known. */
import { outsideProject } from '../../checks/plan/outsideProject';
import { addValue } from '../../checks/repair/field';
import { valueOf } from '../../kinds/facts';
import { builtInTable } from '../../kinds/table';
import { formatDay, type PlanDay } from '../../kinds/time';
import type { Text } from '../../kinds/tongue';
import { SourceDocument } from '../../language/document';
import { applyEdits } from '../../language/format/edits';
import { formatDocument } from '../../language/format/format';
import { regionOf } from '../../schedule/regions/region';
import { createWorld, edited, type World } from '../../ide/world';

/** By path, the texts of a new project. */
export type Texts = ReadonlyMap<string, string>;

/**
 * The same texts, in which each calendar whose region has no holidays for a part of the plan says so itself, until the last day
 * that is known: whoever begins a project can do nothing about holidays that nobody has announced, and is told in time. Unchanged where
 * that day has passed.
 */
export function withHolidaysAhead(texts: Texts, today: PlanDay): Texts {
  const files = [...texts].map(([uri, text]) => ({ uri, document: new SourceDocument(text) }));
  const world = createWorld({ root: '', revision: 1, files, table: builtInTable, today });
  const edits = world.findings.flatMap(({ code, id }) =>
    code === outsideProject.code ? ignoring(world, id, today) : [],
  );
  if (edits.length === 0) return texts;
  return new Map(edited(world, edits).model.files.map(({ uri, document }) => [uri, canonical(document)]));
}

function ignoring({ model }: World, id: string | undefined, today: PlanDay): ReturnType<typeof addValue> {
  const calendar = id === undefined ? undefined : model.byId(id);
  const value = calendar && valueOf(calendar, 'region');
  const lastDay = value?.type === 'enum' ? regionOf(value.key)?.lastDay : undefined;
  if (!calendar || lastDay === undefined || lastDay < today) return [];
  const { tongue } = calendar;
  const until = tongue === 'zh' ? '至' : 'until';
  const reason = reasonFor(formatDay(lastDay).slice(0, 4))[tongue];
  return addValue(model, calendar, 'ignore', `${outsideProject.code} "${reason}" ${until} ${formatDay(lastDay)}`);
}

const reasonFor = (year: string): Text => ({
  en: `holidays after ${year} are not known yet; write them into holidays once they are announced`,
  zh: `${year} 年以后的节假日尚未收录，公布后写入节假日`,
});

function canonical(document: SourceDocument): string {
  const formatted = formatDocument(document);
  return 'edits' in formatted ? applyEdits(document.text, formatted.edits) : document.text;
}
