import { commands, window, workspace, type Disposable, type ExtensionContext } from 'vscode';
import { docsPage } from './docsPage';

/** What the code of a finding runs when it is clicked: the page of its family in the editor's language, at the section of the check. */
export const registerExplainCheck = (context: ExtensionContext): Disposable =>
  commands.registerCommand('delivery.explainCheck', async (code: string) => {
    const family = /^[a-z]+(?=\/)/.exec(code)?.[0];
    if (family === undefined) return;
    const page = docsPage(context, `checks/${family}`);
    try {
      await commands.executeCommand('markdown.showPreview', page.with({ fragment: anchorOf(code) }));
    } catch {
      // An editor without Markdown preview shows the text.
      await window.showTextDocument(await workspace.openTextDocument(page));
    }
  });

/** As Markdown makes anchors of headings: lower case, without what is no letter, digit or `-`. A team's own rules share a section. */
const anchorOf = (code: string): string => (code.startsWith('rule/') ? 'rule' : code.replace('/', ''));
