import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { World } from '../ide/world';
import { CONFIG_FILE } from '../model/model';
import { toDiagnostic } from './convert';
import type { Workspace } from './workspace';
import type { Tongue } from '../kinds/tongue';

/** Sends findings to the editor: for every file, open or not, but only what changed, and nothing for what vanished. */
export class Publisher {
  /** What was sent last, as text, by address. */
  readonly #sent = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly tongue: () => Tongue,
  ) {}

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
      diagnostics?.push(toDiagnostic(model, finding, this.tongue(), spelling));
    }
    if (model.config) into.set(model.config.uri, inConfig);
    model.files.forEach(({ uri }, file) => into.set(uri, byFile[file] ?? []));
  }

  async #send(uri: string, diagnostics: Diagnostic[]): Promise<void> {
    const identity = this.workspace.identityOf(uri);
    const key = JSON.stringify([identity.uri, diagnostics]);
    const known = this.#sent.get(uri);
    if (known === key || (known === undefined && diagnostics.length === 0)) return;
    this.#sent.set(uri, key);
    await this.connection.sendDiagnostics({ ...identity, diagnostics });
  }
}
