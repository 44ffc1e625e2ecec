import { Position, Range, TabInputText, Uri, ViewColumn, window } from 'vscode';
import type { SourceRange } from '../../server/src/ide/timeline/types';

/**
 * Puts the cursor on a declaration, in the column where its file is open already, otherwise in a column of text.
 * The focus stays where it is unless `focus` is set, as in the outline. A file that is gone is left alone.
 */
export async function revealSource(
  source: SourceRange,
  focus: boolean,
  panelColumn: ViewColumn | undefined,
): Promise<void> {
  const uri = Uri.parse(source.uri);
  const position = new Position(source.start.line, source.start.character);
  const options = {
    viewColumn: columnOf(uri) ?? textColumn(panelColumn),
    preserveFocus: !focus,
    selection: new Range(position, position),
  };
  try {
    await window.showTextDocument(uri, options);
  } catch {
    // The declaration's file was deleted or renamed a moment ago; the next timeline knows.
  }
}

function columnOf(uri: Uri): ViewColumn | undefined {
  const wanted = uri.toString();
  const isOpenIn = (input: unknown): boolean => input instanceof TabInputText && input.uri.toString() === wanted;
  const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === wanted);
  const group = window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isOpenIn(input)));
  return visible?.viewColumn ?? group?.viewColumn;
}

/** Any column that shows text, or one beside the panel. */
function textColumn(panelColumn: ViewColumn | undefined): ViewColumn {
  const other = window.visibleTextEditors.find(
    ({ viewColumn }) => viewColumn !== undefined && viewColumn !== panelColumn,
  );
  return other?.viewColumn ?? (panelColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
}
