/** Sentences and what they demand. Shallow on purpose: words and punctuation only, so that it takes one pass and can be explained. */
import type { Span } from '../../language/ast';
import { CHINESE, ENGLISH, NO_DEMAND, type EarsPattern, type Role } from './lexicon/demand';
import { phraseFinder, type Hit } from './phrases';
import { BLOT, isChinese } from './prose';

/** A demand in a text: the word that demands, and where the part of the sentence begins that says whose demand it is. */
export interface Demand extends Span {
  /** Where its sentence begins. */
  readonly sentence: number;
  /** Where its clause begins, behind the word or sign that joins it to the one before. */
  readonly clause: number;
  /** Where the clause before ends: in front of the joining word. */
  readonly joint: number;
}

const english = phraseFinder(ENGLISH, NO_DEMAND);
const chinese = phraseFinder(CHINESE, NO_DEMAND);

const SENTENCE_END = /[\n。!?;]|\.(?=\s|$)/g;

/** The sentences of a text, and entries of lists, without the sign that ends them. */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    while (start < end && text[start] === ' ') start++;
    if (start < end) sentences.push({ start, end });
  };
  for (const { index, 0: sign } of text.matchAll(SENTENCE_END)) {
    push(index);
    start = index + sign.length;
  }
  push(text.length);
  return sentences;
}

/** The EARS pattern of the first sentence that says who does what; undefined if none does. */
export function patternOf(text: string): EarsPattern | undefined {
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    const inChinese = hasChinese(sentence);
    const hits = (inChinese ? chinese : english)(sentence);
    if (hasActor(hits, sentence, inChinese) || isConditional(hits)) return patternIn(hits, sentence);
  }
  return undefined;
}

/** Does somebody do something in the sentence? In Chinese it often goes without saying who. */
const hasActor = (hits: readonly Hit<Role>[], sentence: string, inChinese: boolean): boolean =>
  hits.some(
    ({ start, meaning }) =>
      (meaning === 'demand' || meaning === 'offer') && (inChinese || hasWords(sentence.slice(0, start))),
  );

/** "If a title precedes the id, then it becomes …": a condition and, behind a comma, what follows from it. */
const isConditional = ([first, ...others]: readonly Hit<Role>[]): boolean =>
  first?.start === 0 && isCondition(first.meaning) && others.some(({ meaning }) => meaning === 'comma');

const CONDITIONS: readonly EarsPattern[] = ['event-driven', 'state-driven', 'optional-feature', 'unwanted-behaviour'];

function patternIn(hits: readonly Hit<Role>[], sentence: string): EarsPattern {
  const found = CONDITIONS.filter((pattern) => hits.some(({ meaning }) => meaning === pattern));
  if (found.length === 0 && /^在[^,]*(?:时|后|之前|之后),/.test(sentence)) return 'event-driven';
  return found.length > 1 ? 'complex' : (found[0] ?? 'ubiquitous');
}

/** The demands of a text that stand beside one another; what depends on another clause demands nothing of its own. */
export const demandsIn = (text: string): readonly Demand[] =>
  sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const found = hasChinese(sentence) ? chineseDemands(sentence) : englishDemands(sentence);
    return found.map((demand) => ({
      sentence: start,
      clause: start + demand.clause,
      joint: start + demand.joint,
      start: start + demand.start,
      end: start + demand.end,
    }));
  });

type InSentence = Omit<Demand, 'sentence'>;

function englishDemands(sentence: string): readonly InSentence[] {
  const demands: InSentence[] = [];
  let [clause, joint] = [0, 0];
  let [depends, dependedBefore] = [false, false];
  let choice = -1;
  for (const { start, end, meaning } of english(sentence)) {
    if (meaning === 'this' && start === 0) return [];
    if (meaning === 'and' || meaning === 'comma') {
      // ", and" is one joint.
      joint = meaning === 'and' && sentence.slice(clause, start).trim() === '' ? joint : start;
      dependedBefore = meaning === 'and' && depends;
      [clause, depends] = [end, false];
    } else if (meaning === 'or') choice = end;
    else if (meaning === 'demand') {
      // "data that is stored and must be kept": the second verb depends on the same word.
      const same = dependedBefore && !hasWords(sentence.slice(clause, start));
      const chosen = choice >= 0 && sentence.slice(choice, start).trim() === '';
      if (!depends && !same && !chosen) demands.push({ start, end, clause, joint });
    } else if (meaning !== 'offer' && meaning !== 'this') depends = true;
  }
  return demands;
}

/** A longer subject is a clause of which nobody can say, without a dictionary, what in it demands what. */
const LONGEST_SUBJECT = 12;

function chineseDemands(sentence: string): readonly InSentence[] {
  const demands: InSentence[] = [];
  let clause = 0;
  for (const part of sentence.split(',')) {
    const demand = chineseDemand(part, demands.length === 0);
    if (demand)
      demands.push({
        start: clause + demand.start,
        end: clause + demand.end,
        clause: clause + demand.clause,
        joint: clause === 0 ? 0 : clause - 1,
      });
    clause += part.length + 1;
  }
  return demands;
}

/** The demand of a clause between commas, if it has one of its own: 系统应…, 并应…. */
function chineseDemand(part: string, first: boolean): Pick<Demand, 'start' | 'end' | 'clause'> | undefined {
  const hits = chinese(part);
  const at = hits.findIndex(({ meaning }) => meaning === 'demand');
  const hit = hits[at];
  if (!hit || hits.slice(0, at).some(({ meaning }) => meaning === 'or' || isCondition(meaning))) return undefined;
  const joining = hits[0]?.meaning === 'and' && hits[0].start === 0 ? hits[0].end : 0;
  const subject = part.slice(joining, hit.start).trim();
  if (first) return { start: hit.start, end: hit.end, clause: joining };
  const own = subject !== '' && subject.length <= LONGEST_SUBJECT && !hits.slice(0, at).some(isOffer);
  const joined = joining > 0 && (subject === '' || hits[at - 1]?.end === hit.start);
  const relative = !joined && part.slice(hit.end).includes('的');
  return (own || joined) && !relative ? { start: hit.start, end: hit.end, clause: joining } : undefined;
}

const isOffer = ({ meaning }: Hit<Role>): boolean => meaning === 'offer';
const isCondition = (role: Role): boolean => (CONDITIONS as readonly Role[]).includes(role);

/** Does the text hold Chinese words? */
function hasChinese(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3400 && isChinese(code)) return true;
  }
  return false;
}

const hasWords = (text: string): boolean => text.includes(BLOT) || /[\p{L}\p{N}]/u.test(text);
