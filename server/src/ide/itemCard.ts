/** All that is known of an item, as Markdown: what it says, how far it is, when it happens and why, and its threads. */
import { reasonWords } from '../checks/gapWords';
import { nameOf } from '../checks/wording';
import type { Text, Tongue } from '../kinds/tongue';
import { coverageOf } from '../model/coverage';
import type { Item, ItemIndex, Link, Model } from '../model/model';
import { itemDates, itemSlack } from './dates';
import { escapeMarkdown, inlineCode, linkTo } from './markdown';
import { threadsDown, threadsUp, type Neighbour } from './threadNeighbours';
import { markOf, statusWords, type CoverageMark } from './traceTree';
import { whyOf } from './why';
import type { World } from './world';

/** The address under which an editor opens an item; undefined where none is known. */
export type AddressOf = (item: Item) => string | undefined;

/** The item's card; ids in it are links where they have addresses. Everything that users wrote is escaped. */
export function itemCard(world: World, item: Item, tongue: Tongue, addressOf: AddressOf): string {
  const card: Card = { world, tongue, addressOf };
  const texts = item.declaration.block?.texts.map(({ text }) => bodyOf(text)) ?? [];
  return [headOf(card, item), coverageLine(card, item), ...planLines(card, item), ...texts, threads(card, item)]
    .filter(Boolean)
    .join('\n\n');
}

interface Card {
  readonly world: World;
  readonly tongue: Tongue;
  readonly addressOf: AddressOf;
}

/** "requirement **REQ-1** Single sign-on · must, agreed" */
function headOf({ tongue }: Card, item: Item): string {
  const kind = item.kind ? nameOf(item.kind.names, tongue) : item.declaration.kind.text;
  const name = item.id === undefined ? [] : [`**${escapeMarkdown(item.id)}**`];
  const status = statusWords(item, tongue).join(tongue === 'zh' ? '，' : ', ');
  const title = item.title === '' ? [] : [escapeMarkdown(item.title)];
  return [escapeMarkdown(kind), ...name, ...title, ...(status === '' ? [] : [`· ${escapeMarkdown(status)}`])].join(' ');
}

/** Longer texts are cut: a card is no page. */
const MOST_SIGNS = 2000;

function bodyOf(text: string): string {
  const cut = text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return escapeMarkdown(cut).replace(/\n/g, '  \n');
}

const COVERAGE: Readonly<Record<CoverageMark, Text>> = {
  covered: { en: '✓ covered down to evidence', zh: '✓ 已完整覆盖，直至证据' },
  shallow: { en: '◐ linked, but not covered yet', zh: '◐ 链接齐全，但尚未完整覆盖' },
  uncovered: { en: '✗ not covered', zh: '✗ 未被覆盖' },
  'not-needed': { en: 'needs no coverage', zh: '无需覆盖' },
};

/** Whether an item is covered, in a few words; empty for what plays no part in traceability. */
export function coverageWords(model: Model, item: Item, tongue: Tongue): string {
  const mark = markOf(model, item);
  return mark ? COVERAGE[mark][tongue] : '';
}

/** Reasons that are named; "and more" stands for the rest. */
const MOST_REASONS = 3;

function coverageLine({ world: { model }, tongue }: Card, item: Item): string {
  const mark = markOf(model, item);
  if (!mark) return '';
  const gaps = coverageOf(model).weakest(item.index, MOST_REASONS + 1);
  if (gaps.length === 0) return COVERAGE[mark][tongue];
  const why = escapeMarkdown(reasonWords(model, gaps, tongue, item.index, MOST_REASONS));
  return `${COVERAGE[mark][tongue]}${tongue === 'zh' ? '：' : ': '}${why}`;
}

/** "7 Apr – 9 Apr · slack 2 d", and what drives the date. */
function planLines({ world, tongue }: Card, item: Item): readonly string[] {
  const entry = world.schedule.of(item.index);
  if (entry?.start === undefined) return [];
  const when = [itemDates(world, entry, tongue), itemSlack(world.schedule, entry, tongue)].filter(Boolean).join(' · ');
  return [`**${escapeMarkdown(when)}**`, escapeMarkdown(whyOf(world.schedule, entry, tongue) ?? '')];
}

