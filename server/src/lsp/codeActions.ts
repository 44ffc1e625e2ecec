/** Quick fixes, *fix all* and refactorings over the Language Server Protocol. */
import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { isMendable, mendingOf, quickFixesIn, suppressionsIn, type FileSpan, type QuickFix } from '../ide/codeActions';
import { refactoringsIn, soundEdits, type Refactoring } from '../ide/refactor';
import type { World } from '../ide/world';
import type { Text } from '../kinds/tongue';
import { toSpan } from './convert';
import { askFile, warn, type Feature, type Host } from './host';
import { CodeActionKind, CodeActionTriggerKind } from './protocol';
import { toWorkspaceEdit } from './workspaceEdit';

/** *Fix all* of ours only; editors also run it when a file is saved, if the user wants that. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.delivery`;

const FIX_ALL_TITLE: Text = { en: 'Mend what is certain in this file', zh: '修复本文件中可确定的问题' };

/** The protocol's kinds; `refactor.move` is VS Code's and not yet among the library's constants. */
const KINDS: Readonly<Record<Refactoring['kind'], CodeActionKind>> = {
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  move: `${CodeActionKind.Refactor}.move`,
  rewrite: CodeActionKind.RefactorRewrite,
  source: `${CodeActionKind.Source}.translate.delivery`,
};

const UNSOUND: Text = {
  en: 'Nothing was changed: the specs would have an error more, or lose something.',
  zh: '未作任何改动：否则规约会多出错误，或丢失内容。',
};

/** What a client sends back when an action is chosen: which one, and of which text. */
interface ActionData {
  readonly uri: string;
  readonly version: number | undefined;
  /** Of a refactoring; without it, *fix all* is meant. */
  readonly refactoring?: { readonly key: string; readonly start: number; readonly end: number };
}

export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, ...Object.values(KINDS), FIX_ALL],
      resolveProvider: true,
    },
  },
  register: (host) => {
    const { connection } = host;
    connection.onCodeAction((params) =>
      askFile(host, 'codeAction', params, (world, file) => actionsFor(host, world, file, params)),
    );
    // Mending a whole file tries each repair, and a refactoring is tried on the whole project: both wait until somebody chooses them.
    connection.onCodeActionResolve(async (action) => {
      const data = (action as { data?: Partial<ActionData> }).data;
      if (data?.uri === undefined) return action;
      const asked = { ...data, uri: data.uri, version: data.version };
      const edit = await askFile(host, 'codeAction', { textDocument: asked }, (world, file) =>
        resolved(host, world, file, asked),
      );
      return { ...action, ...(edit && { edit }) };
    });
  },
};

function actionsFor(
  host: Host,
  world: World,
  file: number,
  { textDocument: { uri }, range, context }: CodeActionParams,
): CodeAction[] {
  const { document } = world.model.files[file]!;
  const span = { file, ...toSpan(document, range) };
  const wanted = (kind: string): boolean =>
    context.only === undefined
      ? // While the cursor moves, editors show nothing that concerns whole files.
        context.triggerKind !== CodeActionTriggerKind.Automatic || kind !== KINDS.source
      : context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
  const fixes = wanted(CodeActionKind.QuickFix)
    ? [...quickFixesIn(world, span), ...suppressionsIn(world, span)].map((fix) =>
        toAction(host, world, fix, context.diagnostics),
      )
    : [];
  const all = wanted(FIX_ALL) && isMendable(world, file) ? [fixAll(host, world, file, uri)] : [];
  return [...fixes, ...refactorings(host, world, span, uri, wanted), ...all];
}

function toAction(host: Host, world: World, fix: QuickFix, diagnostics: readonly Diagnostic[]): CodeAction {
  const message = fix.finding.message[host.tongue()];
  return {
    title: fix.title[host.tongue()],
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter((each) => each.code === fix.finding.code && each.message === message),
    ...(fix.preferred && { isPreferred: true }),
    edit: toWorkspaceEdit(host, world.model, fix.edits),
  };
}

function refactorings(
  host: Host,
  world: World,
  span: FileSpan,
  uri: string,
  wanted: (kind: string) => boolean,
): readonly CodeAction[] {
  if (!Object.values(KINDS).some(wanted)) return [];
  return refactoringsIn(world, span)
    .filter(({ kind }) => wanted(KINDS[kind]))
    .flatMap((refactoring) => {
      const action = { title: refactoring.title[host.tongue()], kind: KINDS[refactoring.kind] };
      const { start, end } = span;
      if (resolvesEdits(host)) return { ...action, data: dataOf(host, uri, { key: refactoring.key, start, end }) };
      const edits = soundEdits(world, refactoring);
      return edits ? { ...action, edit: toWorkspaceEdit(host, world.model, edits) } : [];
    });
}

function fixAll(host: Host, world: World, file: number, uri: string): CodeAction {
  const action = { title: FIX_ALL_TITLE[host.tongue()], kind: FIX_ALL };
  return resolvesEdits(host)
    ? { ...action, data: dataOf(host, uri) }
    : { ...action, edit: toWorkspaceEdit(host, world.model, mendingOf(world, file)) };
}

const resolvesEdits = ({ client }: Host): boolean =>
  client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false;

const dataOf = ({ identityOf }: Host, uri: string, refactoring?: ActionData['refactoring']): ActionData => ({
  uri,
  version: identityOf(uri).version,
  ...(refactoring && { refactoring }),
});

/** The edits of a chosen action; none if the text is no longer the one for which it was offered. */
function resolved(
  host: Host,
  world: World,
  file: number,
  { uri, version, refactoring }: ActionData,
): WorkspaceEdit | undefined {
  if (!refactoring) return toWorkspaceEdit(host, world.model, mendingOf(world, file));
  if (version !== host.identityOf(uri).version) return undefined;
  const { key, start, end } = refactoring;
  const chosen = refactoringsIn(world, { file, start, end }).find((each) => each.key === key);
  const edits = chosen && soundEdits(world, chosen);
  if (chosen && !edits) warn(host, UNSOUND);
  return edits && toWorkspaceEdit(host, world.model, edits);
}
