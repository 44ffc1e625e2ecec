import { window, type TextEditor } from 'vscode';
import type { ItemAtRequest } from '../../server/src/ide/views/types';

/** The spec that the user looks at: in the active editor, or else in one that is in sight. */
export const specInSight = (): TextEditor | undefined =>
  [window.activeTextEditor, ...window.visibleTextEditors].find((editor) => editor && isSpec(editor));

export const isSpec = ({ document }: TextEditor): boolean => document.languageId === 'delivery';

/** Where the cursor of an editor stands, as the server is asked about it. */
export function cursorOf({ document, selection }: TextEditor): ItemAtRequest {
  const { line, character } = selection.active;
  return { uri: document.uri.toString(), position: { line, character } };
}
