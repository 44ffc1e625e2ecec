import type { ChangeAnnotation, ChangeAnnotationIdentifier, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Model, Place } from '../model/model';
import { rangeOf } from '../model/range';
import { toRange } from './convert';
import type { Host } from './host';
import { TextDocumentEdit } from './protocol';

/** Text for a place of the model. */
export interface PlacedEdit {
  readonly place: Place;
  readonly text: string;
  /** Key of the annotation under which the client asks whether to make the edit. */
  readonly annotationId?: ChangeAnnotationIdentifier;
}

/** Can the client ask about single edits? */
export const canAsk = ({ client }: Host): boolean => {
  const { workspaceEdit } = client().workspace ?? {};
  return workspaceEdit?.documentChanges === true && workspaceEdit.changeAnnotationSupport !== undefined;
};

/** Edits of any files, tied to the versions that they were made for where the client can take that. */
export function toWorkspaceEdit(
  { client, identityOf }: Host,
  model: Model,
  edits: readonly PlacedEdit[],
  changeAnnotations?: Readonly<Record<ChangeAnnotationIdentifier, ChangeAnnotation>>,
): WorkspaceEdit {
  const byUri = new Map<string, TextEdit[]>();
  for (const { place, text, annotationId } of edits) {
    const edit = { range: toRange(model, place), newText: text, ...(annotationId !== undefined && { annotationId }) };
    const { uri } = rangeOf(model, place);
    if (!byUri.get(uri)?.push(edit)) byUri.set(uri, [edit]);
  }
  const files = [...byUri].map(([uri, own]) => ({ ...identityOf(uri), own }));
  if (client().workspace?.workspaceEdit?.documentChanges !== true)
    return { changes: Object.fromEntries(files.map(({ uri, own }) => [uri, own])) };
  return {
    documentChanges: files.map(({ uri, version, own }) =>
      TextDocumentEdit.create({ uri, version: version ?? null }, own),
    ),
    ...(changeAnnotations && { changeAnnotations }),
  };
}
