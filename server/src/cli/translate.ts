import { translateFile } from '../ide/translate';
import { builtInTable } from '../kinds/table';
import type { Text, Tongue } from '../kinds/tongue';
import { translate } from '../kinds/translate';
import { SourceDocument } from '../language/document';
import { applyEdits, type Edit } from '../language/format/edits';
import { failWith } from './exitCode';
import { displayPath } from './displayPath';
import { readWorlds, telling } from './project';
import { decode, NOT_UTF8, rewrite } from './rewrite';
import { DASH, isFromInput, pathsOrHere, readInput } from './standardInput';

interface Options {
  readonly to: Tongue;
  readonly language: Tongue;
}

/** `delivery translate`: writes the keywords of files in one tongue. The exit code is 1 if a file was left alone. */
export async function translateCommand(paths: readonly string[], { to, language }: Options): Promise<void> {
  if (isFromInput({ paths })) return translateInput(to, language);
  let [files, words] = [0, 0];
  const reading = telling(language);
  const worlds = await readWorlds(pathsOrHere(paths), reading);
  reading.progress.end();
  for (const { model } of worlds)
    for (const [index, { uri, document }] of model.files.entries()) {
      const edits = translateFile(model, index, to);
      if (edits.length === 0) continue;
      const reason = await write(uri, document, edits);
      if (reason) {
        process.stderr.write(`${displayPath(uri)}: ${reason[language]}\n`);
        failWith(1);
        continue;
      }
      process.stdout.write(`${displayPath(uri)}\n`);
      files++;
      words += edits.length;
    }
  process.stdout.write(`${summary(files, words)[language]}\n`);
}

const write = (path: string, { text }: SourceDocument, edits: readonly Edit[]): Promise<Text | undefined> =>
  rewrite(path, text, applyEdits(text, edits));

const summary = (files: number, words: number): Text => ({
  en: `${words} ${words === 1 ? 'keyword' : 'keywords'} in ${files} ${files === 1 ? 'file' : 'files'} translated`,
  zh: `已翻译 ${files} 个文件中的 ${words} 个关键字`,
});

/** Standard input belongs to no project: the built-in kinds are all that is known of it. */
async function translateInput(to: Tongue, language: Tongue): Promise<void> {
  const bytes = await readInput();
  const text = decode(bytes);
  if (text === undefined) {
    process.stderr.write(`${DASH}: ${NOT_UTF8[language]}\n`);
    process.stdout.write(bytes); // nothing is lost to whoever writes the output over the file
    failWith(1);
  } else process.stdout.write(applyEdits(text, translate(new SourceDocument(text), builtInTable, to)));
}
