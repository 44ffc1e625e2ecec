import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../checks/check';
import { CONFIG_FILE, type Model } from '../model/model';
import { isSpec } from '../model/roots';
import { areSame, Diagnostics, type DiagnosticsContext } from './diagnostics';
import { DiagnosticSeverity } from './protocol';
import type { Workspace } from './workspace';

/**
 * Sends findings to the editor: for every file, open or not, but only what changed, and nothing for what vanished. The file that
 * somebody types in comes first; the others come when nobody asks, and what is overtaken by another change is not sent. What is
 * wrong with a line because it is half typed waits until nobody types, so that nothing flashes; all else is sent at once.
 */
export class Publisher {
  /** What was sent last, by address. */
  readonly #sent = new Map<string, Sent>();
  readonly #diagnostics = new Diagnostics();
  /** Addresses of files to be looked at, those first that have waited longest. */
  readonly #waiting = new Set<string>();
  /** Number of the newest text that findings are sent for. */
  #revision = 0;
  /** When somebody asked last, or was told what came of typing: editors ask then. */
  #asked = 0;
  #typing: Typing | undefined;
  #typedIn: string | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly client: {
      readonly context: () => DiagnosticsContext;
      /** Called when nobody types any more. */
      readonly rested: () => void;
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
    this.#typedIn = uri;
  }

  /** Somebody asked something, and may ask more: what is sent unasked waits. */
  asked(): void {
    this.#asked = Date.now();
  }

  /** A text changed: what has not been sent yet would be out of date. */
  outdated(): void {
    this.#revision++;
  }

  /** Sends what changed; returns early when a text changes meanwhile, for then it will be called again. */
  async publish(): Promise<void> {
    const revision = ++this.#revision;
    const current = new Map<string, FoundInFile>();
    for (const { model, findings } of this.workspace.worlds()) collect(model, findings, current);
    for (const uri of [...this.#sent.keys(), ...current.keys()]) this.#waiting.add(uri);
    const context = this.client.context();
    const sending: Promise<void>[] = [];
    if (this.#typedIn !== undefined && current.has(this.#typedIn)) {
      sending.push(this.#look(this.#typedIn, current, context));
      this.asked();
    }
    let until = 0;
    for (const uri of this.#waiting) {
      if (Date.now() > until) {
        await this.#listen();
        if (revision !== this.#revision) break;
        until = Date.now() + SLICE;
      }
      sending.push(this.#look(uri, current, context));
    }
    await Promise.all(sending);
  }

  /** Sends of the files that are open what is wrong with how each declaration is written, while the rest of the project is not read. */
  async publishOpen(): Promise<void> {
    const context = this.client.context();
    const current = new Map<string, FoundInFile>();
    for (const { model, formFindings } of this.workspace.worldsOfOpen()) collect(model, formFindings, current);
    // A configuration that is open is not among the files: what is found there is not known before the end.
    const files = [...current.keys()].filter(isSpec);
    await Promise.all(files.map((uri) => this.#look(uri, current, context)));
  }

  /** Lets the server hear and answer, until nobody has asked for a moment. */
  async #listen(): Promise<void> {
    const since = Date.now();
    do await pause();
    while (Date.now() < Math.min(this.#asked + QUIET, since + LONGEST_WAIT));
  }

  async #look(uri: string, current: ReadonlyMap<string, FoundInFile>, context: DiagnosticsContext): Promise<void> {
    this.#waiting.delete(uri);
    const found = current.get(uri);
    const diagnostics = found ? this.#diagnosticsOf(found, context) : [];
    const sending = this.#send(uri, diagnostics);
    if (!found) this.#sent.delete(uri);
    await sending;
  }

  /** Of a flood, what weighs most, and how much more there is: editors stand still over hundreds of thousands. */
  #diagnosticsOf({ model, findings }: FoundInFile, context: DiagnosticsContext): Diagnostic[] {
    const rest = findings.length - MOST_SHOWN;
    const shown = rest > 0 ? heaviest(findings).slice(0, MOST_SHOWN) : findings;
    const diagnostics = shown.map((finding) => this.#diagnostics.of(model, finding, context));
    return rest > 0 ? [restOf(rest, context), ...diagnostics] : diagnostics;
  }

  async #send(uri: string, all: Diagnostic[]): Promise<void> {
    const identity = this.workspace.identityOf(uri);
    const known = this.#sent.get(uri);
    const typing = this.#typing?.uri === uri ? this.#typing : undefined;
    const diagnostics = typing ? all.filter((each) => !isHalfTyped(each, typing, known?.diagnostics)) : all;
    if (known ? known.spelling === identity.uri && areSame(known.diagnostics, diagnostics) : diagnostics.length === 0)
      return;
    this.#sent.set(uri, { spelling: identity.uri, diagnostics });
    // Editors that compare addresses letter by letter would go on showing what was sent by the other spelling.
    if (known && known.spelling !== identity.uri && known.diagnostics.length > 0)
      await this.connection.sendDiagnostics({ uri: known.spelling, diagnostics: [] });
    await this.connection.sendDiagnostics({ ...identity, diagnostics });
  }
}

/** For how many milliseconds files are looked at before the server listens again. */
const SLICE = 2;

/** How many milliseconds nobody must have asked, and after how many all waiting ends. */
const QUIET = 5;
const LONGEST_WAIT = 100;

/** Findings of a file that are sent. */
export const MOST_SHOWN = 5000;

/** By severity, those of the same in the order of the text. */
const heaviest = (findings: readonly Finding[]): readonly Finding[] =>
  SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

const restOf = (rest: number, { tongue }: DiagnosticsContext): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Information,
  source: 'delivery',
  message: {
    en: `${rest} more findings of this file are not shown here; \`delivery check\` prints all.`,
    zh: `此处未显示本文件的另外 ${rest} 个问题；\`delivery check\` 会全部列出。`,
  }[tongue],
});

/** A millisecond: a request passes through several turns of the event loop before it is answered. */
const pause = (): Promise<void> => new Promise((over) => setTimeout(over, 0));

interface FoundInFile {
  readonly model: Model;
  readonly findings: Finding[];
}

/** The findings in a model by the address of their file, an entry for each file and the configuration. */
function collect(model: Model, findings: readonly Finding[], into: Map<string, FoundInFile>): void {
  const byFile = model.files.map((): FoundInFile => ({ model, findings: [] }));
  const inConfig: FoundInFile = { model, findings: [] };
  for (const finding of findings) {
    const { file } = finding.place;
    (file === CONFIG_FILE ? inConfig : byFile[file])?.findings.push(finding);
  }
  if (model.config) into.set(model.config.uri, inConfig);
  model.files.forEach(({ uri }, file) => into.set(uri, byFile[file]!));
}

interface Sent {
  /** How the file's address was spelled. */
  readonly spelling: string;
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
