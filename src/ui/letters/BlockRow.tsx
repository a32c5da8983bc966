import { Button, Switch } from '@digdir/designsystemet-react';
import { useId, useRef } from 'react';
import { planMeeting } from '../../commands/invitations.ts';
import { heldPlaceWords } from '../../export/letter/facts.ts';
import type { BlockState, LetterRequest } from '../../export/letter/letterText.ts';
import { useCommands } from '../kit/AppContext.tsx';
import { BlockEditor } from './BlockEditor.tsx';
import { BLOCK_WORDS, MISSING_WORDS } from './blockWords.ts';
import { AnswerFields, OthersNote } from './BlockExtras.tsx';
import { withBlock } from './letterPatch.ts';

type Props = {
  readonly request: LetterRequest;
  readonly state: BlockState;
  readonly isEdited: boolean;
  readonly onEdit: (open: boolean) => void;
};

/** One part of the letter: on or off, how it reads, and its words to change. */
export function BlockRow({ request, state, isEdited, onEdit }: Props) {
  const context = useCommands();
  const { t } = context;
  const row = useRef<HTMLLIElement>(null);
  const textId = useId();
  const { block, on, text } = state;
  const name = t(BLOCK_WORDS[block]);
  const done = () => {
    onEdit(false);
    // The button that was pressed is gone: back to where the editing began.
    queueMicrotask(() => row.current?.querySelector<HTMLElement>('.letters-edit')?.focus());
  };
  return (
    <li ref={row} className="letters-block" data-on={on}>
      <div className="letters-block-head">
        <Switch
          label={name}
          checked={on}
          aria-describedby={textId}
          onChange={({ target }) =>
            planMeeting(context, { letter: withBlock(request.meeting, block, { on: target.checked }) })
          }
        />
        {on && !isEdited && (
          <Button
            className="letters-edit"
            variant="tertiary"
            aria-label={t('letter.edit.of', { block: name })}
            onClick={() => onEdit(true)}
          >
            {t('letter.edit')}
          </Button>
        )}
      </div>
      <div id={textId}>
        {on && !isEdited && text !== '' && (
          <p className="letters-said" lang={request.language} translate="no">
            {text}
          </p>
        )}
        {on && !isEdited && <Notes request={request} state={state} />}
      </div>
      {on && isEdited && <BlockEditor request={request} state={state} onDone={done} />}
      {on && block === 'others' && <OthersNote request={request} />}
      {on && block === 'answer' && state.own === null && <AnswerFields meeting={request.meeting} />}
    </li>
  );
}

function Notes({ request, state: { block, own, missing } }: Pick<Props, 'request' | 'state'>) {
  const context = useCommands();
  const { t } = context;
  const { meeting } = request;
  const take = () => {
    const where = heldPlaceWords(meeting, request.t);
    const text = request.t('letter.text.where', { where });
    planMeeting(context, { letter: withBlock(meeting, block, { text }) });
  };
  return (
    <>
      {missing && <p className="letters-note">{t(MISSING_WORDS[missing])}</p>}
      {own && <p className="letters-note">{t(own === 'one' ? 'letter.ownHere' : 'letter.own')}</p>}
      {missing === 'whereHeld' && (
        <Button variant="secondary" onClick={take}>
          {t('letter.missing.whereHeld.take')}
        </Button>
      )}
    </>
  );
}
