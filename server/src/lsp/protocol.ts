/**
 * What the modules of this room use of the library at run time. It is CommonJS, and each module that imported from it would get a
 * copy of its namespace, of some four hundred names, at every start.
 */
export {
  CodeActionKind,
  CodeActionTriggerKind,
  CodeLensRefreshRequest,
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentHighlightKind,
  FileChangeType,
  FoldingRangeKind,
  InlayHintKind,
  InsertTextFormat,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  SelectionRange,
  ShowMessageNotification,
  SymbolKind,
  TextDocumentEdit,
  TextDocumentSyncKind,
  TextEdit,
} from 'vscode-languageserver';
