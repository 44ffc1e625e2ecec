import type { Declaration } from '../../language/ast';
import type { Item, Model } from '../../model/model';
import { isPromised, itemsOfPart } from '../../model/trace';
import type { ModelCheck, ModelFinding } from '../check';
import { placeOfHead } from '../places';
import { Calling, calling, inBoth } from '../wording';
import { statementsOf } from './demands';
import { placeholderIn } from './placeholder';
import { readProse } from './prose';

/** The same statement twice: each later one is reported, with the first named. */
export const duplicateStatement: ModelCheck = {
  code: 'quality/duplicate',
  severity: 'hint',
  find: (model) => {
    const first = new Map<string, Item>();
    const findings: ModelFinding[] = [];
    for (const item of itemsOfPart(model, 'requirement')) {
      const key = keyOf(model, item);
      if (key === '' || !isPromised(item)) continue;
      const other = first.get(key);
      if (other) findings.push(finding(item, other));
      else first.set(key, item);
    }
    return findings;
  },
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
    related: [
      {
        place: placeOfHead(other),
        message: inBoth((tongue) => (tongue === 'zh' ? '相同的内容' : 'The same statement')),
      },
    ],
  };
}

const keys = new WeakMap<Declaration, string>();

/** What a requirement says, without case, blanks, punctuation and width; empty when that is too little to be a statement. */
function keyOf(model: Model, item: Item): string {
  let key = keys.get(item.declaration);
  if (key === undefined) keys.set(item.declaration, (key = readKey(model, item)));
  return key;
}

/** Fewer letters are a heading such as "Reports", which two requirements in different sections may well share. */
const LEAST_LETTERS = 16;

function readKey(model: Model, item: Item): string {
  const source = model.files[item.file]!.document.segments[item.segment]!.text;
  const proses = statementsOf(item).map((atom) => readProse(source, atom));
  if (proses.some(placeholderIn)) return '';
  const letters = proses.map((prose) => prose.letters()).join(' ');
  return weightOf(letters) >= LEAST_LETTERS ? letters : '';
}

/** A Chinese sign says as much as three letters. */
function weightOf(letters: string): number {
  let weight = 0;
  for (let at = 0; at < letters.length && weight < LEAST_LETTERS; at++)
    weight += letters.charCodeAt(at) >= 0x3400 ? 3 : 1;
  return weight;
}
