/** Renaming over the Language Server Protocol. */
import type { ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Mention } from '../ide/mentions';
import { renamableAt, renameAt, type Refusal, type Renaming } from '../ide/rename';
import type { Cursor } from '../ide/spot';
import type { World } from '../ide/world';
import type { Text } from '../kinds/tongue';
import type { Model } from '../model/model';
import { toRange } from './convert';
import { askAt, type Feature, type Host } from './host';
import { LSPErrorCodes, ResponseError } from './protocol';
import { canAsk, toWorkspaceEdit } from './workspaceEdit';

export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: (host) => {
    host.connection.onPrepareRename(async (params) => {
      const found = await askAt(host, 'prepareRename', params, prepare);
      return found && unlessRefused(host, found);
    });
    host.connection.onRenameRequest(async (params) => {
      const edit = await askAt(host, 'rename', params, (world, cursor) => {
        const renaming = renameAt(world, cursor, params.newName);
        return 'refused' in renaming ? renaming : editOf(host, world.model, renaming);
      });
      return edit && unlessRefused(host, edit);
    });
  },
};

function prepare({ model }: World, cursor: Cursor): { range: TextEdit['range']; placeholder: string } | Refusal | null {
  const found = renamableAt(model, cursor);
  if (!found || 'refused' in found) return found ?? null;
  return { range: toRange(model, found.place), placeholder: found.id };
}

/** A refusal is an error answer: editors show its words where the new name was typed. */
function unlessRefused<T extends object>({ tongue }: Host, answer: T | Refusal): T {
  if ('refused' in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused[tongue()]);
  return answer;
}

function editOf(host: Host, model: Model, { id, places, mentions }: Renaming): WorkspaceEdit {
  // Without a way to ask, texts stay as they are: an id may be an ordinary word too.
  const asked = canAsk(host) ? mentions : [];
  const edits = [
    ...places.map((place) => ({ place, text: id })),
    ...asked.map(({ place, within }) => ({ place, text: id, annotationId: within })),
  ];
  return toWorkspaceEdit(host, model, edits, asked.length > 0 ? annotations(host, asked) : undefined);
}

const annotations = ({ tongue }: Host, mentions: readonly Mention[]): Record<string, ChangeAnnotation> =>
  Object.fromEntries(
    mentions.map(({ within }) => [within, { label: LABELS[within][tongue()], needsConfirmation: true }]),
  );

const LABELS: Readonly<Record<Mention['within'], Text>> = {
  string: { en: 'Also in titles and strings', zh: '标题和字符串中的提及' },
  text: { en: 'Also in text blocks', zh: '文本块中的提及' },
  comment: { en: 'Also in comments', zh: '注释中的提及' },
  name: { en: 'Also as the metric of targets', zh: '目标值中的指标名' },
};
