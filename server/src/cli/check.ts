import { createColors } from 'picocolors';
import type { Finding, Severity } from '../checks/check';
import type { World } from '../ide/world';
import type { Position } from '../language/document';
import { CONFIG_FILE, type Place } from '../model/model';
import { rangeOf } from '../model/range';
import { displayPath, readProjects } from './project';
import type { Tongue } from '../kinds/tongue';

interface Options {
  readonly format: 'text' | 'json';
  readonly language: Tongue;
  /** Do warnings fail, too? */
  readonly strict?: boolean;
}

/** One finding in the JSON contract; lines and characters count from 0, characters in UTF-16 code units. */
interface JsonFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly range: Range;
  readonly id: string | null;
  readonly message: string;
  readonly related: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** `delivery check`: prints the findings in the files asked for and in their configuration; the exit code is 1 if there are errors, or warnings when strict. */
export async function checkCommand(paths: readonly string[], { format, language, strict }: Options): Promise<void> {
  const { worlds, isAsked } = await readProjects(paths);
  const isShown = ({ model }: World, file: number): boolean => file === CONFIG_FILE || isAsked(model.files[file]!.uri);
  const shown = worlds.flatMap((world) =>
    world.findings.filter(({ place }) => isShown(world, place.file)).map((finding) => ({ world, finding })),
  );
  const count = (wanted: Severity): number => shown.filter(({ finding: { severity } }) => severity === wanted).length;
  const sum = (of: (world: World) => number): number => worlds.reduce((total, world) => total + of(world), 0);
  const summary = {
    files: sum(({ model }) => model.files.filter(({ uri }) => isAsked(uri)).length),
    items: sum((world) => world.model.items.filter(({ file }) => isShown(world, file)).length),
    links: sum((world) => {
      const { from, to } = world.model.linkTable;
      return to.filter((item, link) => item >= 0 && isShown(world, world.model.items[from[link]!]!.file)).length;
    }),
    errors: count('error'),
    warnings: count('warning'),
    suppressed: sum((world) => world.suppressed.filter(({ place }) => isShown(world, place.file)).length),
  };
  print((format === 'json' ? jsonPieces : textPieces)(shown, summary, language));
  process.exitCode = summary.errors > 0 || (strict && summary.warnings > 0) ? 1 : 0;
}

interface Shown {
  readonly world: World;
  readonly finding: Finding;
}

/** Characters that are written in one go. */
const PORTION = 1 << 16;

/** Writes as it goes: a big project that has just begun lacks hundreds of thousands of things. */
function print(pieces: Iterable<string>): void {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < PORTION) continue;
    process.stdout.write(waiting);
    waiting = '';
  }
  process.stdout.write(waiting);
}

/** What `JSON.stringify({ findings, summary }, null, 2)` gives, piece by piece. */
function* jsonPieces(shown: readonly Shown[], summary: Summary, tongue: Tongue): Generator<string> {
  const indented = (value: object, blanks: string): string =>
    JSON.stringify(value, null, 2).replaceAll('\n', `\n${blanks}`);
  let front = '{\n  "findings": [\n    ';
  for (const { world, finding } of shown) {
    yield front + indented(toJson(world, finding, tongue), '    ');
    front = ',\n    ';
  }
  yield shown.length === 0 ? '{\n  "findings": []' : '\n  ]';
  yield `,\n  "summary": ${indented(summary, '  ')}\n}\n`;
}

function toJson(
  { model }: World,
  { code, severity, place, id, message, related }: Finding,
  tongue: Tongue,
): JsonFinding {
  const at = (where: Place): { file: string; range: Range } => {
    const { uri, start, end } = rangeOf(model, where);
    return { file: displayPath(uri), range: { start, end } };
  };
  return {
    code,
    severity,
    ...at(place),
    id: id ?? null,
    message: message[tongue],
    related: related.map((other) => ({ ...at(other.place), message: other.message[tongue] })),
  };
}

type Summary = Readonly<Record<'files' | 'items' | 'links' | 'errors' | 'warnings' | 'suppressed', number>>;

function* textPieces(shown: readonly Shown[], summary: Summary, tongue: Tongue): Generator<string> {
  const colors = createColors(process.stdout.isTTY && !process.env.NO_COLOR);
  const paint = { error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.dim };
  const where = (file: string, { start }: Range): string => `${file}:${start.line + 1}:${start.character + 1}`;
  for (const each of shown) {
    const { code, severity, file, range, message, related } = toJson(each.world, each.finding, tongue);
    yield `${colors.bold(where(file, range))} ${paint[severity](severity)} ${message} ${colors.dim(code)}\n`;
    for (const other of related) yield `    ${where(other.file, other.range)} ${other.message}\n`;
  }
  yield `${inWords(summary, tongue)}\n`;
}

function inWords({ files, items, links, errors, warnings, suppressed }: Summary, tongue: Tongue): string {
  const parts =
    tongue === 'zh'
      ? [`${errors} 个错误`, `${warnings} 个警告`]
      : [plural(errors, 'error'), plural(warnings, 'warning')];
  if (suppressed > 0) parts.push(tongue === 'zh' ? `${suppressed} 个已忽略` : `${suppressed} ignored`);
  return tongue === 'zh'
    ? `${files} 个文件，${items} 个条目，${links} 个链接：${parts.join('，')}`
    : `${plural(files, 'file')}, ${plural(items, 'item')}, ${plural(links, 'link')}: ${parts.join(', ')}`;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
