import { Range, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { EditOption, EditWay, Gesture, TimelineEdit } from '../../../server/src/ide/timeline/types';
import type { ToWebview } from '../../webview/messages';
import { t } from '../l10n';
import { oneAtATime } from '../oneAtATime';
import type { DeliveryServer } from '../server';

export interface TimelineEditing {
  /** Tells the picture what a gesture would do. */
  readonly preview: (gesture: Gesture) => void;
  /** Writes it, in a way that was shown. */
  readonly apply: (gesture: Gesture, way: EditWay) => void;
}

/** A text that keeps changing while it is asked about is left alone. */
const mostAttempts = 3;

/** Editing of a project's text from its picture. */
export function createTimelineEditing(
  server: DeliveryServer,
  root: string,
  post: (message: ToWebview) => void,
): TimelineEditing {
  const ask = (gesture: Gesture): Promise<TimelineEdit | null> =>
    server.timelineEdit({ uri: root, gesture }).catch(() => null);
  let wanted: Gesture | undefined;
  let shown: { readonly gesture: Gesture; readonly answer: TimelineEdit | null } | undefined;
  // Only the newest gesture is asked about: while a bar is dragged there are many.
  const propose = oneAtATime(async () => {
    const gesture = wanted!;
    shown = { gesture, answer: await ask(gesture) };
    post({ type: 'proposal', ...shown });
  });
  return {
    preview: (gesture) => {
      wanted = gesture;
      propose();
    },
    apply: (gesture, way) => {
      const isShown = shown && JSON.stringify(shown.gesture) === JSON.stringify(gesture);
      const option = isShown ? optionOf(shown!.answer, way) : undefined;
      void write(option, async () => optionOf(await ask(gesture), way)).then((isWritten) => {
        if (!isWritten) void window.showWarningMessage(t('The text has changed meanwhile: nothing was edited.'));
      });
    },
  };
}

const optionOf = (answer: TimelineEdit | null, way: EditWay): EditOption | undefined =>
  answer && 'options' in answer ? answer.options.find((each) => each.way === way) : undefined;

/**
 * Writes what was shown, as one step that can be undone: only if that is still what the newest text asks for, and only into the
 * versions of the documents for which it was made.
 */
async function write(shown: EditOption | undefined, ask: () => Promise<EditOption | undefined>): Promise<boolean> {
  for (let attempt = 0; shown && attempt < mostAttempts; attempt++) {
    const newest = await ask();
    const documents = newest && changesOf(newest) === changesOf(shown) && (await documentsOf(newest));
    if (!newest || !documents) return false;
    // A document that was opened just now has no version with the server yet: the next answer knows it.
    const isCurrent = newest.files.every(({ version }, index) => version === documents[index]!.version);
    if (isCurrent && (await workspace.applyEdit(editOf(newest)))) return true;
  }
  return false;
}

/** Without the versions, which rise when a document is opened. */
const changesOf = ({ files }: EditOption): string => JSON.stringify(files.map(({ uri, edits }) => [uri, edits]));

/** Undefined when one of them is gone. */
async function documentsOf({ files }: EditOption): Promise<readonly TextDocument[] | undefined> {
  try {
    return await Promise.all(files.map(({ uri }) => workspace.openTextDocument(Uri.parse(uri))));
  } catch {
    return undefined;
  }
}

function editOf({ files }: EditOption): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { uri, edits } of files)
    for (const { range, newText } of edits)
      edit.replace(
        Uri.parse(uri),
        new Range(range.start.line, range.start.character, range.end.line, range.end.character),
        newText,
      );
  return edit;
}
