/** Entry of the page: reads its configuration, draws, and listens to whoever holds it. */
import { render } from 'preact';
import { App } from './app';
import { connectHost } from './host';
import type { Configuration } from './messages';
import { createTexts } from './texts';
import { TextsContext } from './textsContext';
import './timeline.css';

const configuration = JSON.parse(
  document.getElementById('configuration')?.textContent ?? '{}',
) as Partial<Configuration>;

render(
  <TextsContext.Provider value={createTexts(configuration.locale ?? 'en', configuration.strings ?? {})}>
    <App host={connectHost()} root={configuration.root ?? ''} timeline={configuration.timeline} />
  </TextsContext.Provider>,
  document.getElementById('timeline')!,
);
