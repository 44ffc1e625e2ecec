/** Checking: a cold `delivery check` of many requirements, the model anew, and a keystroke with all checks. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readWorlds } from '../../server/src/cli/project';
import { exportModel } from '../../server/src/exchange/json';
import { createWorld } from '../../server/src/ide/world';
import { builtInTable } from '../../server/src/kinds/table';
import { SourceDocument } from '../../server/src/language/document';
import { forShortLives } from '../../server/src/lsp/nodeHeap';
import { buildModel } from '../../server/src/model/model';
import { bulkConfiguration } from '../support/bulk';
import { generate, toDelivery, toJson, type Entry } from './generate';
import { fastest, note, percentile, report, times } from './measure';
import { requirementsInLevels } from './requirements';

const COLD_RUNS = 3;
const FILES = 20;
const LINES = 100_000;
const KEYSTROKES = 400;

/** Where something is typed, and what. */
const KINDS_OF_KEYSTROKES: readonly (readonly [name: string, places: RegExp, sign: string])[] = [
  ['a letter in a text', /The system shall/g, 'x'],
  ['a digit of an id', /\nrequirement REQ-\d/g, '7'],
  ['a digit of a reference', / {2}realizes: REQ-\d/g, '7'],
  ['a letter of a field', / {2}priorit/g, 'x'],
  ['an opening brace', /\n {2}owner: p\d+/g, ' {'],
  ['a closing brace', /\n {2}effort: \d+d/g, '\n}'],
];

const folder = mkdtempSync(join(tmpdir(), 'delivery-bench-'));
try {
  inLevels();
  await bulk();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
forShortLives(); // as the server does
rebuild();
keystrokes();

/** 10,000 requirements with one or two parents each. */
function inLevels(): void {
  const entries = requirementsInLevels(10_000);
  const project = join(folder, 'levels');
  mkdirSync(project);
  const parts = Array.from({ length: FILES }, (): Entry[] => []);
  entries.forEach((entry, n) => parts[n % FILES]!.push(entry));
  parts.forEach((part, n) => {
    writeFileSync(join(project, `part-${n}.delivery`), toDelivery(part));
  });
  cold('10,000 requirements with one or two parents', project, toJson(entries), { wall: 14, memory: 4 });
}

/** The requirements of a real project, when the corpus is there. */
async function bulk(): Promise<void> {
  const archive = join(process.env.DELIVERY_CORPUS ?? '', 'scale', 'bulk.tar.xz');
  if (!process.env.DELIVERY_CORPUS || !existsSync(archive)) {
    console.log('\n(no corpus: the 63,859 requirements are left out)');
    return;
  }
  execFileSync('tar', ['-xJf', archive, '-C', folder]);
  const project = join(folder, 'bulk');
  writeFileSync(join(project, 'delivery.config.json'), bulkConfiguration());
  const [world] = await readWorlds([project]);
  cold('63,859 requirements of a real project', project, JSON.stringify(exportModel(world!.model, (uri) => uri)), {
    wall: 18,
    memory: 5,
  });
}

interface Usage {
  /** Milliseconds, milliseconds and megabytes. */
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** A new process that checks the project, against one that only reads and parses the same data as JSON. */
function cold(name: string, project: string, json: string, target: Pick<Usage, 'wall' | 'memory'>): void {
  const data = join(folder, 'data.json');
  writeFileSync(data, json);
  const parse = `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(data)}, 'utf8'))`;
  const yardstick = best(['-e', parse]);
  const checked = best([resolve('dist/cli/delivery.js'), 'check', project, '--format', 'json']);
  console.log(`\nA cold check of ${name} (JSON of ${(statSync(data).size / 1e6).toFixed(1)} MB)`);
  for (const [what, { wall, cpu, memory }] of [
    ['a process that parses the JSON', yardstick],
    ['delivery check', checked],
  ] as const) {
    note(`${what}: wall`, wall, 'ms');
    note(`${what}: CPU`, cpu, 'ms');
    note(`${what}: peak memory`, memory, 'MB');
  }
  report('check / JSON.parse: wall', checked.wall / yardstick.wall, target.wall);
  report('check / JSON.parse: peak memory', checked.memory / yardstick.memory, target.memory);
}

/** The run that took least time of some. */
function best(args: readonly string[]): Usage {
  const all = Array.from({ length: COLD_RUNS }, () => usageOf(args));
  return all.reduce((least, usage) => (usage.wall < least.wall ? usage : least));
}

function usageOf(args: readonly string[]): Usage {
  const start = performance.now();
  const { stderr, status, error } = spawnSync(
    process.execPath,
    ['--require', resolve('test/bench/usage.cjs'), ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const wall = performance.now() - start;
  if (error) throw error;
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return { wall, ...(JSON.parse(stderr.trim().split('\n').at(-1)!) as Omit<Usage, 'wall'>) };
}

/** The whole model from facts, as at each revision. */
function rebuild(): void {
  const document = new SourceDocument(toDelivery(generate(LINES)));
  const files = [{ uri: 'file:///plan/all.delivery', document }];
  buildModel(files, builtInTable);
  console.log(`\nA project of ${document.lineCount} lines`);
  report(
    'the whole model anew',
    fastest(() => buildModel(files, builtInTable).linkTable.incoming(0), 50),
    15,
    'ms',
  );
}

/** Types all over a project: the edit, the model and all checks. */
function keystrokes(): void {
  const text = toDelivery(generate(LINES));
  const uri = 'file:///plan/all.delivery';
  const look = (document: SourceDocument): number =>
    createWorld({ root: 'file:///plan', revision: 1, files: [{ uri, document }], table: builtInTable, today: 20_454 })
      .findings.length;
  const document = new SourceDocument(text);
  note('findings', look(document), '');
  const all: number[] = [];
  for (const [name, places, sign] of KINDS_OF_KEYSTROKES) {
    const found = [...text.matchAll(places)].map(({ index, 0: { length } }) => index + length);
    const at = (index: number): number => found[(index * 7919) % found.length]!;
    let typed = document;
    for (let warm = 0; warm < 30; warm++) look(document.edit(at(warm), at(warm), 'y'));
    const sorted = times(KEYSTROKES, (index) => {
      // Type it and take it back, in turn, as a text does not stay broken for long.
      typed = index % 2 === 0 ? document.edit(at(index), at(index), sign) : document.edit(0, 0, '');
      look(typed);
    });
    all.push(...sorted);
    note(`${name}: p50`, percentile(sorted, 0.5), 'ms');
    note(`${name}: p95`, percentile(sorted, 0.95), 'ms');
  }
  all.sort((a, b) => a - b);
  report('a keystroke with all checks: p95', percentile(all, 0.95), 16, 'ms');
}
