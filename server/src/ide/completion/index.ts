/** What may be written at the cursor. */
import type { Tongue } from '../../kinds/tongue';
import type { Cursor } from '../spot';
import type { World } from '../world';
import { contextAt } from './context';
import { fieldEntries } from './fields';
import { ranked } from './fit';
import { idEntries, mentionEntries } from './ids';
import { kindEntries } from './kinds';
import type { Completion, Completions, Question } from './types';
import { valueEntries } from './values';

export type { Completion, Completions } from './types';

/** More make an editor slow and help nobody. */
const MOST_ENTRIES = 200;

/**
 * Kinds and fields where a line begins, ids in a head and in texts, values behind a colon. `trigger` is the sign by which an
 * editor came to ask by itself: behind a blank only where something must follow, so that an indent opens no list.
 */
export function completeAt(world: World, cursor: Cursor, tongue: Tongue, trigger = ''): Completions {
  const { model } = world;
  const context = contextAt(model, cursor, tongue);
  const question: Question = { world, context, tongue };
  const fitting = ranked(isAsked(question, trigger) ? entriesOf(question) : [], context.word.typed);
  const { start, cursor: at, end } = context.word;
  const offset = model.files[cursor.file]!.document.offsetOf(context.segment);
  return {
    entries: fitting.slice(0, MOST_ENTRIES),
    start: offset + start,
    cursor: offset + at,
    end: offset + end,
    incomplete: fitting.length > MOST_ENTRIES,
  };
}

const isAsked = ({ context: { place, word } }: Question, trigger: string): boolean =>
  trigger === '' || (trigger === ' ' ? place.type !== 'member' : trigger !== '-' || word.typed !== '');

function entriesOf(question: Question): readonly Completion[] {
  const { place } = question.context;
  switch (place.type) {
    case 'member':
      return [...fieldEntries(question, place.field), ...kindEntries(question, place)];
    case 'id':
      return idEntries(question, place.kind);
    case 'value':
      return valueEntries(question, place, MOST_ENTRIES);
    case 'mention':
      return mentionEntries(question, MOST_ENTRIES);
    case 'nothing':
      return [];
  }
}
