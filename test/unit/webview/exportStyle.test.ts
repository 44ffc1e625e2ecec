import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { paper, plainStyle } from '../../../client/webview/export/exportStyle';

describe('style of exported pictures', () => {
  it('puts colours in place of variables and mixtures', () => {
    const palette = { '--ink': '#000000', '--ground': '#ffffff', '--task': '#ff0000' };
    const css = `
      /* a comment with var(--ink) */
      .bar { fill: color-mix(in srgb, var(--task) 50%, var(--ground)); stroke: var(--ink); }
      .free { fill: color-mix(in srgb, var(--ink) 20%, transparent); }
    `;
    assert.equal(plainStyle(css, palette), '.bar { fill: #ff8080; stroke: #000000; } .free { fill: #cccccc; }');
  });

  it('leaves nothing of the drawing that other programs do not know', () => {
    const style = plainStyle(readFileSync('client/webview/drawing.css', 'utf8'), paper);
    assert.doesNotMatch(style, /var\(|color-mix|NaN|undefined|:hover/);
    const css = readFileSync('client/webview/drawing.css', 'utf8');
    const used = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      used.filter((name) => !(name in paper)),
      [],
      'the palette lacks colours',
    );
  });
});
