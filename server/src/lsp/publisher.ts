import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { World } from '../ide/world';
import { CONFIG_FILE } from '../model/model';
import { toDiagnostic } from './convert';
import type { Workspace } from './workspace';
import type { Tongue } from '../kinds/tongue';

/**
 * Sends findings to the editor: for every file, open or not, but only what changed, and nothing for what vanished. What is wrong
 * with a line because it is half typed waits until nobody types, so that nothing flashes; all else is sent at once.
 */
export class Publisher {
  /** What was sent last, by address. */
  readonly #sent = new Map<string, Sent>();
  #typing: Typing | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly client: {
      /** Tongue of messages. */
      readonly tongue: () => Tongue;
      /** Called when nobody types any more. */
      readonly rested: () => void;
      /** Address of the page on a check, for clients that can show it. */
      readonly pageOf: ((code: string) => string) | undefined;
    },
  ) {}

  /** Somebody typed on a line, by its number in the new text; what is half typed there waits for so many milliseconds. */
  typed(uri: string, line: number, delay: number): void {
    clearTimeout(this.#typing?.timer);
    const rest = (): void => {
      this.#typing = undefined;
      this.client.rested();
    };
    this.#typing = delay > 0 ? { uri, line, timer: setTimeout(rest, delay) } : undefined;
  }

  async publish(): Promise<void> {
    const current = new Map<string, Diagnostic[]>();
    for (const world of this.workspace.worlds()) this.#collect(world, current);
    const vanished = [...this.#sent.keys()].filter((uri) => !current.has(uri));
    await Promise.all([
      ...vanished.map((uri) => this.#send(uri, [])),
      ...[...current].map(([uri, diagnostics]) => this.#send(uri, diagnostics)),
    ]);
    for (const uri of vanished) this.#sent.delete(uri);
  }

  #collect({ model, findings }: World, into: Map<string, Diagnostic[]>): void {
    const spelling = (uri: string): string => this.workspace.identityOf(uri).uri;
    const byFile = model.files.map((): Diagnostic[] => []);
    const inConfig: Diagnostic[] = [];
    for (const finding of findings) {
      const diagnostics = finding.place.file === CONFIG_FILE ? inConfig : byFile[finding.place.file];
      diagnostics?.push({
        ...toDiagnostic(model, finding, this.client.tongue(), spelling),
        ...this.#page(finding.code),
      });
    }
    if (model.config) into.set(model.config.uri, inConfig);
    model.files.forEach(({ uri }, file) => into.set(uri, byFile[file] ?? []));
  }

  #page(code: string): Pick<Diagnostic, 'codeDescription'> {
    const href = this.client.pageOf?.(code);
    return href === undefined ? {} : { codeDescription: { href } };
  }

  async #send(uri: string, all: Diagnostic[]): Promise<void> {
    const identity = this.workspace.identityOf(uri);
    const known = this.#sent.get(uri);
    const typing = this.#typing?.uri === uri ? this.#typing : undefined;
    const diagnostics = typing ? all.filter((each) => !isHalfTyped(each, typing, known?.diagnostics)) : all;
    const key = JSON.stringify([identity.uri, diagnostics]);
    if (known?.key === key || (known === undefined && diagnostics.length === 0)) return;
    this.#sent.set(uri, { key, diagnostics });
    await this.connection.sendDiagnostics({ ...identity, diagnostics });
  }
}

interface Sent {
  /** All of it as text, to compare. */
  readonly key: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Typing {
  readonly uri: string;
  readonly line: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Is it about how the typed line is written, and not shown already? What is shown stays until it is mended. */
const isHalfTyped = ({ code, range }: Diagnostic, { line }: Typing, shown: readonly Diagnostic[] = []): boolean =>
  range.start.line === line &&
  /^(?:syntax|kind)\//.test(String(code)) &&
  !shown.some((other) => other.code === code && other.range.start.line === line);
