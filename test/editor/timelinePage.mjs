// The timeline's webview as a user works in it: rows, bars, grips, gestures.
import * as workbench from './workbench.mjs';

/** What of a timeline's page the tests look at and take hold of. `page` is the workbench. */
export function timelineOf(page) {
  const view = workbench.webview(page);
  const row = (key) => view.locator(`.grid [role="row"]:has([data-key="${key}"])`);
  const bar = (key) => view.locator(`.chart .item[data-key="${key}"]`).first();
  /** The drawn figure itself, without the target round it. */
  const figure = (key) => bar(key).locator('.bar, .diamond, .summary').first();
  const grip = (name) => view.locator(`.edit-marks [data-grip="${name}"]`);
  const preview = view.locator('.edit-preview');

  const middle = async (locator) => {
    const { x, y, width, height } = await locator.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };

  /** Pixels of a day, told from two bars that start so many days apart. */
  const dayWidth = async (from, to, days) =>
    ((await figure(to).boundingBox()).x - (await figure(from).boundingBox()).x) / days;

  /** Presses at a place of the workbench and moves the pointer; it is not let go. */
  const drag = async (from, { dx = 0, dy = 0 }) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (const part of [0.3, 0.7, 1]) await page.mouse.move(from.x + dx * part, from.y + dy * part);
  };

  /** Takes hold of a bar, or of one of the grips that it has while the pointer is over it. */
  const hold = async (key, gripName) => {
    const place = await middle(figure(key));
    await page.mouse.move(place.x, place.y);
    return gripName === undefined ? place : middle(grip(gripName));
  };

  return { view, row, bar, figure, grip, preview, middle, dayWidth, drag, hold };
}
