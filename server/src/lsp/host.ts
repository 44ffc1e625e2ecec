import type {
  ClientCapabilities,
  Connection,
  InitializeResult,
  ShowMessageParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Cursor } from '../ide/spot';
import type { World } from '../ide/world';
import type { Text, Tongue } from '../kinds/tongue';
import type { Spelling } from './convert';
import { MessageType, ShowMessageNotification } from './protocol';
import type { Settings } from './settings';

/** What a feature needs of the server. */
export interface Host {
  readonly connection: Connection;
  /** The world of a file and the file's number in it, -1 for a folder; undefined if it belongs to no project. */
  readonly find: (uri: string) => { readonly world: World; readonly file: number } | undefined;
  /** The worlds of all projects. */
  readonly worlds: () => readonly World[];
  /** How the editor spells the address of a model's file. */
  readonly spelling: Spelling;
  /** How the editor spells a file's address, and the version that it has open. */
  readonly identityOf: (uri: string) => { readonly uri: string; readonly version: number | undefined };
  /** Is there a file or folder? Undefined where nobody can tell. */
  readonly exists: (uri: string) => Promise<boolean | undefined>;
  /** The text of a file as it is stored, or undefined if it cannot be read. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** Address of the reference of the language, if the client has it. */
  readonly reference: () => string | undefined;
  /** Answers a request when the workspace is read; an exception becomes an error answer. */
  readonly answer: <T>(what: string, compute: () => T) => Promise<T>;
  /** Calls the listener after every change of any world; changes that arrive together count once. */
  readonly onChanged: (listener: () => void) => void;
  /** What the user has set for the project that a file belongs to. */
  readonly settings: (uri: string) => Promise<Settings>;
  /** Can the client show a list of places when a lens is clicked? */
  readonly canShowReferences: () => boolean;
  /** Can the client open a place when a link to its command is clicked? */
  readonly canOpenPlaces: () => boolean;
  /** Does the client show what may be chosen in a place of a snippet? */
  readonly showsChoices: () => boolean;
  /** Tongue of messages. */
  readonly tongue: () => Tongue;
  /** What the client can do; nothing before it has said so. */
  readonly client: () => ClientCapabilities;
}

/** A feature of the server: what it announces, and the handlers that it registers. */
export interface Feature {
  readonly capabilities: InitializeResult['capabilities'];
  readonly register: (host: Host) => void;
}

/** Asks a question about a position; null if the file belongs to no project. */
export const askAt = <T>(
  { answer, find }: Host,
  what: string,
  { textDocument, position }: TextDocumentPositionParams,
  question: (world: World, cursor: Cursor) => T,
): Promise<T | null> =>
  answer(what, () => {
    const found = find(textDocument.uri);
    if (!found || found.file < 0) return null;
    const { document } = found.world.model.files[found.file]!;
    return question(found.world, { file: found.file, offset: document.offsetAt(position) });
  });

/** Asks a question about a file; null if it belongs to no project. */
export const askFile = <T>(
  { answer, find }: Host,
  what: string,
  { textDocument }: { readonly textDocument: { readonly uri: string } },
  question: (world: World, file: number) => T,
): Promise<T | null> =>
  answer(what, () => {
    const found = find(textDocument.uri);
    return found && found.file >= 0 ? question(found.world, found.file) : null;
  });

/** Shows a warning. As a notification: the library's own is a request, and one that a client does not answer would end the server. */
export function warn({ connection, tongue }: Host, message: Text): void {
  const params: ShowMessageParams = { type: MessageType.Warning, message: message[tongue()] };
  void connection.sendNotification(ShowMessageNotification.type, params);
}
