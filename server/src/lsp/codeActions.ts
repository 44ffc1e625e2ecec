/** Quick fixes and *fix all* over the Language Server Protocol. */
import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { isMendable, mendingOf, quickFixesIn, suppressionsIn, type QuickFix } from '../ide/codeActions';
import type { World } from '../ide/world';
import type { Text } from '../kinds/tongue';
import { askFile, type Feature, type Host } from './host';
import { toWorkspaceEdit } from './workspaceEdit';

/** *Fix all* of ours only; editors also run it when a file is saved, if the user wants that. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.delivery`;

const FIX_ALL_TITLE: Text = { en: 'Mend what is certain in this file', zh: '修复本文件中可确定的问题' };

export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
  },
  register: (host) => {
    const { connection } = host;
    connection.onCodeAction((params) =>
      askFile(host, 'codeAction', params, (world, file) => actionsFor(host, world, file, params)),
    );
    // Mending a whole file tries each repair, so it waits until somebody chooses it.
    connection.onCodeActionResolve(async (action) => {
      const { data } = action as { data?: { readonly uri?: string } };
      if (data?.uri === undefined) return action;
      const edit = await askFile(host, 'codeAction', { textDocument: { uri: data.uri } }, (world, file) =>
        toWorkspaceEdit(host, world.model, mendingOf(world, file)),
      );
      return { ...action, ...(edit && { edit }) };
    });
  },
};

function actionsFor(
  host: Host,
  world: World,
  file: number,
  { textDocument, range, context }: CodeActionParams,
): CodeAction[] {
  const { document } = world.model.files[file]!;
  const span = { file, start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const wanted = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const fixes = wanted(CodeActionKind.QuickFix)
    ? [...quickFixesIn(world, span), ...suppressionsIn(world, span)].map((fix) =>
        toAction(host, world, fix, context.diagnostics),
      )
    : [];
  return wanted(FIX_ALL) && isMendable(world, file) ? [...fixes, fixAll(host, world, file, textDocument.uri)] : fixes;
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

function fixAll(host: Host, world: World, file: number, uri: string): CodeAction {
  const action = { title: FIX_ALL_TITLE[host.tongue()], kind: FIX_ALL };
  const resolves = host.client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit');
  return resolves
    ? { ...action, data: { uri } }
    : { ...action, edit: toWorkspaceEdit(host, world.model, mendingOf(world, file)) };
}
