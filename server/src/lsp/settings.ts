/** What the user sets in the editor, by project: asked of the client, or taken from what it sends. */
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from './protocol';

export interface Settings {
  /** How long what is wrong with a half-typed line waits while somebody types, in milliseconds; 0: not at all. */
  readonly diagnostics: { readonly delay: number };
  readonly codeLens: Readonly<Record<'requirements' | 'tasks' | 'criteria' | 'milestones' | 'late', boolean>>;
  readonly inlayHints: { readonly dates: boolean; readonly slack: boolean; readonly titles: boolean };
}

const DEFAULT_SETTINGS: Settings = {
  diagnostics: { delay: 250 },
  codeLens: { requirements: true, tasks: true, criteria: true, milestones: true, late: true },
  inlayHints: { dates: true, slack: true, titles: true },
};

/** Takes what is right of what a client sends, and the defaults for the rest. */
function readSettings(sent: unknown): Settings {
  const { diagnostics, codeLens, inlayHints } = recordOf(sent);
  return {
    diagnostics: { delay: delayOr(recordOf(diagnostics).delay, DEFAULT_SETTINGS.diagnostics.delay) },
    codeLens: switchesOr(codeLens, DEFAULT_SETTINGS.codeLens),
    inlayHints: switchesOr(inlayHints, DEFAULT_SETTINGS.inlayHints),
  };
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Each by itself, or all at once by a single `true` or `false`. */
function switchesOr<Name extends string>(
  value: unknown,
  otherwise: Readonly<Record<Name, boolean>>,
): Readonly<Record<Name, boolean>> {
  const sent = recordOf(value);
  const switched = (name: string): boolean | undefined => [value, sent[name]].find((each) => typeof each === 'boolean');
  return Object.fromEntries(
    Object.entries<boolean>(otherwise).map(([name, by]) => [name, switched(name) ?? by]),
  ) as Record<Name, boolean>;
}

const delayOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 ? Math.min(value, LONGEST_DELAY) : otherwise;

/** Who waits longer has forgotten what was typed. */
const LONGEST_DELAY = 10_000;

/** The settings of the editor's folders, asked for once until they change. */
export interface SettingsOf {
  /** Those that hold for a project, by its root. */
  readonly of: (root: string) => Promise<Settings>;
}

/**
 * A client that can be asked is asked for the section `delivery` of each project; one that cannot sends its settings with
 * `initialize` or when they change. `changed` is called when they have.
 */
export function settingsOf(
  connection: Connection,
  { configuration: asks, didChangeConfiguration }: NonNullable<ClientCapabilities['workspace']> = {},
  initial: unknown,
  changed: () => void,
): SettingsOf {
  const known = new Map<string, Promise<Settings>>();
  let sent = readSettings(initial);
  connection.onDidChangeConfiguration(({ settings }) => {
    known.clear();
    const { delivery } = recordOf(settings);
    if (!asks) sent = readSettings(delivery ?? settings);
    changed();
  });
  if (didChangeConfiguration?.dynamicRegistration)
    // A client that takes it back only does not tell of changes.
    void connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'delivery' })
      .catch(() => undefined);
  const ask = (root: string): Promise<Settings> =>
    connection.workspace.getConfiguration({ scopeUri: root, section: 'delivery' }).then(readSettings, () => sent);
  return {
    of: (root) => {
      if (!asks) return Promise.resolve(sent);
      const settings = known.get(root) ?? ask(root);
      known.set(root, settings);
      return settings;
    },
  };
}
