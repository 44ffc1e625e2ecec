import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position, PublishDiagnosticsParams, Range } from 'vscode-languageserver/node';
import { memoryFiles, startInProcess, type InProcess } from '../support/protocol/inProcess';
import { assertPlaces, linesOf } from '../support/protocol/places';
import { partsOf, REQUESTS, type Question } from '../support/protocol/requests';
import { applyEdit, Edits } from './edits';
import { runs, seed } from './random';
import { SPECS } from './workspaceFiles';

/** Number of requests, each at a place of its own. */
const requests = runs(1500);

/** Texts are typed anew now and then, or they would soon be nothing but junk. */
const REQUESTS_IN_A_ROW = 150;
/** What is asked between two edits. */
const REQUESTS_PER_EDIT = 3;
const LONGEST = 4000;

const ROOT = 'file:///%E6%B5%8B%E8%AF%95%20x';
const URIS = ['a.delivery', '需求.delivery', '😀.delivery'].map((name) => `${ROOT}/${encodeURIComponent(name)}`);

/** As the wire carries it: half a pair of surrogates becomes a replacement character. */
const onWire = (text: string): string => Buffer.from(text).toString();

class Session {
  readonly texts = new Map<string, string>();
  readonly log: string[] = [];
  #version = 1;

  private constructor(
    private readonly server: InProcess,
    private readonly random: Edits,
  ) {
    server.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (params.version === this.#version) this.#hold(params.diagnostics, params.uri);
    });
  }

  static async start(random: Edits): Promise<Session> {
    const session = new Session(await startInProcess({ root: ROOT, files: memoryFiles(new Map()) }), random);
    for (const uri of URIS) await session.#open(uri, random.pick(TEXTS).slice(0, LONGEST));
    return session;
  }

  stop(): void {
    this.server.stop();
  }

  async #open(uri: string, text: string): Promise<void> {
    this.texts.set(uri, onWire(text));
    await this.server.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'delivery', version: this.#version, text },
    });
  }

  async edit(): Promise<void> {
    const uri = this.random.pick(URIS);
    const text = this.texts.get(uri)!;
    const { start, end, inserted } = this.random.next(text);
    const range = { start: positionOf(text, start), end: positionOf(text, end) };
    const exact = { start: offsetOf(text, range.start), end: offsetOf(text, range.end), inserted: onWire(inserted) };
    this.texts.set(uri, applyEdit(text, exact));
    this.log.push(`${uri}: ${JSON.stringify(exact)}`);
    const textDocument = { uri, version: ++this.#version };
    await this.server.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text: inserted }] });
  }

  async ask(): Promise<void> {
    const { method, params, then = [] } = this.random.pick(REQUESTS);
    const question = this.#question();
    const answer = await this.#send(method, params(question), question.uri);
    const parts: readonly unknown[] = partsOf(answer);
    const part = parts[this.random.below(parts.length)];
    if (part === undefined) return;
    const { uri = question.uri } = part as { uri?: string };
    for (const further of then) await this.#send(further.method, further.params(part, question), uri);
  }

  async #send(method: string, params: object, uri: string): Promise<unknown> {
    let answer: unknown;
    try {
      answer = await this.server.request(method, params);
    } catch (error) {
      // A rename that is refused is an answer; an exception brings its stack.
      const { message } = error as Error;
      assert.ok(/[rR]ename$/.test(method) && !message.includes('\n'), this.#said(method, params, message));
      return null;
    }
    try {
      this.#hold(answer, uri);
    } catch (error) {
      assert.fail(this.#said(method, params, `${(error as Error).message}\n${JSON.stringify(answer)}`));
    }
    assert.deepEqual(this.server.errors, []);
    return answer;
  }

  #hold(answer: unknown, uri: string): void {
    assertPlaces(answer, uri, (address) => this.texts.get(address));
  }

  #said(method: string, params: object, problem: string): string {
    const texts = [...this.texts].map(([uri, text]) => `${decodeURIComponent(uri)}: ${JSON.stringify(text)}`);
    return `${method} ${JSON.stringify(params)}: ${problem}\n${texts.join('\n')}\n${this.log.slice(-3).join('\n')}`;
  }

  #question(): Question {
    const uri = this.random.pick(URIS);
    const text = this.texts.get(uri)!;
    const offset = (): number => this.random.below(text.length + 1);
    return {
      uri,
      otherUri: this.random.pick([...URIS, `${ROOT}/sub/new.delivery`, `${ROOT}/a.txt`]),
      position: () => positionOf(text, offset()),
      range: (): Range => {
        const [a, b] = [offset(), offset()];
        return { start: positionOf(text, Math.min(a, b)), end: positionOf(text, Math.max(a, b)) };
      },
      pick: (choices) => this.random.pick(choices),
    };
  }
}

/** The position of an offset, moved before the sign that the offset lies in. */
function positionOf(text: string, offset: number): Position {
  const before = /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(offset - 1, offset + 1)) ? 1 : 0;
  const lines = linesOf(text.slice(0, offset - before));
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

function offsetOf(text: string, { line, character }: Position): number {
  let at = 0;
  for (const { index } of [...text.matchAll(/\r\n|\r|\n/g)].slice(0, line)) at = index;
  const breakAt = /^(?:\r\n|\r|\n)/.exec(text.slice(at));
  return at + (line > 0 ? breakAt![0].length : 0) + character;
}

const TEXTS = [
  ...SPECS,
  SPECS.join('\n'),
  ...readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.delivery'))
    .sort()
    .map((name) => readFileSync(join('examples', name), 'utf8')),
  'task 😀 "𠀀𠀀" { effort: 5d, after: 𠀀-1 }\r\nneed N "é\u0301👩‍👩‍👧" { from: "😀", from: 😀 }\r',
];

describe(`the language server's services (seed ${seed}, ${requests} requests)`, function () {
  this.timeout(0);

  it('answer at any place of any text, with places that lie in the text and cut no character in two', async () => {
    const random = new Edits(seed + 7);
    for (let done = 0; done < requests;) {
      const session = await Session.start(random);
      for (let row = 0; row < REQUESTS_IN_A_ROW && done < requests; row++, done++) {
        if (row % REQUESTS_PER_EDIT === 0) await session.edit();
        await session.ask();
      }
      session.stop();
    }
  });

  it('are all asked: each that is announced, and each that is ours', async () => {
    const { initialized, stop } = await startInProcess({ root: ROOT, files: memoryFiles(new Map()) });
    stop();
    const known = new Set(REQUESTS.map(({ capability }) => capability));
    const announced = Object.keys(initialized.capabilities).filter((name) => name !== 'textDocumentSync');
    const own = readdirSync('server/src/lsp').flatMap((name) =>
      [...readFileSync(join('server/src/lsp', name), 'utf8').matchAll(/onRequest\(\s*'([^']+)'/g)].map(
        ([, method]) => method!,
      ),
    );
    assert.deepEqual(
      [...announced, ...own].filter((name) => !known.has(name)),
      [],
    );
    assert.ok(own.length > 0);
  });
});
