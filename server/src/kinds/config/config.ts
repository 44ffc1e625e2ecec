/**
 * `delivery.config.json`: what a project sets for itself. Reading it gives a kind table and everything that is wrong with
 * the file. Parts that are right count whatever is wrong with others, so that one slip does not make findings everywhere.
 */
import { readJson, type Json, type JsonNode } from './json';
import { extensionOf } from './extension';
import { problem, type ConfigProblem } from './problem';
import type { LocatedProblem } from './report';
import { matchSchema } from './schema';
import { NO_SETTINGS, settingsOf, type Settings } from './settings';
import { extendTable, type Extension } from '../extend';
import { builtInSource, builtInTable, type KindTable } from '../table';
import { cited } from '../values/source';

export interface Config {
  /** The built-in kinds and what the right parts of the file add. The same object for files that add the same. */
  readonly table: KindTable;
  /** What the right parts of the file set besides. */
  readonly settings: Settings;
  /** In the order of the text. */
  readonly problems: readonly ConfigProblem[];
  /** Is there nothing wrong with what the file says about kinds and fields? Otherwise the table may lack some. */
  readonly isTableWhole: boolean;
  /** Can all of the file be read as JSON? Otherwise settings may seem to stand where they do not. */
  readonly isReadable: boolean;
}

/** Reads the text of a configuration; the same text gives the same object. Total: any text gives a table. */
export const readConfig: (text: string) => Config = remember(read);

function read(text: string): Config {
  const json = readJson(text);
  const syntax = json.problems.map((found) => problem('config/syntax', found, found.message));
  const isReadable = syntax.length === 0;
  if (!json.root)
    return { table: builtInTable, settings: NO_SETTINGS, problems: syntax, isTableWhole: isReadable, isReadable };
  const { config, problems: violations } = matchSchema(json.root);
  const { extension, problems: conflicts } = extensionOf(config, json.root, builtInSource);
  const table = tableOf(extension);
  const isTableWhole =
    syntax.length + json.duplicates.length + conflicts.length === 0 &&
    !violations.some(({ path }) => touchesTable(path));
  const spoiledRules = new Set(violations.flatMap(({ path }) => (path[0] === 'rules' ? (path[1] ?? []) : [])));
  // Of a rule that is not wholly read, what is left might find what was not meant.
  const readable = isReadable ? config : { ...config, rules: {} };
  const input = { config: readable, root: json.root, spoiledRules, table, isTableWhole };
  const { settings, problems: wrongSettings } = settingsOf(input);
  const problems = [
    ...syntax,
    ...duplicatesOf(json),
    ...violations
      .filter(({ subject }) => isReliable(json, subject))
      .map(({ span, message }) => problem('config/schema', span, message)),
    ...[...conflicts, ...wrongSettings].filter(({ subject }) => isReliable(json, subject)).map(withoutSubject),
  ];
  problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return { table, settings, problems, isTableWhole, isReadable };
}

/** Names of members that stand twice in one object: the first counts. */
const duplicatesOf = ({ duplicates, unbalanced }: Json): readonly ConfigProblem[] =>
  (unbalanced ? [] : duplicates).map(({ name, key, first }) =>
    problem(
      'config/conflict',
      key,
      { en: `${cited(name)} stands here twice; the first one counts.`, zh: `${cited(name)} 重复出现，以第一个为准。` },
      { ...first, message: { en: 'The first one', zh: '第一个' } },
    ),
  );

/** What stands directly in an object that could not be read wholly may be a consequence of that. */
const isReliable = ({ damaged, unbalanced }: Json, subject: JsonNode): boolean =>
  !unbalanced && !damaged.has(subject) && !(subject.parent && damaged.has(subject.parent));

const withoutSubject = ({ code, start, end, message, related }: LocatedProblem): ConfigProblem =>
  problem(code, { start, end }, message, related);

const touchesTable = ([section]: readonly string[]): boolean =>
  section === undefined || section === 'kinds' || section === 'fields';

const tables = remember((extension: string) => extendTable(builtInSource, JSON.parse(extension) as Extension));

function tableOf(extension: Extension): KindTable {
  const isEmpty = Object.values(extension).every((part: object) => Object.keys(part).length === 0);
  return isEmpty ? builtInTable : tables(JSON.stringify(extension));
}

/** Results of the last few texts: what is read from a text is kept with the table, and undoing an edit brings a text back. */
const MOST_REMEMBERED = 8;

function remember<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const result = known.get(text) ?? compute(text);
    known.delete(text);
    known.set(text, result);
    for (const oldest of known.keys()) if (known.size > MOST_REMEMBERED) known.delete(oldest);
    return result;
  };
}