type Next = (item: ItemIndex) => readonly Neighbour[];

/** The threads upward, then downward, then whatever else the item is linked to. */
function threads(card: Card, item: Item): string {
  const { model } = card.world;
  const up: Next = (index) => threadsUp(model, index);
  const down: Next = (index) => threadsDown(model, index);
  const shown = new Set([...up(item.index), ...down(item.index)].map((each) => each.item?.index));
  const path = [item.index];
  return [...branches(card, up, path), ...branches(card, down, path), ...otherLinks(card, item, shown)].join('\n');
}

/** Most neighbours that are listed of the item, of each of these, and of each of those; more are counted. */
const MOST_AT_DEPTH = [8, 3, 2];

function branches(card: Card, next: Next, path: readonly ItemIndex[]): string[] {
  const most = MOST_AT_DEPTH[path.length - 1];
  if (most === undefined) return [];
  const found = next(path.at(-1)!).filter(({ item }) => !item || !path.includes(item.index));
  const lines = found.slice(0, most).flatMap((neighbour) => {
    const { item, reading } = neighbour;
    const further = item ? branches(card, next, [...path, item.index]) : [];
    return [line(path.length, reading[card.tongue], neighbourWords(card, neighbour)), ...further];
  });
  return withRest(lines, path.length, found.length - most);
}

const line = (depth: number, reading: string, words: string): string =>
  `${'  '.repeat(depth - 1)}- ${escapeMarkdown(reading)} ${words}`;

const withRest = (lines: string[], depth: number, rest: number): string[] =>
  rest > 0 ? [...lines, `${'  '.repeat(depth - 1)}- … ${rest}`] : lines;

const MISSING: Text = { en: 'does not exist', zh: '不存在' };

function neighbourWords(card: Card, { item, written, isDocument }: Neighbour): string {
  if (item) return itemWords(card, item);
  return isDocument ? inlineCode(written) : `${inlineCode(written)} (${MISSING[card.tongue]})`;
}

const MARKS: Readonly<Record<CoverageMark, string>> = {
  covered: ' ✓',
  shallow: ' ◐',
  uncovered: ' ✗',
  'not-needed': '',
};

/** "[`REQ-1`](file:///plan/a.delivery#L3,13) Single sign-on ✗" */
function itemWords({ world: { model }, addressOf }: Card, item: Item): string {
  const mark = markOf(model, item);
  const name = linkTo(item.id ?? item.declaration.kind.text, addressOf(item));
  return `${`${name} ${escapeMarkdown(item.title)}`.trimEnd()}${mark ? MARKS[mark] : ''}`;
}

/** Links that are no threads: people, dependencies, risks. */
function otherLinks(card: Card, item: Item, shown: ReadonlySet<ItemIndex | undefined>): string[] {
  const { model } = card.world;
  const inOneDirection = (
    links: readonly Link[],
    other: (link: Link) => ItemIndex,
    reading: (link: Link) => string,
  ): string[] => {
    const found = links.filter((link) => other(link) >= 0 && !shown.has(other(link)));
    const lines = found
      .slice(0, MOST_AT_DEPTH[0])
      .map((link) => line(1, reading(link), itemWords(card, model.items[other(link)]!)));
    return withRest(lines, 1, found.length - MOST_AT_DEPTH[0]!);
  };
  return [
    ...inOneDirection(
      model.outgoing(item.index),
      ({ to }) => to,
      ({ field }) => field.link?.reading[card.tongue] ?? nameOf(field.names, card.tongue),
    ),
    ...inOneDirection(
      model.incoming(item.index),
      ({ from }) => from,
      ({ field }) => field.link?.inverse[card.tongue] ?? `← ${nameOf(field.names, card.tongue)}`,
    ),
  ];
}
