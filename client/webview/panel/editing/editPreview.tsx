import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { EditOption, EditWay, TimelineEdit } from '../../../../server/src/ide/timeline/types';
import { linkHint, optionsOf, spokenEdit, type Editing } from './editing';
import type { Message } from '../../texts';
import { useTexts } from '../../textsContext';

export interface EditPreviewProps {
  readonly editing: Editing | undefined;
  /** Is the bar low in the picture? Then this stands above it. */
  readonly isLow: boolean;
  readonly apply: (way: EditWay) => void;
  readonly cancel: () => void;
}

/** What a gesture would do, and once it is let go the ways to do it. Said aloud too. */
export function EditPreview({ editing, ...others }: EditPreviewProps): JSX.Element {
  const texts = useTexts();
  return (
    <>
      <div class="hidden-text" role="status">
        {editing ? spokenEdit(editing, texts) : ''}
      </div>
      {editing && <Panel {...{ editing, ...others }} />}
    </>
  );
}

function Panel({ editing, isLow, apply, cancel }: EditPreviewProps & { readonly editing: Editing }): JSX.Element {
  const { t } = useTexts();
  const { bar, answer, before, dropped } = editing;
  const name = bar.title || bar.id || t('Untitled');
  const isChoosing = dropped && optionsOf(answer).length > 1;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChoosing) panel.current?.querySelector('button')?.focus();
  }, [isChoosing]);
  const shown = answer ?? before;
  const look = ['edit-preview', !answer && 'pending', isLow && 'above'].filter(Boolean).join(' ');
  return (
    <div class={look} role="group" aria-label={name} ref={panel}>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {shown ? (
        <Answer answer={shown} choose={isChoosing ? apply : undefined} />
      ) : (
        editing.gesture && <p>{t('Working out what follows…')}</p>
      )}
      {isChoosing ? (
        <button type="button" class="button choice" onClick={cancel}>
          {t('Cancel')}
        </button>
      ) : (
        <p class="hint">{t(hintOf(editing))}</p>
      )}
    </div>
  );
}

function hintOf({ gesture, answer, by }: Editing): Message {
  if (!gesture && by === 'keys') return linkHint;
  if (!gesture) return 'Draw the link to another item, Escape cancels';
  if (answer && 'refused' in answer) return 'Escape closes this';
  return by === 'keys' ? 'Enter applies, Escape cancels' : 'Let go to apply, Escape cancels';
}

function Answer({
  answer,
  choose,
}: {
  answer: TimelineEdit;
  choose: ((way: EditWay) => void) | undefined;
}): JSX.Element {
  const { t } = useTexts();
  if ('refused' in answer) return <p class="refused">{answer.refused}</p>;
  const { options } = answer;
  return (
    <>
      {(choose ? options : options.slice(0, 1)).map((option) => (
        <Option key={option.way} option={option} choose={choose && (() => choose(option.way))} />
      ))}
      {!choose && options.length > 1 && <p class="hint">{t('{0} ways to do it', options.length)}</p>}
    </>
  );
}

function Option({ option, choose }: { option: EditOption; choose: (() => void) | undefined }): JSX.Element {
  return (
    <section>
      {choose ? (
        <button type="button" class="button choice" onClick={choose}>
          {option.label}
        </button>
      ) : (
        <p>{option.label}</p>
      )}
      {option.consequences.length > 0 && (
        <ul>
          {option.consequences.map(({ text, look }) => (
            <li key={text} class={look}>
              <span aria-hidden="true">{marks[look]}</span> {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** No meaning by colour alone. */
const marks = { worse: '▲', better: '▼', neutral: '•' } as const;
