/** What may stand as the value of a field until its user writes another one: always something that can be read. */
import type { Phrase } from '../../language/ast';
import { readSegment } from '../../language/segment';
import { nameOf } from '../../checks/wording';
import type { Field, Kind } from '../../kinds/table';
import { formatDay } from '../../kinds/time';
import type { Tongue } from '../../kinds/tongue';
import type { Value } from '../../kinds/value';
import { formatValue, readPhrase, referencesOf, valueTypes } from '../../kinds/values';
import { perObject } from '../../language/perObject';
import { nearestTarget } from './references';
import { blank } from './snippet';
import type { Question, Snippet } from './types';

const QUOTED: ReadonlySet<string> = new Set(['string', 'text']);
const REFERENCES: ReadonlySet<string> = new Set(['ref', 'dependency', 'allocation']);
const DAYS: ReadonlySet<string> = new Set(['date', 'date-time', 'moment', 'period', 'stamp']);

/** The value of a field of a kind as a snippet: the values to choose from, an item to refer to, today, or an example. */
export function exampleOf(question: Question, field: Field, kind: Kind): Snippet {
  const { world, context } = question;
  const [type = ''] = field.types;
  if (field.values.length > 0) return [blank(...field.values.map(({ names }) => nameOf(names, context.tongue)))];
  if (QUOTED.has(type)) return ['"', blank(''), '"'];
  if (REFERENCES.has(type)) return [blank(targetName(question, field, kind))];
  if (DAYS.has(type) && world.today !== undefined) return [blank(formatDay(world.today))];
  return [blank(examplesOf(field, context.tongue)[0] ?? '""')];
}

/** The nearest item that the field may refer to, or the name of their kind where there is none yet. */
function targetName(question: Question, field: Field, kind: Kind): string {
  const nearest = nearestTarget(question, field);
  if (nearest?.id !== undefined) return nearest.id;
  const [target = kind.key] = field.targets ?? [];
  const names = question.world.model.table.kind(target)?.names ?? kind.names;
  return nameOf(names, question.context.tongue);
}

/** Right values of a field that name no items, in a tongue: its own example first. */
export const examplesOf = (field: Field, tongue: Tongue): readonly string[] => EXAMPLES[tongue](field);

const EXAMPLES = {
  en: perObject((field: Field) => readExamples(field, 'en')),
  zh: perObject((field: Field) => readExamples(field, 'zh')),
};

function readExamples(field: Field, tongue: Tongue): readonly string[] {
  const texts = [field.example ?? '', ...field.types.flatMap((type) => valueTypes.get(type)?.examples ?? [])];
  const values = texts.flatMap(phrasesOf).flatMap((phrase) => {
    const reading = readPhrase(phrase, field);
    return 'value' in reading && referencesOf(reading.value).length === 0 ? [reading.value] : [];
  });
  return [...new Set(values.map((value) => formatted(value, field, tongue)))];
}

const formatted = (value: Value, field: Field, tongue: Tongue): string => formatValue(value, tongue, field);

/** The phrases of a value as text. */
const phrasesOf = (text: string): readonly Phrase[] =>
  text === '' ? [] : (readSegment(`x {\n  x: ${text}\n}`).declarations[0]?.block?.fields[0]?.phrases ?? []);
