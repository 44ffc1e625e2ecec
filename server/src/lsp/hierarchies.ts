/** Hierarchies of what waits for what, and of what is part of what, over the Language Server Protocol. */
import type { CallHierarchyItem, TypeHierarchyItem } from 'vscode-languageserver';
import { waitedFor, waitingFor } from '../ide/callHierarchy';
import { itemAt, spotAt } from '../ide/spot';
import { symbolOf } from '../ide/symbols';
import { above, below } from '../ide/typeHierarchy';
import type { World } from '../ide/world';
import type { Item, Model } from '../model/model';
import { SYMBOLS, toLocation, toRange } from './convert';
import { askAt, type Feature, type Host } from './host';

export const hierarchies: Feature = {
  capabilities: { callHierarchyProvider: true, typeHierarchyProvider: true },
  register: (host) => {
    const { callHierarchy, typeHierarchy } = host.connection.languages;
    const prepare = (what: string, params: At) =>
      askAt(host, what, params, ({ model }, cursor) => {
        const item = itemAt(model, spotAt(model, cursor));
        return item ? [toItem(host, model, item)] : null;
      });
    /** An answer about an item that was told before: it is found again where it stood. */
    const about = <T>(what: string, { item }: About, question: (model: Model, found: Item) => T[]) =>
      askAt(host, what, { textDocument: item, position: item.selectionRange.start }, ({ model }: World, cursor) => {
        const found = itemAt(model, spotAt(model, cursor));
        return found ? question(model, found) : [];
      });
    callHierarchy.onPrepare((params) => prepare('call hierarchy', params));
    callHierarchy.onIncomingCalls((params) =>
      about('incoming calls', params, (model, item) =>
        waitingFor(model, item).map((call) => ({
          from: toItem(host, model, call.item),
          fromRanges: call.places.map((place) => toRange(model, place)),
        })),
      ),
    );
    callHierarchy.onOutgoingCalls((params) =>
      about('outgoing calls', params, (model, item) =>
        waitedFor(model, item).map((call) => ({
          to: toItem(host, model, call.item),
          fromRanges: call.places.map((place) => toRange(model, place)),
        })),
      ),
    );
    typeHierarchy.onPrepare((params) => prepare('type hierarchy', params));
    typeHierarchy.onSupertypes((params) =>
      about('supertypes', params, (model, item) => above(model, item).map((other) => toItem(host, model, other))),
    );
    typeHierarchy.onSubtypes((params) =>
      about('subtypes', params, (model, item) => below(model, item).map((other) => toItem(host, model, other))),
    );
  },
};

type At = Parameters<typeof askAt>[2];

interface About {
  readonly item: Pick<CallHierarchyItem, 'uri' | 'selectionRange'>;
}

function toItem({ spelling }: Host, model: Model, item: Item): CallHierarchyItem & TypeHierarchyItem {
  const { name, detail, part, place, selection } = symbolOf(item);
  const { uri, range } = toLocation(model, place, spelling);
  return { name, detail, kind: SYMBOLS[part], uri, range, selectionRange: toRange(model, selection) };
}
