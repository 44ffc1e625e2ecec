import { formatFile, type Formatting } from '../ide/format';
import type { Text, Tongue } from '../kinds/tongue';
import { SourceDocument } from '../language/document';
import { applyEdits } from '../language/format/edits';
import { displayPath, readWorlds } from './project';
import { rewrite } from './rewrite';

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
  if (options.stdinFilename !== undefined || (paths.length === 1 && paths[0] === '-')) return formatInput(options);
  const worlds = await readWorlds(paths.length === 0 ? ['.'] : paths);
  const outcomes: Outcome[] = [];
  for (const { uri, document } of worlds.flatMap(({ model }) => model.files))
    outcomes.push(await formatOne(uri, document, options));
  for (const outcome of outcomes) print(outcome, options);
  process.stdout.write(`${summary(outcomes, options)}\n`);
  if (outcomes.some(({ state }) => state === 'refused' || (state === 'changed' && options.check))) process.exitCode = 1;
}

interface Outcome {
  readonly path: string;
  readonly state: 'changed' | 'unchanged' | 'refused';
  readonly reason?: Text;
}

async function formatOne(uri: string, document: SourceDocument, { check }: Options): Promise<Outcome> {
  const path = displayPath(uri);
  const formatting = formatFile(document);
  if ('refused' in formatting) return { path, state: 'refused', reason: formatting.refused };
  if (formatting.edits.length === 0) return { path, state: 'unchanged' };
  const { text } = document;
  const reason = check ? undefined : await rewrite(uri, text, applyEdits(text, formatting.edits));
  return reason ? { path, state: 'refused', reason } : { path, state: 'changed' };
}

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

/** Formats standard input to standard output; what cannot be formatted comes out as it went in. */
async function formatInput({ check, stdinFilename, language }: Options): Promise<void> {
  const text = await readInput();
  const formatting: Formatting = formatFile(new SourceDocument(text));
  const name = stdinFilename ?? '-';
  const edits = 'edits' in formatting ? formatting.edits : [];
  if ('refused' in formatting) process.stderr.write(`${name}: ${formatting.refused[language]}\n`);
  if (check && edits.length > 0) process.stdout.write(`${name}\n`);
  else if (!check) process.stdout.write(applyEdits(text, edits));
  if ('refused' in formatting || (check && edits.length > 0)) process.exitCode = 1;
}

/** Standard input to its end, as UTF-8 with its byte order mark. */
export async function readInput(): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks));
}
