import assert from 'node:assert/strict';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver/node';
import { Edits } from '../property/edits';
import { REQUESTS, type Question } from '../support/protocol/requests';
import { startServer, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const PLAN = Array.from(
  { length: 300 },
  (_, index) => `task T-${index} "t" { effort: 3d, after: T-${index + 1}, realizes: REQ-${index % 7} }\n`,
).join('');
const FILES = `
//- plan 计划.delivery
${PLAN}
//- 需求.delivery
requirement REQ-1 "Single sign-on" { priority: must }
requirement REQ-2 "Below" { refines: REQ-1 }
`;

const PATH = 'plan 计划.delivery';
const ROUNDS = 300;
const REQUEST_CANCELLED = -32800;

describe('language server: interrupted', function () {
  this.timeout(60_000);

  let workspace: Workspace;

  beforeEach(() => {
    workspace = workspaceOf(FILES);
  });
  afterEach(() => workspace.dispose());

  /** Types into a file that is open, now and then with an id more. */
  const type = async (client: Client, random: Edits): Promise<void> => {
    const index = random.below(300);
    const shown = `task T-${index} "`;
    await client.edit(PATH, shown, random.pick([`${shown}需`, `x ${shown}`, shown, `task T-${index} "😀`]));
    await client.edit(PATH, shown.slice(0, -1), shown.slice(0, -1)); // the same again: only the version rises
  };

  const open = async (client: Client): Promise<void> => client.open(PATH, PLAN);

  it('answers each request once, whatever is cancelled when, and shows in the end what a fresh server shows', async () => {
    const client = await startServer(workspace);
    const random = new Edits(11);
    await open(client);
    const uri = workspace.uri(PATH);
    const question: Question = {
      uri,
      otherUri: workspace.uri('需求.delivery'),
      position: () => ({ line: random.below(300), character: random.below(40) }),
      range: () => ({ start: { line: random.below(100), character: 0 }, end: { line: 200, character: 0 } }),
      pick: (choices) => random.pick(choices),
    };
    const outcomes = { answered: 0, cancelled: 0, refused: 0 };
    const waiting: Promise<void>[] = [];
    const sources: CancellationTokenSource[] = [];
    const requests = REQUESTS.filter(({ method }) => method !== 'workspace/executeCommand');
    for (let round = 0; round < ROUNDS; round++) {
      if (random.below(4) === 0) await type(client, random);
      const { method, params } = random.pick(requests);
      const source = new CancellationTokenSource();
      sources.push(source);
      const answer = client.connection.sendRequest<unknown>(method, params(question), source.token);
      waiting.push(
        answer.then(
          () => {
            outcomes.answered++;
          },
          (error: unknown) => {
            assert.ok(error instanceof ResponseError, String(error));
            outcomes[error.code === REQUEST_CANCELLED ? 'cancelled' : 'refused']++;
          },
        ),
      );
      // This one, one that may be answered long since, or one that nobody has sent.
      if (random.below(2) === 0) source.cancel();
      if (random.below(4) === 0) random.pick(sources).cancel();
      if (random.below(8) === 0) await client.connection.sendNotification('$/cancelRequest', { id: 'none' });
      if (random.below(8) === 0) await new Promise((resolve) => setTimeout(resolve, random.below(20)));
    }
    await Promise.all(waiting);
    assert.equal(outcomes.answered + outcomes.cancelled + outcomes.refused, ROUNDS);
    assert.ok(outcomes.answered > ROUNDS / 4, JSON.stringify(outcomes));
    await settled(client);
    await client.agreesWithFresh();
    await client.stop();
  });

  it('killed in the middle of an edit, starts again and shows what one that was never killed shows', async () => {
    for (let kill = 0; kill < 3; kill++) {
      const random = new Edits(kill);
      const [killed, whole] = [await startServer(workspace), await startServer(workspace)];
      for (const client of [killed, whole]) await open(client);
      for (let edit = 0; edit < 12; edit++) {
        const same = random.below(1e6);
        await type(whole, new Edits(same));
        if (edit < 9) await type(killed, new Edits(same));
      }
      // Its last edit may have arrived or not, and its answer may be half written.
      await killed.kill();
      const again = await startServer(workspace);
      await again.open(PATH, whole.textOf(PATH));
      await settled(whole);
      await again.shows(whole.findings());
      for (const client of [again, whole]) await client.stop();
    }
  });
});

/** Until the server has heard of all edits and has sent nothing for a while. */
async function settled(client: Client): Promise<void> {
  await client.request('workspace/symbol', { query: '' });
  for (let known = -1; known !== client.published.length;) {
    known = client.published.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
