/** Test data that is no part of this repository: DELIVERY_CORPUS names its folder; without it, tests that need it are skipped. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorld, type World } from '../../server/src/ide/world';
import { builtInTable } from '../../server/src/kinds/table';
import { SourceDocument } from '../../server/src/language/document';

const folder = process.env.DELIVERY_CORPUS ?? '';

/** `describe`, or `describe.skip` where there is no corpus. */
export const describeCorpus = folder !== '' && existsSync(folder) ? describe : describe.skip;

/** Names in a folder of the corpus, sorted; empty where there is no corpus. */
export const namesIn = (...path: readonly string[]): readonly string[] =>
  existsSync(join(folder, ...path)) && folder !== '' ? readdirSync(join(folder, ...path)).sort() : [];

export const readCorpus = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

/** The world of all spec files that stand directly in a folder of the corpus. */
export const corpusWorld = (...path: readonly string[]): World =>
  worldOf(
    namesIn(...path)
      .filter((name) => name.endsWith('.delivery'))
      .map((name) => [name, readCorpus(...path, name)]),
  );

/** A world of texts by name, such as "plan.delivery"; unlike specs with markers, they are taken as they are. */
export const worldOf = (files: readonly (readonly [string, string])[]): World =>
  createWorld({
    root: 'file:///corpus',
    revision: 1,
    files: files.map(([name, text]) => ({ uri: `file:///corpus/${name}`, document: new SourceDocument(text) })),
    table: builtInTable,
  });

/** "plan.delivery:3:5 REQ-1 trace/no-work", lines and columns from 1, for the findings of the codes (or families) asked for. */
export const findingsOf = ({ model, findings }: World, ...codes: readonly string[]): string[] =>
  findings
    .filter(({ code }) => codes.length === 0 || codes.includes(code) || codes.includes(code.split('/')[0]!))
    .map(({ code, id, place }) => {
      const { uri, document } = model.files[place.file]!;
      const { line, character } = document.positionIn(place.segment, place.start);
      return `${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}:${line + 1}:${character + 1} ${id ?? '-'} ${code}`;
    });
