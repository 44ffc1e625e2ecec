import { env, Uri, type ExtensionContext } from 'vscode';

/** A page below `docs/` that exists in both tongues, in that of the editor: `checks/plan`. */
export const docsPage = ({ extensionUri }: Pick<ExtensionContext, 'extensionUri'>, name: string): Uri =>
  Uri.joinPath(extensionUri, 'docs', `${name}${env.language.startsWith('zh') ? '.zh-CN' : ''}.md`);
