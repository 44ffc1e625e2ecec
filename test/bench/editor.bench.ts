/** The language server over stdio, as an editor uses it: from a keystroke to its diagnostics, questions between them, and the start. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { workspaceOf, type Workspace } from '../support/workspace';
import { generate, toDelivery, type Entry } from './generate';
import { note, percentile, report } from './measure';

const LINES = 100_000;
const FILES = 20;
const KEYSTROKES = 200;
/** Milliseconds from one keystroke to the next. */
const PACES = [10, 50, 150] as const;
const STARTS = 7;

const projects = [LINES, 500].map(projectOf);
try {
  await typing(projects[0]!);
  for (const project of projects) await starting(project);
} finally {
  for (const { dispose } of projects) dispose();
}

/** A project of so many lines in several files, as phases of one plan. */
function projectOf(lines: number): Workspace {
  const parts = Array.from({ length: FILES }, (): Entry[] => []);
  const entries = generate(lines);
  entries.forEach((entry, n) => parts[Math.floor((n * FILES) / entries.length)]!.push(entry));
  const workspace = workspaceOf('');
  parts.forEach((part, n) => workspace.write(pathOf(n), toDelivery(part)));
  return workspace;
}

function pathOf(part: number): string {
  return `part-${part}.delivery`;
}

interface Session {
  readonly connection: ProtocolConnection;
  /** The first diagnostics of any file. */
  readonly first: Promise<unknown>;
  /** Waits for the next time that the diagnostics of the file in which something was typed have been sent. */
  readonly settled: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

async function open(workspace: Workspace): Promise<Session> {
  const child = spawn(process.execPath, [resolve('dist/server/node.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let settle: (() => void)[] = [];
  // The diagnostics of the file that is typed in come first, if they changed; this notification comes behind them at every change.
  connection.onNotification('delivery/changed', () => {
    const waiting = settle;
    settle = [];
    for (const each of waiting) each();
  });
  const settled = (): Promise<void> => new Promise((done) => void settle.push(done));
  const first = new Promise<unknown>((done) => connection.onNotification(PublishDiagnosticsNotification.type, done));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    workspaceFolders: [{ uri: workspace.uri(), name: 'bench' }],
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    first,
    settled,
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit', {});
      await once(child, 'exit');
      connection.dispose();
    },
  };
}

/** Types titles, references and lines in the middle of the project, takes them back, and asks in between. */
async function typing(workspace: Workspace): Promise<void> {
  const { connection, first, settled, stop } = await open(workspace);
  await first;
  const part = FILES / 2;
  const uri = workspace.uri(pathOf(part));
  const text = toDelivery(generatePart(part));
  const lines = text.split('\n');
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'delivery', version: 1, text },
  });
  await settled();
  console.log(`\nOver stdio, a project of ${LINES} lines in ${FILES} files`);
  const places = lines.flatMap((line, at) => (/^ {2}(?:priority|realizes|effort): /.test(line) ? [at] : []));
  let version = 1;
  const change = (line: number, start: number, end: number, typed: string): Promise<unknown> => {
    const done = settled();
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: { line, character: start }, end: { line, character: end } }, text: typed }],
    });
    return done;
  };
  for (const pace of PACES) {
    const keys: number[] = [];
    const answers: Record<string, number[]> = { hover: [], definition: [], completion: [] };
    for (let key = -20; key < KEYSTROKES; key++) {
      // A letter at the end of a value, and back again, all over the file.
      const line = places[(Math.abs(key >> 1) * 7919) % places.length]!;
      const { length } = lines[line]!;
      const start = performance.now();
      await (key % 2 === 0 ? change(line, length, length, '7') : change(line, length, length + 1, ''));
      if (key >= 0) keys.push(performance.now() - start);
      if (key >= 0 && key % 4 === 0)
        for (const [name, times] of Object.entries(answers)) {
          const asked = performance.now();
          await connection.sendRequest(`textDocument/${name}`, {
            textDocument: { uri },
            position: { line, character: length },
          });
          times.push(performance.now() - asked);
        }
      await pause(Math.max(0, pace - (performance.now() - start)));
    }
    sort(keys);
    note(`a key each ${pace} ms → diagnostics: p50`, percentile(keys, 0.5), 'ms');
    report(`a key each ${pace} ms → diagnostics: p95`, percentile(keys, 0.95), 16, 'ms');
    for (const [name, times] of Object.entries(answers))
      report(`${name}: p95`, percentile(sort(times), 0.95), 20, 'ms');
  }
  await stop();
}

function generatePart(part: number): readonly Entry[] {
  const entries = generate(LINES);
  return entries.filter((_, n) => Math.floor((n * FILES) / entries.length) === part);
}

function sort(values: number[]): number[] {
  return values.sort((a, b) => a - b);
}

/** From the start of the process to the first diagnostics, against a process that does nothing. */
async function starting(workspace: Workspace): Promise<void> {
  let first = Infinity;
  let bare = Infinity;
  for (let run = 0; run < STARTS; run++) {
    let start = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    bare = Math.min(bare, performance.now() - start);
    start = performance.now();
    const session = await open(workspace);
    await session.first;
    first = Math.min(first, performance.now() - start);
    await session.stop();
  }
  const lines = workspace === projects[0] ? LINES : 500;
  console.log(`\nThe start of the server with a project of ${lines} lines`);
  note('node -e 0', bare, 'ms');
  note('start → first diagnostics', first, 'ms');
  report('start → first diagnostics / node -e 0', first / bare, 2.8);
}
