/** Code lenses over the Language Server Protocol. */
import type { CodeLens } from 'vscode-languageserver';
import { lensesIn, lensText, type LensPart, type LensTypes } from '../ide/codeLens';
import { toLocation, toRange } from './convert';
import type { Feature, Host } from './host';
import type { Settings } from './settings';

/** Shows places; arguments: URI and position of the lens, and the locations. Only for a client that says that it has it. */
const SHOW_COMMAND = 'delivery.showReferences';

export const codeLens: Feature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register: (host) => {
    const { connection } = host;
    connection.onCodeLens(async ({ textDocument: { uri } }) => {
      const types = typesOf((await host.settings(uri)).codeLens);
      if (Object.values(types).every((wanted) => !wanted)) return null;
      return host.answer('codeLens', () => lensesOf(host, uri, types));
    });
    connection.onCodeLensResolve((lens) => host.answer('codeLens', () => resolve(host, lens)));
  },
};

/** What a lens needs to be resolved: the item is looked up anew, for texts go on meanwhile. */
interface Data {
  readonly uri: string;
  readonly revision: number;
  readonly item: number;
  readonly part: LensPart;
}

/** Where a requirement is delivered and what a milestone delivers are one setting. */
const typesOf = ({ milestones, ...types }: Settings['codeLens']): LensTypes => ({
  ...types,
  milestone: milestones,
  delivers: milestones,
});

function lensesOf({ find }: Host, uri: string, types: LensTypes): CodeLens[] | null {
  const found = find(uri);
  if (!found || found.file < 0) return null;
  const { world, file } = found;
  return lensesIn(world, file, types).map(({ place, item, part }) => ({
    range: toRange(world.model, place),
    data: { uri, revision: world.revision, item, part } satisfies Data,
  }));
}

function resolve({ find, tongue, spelling, canShowReferences }: Host, lens: CodeLens): CodeLens {
  const { uri, revision, item, part } = lens.data as Data;
  const world = find(uri)?.world;
  // Of an older world the number means another item; the client is about to ask for the new lenses.
  const text = world?.revision === revision ? lensText(world, item, part, tongue()) : undefined;
  if (!world || !text) return { ...lens, command: { title: '', command: '' } };
  const { title, places } = text;
  if (!canShowReferences()) return { ...lens, command: { title, command: '' } };
  const locations = places.map((place) => toLocation(world.model, place, spelling));
  return { ...lens, command: { title, command: SHOW_COMMAND, arguments: [uri, lens.range.start, locations] } };
}
