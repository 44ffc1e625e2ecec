import type bundle from '../l10n/bundle.l10n.zh-cn.json';
import { l10n } from 'vscode';

/** A message in English; only messages that have a translation type-check. */
export type Message = keyof typeof bundle;

/** The message in the editor's display language, with {0}, {1}, … filled in. */
export const t = (message: Message, ...values: string[]): string => l10n.t(message, ...values);
