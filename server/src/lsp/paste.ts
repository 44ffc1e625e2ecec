/** Pasting over the Language Server Protocol, which has no request for it. */
import type { Range } from 'vscode-languageserver';
import { pasteInto, type Pasting } from '../ide/paste';
import { askFile, type Feature } from './host';

/** A text that is about to be pasted over a range of a file. The answer is null when it may be pasted as it is. */
interface PasteRequest {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
  readonly text: string;
}

export const paste: Feature = {
  capabilities: {},
  register: (host) => {
    host.connection.onRequest('delivery/paste', (request: PasteRequest) =>
      askFile(host, 'paste', request, (world, file): Pasting | null => {
        const { document } = world.model.files[file]!;
        const span = { start: document.offsetAt(request.range.start), end: document.offsetAt(request.range.end) };
        return pasteInto(world, file, span, request.text) ?? null;
      }),
    );
  },
};
