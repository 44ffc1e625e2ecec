import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { App } from './app';
import type { Host } from './host';
import type { Configuration, ToWebview } from './messages';

export interface PanelProps {
  readonly host: Host;
  readonly configuration: Partial<Configuration>;
}

/** The picture of one project at a time: another one starts with what was kept of how it was looked at. */
export function Panel({ host, configuration: { root = '', locked = false, me, timeline } }: PanelProps): JSX.Element {
  const [shown, setShown] = useState({ root, locked });
  useEffect(() => {
    const listen = ({ data }: MessageEvent<ToWebview>): void => {
      if (data.type === 'project') setShown({ root: data.root, locked: data.locked });
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  return <App key={shown.root} {...shown} host={host} me={me} timeline={timeline} />;
}
