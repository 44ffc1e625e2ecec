/** What a client says of itself with `initialize`. */
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Tongue } from '../kinds/tongue';

export interface Client {
  readonly capabilities: ClientCapabilities;
  readonly options: ClientOptions;
  /** Tongue of messages. */
  readonly tongue: Tongue;
  /** Addresses of the folders that are open. */
  readonly folders: readonly string[];
  /** Does it watch files when it is asked to? Our own extension, which says how files are read, watches them by itself. */
  readonly watchesWhenAsked: boolean;
}

/** The `initializationOptions`. */
interface ClientOptions {
  /** `client`: the server reads files through the client; `own` (the default): by itself, where it can. */
  readonly fileAccess?: 'client' | 'own';
  /** Has it the command `delivery.showReferences`? */
  readonly showReferences?: boolean;
  /** Has it the command `delivery.explainCheck`? Then the code of a finding leads to it. */
  readonly explainCheck?: boolean;
  /** Has it the command `delivery.openPlace`? Then ids in Markdown lead to it: VS Code leaves out links into file systems that it does not know. */
  readonly openPlace?: boolean;
  /** Does it show what may be chosen in a place of a snippet, `${1|must,should|}`? Not all that know snippets do. */
  readonly snippetChoices?: boolean;
  /** Address of `docs/language.md` or its Chinese twin, where the type definitions of built-in kinds lead. */
  readonly languageReference?: string;
  /** What the user has set, as in the section `delivery`, from clients that cannot be asked. */
  readonly settings?: unknown;
  /** Tongue of messages: "zh-cn". The request's own `locale` counts if this is absent. */
  readonly locale?: string;
}

/** Before it has said anything. */
export const unknownClient: Client = {
  capabilities: {},
  options: {},
  tongue: 'en',
  folders: [],
  watchesWhenAsked: false,
};

export function clientOf(params: InitializeParams): Client {
  const { capabilities } = params;
  const options = (params.initializationOptions ?? {}) as ClientOptions;
  const locale = options.locale ?? params.locale ?? 'en';
  return {
    capabilities,
    options,
    tongue: locale.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    folders: foldersOf(params),
    watchesWhenAsked:
      options.fileAccess === undefined && (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false),
  };
}

/** Older clients send only the root's address. Helix leaves it to the server whether the folder in which it was started is one, and sends its path. */
function foldersOf({ workspaceFolders, ...params }: InitializeParams): readonly string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  const { rootUri, rootPath } = params as { rootUri?: string | null; rootPath?: string | null };
  if (rootUri) return [rootUri];
  return rootPath ? [URI.file(rootPath).toString()] : [];
}
