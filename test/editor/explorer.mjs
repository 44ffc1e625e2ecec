// The explorer of VS Code as a user works in it.
import { runCommand } from './workbench.mjs';

/** Deletes a file or folder by its path in the workspace. */
export async function deleteInExplorer(page, path) {
  await select(page, path);
  await page.keyboard.press('Delete');
  await confirm(page, row(page, path), 'hidden');
}

/** Renames a file or folder within its folder. */
export async function renameInExplorer(page, from, to) {
  await select(page, from);
  await page.keyboard.press('F2');
  const box = page.locator('.explorer-folders-view .monaco-inputbox input');
  await box.fill(to.split('/').at(-1));
  await box.press('Enter');
  await row(page, to).waitFor();
}

/** Takes back the last deletion or renaming. */
export async function undoInExplorer(page) {
  await runCommand(page, 'File: Focus on Files Explorer');
  const before = await rows(page).count();
  await page.keyboard.press('Control+Z');
  await confirm(page, rows(page).nth(before), 'visible');
}

/** The row of a file or folder whose parents are open. */
const row = (page, path) =>
  rows(page).filter({ has: page.locator('.label-name').getByText(path.split('/').at(-1), { exact: true }) });
const rows = (page) => page.locator('.explorer-folders-view .monaco-list-row');

async function select(page, path) {
  await runCommand(page, 'File: Focus on Files Explorer');
  for (const folder of parents(path)) await expand(page, folder);
  await row(page, path).click();
}

/** "a/b/c" → "a", "a/b". */
const parents = (path) =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, all) => all.slice(0, index + 1).join('/'));

async function expand(page, path) {
  if ((await row(page, path).getAttribute('aria-expanded')) === 'false') await row(page, path).click();
}

/** Some versions ask before they act; answers the question, if it comes, until the outcome is there. */
async function confirm(page, outcome, state) {
  const question = page.locator('.monaco-dialog-box .monaco-button', { hasText: /^(&&)?(Delete|Move to|Undo|Yes|OK)/ });
  await Promise.race([question.waitFor(), outcome.waitFor({ state })]);
  if (await question.isVisible()) await question.click();
  await outcome.waitFor({ state });
}
