// What axe-core finds fault with in a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Each rule that something in the page breaks, with the elements.
 *
 * @param {import('playwright-core').Locator} body
 * @returns {Promise<readonly string[]>}
 */
export const faults = (body) =>
  body.evaluate(async (element, code) => {
    // Style sheets are looked at as they stand: fetching them is forbidden. Page scripts are forbidden by the policy; what the debugger evaluates is not.
    if (!globalThis.axe) (0, globalThis.eval)(code);
    const { violations } = await globalThis.axe.run(element.ownerDocument, {
      resultTypes: ['violations'],
      preload: false,
    });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, source);
