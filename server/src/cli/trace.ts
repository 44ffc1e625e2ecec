import { gapWords, reasonWords } from '../checks/gapWords';
import { nameOf } from '../checks/wording';
import { markOf, statusWords, traceTree, type TraceNode, type TraceTree } from '../ide/traceTree';
import type { World } from '../ide/world';
import type { Text, Tongue } from '../kinds/tongue';
import { coverageOf } from '../model/coverage';
import type { Item, Model } from '../model/model';
import { outputColors, type Colors } from './colors';
import { MARKS } from './marks';
import { displayPath } from './displayPath';
import { readProjects, telling } from './project';
import { noneOf } from './wrongUse';

interface Options {
  readonly format: 'text' | 'json';
  readonly language: Tongue;
}

/** `delivery trace`: prints the threads of an item. Throws WrongUse when no item has the id. */
export async function traceCommand(id: string, path: string, { format, language }: Options): Promise<void> {
  const reading = telling(language);
  const { worlds } = await readProjects([path], reading);
  reading.progress.end();
  const found = worlds.flatMap((world) => itemsOf(world, id).map((item) => ({ world, item })));
  if (found.length === 0) {
    const ids = worlds.flatMap(({ model }) => model.items.flatMap((item) => item.id ?? []));
    throw noneOf({ en: 'item', zh: '条目' }, id, ids);
  }
  const trees = found.map(({ world: { model }, item }) => ({ model, tree: traceTree(model, item) }));
  const output =
    format === 'json'
      ? JSON.stringify({ traces: trees.map(({ model, tree }) => asJson(model, tree, language)) }, null, 2)
      : trees.map(({ model, tree }) => asText(model, tree, language)).join('\n\n');
  process.stdout.write(`${output}\n`);
}

/** Two items may have one id: then both are shown. */
const itemsOf = ({ model }: World, id: string): readonly Item[] => {
  const item = model.byId(id);
  return item ? (model.duplicates.get(id) ?? [item]) : [];
};

const UP: Text = { en: 'Where it comes from', zh: '向上：从何而来' };
const DOWN: Text = { en: 'What came of it', zh: '向下：如何落实' };
const NOTHING: Text = { en: '(nothing)', zh: '（无）' };
const CUTS: Readonly<Record<NonNullable<TraceNode['cut']>, Text>> = {
  circle: { en: '(circle)', zh: '（循环）' },
  repeated: { en: '(shown above)', zh: '（见上文）' },
};
const MISSING: Text = { en: '(does not exist)', zh: '（不存在）' };
const WEAKEST: Text = { en: 'not covered: ', zh: '未被覆盖：' };

/** Reasons that the head of a tree names; the nodes below say the rest. */
const MOST_REASONS = 3;

function asText(model: Model, { item, up, down }: TraceTree, tongue: Tongue): string {
  const colors = outputColors();
  const gaps = coverageOf(model).weakest(item.index, MOST_REASONS + 1);
  const weakest =
    gaps.length === 0
      ? []
      : [`  ${colors.red(WEAKEST[tongue] + reasonWords(model, gaps, tongue, item.index, MOST_REASONS))}`];
  const part = (title: Text, nodes: readonly TraceNode[]): string[] => [
    colors.bold(title[tongue]),
    ...(nodes.length === 0 ? [colors.dim(NOTHING[tongue])] : branches(model, nodes, tongue, colors)),
  ];
  return [itemWords(model, item, tongue, colors), ...weakest, ...part(UP, up), ...part(DOWN, down)].join('\n');
}

/** Lines with the branches of the tree before them, as `cargo tree` and `pnpm list` draw them. */
function branches(model: Model, nodes: readonly TraceNode[], tongue: Tongue, colors: Colors): string[] {
  /** What stands before a node of each depth: a line that goes on, or blanks below the last one. */
  const trunks: string[] = [];
  return nodes.map((node) => {
    trunks.length = node.depth - 1;
    const front = trunks.join('') + (node.isLast ? '└── ' : '├── ');
    trunks.push(node.isLast ? '    ' : '│   ');
    return `${colors.dim(front)}${colors.dim(node.reading[tongue])} ${nodeWords(model, node, tongue, colors)}`;
  });
}

function nodeWords(
  model: Model,
  { item, written, cut, isDocument }: TraceNode,
  tongue: Tongue,
  colors: Colors,
): string {
  if (!item) return isDocument ? written : `${colors.bold(written)} ${colors.red(MISSING[tongue])}`;
  const words = itemWords(model, item, tongue, colors);
  return cut ? `${words} ${colors.dim(CUTS[cut][tongue])}` : `${words}${lackWords(model, item, tongue, colors)}`;
}

/** "✓ AC-1 Sign in (criterion, passed)" */
function itemWords(model: Model, item: Item, tongue: Tongue, colors: Colors): string {
  const mark = markOf(model, item);
  const kind = item.kind ? nameOf(item.kind.names, tongue) : item.declaration.kind.text;
  const about = [kind, ...statusWords(item, tongue)];
  const inBrackets = tongue === 'zh' ? `（${about.join('，')}）` : `(${about.join(', ')})`;
  return [
    ...(mark ? [MARKS[mark](colors)] : []),
    ...(item.id === undefined ? [] : [colors.bold(item.id)]),
    ...(item.title === '' ? [] : [item.title]),
    colors.dim(inBrackets),
  ].join(' ');
}

/** What the item itself lacks. */
function lackWords(model: Model, item: Item, tongue: Tongue, colors: Colors): string {
  const gaps = coverageOf(model).gapsOf(item.index);
  if (gaps.length === 0) return '';
  const words = reasonWords(model, gaps, tongue, item.index);
  return tongue === 'zh' ? colors.red(`：${words}`) : colors.red(`: ${words}`);
}

/** The shape is documented in docs/coverage.md. */
function asJson(model: Model, { item, up, down }: TraceTree, tongue: Tongue): object {
  const gaps = coverageOf(model).weakest(item.index, MOST_REASONS);
  return {
    ...itemJson(model, item, tongue),
    weakest: gaps.map((gap) => gapWords(model, gap, tongue)),
    up: up.map((node) => nodeJson(model, node, tongue)),
    down: down.map((node) => nodeJson(model, node, tongue)),
  };
}

function nodeJson(
  model: Model,
  { reading, item, written, isDocument, depth, parent, cut }: TraceNode,
  tongue: Tongue,
): object {
  const place = { reading: reading[tongue], depth, parent, cut: cut ?? null };
  if (item) return { ...place, ...itemJson(model, item, tongue) };
  return { ...place, ...(isDocument ? { document: written } : { id: written, missing: true }) };
}

function itemJson(model: Model, item: Item, tongue: Tongue): object {
  const { uri, document } = model.files[item.file]!;
  const { line } = document.positionIn(item.segment, item.declaration.kind.start);
  return {
    id: item.id ?? null,
    kind: item.kind?.key ?? item.declaration.kind.text,
    title: item.title,
    status: statusWords(item, 'en'),
    coverage: markOf(model, item) ?? null,
    lacks: coverageOf(model)
      .gapsOf(item.index)
      .map((gap) => ({ gap: gap.kind, family: gap.family, text: gapWords(model, gap, tongue) })),
    file: displayPath(uri),
    line: line + 1,
  };
}
