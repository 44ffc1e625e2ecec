import type { JSX } from 'preact';
import type { State } from './state';
import { useTexts } from '../textsContext';

/** What stands in place of the picture when there is no bar. */
export function Notice({ state: { picture, gone } }: { state: State }): JSX.Element {
  const { t } = useTexts();
  if (gone) return <p class="notice">{t('This project has no delivery spec any more.')}</p>;
  if (!picture) return <p class="notice">{t('Reading the plan…')}</p>;
  return (
    <div class="notice">
      <p>{t('There is nothing to draw yet. Phases, tasks and milestones appear here as you write them:')}</p>
      <pre>
        {`phase P-1 "${t('First phase')}" {\n  task T-1 "${t('First task')}" { duration: 3d }\n  milestone M-1 "${t('First result')}" { after: T-1 }\n}`}
      </pre>
    </div>
  );
}
