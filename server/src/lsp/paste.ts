/** Pasting over the Language Server Protocol, which has no request for it. */
import { pasteInto, type PasteRequest, type Pasting } from '../ide/paste';
import { toSpan } from './convert';
import { askFile, type Feature } from './host';

/** The answer is null when the text may be pasted as it is. */
export const paste: Feature = {
  capabilities: {},
  register: (host) => {
    host.connection.onRequest('delivery/paste', (request: PasteRequest) =>
      askFile(host, 'paste', request, (world, file): Pasting | null => {
        const { document } = world.model.files[file]!;
        return pasteInto(world, file, toSpan(document, request.range), request.text) ?? null;
      }),
    );
  },
};
