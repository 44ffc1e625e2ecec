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
/** Milliseconds that a server must have nothing to do until it keeps what was compiled of it for the next start. */
const REST = 5000;

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
  /** The first diagnostics of any file, or of the one that is open. */
  readonly first: Promise<unknown>;
  /** Waits for the next time that the diagnostics of the file in which something was typed have been sent. */
  readonly settled: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Starts a server, and opens a file at once if there is one to be opened. */
async function open(workspace: Workspace, file?: { readonly uri: string; readonly text: string }): Promise<Session> {
  const child = spawn(process.execPath, [resolve('dist/server/node.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const reader = new StreamMessageReader(child.stdout);
  reader.partialMessageTimeout = 0; // Or it waits for ever for the rest of what the server was sending when it was told to exit.
  const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
  let settle: (() => void)[] = [];
  // The diagnostics of the file that is typed in come first, if they changed; this notification comes behind them at every change.
  connection.onNotification('delivery/changed', () => {
    const waiting = settle;
    settle = [];
    for (const each of waiting) each();
  });
  const settled = (): Promise<void> => new Promise((done) => void settle.push(done));
  const first = new Promise<void>((done) =>
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri }) => {
      if (file === undefined || uri === file.uri) done();
    }),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    workspaceFolders: [{ uri: workspace.uri(), name: 'bench' }],
  });
  await connection.sendNotification('initialized', {});
  if (file) await didOpen(connection, file);
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

function didOpen(connection: ProtocolConnection, file: { readonly uri: string; readonly text: string }): Promise<void> {
  const textDocument = { ...file, languageId: 'delivery', version: 1 };
  return connection.sendNotification('textDocument/didOpen', { textDocument });
}

/** Types titles, references and lines in the middle of the project, takes them back, and asks in between. */
async function typing(workspace: Workspace): Promise<void> {
  const { connection, first, settled, stop } = await open(workspace);
  await first;
  const part = FILES / 2;
  const uri = workspace.uri(pathOf(part));
  const text = textOf(part);
  const lines = text.split('\n');
  await didOpen(connection, { uri, text });
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

function textOf(part: number, all = LINES): string {
  const entries = generate(all);
  return toDelivery(entries.filter((_, n) => Math.floor((n * FILES) / entries.length) === part));
}

function sort(values: number[]): number[] {
  return values.sort((a, b) => a - b);
}

/**
 * From the start of the process to the first diagnostics, against a process that does nothing: of any file, and of one that is open,
 * in which something is wrong that needs no other file to be seen. It is not the first start on this machine.
 */
async function starting(workspace: Workspace): Promise<void> {
  const lines = workspace === projects[0] ? LINES : 500;
  const part = FILES / 2;
  const opened = { uri: workspace.uri(pathOf(part)), text: `${textOf(part, lines)}\nteam WRONG "x" { colour: red }\n` };
  const before = await open(workspace);
  await before.first;
  await pause(REST);
  await before.stop();
  const timed = async (file?: typeof opened): Promise<number> => {
    const start = performance.now();
    const session = await open(workspace, file);
    await session.first;
    const time = performance.now() - start;
    await session.stop();
    return time;
  };
  let [bare, first, own] = [Infinity, Infinity, Infinity];
  for (let run = 0; run < STARTS; run++) {
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    bare = Math.min(bare, performance.now() - start);
    first = Math.min(first, await timed());
    own = Math.min(own, await timed(opened));
  }
  console.log(`\nThe start of the server with a project of ${lines} lines`);
  note('node -e 0', bare, 'ms');
  note('start → first diagnostics', first, 'ms');
  report('start → first diagnostics / node -e 0', first / bare, 2.8);
  report('start → first diagnostics of the file that is open / node -e 0', own / bare, 2.8);
}
