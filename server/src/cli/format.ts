import { formatFile, type Formatting } from '../ide/format';
import type { Text, Tongue } from '../kinds/tongue';
import { SourceDocument } from '../language/document';
import { applyEdits } from '../language/format/edits';
import { failWith } from './exitCode';
import { displayPath } from './displayPath';
import { readWorlds, telling } from './project';
import { decode, isUtf8, NOT_UTF8, rewrite } from './rewrite';
import { DASH, isFromInput, pathsOrHere, readInput } from './standardInput';

interface Options {
  readonly check?: true;
  readonly stdinFilename?: string;
  readonly language: Tongue;
}

/**
 * `delivery format`: writes files in their canonical form, or with `--check` only lists those that are not in it. The exit code
 * is 1 if `--check` found any, or if a file was left alone.
 */
export async function formatCommand(paths: readonly string[], options: Options): Promise<void> {
  if (isFromInput({ paths, ...options })) return formatInput(options);
  const reading = telling(options.language);
  const worlds = await readWorlds(pathsOrHere(paths), reading);
  reading.progress.at({ en: 'Formatting', zh: '正在格式化' });
  const outcomes: Outcome[] = [];
  for (const { uri, document } of worlds.flatMap(({ model }) => model.files))
    outcomes.push(await formatOne(uri, document, options));
  reading.progress.end();
  for (const outcome of outcomes) print(outcome, options);
  process.stdout.write(`${summary(outcomes, options)}\n`);
  if (outcomes.some(({ state }) => state === 'refused' || (state === 'changed' && options.check))) failWith(1);
}

interface Outcome {
  readonly path: string;
  readonly state: 'changed' | 'unchanged' | 'refused';
  readonly reason?: Text;
}

async function formatOne(uri: string, document: SourceDocument, { check }: Options): Promise<Outcome> {
  const path = displayPath(uri);
  if (document.text.includes(REPLACEMENT) && !(await isUtf8(uri))) return { path, state: 'refused', reason: NOT_UTF8 };
  const formatting = formatFile(document);
  if ('refused' in formatting) return { path, state: 'refused', reason: formatting.refused };
  if (formatting.edits.length === 0) return { path, state: 'unchanged' };
  const { text } = document;
  const reason = check ? undefined : await rewrite(uri, text, applyEdits(text, formatting.edits));
  return reason ? { path, state: 'refused', reason } : { path, state: 'changed' };
}

/** What was read in the place of bytes that are no UTF-8; a file may also hold the sign itself. */
const REPLACEMENT = '\ufffd';

function print({ path, state, reason }: Outcome, { language }: Options): void {
  if (state === 'changed') process.stdout.write(`${path}\n`);
  if (reason) process.stderr.write(`${path}: ${reason[language]}\n`);
}

function summary(outcomes: readonly Outcome[], { check, language }: Options): string {
  const count = (wanted: Outcome['state']): number => outcomes.filter(({ state }) => state === wanted).length;
  const [changed, unchanged, refused] = [count('changed'), count('unchanged'), count('refused')];
  if (language === 'zh') {
    const left = refused > 0 ? `，${refused} 个未处理` : '';
    return check
      ? `${changed} 个文件未格式化，${unchanged} 个已格式化${left}`
      : `已格式化 ${changed} 个文件，${unchanged} 个无需改动${left}`;
  }
  const left = refused > 0 ? `, ${refused} left alone` : '';
  return check
    ? `${changed} not formatted, ${unchanged} formatted${left}`
    : `${changed} formatted, ${unchanged} unchanged${left}`;
}

/** Formats standard input to standard output; what cannot be formatted comes out as it went in, byte by byte. */
async function formatInput({ check, stdinFilename, language }: Options): Promise<void> {
  const bytes = await readInput();
  const text = decode(bytes);
  const name = stdinFilename ?? DASH;
  const formatting: Formatting = text === undefined ? { refused: NOT_UTF8 } : formatFile(new SourceDocument(text));
  if ('refused' in formatting) process.stderr.write(`${name}: ${formatting.refused[language]}\n`);
  const isChanged = 'edits' in formatting && formatting.edits.length > 0;
  if (!check) process.stdout.write(isChanged ? applyEdits(text!, formatting.edits) : bytes);
  else if (isChanged) process.stdout.write(`${name}\n`);
  if ('refused' in formatting || (check && isChanged)) failWith(1);
}
