import { window } from 'vscode';
import { t } from '../l10n';
import { whenResting } from '../rest';

/** How long nobody must have typed, in milliseconds. */
const REST = 120;

/** Asks for words; each rest in typing applies them, and leaving with Escape brings back those of before. */
export function askFilter(before: string, apply: (filter: string) => void): void {
  const box = window.createInputBox();
  box.value = before;
  box.title = t('Filter the items of the project');
  box.placeholder = t('Words in id, title, kind, status or person; all must be found');
  let result = before;
  const typed = whenResting(() => apply(box.value), REST);
  box.onDidChangeValue(typed.ask);
  box.onDidAccept(() => {
    result = box.value;
    box.hide();
  });
  box.onDidHide(() => {
    typed.dispose();
    box.dispose();
    apply(result);
  });
  box.show();
}
