import {
  DataTransferItem,
  DocumentDropEdit,
  languages,
  Position,
  SnippetString,
  WorkspaceEdit,
  type Disposable,
  type TextDocument,
  type TreeDragAndDropController,
} from 'vscode';
import type { DroppedItems } from '../../../server/src/ide/views/types';
import type { DeliveryServer } from '../server';
import { idsOf } from './itemCommands';
import type { RowNode } from './rowTree';

/** Ids as JSON, for specs; other texts get them as plain text. */
const IDS = 'application/vnd.delivery.ids';
const TEXT = 'text/plain';

/** Rows can be dragged out of a tree, not into it: the order of items is that of the text. */
export const itemDragging: TreeDragAndDropController<RowNode> = {
  dropMimeTypes: [],
  dragMimeTypes: [TEXT, IDS],
  handleDrag: (nodes, transfer) => {
    const ids = idsOf(nodes);
    if (ids.length === 0) return;
    transfer.set(TEXT, new DataTransferItem(ids.join(', ')));
    transfer.set(IDS, new DataTransferItem(JSON.stringify(ids)));
  },
};

/** Writes ids that are dropped into a spec as that place wants them. */
export const registerDroppedItems = (server: DeliveryServer): Disposable =>
  languages.registerDocumentDropEditProvider(
    { language: 'delivery' },
    {
      provideDocumentDropEdits: async (document, { line, character }, transfer) => {
        const ids = readIds(await transfer.get(IDS)?.asString());
        if (ids.length === 0) return undefined;
        const request = { uri: document.uri.toString(), position: { line, character }, ids };
        const dropped = await server.dropItems(request).catch(() => null);
        return dropped ? editOf(document, new Position(line, character), dropped) : undefined;
      },
    },
  );

function editOf({ uri }: TextDocument, at: Position, { text, position, fields }: DroppedItems): DocumentDropEdit {
  const place = new Position(position.line, position.character);
  if (place.isEqual(at)) return new DocumentDropEdit(fields.length > 0 ? withField(fields, text) : text);
  // Beside the word into which it was dropped.
  const edit = new DocumentDropEdit('');
  edit.additionalEdit = new WorkspaceEdit();
  edit.additionalEdit.insert(uri, place, text);
  return edit;
}

/** Of several fields the user chooses one. */
function withField(fields: readonly string[], text: string): SnippetString {
  const [, indent = '', rest = ''] = /^(\s*)([^]*)$/.exec(text) ?? [];
  const snippet = new SnippetString().appendText(indent);
  if (fields.length > 1) snippet.appendChoice([...fields]);
  else snippet.appendText(fields[0]!);
  return snippet.appendText(rest).appendTabstop(0);
}

function readIds(json: string | undefined): readonly string[] {
  try {
    const ids: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
