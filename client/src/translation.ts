import { commands, window, type Disposable } from 'vscode';

/** Commands that translate the keywords of the spec in the active editor; the server makes the edit. */
export const registerTranslation = (): Disposable[] => [
  commands.registerCommand('delivery.translateToEnglish', () => translate('en')),
  commands.registerCommand('delivery.translateToChinese', () => translate('zh')),
];

async function translate(tongue: 'en' | 'zh'): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'delivery') return;
  await commands.executeCommand('delivery.translateKeywords', document.uri.toString(), tongue);
}
