import { Disposable, workspace, type CancellationToken, type Range, type TextDocument } from 'vscode';
import { t } from './l10n';
import { pasteApi, type PasteContext, type PasteEdit } from './pasteApi';
import type { DeliveryServer, PlainRange } from './server';

const textType = 'text/plain';

/** As somebody sets it: `always` gives free ids unasked, `offer` beneath the pasted text, `never` not at all. */
type Wanted = 'always' | 'offer' | 'never';

/** A list in a menu has room for so many ids. */
const mostNamed = 3;

/**
 * Gives free ids to declarations that are pasted while their ids are taken. The editor shows beside the pasted text what it has
 * done, and how else it could be pasted.
 */
export function registerPasteFreeIds(server: DeliveryServer): Disposable {
  const api = pasteApi();
  if (!api) return new Disposable(() => undefined);
  const { DocumentPasteEdit, DocumentDropOrPasteEditKind, languages } = api;
  const kind = DocumentDropOrPasteEditKind.Text.append('delivery', 'freeIds');
  const plain = DocumentDropOrPasteEditKind.Text.append('plain');

  const edits = async (
    document: TextDocument,
    [range, ...more]: readonly Range[],
    pasted: string | undefined,
    { triggerKind }: PasteContext,
    token: CancellationToken,
  ): Promise<readonly PasteEdit[] | undefined> => {
    const wanted = workspace.getConfiguration('delivery', document).get<Wanted>('paste.freeIds', 'always');
    // With several cursors each gets a part of the text, or each the whole of it.
    if (!pasted || !range || more.length > 0 || (wanted === 'never' && triggerKind === 0)) return undefined;
    const request = { textDocument: { uri: document.uri.toString() }, range: plainRange(range), text: pasted };
    const found = await server.paste(request).catch(() => null);
    if (!found || token.isCancellationRequested) return undefined;
    const named = found.renumbered.slice(0, mostNamed).map(({ from, to }) => `${from} → ${to}`);
    const ids = [...named, ...(found.renumbered.length > mostNamed ? ['…'] : [])].join(', ');
    const edit = new DocumentPasteEdit(found.text, t('Paste with free ids: {0}', ids), kind);
    if (wanted !== 'always') edit.yieldTo = [plain];
    return [edit];
  };

  return languages.registerDocumentPasteEditProvider(
    { language: 'delivery' },
    {
      provideDocumentPasteEdits: async (document, ranges, data, context, token) =>
        edits(document, ranges, await data.get(textType)?.asString(), context, token),
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: [textType] },
  );
}

const plainRange = ({ start, end }: Range): PlainRange => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});
