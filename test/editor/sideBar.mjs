// The views of the extension in the side bar, and what can be done with their rows.

/** Shows the views; they are there once the extension runs. */
export const showViews = (page) => page.locator('.activitybar a[aria-label="Delivery"]').click();

/** Newer editors name what stands beside the name, too: "Project - By phase Section". */
const pane = (page, view) => page.locator(`.pane:has(.pane-header[aria-label^="${view} "])`);

/** The rows of a view: "Project" or "Trace". */
export const rows = (page, view) => pane(page, view).locator('.monaco-list-row');

/** The row whose label begins with a text. */
export const row = (page, view, label) =>
  rows(page, view)
    .filter({ has: page.locator('.label-name', { hasText: new RegExp(`^${label}(?![\\w-])`) }) })
    .first();

/** Labels of the rows that are drawn. */
export const labels = (page, view) => rows(page, view).locator('.label-name').allInnerTexts();

/** What stands beside the name of a view. */
export const description = (page, view) => pane(page, view).locator('.pane-header .description');

/** Unfolds or folds a row. */
export const toggle = (page, view, label) => row(page, view, label).locator('.monaco-tl-twistie').click();

/** Clicks on a row once the rows above it have stopped unfolding. */
export async function click(page, view, label, options) {
  const { x, y, width, height } = await atRest(page, row(page, view, label));
  await page.mouse.click(x + width / 2, y + height / 2, options);
}

/** Runs a command of a row's context menu. */
export async function choose(page, view, label, command) {
  await click(page, view, label, { button: 'right' });
  const entry = page.locator('.monaco-menu .action-item', { hasText: command });
  await entry.waitFor();
  // A menu that has just come up takes no click, so that the one which opened it does not choose.
  await page.waitForTimeout(500);
  await entry.click();
}

/** Drags a row behind a text in the active editor. */
export async function dragBehind(page, view, label, text) {
  const word = page.locator('.editor-group-container.active .view-line span span').getByText(text, { exact: true });
  const { x, y, width, height } = await atRest(page, word.first());
  await drag(page, view, label, [x + width - 1, y + height / 2]);
}

/** Where something stands once it moves no more: words are drawn anew when hints arrive between them. */
async function atRest(page, locator) {
  for (let before; ;) {
    const now = await locator.boundingBox();
    if (now && before && now.x === before.x && now.y === before.y) return now;
    before = now;
    await page.waitForTimeout(300);
  }
}

/** Drags a row to the end of a line of the active editor, by its one-based number. */
export async function dragToLine(page, view, label, line) {
  const numbers = page.locator('.editor-group-container.active .margin-view-overlays .line-numbers');
  const { x, y, width, height } = await numbers.getByText(String(line), { exact: true }).first().boundingBox();
  await drag(page, view, label, [x + width + 300, y + height / 2]);
}

async function drag(page, view, label, to) {
  const { x, y, height } = await row(page, view, label).boundingBox();
  await page.mouse.move(x + 60, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 120, y + height / 2 + 2, { steps: 4 });
  await page.mouse.move(...to, { steps: 8 });
  // The editor shows where it will be dropped first.
  await page.waitForTimeout(300);
  await page.mouse.up();
}
