/** Linked editing over the Language Server Protocol. */
import { linkedAt } from '../ide/linkedEditing';
import { toRange } from './convert';
import { askAt, type Feature } from './host';

export const linkedEditing: Feature = {
  capabilities: { linkedEditingRangeProvider: true },
  register: (host) => {
    host.connection.languages.onLinkedEditingRange((params) =>
      askAt(host, 'linkedEditing', params, (world, cursor) => {
        const places = linkedAt(world, cursor);
        return places ? { ranges: places.map((place) => toRange(world.model, place)) } : null;
      }),
    );
  },
};
