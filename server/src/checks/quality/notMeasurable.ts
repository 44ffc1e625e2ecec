/** What cannot be measured: a criterion without measure or method, a performance or stability requirement without a figure. */
import type { Span } from '../../language/ast';
import { enumOf, fieldOf, headWord, isBare, type ItemFacts } from '../../kinds/facts';
import { columnOf } from '../../model/columns';
import { placeIn, type Item, type ItemIndex, type Model } from '../../model/model';
import { isPromised } from '../../model/trace';
import type { ModelCheck, ModelFinding, SegmentCheck } from '../check';
import { hasMisspeltField } from '../misspelt';
import { Calling, inBoth, nameOf } from '../wording';
import { demandTexts, statementsOf, stepsOf } from './demands';
import { hasFigure } from './figures';
import { TYPES_WITH_FIGURE } from './lexicon/figure';
import { placeholderIn } from './placeholder';
import { readProse } from './prose';

const code = 'quality/not-measurable';
const severity = 'warning';

/** A criterion that has neither a metric nor a way in which it is verified; evidence or a result shows that there was one. */
export const notMeasurableCriterion: SegmentCheck = {
  code,
  severity,
  find: (facts) => {
    const unwritten = new Set(demandTexts(facts).flatMap(({ item, prose }) => (placeholderIn(prose) ? [item] : [])));
    const read = new Set(demandTexts(facts).map(({ item }) => item));
    return facts.items
      .filter((item) => isUnmeasured(item) && read.has(item) && !unwritten.has(item))
      .map((item) => ({
        start: headWord(item).start,
        end: headWord(item).end,
        id: item.id,
        message: unmeasured(item),
      }));
  },
};

const MEASURES = ['metric', 'verify', 'evidence', 'result'];

/** Fields that cannot be read have their own finding. */
const isUnmeasured = (item: ItemFacts): boolean =>
  item.kind?.trace === 'criterion' &&
  !isBare(item) &&
  item.kind.field('metric') !== undefined &&
  item.kind.field('verify') !== undefined &&
  !item.fields.some(({ field }) => field && MEASURES.includes(field.key)) &&
  !hasMisspeltField(item, ...MEASURES);

const unmeasured = (item: ItemFacts) =>
  inBoth((tongue) =>
    tongue === 'zh'
      ? `${Calling(item, tongue)} 既没有 \`指标\`，也没有 \`验证方式\`：无法判断是否达到。`
      : `${Calling(item, tongue)} has neither a \`metric\` nor a \`verify\` method: nobody can tell whether it is met.`,
  );

/** A requirement of a type that needs a figure, with none in its text, its criteria, what refines it or the service level. */
export const notMeasurable: ModelCheck = {
  code,
  severity,
  find: (model) => {
    const findings: ModelFinding[] = [];
    needFigure(model).forEach((needs, index) => {
      if (needs === 0 || isMeasured(model, index)) return;
      const item = model.items[index]!;
      findings.push({ place: placeIn(item, typeWord(item)), id: item.id, message: withoutFigure(item) });
    });
    return findings;
  },
};

const needFigure = columnOf((item) => {
  const isOfType = item.kind?.trace === 'requirement' && TYPES_WITH_FIGURE.has(enumOf(item, 'type') ?? '');
  return isOfType && isPromised(item) && !isBare(item) ? 1 : 0;
});

const typeWord = (item: Item): Span => fieldOf(item, 'type')?.values[0]?.phrase ?? headWord(item);

function withoutFigure(item: Item) {
  const type = enumOf(item, 'type');
  const names = fieldOf(item, 'type')?.field?.values.find(({ key }) => key === type)?.names;
  return inBoth((tongue) => {
    const name = names ? nameOf(names, tongue) : (type ?? '');
    return tongue === 'zh'
      ? `${Calling(item, tongue)} 属于${name}需求，但正文和验收标准里都没有可测量的数字，例如 \`指标: 响应时间_p95 <= 2s\`。`
      : `${Calling(item, tongue)} is about ${name}, but neither its text nor a criterion has a figure, such as \`metric: response_p95 <= 2s\`.`;
  });
}

/** Links by which a figure elsewhere counts, read from the item that has it. */
const MEASURING: ReadonlySet<string> = new Set(['verification', 'refinement', 'satisfaction', 'coverage']);

/** Is there a figure in the requirement, or in anything that verifies, refines, satisfies or covers it, however far below? */
function isMeasured(model: Model, requirement: ItemIndex): boolean {
  const seen = new Set([requirement]);
  for (const index of seen) {
    const item = model.items[index]!;
    if (isExact(model, item)) return true;
    const { incoming, role, from } = model.linkTable;
    for (const link of incoming(index)) if (MEASURING.has(role(link) ?? '')) seen.add(from[link]!);
  }
  return false;
}

const exact = new WeakMap<ItemFacts['declaration'], boolean>();

/** Does the item hold a figure, or a placeholder for one, which is reported by itself? Read once for each declaration. */
function isExact(model: Model, item: Item): boolean {
  let known = exact.get(item.declaration);
  if (known === undefined) exact.set(item.declaration, (known = hasMeasure(item) || saysFigure(model, item)));
  return known;
}

const MEASURES_OF_ITEMS: ReadonlySet<string> = new Set(['target', 'duration', 'per-severity', 'percent']);

const hasMeasure = ({ fields }: ItemFacts): boolean =>
  fields.some(({ values }) => values.some(({ value }) => value && MEASURES_OF_ITEMS.has(value.type)));

function saysFigure(model: Model, item: Item): boolean {
  const source = model.files[item.file]!.document.segments[item.segment]!.text;
  const { title } = item.declaration;
  return [...(title ? [title] : []), ...statementsOf(item), ...stepsOf(item)].some((atom) => {
    const prose = readProse(source, atom);
    return hasFigure(prose.text) || placeholderIn(prose) !== undefined;
  });
}
