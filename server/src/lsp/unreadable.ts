/** Tells of files and folders that cannot be read: what they say is missing, and somebody who does not know it looks for the reason in vain. */
import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Text, Tongue } from '../kinds/tongue';
import { MessageType, ShowMessageNotification } from './protocol';

/** Called for everything that is there and cannot be read. */
export type Unreadable = (uri: string, error: unknown) => void;

/** What is told of together, since folders are read in one go. */
const TOGETHER = 200;

/** Logs each of them, and shows one message for those found together; each is told of once. */
export function tellsUnreadable(connection: Connection, tongue: () => Tongue): Unreadable {
  const known = new Set<string>();
  let news: string[] = [];
  const show = (): void => {
    const message = messageOf(news)[tongue()];
    news = [];
    void connection
      .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
      .catch(() => undefined);
  };
  return (uri, error) => {
    const reason = error instanceof Error ? error.message : String(error);
    if (known.has(`${uri} ${reason}`)) return;
    known.add(`${uri} ${reason}`);
    connection.console.warn(`${uri}: ${reason}`);
    if (news.length === 0) setTimeout(show, TOGETHER);
    news.push(`${pathOf(uri)} (${reason})`);
  };
}

const pathOf = (uri: string): string => {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : uri;
};

function messageOf([first = '', ...others]: readonly string[]): Text {
  if (others.length === 0)
    return {
      en: `Cannot be read, so what it says is missing from the project: ${first}`,
      zh: `无法读取，项目中缺少其内容：${first}`,
    };
  return {
    en: `${others.length + 1} files or folders cannot be read, so what they say is missing from the project. The first: ${first}`,
    zh: `有 ${others.length + 1} 个文件或文件夹无法读取，项目中缺少其内容。第一个：${first}`,
  };
}
