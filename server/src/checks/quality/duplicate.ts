import { placeOfHead, type Item } from '../../model/model';
import { isPromised } from '../../model/trace';
import { twinsBy } from '../../model/twins';
import type { ModelCheck, ModelFinding } from '../check';
import { Calling, calling, inBoth } from '../wording';
import { statementsOf } from './demands';
import { placeholderIn } from './placeholder';
import { readProse } from './prose';

/** The same statement twice: each later one is reported, with the first named. */
export const duplicateStatement: ModelCheck = {
  code: 'quality/duplicate',
  severity: 'hint',
  find: (model) => sayTheSame(model).map(({ item, first }) => finding(item, first)),
};

function finding(item: Item, other: Item): ModelFinding {
  return {
    place: placeOfHead(item),
    id: item.id,
    message: inBoth((tongue) =>
      tongue === 'zh'
        ? `${Calling(item, tongue)} 与${calling(other, tongue)} 的内容相同：同一件事只写一次。`
        : `${Calling(item, tongue)} says the same as ${calling(other, tongue)}: one of them will be forgotten when the other changes.`,
    ),
    related: () => [
      {
        place: placeOfHead(other),
        message: inBoth((tongue) => (tongue === 'zh' ? '相同的内容' : 'The same statement')),
      },
    ],
  };
}

/** Fewer letters are a heading such as "Reports", which two requirements in different sections may well share. */
const LEAST_LETTERS = 16;

/** By what promised requirements say, without case, blanks, punctuation and width. */
const sayTheSame = twinsBy((item, { segment: { text } }) => {
  if (item.kind?.trace !== 'requirement' || !isPromised(item)) return undefined;
  const proses = statementsOf(item).map((atom) => readProse(text, atom));
  if (proses.some(placeholderIn)) return undefined;
  const letters = proses.map((prose) => prose.letters()).join(' ');
  return weightOf(letters) >= LEAST_LETTERS ? letters : undefined;
});

/** A Chinese sign says as much as three letters. */
function weightOf(letters: string): number {
  let weight = 0;
  for (let at = 0; at < letters.length && weight < LEAST_LETTERS; at++)
    weight += letters.charCodeAt(at) >= 0x3400 ? 3 : 1;
  return weight;
}
