import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { App } from './app';
import type { Host } from './host';
import type { Configuration, ToWebview } from '../messages';

export interface PanelProps {
  readonly host: Host;
  readonly configuration: Partial<Configuration>;
}

/** The picture of one project at a time: another one starts with what was kept of how it was looked at. */
export function Panel({ host, configuration }: PanelProps): JSX.Element {
  const { root = '', locked = false, me, grouping, timeline } = configuration;
  const [shown, setShown] = useState({ root, locked, me, grouping });
  useEffect(() => {
    const listen = ({ data }: MessageEvent<ToWebview>): void => {
      if (data.type === 'project')
        setShown({ root: data.root, locked: data.locked, me: data.me, grouping: data.grouping });
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  return <App key={shown.root} {...shown} host={host} timeline={timeline} />;
}
