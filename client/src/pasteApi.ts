/** The editor's interface for pasting, which is newer (1.97) than the oldest VS Code that is supported and its types. */
import * as vscode from 'vscode';

/** What an edit does, as dotted words: "text.delivery.freeIds". */
export interface PasteKind {
  readonly append: (...parts: string[]) => PasteKind;
}

export interface PasteEdit {
  /** Kinds of edits that come before this one. */
  yieldTo?: readonly PasteKind[];
}

export interface PasteContext {
  /** 0: a plain paste; 1: the user has asked for a choice. */
  readonly triggerKind: number;
}

interface PasteProvider {
  readonly provideDocumentPasteEdits: (
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: PasteContext,
    token: vscode.CancellationToken,
  ) => Promise<readonly PasteEdit[] | undefined>;
}

export interface PasteApi {
  readonly languages: {
    readonly registerDocumentPasteEditProvider: (
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: { readonly providedPasteEditKinds: readonly PasteKind[]; readonly pasteMimeTypes: readonly string[] },
    ) => vscode.Disposable;
  };
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Text: PasteKind };
}

/** Undefined in an editor that has none: before 1.97 it was there under the same names, but not for everybody. */
export function pasteApi(): PasteApi | undefined {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  return major > 1 || minor >= 97 ? (vscode as unknown as PasteApi) : undefined;
}
