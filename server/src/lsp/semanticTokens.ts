/** Semantic tokens over the Language Server Protocol: all of a file, of a range, or what changed since the last answer. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { semanticTokens as tokensOf, TOKEN_MODIFIERS, TOKEN_SIZE, TOKEN_TYPES } from '../ide/semanticTokens';
import type { World } from '../ide/world';
import { toSpan } from './convert';
import { askFile, type Feature, type Host } from './host';

export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  },
  register,
};

/** What was answered last about a file. */
interface Answered {
  readonly resultId: string;
  readonly world: World;
  readonly data: Uint32Array;
}

/** More files than anybody has before their eyes; forgotten ones are answered in full. */
const MOST_REMEMBERED = 16;

function register(host: Host): void {
  const { languages } = host.connection;
  const answered = new Map<string, Answered>();
  let lastId = 0;

  const current = (uri: string, world: World, file: number): Answered => {
    const before = answered.get(uri);
    const now = before?.world === world ? before : fresh(world, file);
    answered.delete(uri);
    answered.set(uri, now);
    for (const oldest of answered.keys()) if (answered.size > MOST_REMEMBERED) answered.delete(oldest);
    return now;
  };
  const fresh = (world: World, file: number): Answered => ({
    resultId: String(++lastId),
    world,
    data: encoded(tokensOf(world, file)),
  });
  const whole = ({ resultId, data }: Answered): SemanticTokens => ({ resultId, data: [...data] });

  languages.semanticTokens.on(async (params) => {
    const { uri } = params.textDocument;
    const tokens = await askFile(host, 'semanticTokens', params, (world, file) => whole(current(uri, world, file)));
    return tokens ?? NONE;
  });
  languages.semanticTokens.onDelta(async (params) => {
    const { uri } = params.textDocument;
    const tokens = await askFile(host, 'semanticTokensDelta', params, (world, file) => {
      const before = answered.get(uri);
      const now = current(uri, world, file);
      return before?.resultId === params.previousResultId ? deltaOf(before, now) : whole(now);
    });
    return tokens ?? NONE;
  });
  languages.semanticTokens.onRange(async (params) => {
    const tokens = await askFile(host, 'semanticTokensRange', params, (world, file) => {
      const { document } = world.model.files[file]!;
      return { data: [...encoded(tokensOf(world, file, toSpan(document, params.range)))] };
    });
    return tokens ?? NONE;
  });
}

const NONE: SemanticTokens = { data: [] };

/** Lines and characters relative to the token before, as the protocol has them; the array is changed. */
function encoded(tokens: Uint32Array): Uint32Array {
  for (let at = tokens.length - TOKEN_SIZE; at >= TOKEN_SIZE; at -= TOKEN_SIZE) {
    const lines = tokens[at]! - tokens[at - TOKEN_SIZE]!;
    tokens[at] = lines;
    if (lines === 0) tokens[at + 1]! -= tokens[at + 1 - TOKEN_SIZE]!;
  }
  return tokens;
}

/** One edit: what lies between the start and the end that both have in common. */
function deltaOf({ data: before }: Answered, { resultId, data: after }: Answered): SemanticTokensDelta {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const deleteCount = before.length - start - tail;
  const data = [...after.subarray(start, after.length - tail)];
  return { resultId, edits: deleteCount + data.length === 0 ? [] : [{ start, deleteCount, data }] };
}
