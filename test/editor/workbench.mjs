// The workbench of VS Code as a user works in it: palette, tabs, cursor, Problems, completion, the timeline's webview.

const paletteBox = '.quick-input-widget .quick-input-box input';

/** Waits until VS Code is there. */
export async function ready(page) {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
}

/** Runs a command by its full title, "View: Toggle Word Wrap"; waits for it to be offered. */
export async function runCommand(page, title) {
  await choose(page, title);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Runs a command that asks for more. */
export const startCommand = (page, title) => choose(page, title);

async function choose(page, title) {
  await inPalette(page, `>${title}`, async () => {
    // Near matches may stand above the exact one.
    await paletteRow(page, title).click({ timeout: 4_000 });
  });
}

/**
 * Writes into the palette and chooses what it then offers. A panel that takes the focus a moment later closes the palette, and one
 * that was opened early has not all commands: then it is opened again.
 */
const inPalette = (page, text, choice) =>
  eventually(async () => {
    await page.keyboard.press('F1');
    await page.locator(paletteBox).fill(text, { timeout: 2_000 });
    await choice();
  }, 30_000);

const paletteRow = (page, label) =>
  page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ has: page.locator('.label-name').getByText(label, { exact: true }) })
    .first();

/** Sets what the workspace wants, in the place of all that it wanted before. */
export async function setWorkspaceSettings(page, settings) {
  await runCommand(page, 'Preferences: Open Workspace Settings (JSON)');
  await activeTab(page, 'settings.json').waitFor();
  // The tab is there before the editor takes what is typed.
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  const text = JSON.stringify(settings);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await page.locator('.editor-group-container.active .view-line').getByText(text).first().waitFor();
  await page.keyboard.press('Control+S');
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  await runCommand(page, 'View: Close Editor');
}

/** Runs a task of an extension. */
export async function runTask(page, extension, label) {
  await choose(page, 'Tasks: Run Task');
  await paletteRow(page, extension).click();
  await paletteRow(page, label).click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Opens a file by its name, whose tab is then the active one. */
export async function openFile(page, name) {
  await inPalette(page, name, async () => {
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor({ timeout: 4_000 });
    await page.keyboard.press('Enter');
  });
  await activeTab(page, name).waitFor();
  await page.locator('.editor-group-container.active .view-line').first().waitFor();
}

/** The tab of the active editor, when it shows the file. */
export const activeTab = (page, name) => page.locator('.editor-group-container.active .tab.active', { hasText: name });

/** Puts the cursor to a one-based line and column of the active editor. */
export async function goTo(page, line, column) {
  await inPalette(page, `:${line}:${column}`, () => page.keyboard.press('Enter'));
  await cursorAt(page, line, column).waitFor();
}

/** The status bar's entry for the cursor, when it stands there; a column may be left out. */
export const cursorAt = (page, line, column) =>
  page.locator('#status\\.editor\\.selection', { hasText: new RegExp(`Ln ${line}, Col ${column ?? '\\d+'}\\b`) });

/** The list of the Problems panel. */
export async function problems(page) {
  await runCommand(page, 'Problems: Focus on Problems View');
  return page.locator('.markers-panel .monaco-list-row');
}

/** Waits until completion at the cursor offers the label, and closes the list. */
export async function offers(page, label) {
  await page.keyboard.press('Control+Space');
  await page
    .locator('.suggest-widget.visible .monaco-list-row .label-name')
    .getByText(label, { exact: true })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
}

/** The lines of the text editor on the left that are in sight, as they are drawn. */
export async function textOf(page) {
  const lines = page.locator('.editor-group-container').first().locator('.view-lines .view-line');
  const drawn = await lines.evaluateAll((elements) =>
    elements.map((element) => [Number.parseFloat(element.style.top), element.textContent.replaceAll('\u00a0', ' ')]),
  );
  return drawn.sort(([a], [b]) => a - b).map(([, text]) => text);
}

/** Waits until a condition holds; fails with what it was told last. */
export async function eventually(check, limit = 15_000) {
  for (const end = Date.now() + limit; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** The document inside the webview that is open. */
export const webview = (page) => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

/** Shows the workbench in one of the themes that VS Code ships: "Dark Modern". */
export async function useTheme(page, name) {
  await choose(page, 'Preferences: Color Theme');
  await paletteRow(page, 'Light Modern').or(paletteRow(page, 'Dark Modern')).first().waitFor();
  await page.locator(paletteBox).fill(name);
  await paletteRow(page, name).click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Closes every editor, throwing away what is unsaved. */
export async function closeEditors(page) {
  while ((await page.locator('.tabs-container .tab').count()) > 0)
    await runCommand(page, 'View: Revert and Close Editor');
}
