/** Formatting and the translation of keywords over the Language Server Protocol. */
import { formatFile, type Formatting } from '../ide/format';
import { translateFile } from '../ide/translate';
import type { SourceDocument } from '../language/document';
import type { Edit } from '../language/format/edits';
import { formatOnType, ON_TYPE_SIGNS } from '../language/format/onType';
import { rangeIn, toSpan } from './convert';
import { warn, type Feature, type Host } from './host';
import { TextEdit } from './protocol';

/** Arguments: the file's URI, and the tongue, `en` or `zh`. Answers whether the client applied the edit. */
const TRANSLATE_COMMAND = 'delivery.translateKeywords';

export const formatting: Feature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: {
      firstTriggerCharacter: ON_TYPE_SIGNS[0]!,
      moreTriggerCharacter: ON_TYPE_SIGNS.slice(1),
    },
    executeCommandProvider: { commands: [TRANSLATE_COMMAND] },
  },
  register: registerFormatting,
};

function registerFormatting(host: Host): void {
  const { connection } = host;
  connection.onDocumentFormatting(({ textDocument }) =>
    onDocument(host, textDocument.uri, (document) => report(host, formatFile(document))),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range }) =>
    onDocument(host, textDocument.uri, (document) => report(host, formatFile(document, toSpan(document, range)))),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) =>
    onDocument(host, textDocument.uri, (document) => formatOnType(document, document.offsetAt(position), ch)),
  );
  connection.onExecuteCommand(({ command, arguments: args }) =>
    command === TRANSLATE_COMMAND ? translateKeywords(host, args ?? []) : null,
  );
}

const onDocument = (
  { answer, find }: Host,
  uri: string,
  format: (document: SourceDocument) => readonly Edit[],
): Promise<TextEdit[] | null> =>
  answer('format', () => {
    const found = find(uri);
    const document = found?.world.model.files[found.file]?.document;
    return document ? toTextEdits(document, format(document)) : null;
  });

function report(host: Host, formatting: Formatting): readonly Edit[] {
  if ('edits' in formatting) return formatting.edits;
  warn(host, formatting.refused);
  return [];
}

const toTextEdits = (document: SourceDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => TextEdit.replace(rangeIn(document, edit), edit.text));

async function translateKeywords(host: Host, [uri, tongue]: readonly unknown[]): Promise<boolean> {
  if (typeof uri !== 'string' || (tongue !== 'en' && tongue !== 'zh')) return false;
  const edits = await host.answer('translate', () => {
    const found = host.find(uri);
    const document = found?.world.model.files[found.file]?.document;
    return found && document ? toTextEdits(document, translateFile(found.world.model, found.file, tongue)) : undefined;
  });
  if (!edits) return false;
  const { uri: spelling, version } = host.identityOf(uri);
  const textDocument = { uri: spelling, version: version ?? null };
  const { applied } = await host.connection.workspace.applyEdit({
    label: LABELS[tongue][host.tongue()],
    edit: { documentChanges: [{ textDocument, edits }] },
  });
  return applied;
}

/** What the editor's undo list says, by the tongue of the keywords and that of the reader. */
const LABELS = {
  en: { en: 'Translate keywords to English', zh: '将关键字翻译为英文' },
  zh: { en: 'Translate keywords to Chinese', zh: '将关键字翻译为中文' },
} as const;
