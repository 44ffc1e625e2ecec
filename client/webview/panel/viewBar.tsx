import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { noFilter } from '../plan/filter';
import { groupings } from './savedView';
import { Icon } from './icons';
import type { Grouping } from '../messages';
import type { Action, State } from './state';
import type { Message } from '../texts';
import { useTexts } from '../textsContext';

export interface ViewBarProps {
  readonly state: State;
  /** Id of the person who looks, if known. */
  readonly me: string | undefined;
  readonly dispatch: (action: Action) => void;
  readonly close: () => void;
}

const groupingNames: Readonly<Record<Grouping, Message>> = {
  text: 'As written',
  milestone: 'By milestone',
  person: 'By person',
  requirement: 'By requirement',
  priority: 'By priority',
  status: 'By status',
};

/** Search, grouping and filters, in a row of their own below the toolbar. */
export function ViewBar({ state, me, dispatch, close }: ViewBarProps): JSX.Element {
  const { t } = useTexts();
  const { filter, grouping, picture } = state;
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const people = (picture?.plan.timeline.people ?? []).toSorted((a, b) => Number(b.id === me) - Number(a.id === me));
  return (
    <div
      class="view-bar"
      role="group"
      aria-label={t('Groups and filters')}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <input
        class="search"
        type="search"
        ref={search}
        value={filter.search}
        placeholder={t('Search ids and titles')}
        aria-label={t('Search ids and titles')}
        onInput={(event) => dispatch({ type: 'filtered', filter: { search: event.currentTarget.value } })}
      />
      <select
        aria-label={t('Group rows')}
        value={grouping}
        onChange={(event) => dispatch({ type: 'grouped', grouping: event.currentTarget.value as Grouping })}
      >
        {groupings.map((name) => (
          <option key={name} value={name}>
            {t(groupingNames[name])}
          </option>
        ))}
      </select>
      <select
        aria-label={t('Work of')}
        value={filter.person ?? ''}
        onChange={(event) => dispatch({ type: 'filtered', filter: { person: event.currentTarget.value || undefined } })}
      >
        <option value="">{t('Everybody')}</option>
        {people.map(({ id, title }) => (
          <option key={id} value={id}>
            {id === me ? t('Only mine ({0})', title || id) : title || id}
          </option>
        ))}
      </select>
      <Toggle
        label={t('Only critical')}
        pressed={filter.critical}
        onClick={() => dispatch({ type: 'filtered', filter: { critical: !filter.critical } })}
      />
      <Toggle
        label={t('Only late')}
        pressed={filter.late}
        onClick={() => dispatch({ type: 'filtered', filter: { late: !filter.late } })}
      />
      <div class="view-end">
        <Found state={state} />
        <button
          class="button"
          type="button"
          title={t('Clear and close')}
          aria-label={t('Clear and close')}
          onClick={() => {
            dispatch({ type: 'filtered', filter: noFilter });
            close();
          }}
        >
          <Icon name="close" />
        </button>
      </div>
    </div>
  );
}

const Toggle = ({ label, pressed, onClick }: { label: string; pressed: boolean; onClick: () => void }): JSX.Element => (
  <button class="button toggle" type="button" aria-pressed={pressed} onClick={onClick}>
    {label}
  </button>
);

/** Said aloud too: whoever cannot see the rows hears how many are left. */
function Found({ state: { rows } }: { state: State }): JSX.Element {
  const { t } = useTexts();
  const count = rows ? rows.rowOfBar.reduce((sum, row) => sum + (row >= 0 ? 1 : 0), 0) : 0;
  const all = rows?.rowOfBar.length ?? 0;
  return (
    <span class="found" role="status">
      {count < all ? t('{0} of {1}', count, all) : ''}
    </span>
  );
}
