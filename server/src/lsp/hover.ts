/** Hovers over the Language Server Protocol. */
import type { Hover } from 'vscode-languageserver';
import { hoverAt } from '../ide/hover';
import { placeOfHead, type Item, type Model } from '../model/model';
import { toLocation, toRange } from './convert';
import { askAt, type Feature, type Host } from './host';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register: (host) => {
    host.connection.onHover((params) =>
      askAt(host, 'hover', params, (world, cursor): Hover | null => {
        const { model } = world;
        const found = hoverAt(world, cursor, host.tongue(), (item) => addressOf(host, model, item));
        return found
          ? { contents: { kind: 'markdown', value: found.markdown }, range: toRange(model, found.place) }
          : null;
      }),
    );
  },
};

/** The client's command where it has one, or else "file:///plan/a.delivery#L3,13", which all editors open at least as a file. */
export function addressOf({ spelling, canOpenPlaces }: Host, model: Model, item: Item): string {
  const { uri, range } = toLocation(model, placeOfHead(item), spelling);
  return canOpenPlaces()
    ? `command:delivery.openPlace?${encodeURIComponent(JSON.stringify([uri, range.start]))}`
    : `${uri}#L${range.start.line + 1},${range.start.character + 1}`;
}
