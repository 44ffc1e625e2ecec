import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { Workspace } from '../../server/src/lsp/workspace';
import { memoryFiles, startInProcess, type InProcess } from '../support/protocol/inProcess';
import { partsOf, REQUESTS, type Question } from '../support/protocol/requests';

const ROOT = 'file:///plan';
const URI = `${ROOT}/a.delivery`;
const TEXT = `source INT-1 "Kick-off" { method: interview }
need N-1 "Sign in once, see files/x.md and https://example.com" { from: INT-1 }
requirement REQ-1 "Single sign-on" {
  refines: REQ-2
  from: N-1
  criterion AC-1 "Quickly" { verify: test }
}
project crm "CRM" { period: 2026-01-05..2026-12-31 }
task T-1 "Connect" { duration: 2d, realizes: REQ-1, after: T-2 }
task T-2 "Order" { duration: 1d }
requirement REQ-3 "Other" { priority: must }
deliverable D-9 "Manual" { file: "files/x.md" }
`;

/** All that may break in the middle of an answer, broken while `work` runs. */
async function broken<T>(work: () => Promise<T>): Promise<T> {
  const whole = Object.getOwnPropertyDescriptors(Workspace.prototype);
  const fail = (): never => {
    throw new Error('injected');
  };
  for (const name of ['worldOf', 'worlds', 'open', 'edit', 'close', 'diskChanged', 'setFolders'] as const)
    Object.assign(Workspace.prototype, { [name]: fail });
  isDiskBroken = true;
  try {
    return await work();
  } finally {
    Object.defineProperties(Workspace.prototype, whole);
    isDiskBroken = false;
  }
}

let isDiskBroken = false;

const files = (texts: ReadonlyMap<string, string>): ReturnType<typeof memoryFiles> => {
  const { find, read, exists } = memoryFiles(texts);
  const unlessBroken =
    <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
    (...args: Args): Promise<T> =>
      isDiskBroken ? Promise.reject(new Error('injected')) : work(...args);
  return { find: unlessBroken(find), read: unlessBroken(read), exists: unlessBroken(exists) };
};

/** A question about the word under which a text stands. */
function questionAt(word: string): Question {
  const before = TEXT.slice(0, TEXT.indexOf(word) + 1).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return {
    uri: URI,
    otherUri: `${ROOT}/b.delivery`,
    position: () => position,
    range: () => ({ start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }),
    pick: <T>(choices: readonly T[]): T => choices[0]!,
  };
}

/** Where each request is asked; the others at a requirement's id. */
const WORDS: Readonly<Record<string, string>> = {
  'textDocument/completion': 'REQ-2',
  'textDocument/codeAction': 'T-2 "Order',
};

describe('language server: faults', function () {
  this.timeout(30_000);

  let server: InProcess;
  let shown: Map<string, readonly { readonly code?: unknown }[]>;

  beforeEach(async () => {
    shown = new Map();
    server = await startInProcess({
      root: ROOT,
      files: files(
        new Map([
          [URI, TEXT],
          [`${ROOT}/files/x.md`, ''],
        ]),
      ),
      initializationOptions: { showReferences: true },
      prepare: (connection) => {
        connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
          shown.set(params.uri, params.diagnostics);
        });
      },
    });
    await isServed();
  });

  afterEach(() => server.stop());

  const isServed = async (): Promise<void> => {
    const params = { textDocument: { uri: URI }, position: { line: 2, character: 13 } };
    assert.ok(await server.request('textDocument/hover', params), 'the next request is not served');
  };

  async function failsOnceOnly(method: string, params: object): Promise<unknown> {
    const answer = broken(() => server.request(method, params));
    await assert.rejects(answer, /injected/, `${method} hides the fault`);
    await isServed();
    return server.request(method, params);
  }

  for (const { method, params, then = [] } of REQUESTS)
    it(`an exception in ${[method, ...then.map((further) => further.method)].join(', ')} is an error answer, and the next request is served`, async () => {
      const question = questionAt(WORDS[method] ?? 'REQ-1');
      const answer = await failsOnceOnly(method, params(question));
      if (then.length === 0) return;
      // Only what has data is looked up again when it is resolved.
      const parts = partsOf(answer) as readonly { readonly data?: object }[];
      const part = parts.find(({ data }) => data) ?? parts[0];
      assert.ok(part, `${method} answers nothing that can be asked about`);
      for (const further of then) await failsOnceOnly(further.method, further.params(part, question));
    });

  const version = { uri: URI, languageId: 'delivery', version: 1 };
  const NOTIFICATIONS: Readonly<Record<string, object>> = {
    'textDocument/didOpen': { textDocument: { ...version, text: `${TEXT}need N-2 "x" { from: INT-8 }\n` } },
    'textDocument/didChange': {
      textDocument: version,
      contentChanges: [{ text: `${TEXT}need N-2 "x" { from: INT-9 }\n` }],
    },
    'textDocument/didClose': { textDocument: version },
    'workspace/didChangeWatchedFiles': { changes: [{ uri: URI, type: 2 }] },
    'workspace/didChangeWorkspaceFolders': { event: { added: [{ uri: ROOT, name: 'x' }], removed: [] } },
    'workspace/didChangeConfiguration': { settings: { delivery: { codeLens: false } } },
  };

  for (const [method, params] of Object.entries(NOTIFICATIONS))
    it(`an exception in ${method} is logged, and the next request is served`, async () => {
      if (method !== 'textDocument/didOpen')
        await server.notify('textDocument/didOpen', NOTIFICATIONS['textDocument/didOpen']!);
      await isServed();
      await broken(async () => {
        await server.notify(method, params);
        await until(() => server.errors.some((message) => message.includes('injected')));
      });
      await isServed();
      await server.notify(method, params);
      await isServed();
    });

  it('an exception while findings are sent is logged, and what was not sent is sent with the next change', async () => {
    await broken(async () => {
      await server.notify('workspace/didChangeConfiguration', { settings: {} });
      await until(() => server.errors.some((message) => message.startsWith('publish: Error: injected')));
    });
    await server.notify('textDocument/didOpen', NOTIFICATIONS['textDocument/didOpen']!);
    await until(() => (shown.get(URI) ?? []).some(({ code }) => code === 'name/unresolved'));
  });

  for (const [name, spoiled] of Object.entries<object>({
    'no parameters': {},
    'an address that is none': { textDocument: { uri: 'no address' }, position: { line: 0, character: 0 } },
    'a position before the text': { textDocument: { uri: URI }, position: { line: -1, character: -7 } },
    'a position far behind the text': { textDocument: { uri: URI }, position: { line: 1e9, character: 1e9 } },
    'a position that is no number': { textDocument: { uri: URI }, position: { line: 'x', character: null } },
    'a file of no project': { textDocument: { uri: 'untitled:Untitled-1' }, position: { line: 0, character: 0 } },
  }))
    it(`a request with ${name} is answered or refused, and the next one is served`, async () => {
      for (const { method, params, then = [] } of REQUESTS)
        for (const each of [method, ...then.map((further) => further.method)]) {
          const sent = { ...params(questionAt('REQ-1')), textDocument: undefined, position: undefined, ...spoiled };
          await server.request(each, sent).catch((error: unknown) => assert.ok(error instanceof Error));
        }
      for (const [method, params] of Object.entries(NOTIFICATIONS))
        await server.notify(method, { ...params, ...spoiled });
      await server.notify('textDocument/didClose', { textDocument: version });
      await isServed();
    });
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail('it did not happen in five seconds');
}
