/** Entry of the page: reads its configuration, draws, and listens to whoever holds it. */
import { render } from 'preact';
import { connectHost } from './panel/host';
import type { Configuration } from './messages';
import { Panel } from './panel/panel';
import { createTexts } from './texts';
import { TextsContext } from './textsContext';
import './standalone.css';
import './drawing.css';
import './timeline.css';

const configuration = JSON.parse(
  document.getElementById('configuration')?.textContent ?? '{}',
) as Partial<Configuration>;

// Rules for high contrast go by the class that the editor sets.
if (document.documentElement.classList.contains('stand-alone') && matchMedia('(prefers-contrast: more)').matches)
  document.body.classList.add('vscode-high-contrast');

render(
  <TextsContext.Provider value={createTexts(configuration.locale ?? 'en', configuration.strings ?? {})}>
    <Panel configuration={configuration} host={connectHost()} />
  </TextsContext.Provider>,
  document.getElementById('timeline')!,
);
