import { commands, MarkdownString, type Disposable } from 'vscode';
import { revealSource } from './revealSource';
import type { PlainRange } from './server';

/**
 * What an id runs that is clicked in a hover: Markdown of VS Code shows no link into a virtual file system. A place that is gone is left alone.
 * It is the only command that Markdown of ours may run.
 */
export const registerOpenPlace = (): Disposable =>
  commands.registerCommand(OPEN_PLACE, (uri: string, start: PlainRange['start']) =>
    revealSource({ uri, start, end: start }, true, undefined),
  );

const OPEN_PLACE = 'delivery.openPlace';

export const trusted = { enabledCommands: [OPEN_PLACE] };

/** Markdown that the server wrote. */
export function ownMarkdown(text: string): MarkdownString {
  const markdown = new MarkdownString(text);
  markdown.isTrusted = trusted;
  return markdown;
}
