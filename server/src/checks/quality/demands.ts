/** Which texts of a segment are policed: requirements first of all, then criteria; of needs only what is not written yet. */
import type { Atom } from '../../language/ast';
import { valuesOf, type ItemFacts, type SegmentFacts } from '../../kinds/facts';
import { isPromised } from '../../model/trace';
import { readProse, type Prose } from './prose';

export type Part =
  /** A requirement's text. */
  | 'statement'
  /** A title that stands for the text that is not there. */
  | 'heading'
  /** What a criterion gives, does or expects. */
  | 'step'
  /** Words that need not be exact: titles beside a text, needs, criteria with a metric. They should be written all the same. */
  | 'words';

export interface DemandText {
  readonly item: ItemFacts;
  readonly part: Part;
  readonly prose: Prose;
}

let latest: { readonly facts: SegmentFacts; readonly texts: readonly DemandText[] } | undefined;

/** The texts of a segment, in the order of items. The last answer is kept, for several checks ask one after the other. */
export function demandTexts(facts: SegmentFacts): readonly DemandText[] {
  if (latest?.facts !== facts) latest = { facts, texts: facts.items.flatMap((item) => textsOf(item, facts)) };
  return latest.texts;
}

/** The texts of a requirement that say what is demanded: its text, or else its title. */
export const statementsOf = ({ declaration: { title, block } }: Pick<ItemFacts, 'declaration'>): readonly Atom[] =>
  block && block.texts.length > 0 ? block.texts : title ? [title] : [];

function textsOf(item: ItemFacts, facts: SegmentFacts): readonly DemandText[] {
  const part = item.kind?.trace;
  if (part !== 'requirement' && part !== 'criterion' && part !== 'need') return [];
  if (!isWanted(item, facts)) return [];
  return atomsOf(item)
    .filter(([, atom]) => !isUnclosed(atom, facts))
    .map(([as, atom]) => ({ item, part: as, prose: readProse(facts.segment.text, atom) }));
}

/** Is it, and what it stands in, still to be met? */
function isWanted(item: ItemFacts, { items }: SegmentFacts): boolean {
  for (let holder: ItemFacts | undefined = item; holder; holder = items[holder.parent])
    if (!isPromised(holder)) return false;
  return true;
}

function atomsOf(item: ItemFacts): readonly (readonly [Part, Atom])[] {
  const { title, block } = item.declaration;
  const texts = block?.texts ?? [];
  const titles = title ? [title] : [];
  const as = (part: Part, atoms: readonly Atom[]) => atoms.map((atom) => [part, atom] as const);
  if (item.kind?.trace === 'need') return as('words', [...titles, ...texts]);
  if (item.kind?.trace === 'requirement')
    return [...as(texts.length > 0 ? 'words' : 'heading', titles), ...as('statement', texts)];
  const steps = [...stepsOf(item), ...texts];
  // What is measured is exact whatever its words, and what cannot be measured has that as its finding.
  const exact = has(item, 'metric') || !has(item, 'verify');
  return [...as(exact || steps.length > 0 ? 'words' : 'heading', titles), ...as(exact ? 'words' : 'step', steps)];
}

const STEPS: ReadonlySet<string> = new Set(['given', 'when', 'then']);

/** The strings in which a criterion says what is given, done and expected. */
export const stepsOf = ({ fields }: ItemFacts): readonly Atom[] =>
  fields.flatMap(({ field, values }) =>
    field && STEPS.has(field.key)
      ? values.flatMap(({ phrase }) => phrase.atoms.filter(({ type }) => type === 'string' || type === 'text'))
      : [],
  );

/** Does a field have a value that can be read? */
const has = (item: ItemFacts, key: string): boolean => valuesOf(item, key).length > 0;

const isUnclosed = ({ start, end }: Atom, { segment: { problems } }: SegmentFacts): boolean =>
  problems.some((problem) => problem.code === 'syntax/unclosed-text' && problem.start >= start && problem.start < end);
