import { commands, env, Uri, window, workspace, type Disposable, type ExtensionContext } from 'vscode';

/** What the code of a finding runs when it is clicked: the page of its family in the editor's language, at the section of the check. */
export const registerExplainCheck = ({ extensionUri }: ExtensionContext): Disposable =>
  commands.registerCommand('delivery.explainCheck', async (code: string) => {
    const family = /^[a-z]+(?=\/)/.exec(code)?.[0];
    if (family === undefined) return;
    const language = env.language.startsWith('zh') ? '.zh-CN' : '';
    const page = Uri.joinPath(extensionUri, 'docs', 'checks', `${family}${language}.md`);
    try {
      await commands.executeCommand('markdown.showPreview', page.with({ fragment: anchorOf(code) }));
    } catch {
      // An editor without Markdown preview shows the text.
      await window.showTextDocument(await workspace.openTextDocument(page));
    }
  });

/** As Markdown makes anchors of headings: lower case, without what is no letter, digit or `-`. A team's own rules share a section. */
const anchorOf = (code: string): string => (code.startsWith('rule/') ? 'rule' : code.replace('/', ''));
