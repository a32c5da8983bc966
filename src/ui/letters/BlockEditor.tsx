import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { planMeeting, typeInInvitation, typeInMeeting, updateInvitation } from '../../commands/invitations.ts';
import { type BlockState, isForAll, type LetterRequest, NAME_TOKENS } from '../../export/letter/letterText.ts';
import { useCommands } from '../kit/AppContext.tsx';
import { PillRadios } from '../kit/PillRadios.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import { BLOCK_WORDS } from './blockWords.ts';
import { withBlock, withOwnText } from './letterPatch.ts';

type Scope = 'all' | 'one';
type Props = { readonly request: LetterRequest; readonly state: BlockState; readonly onDone: () => void };

/** A part of the letter in one's own words, for all the letters or for this one. */
export function BlockEditor({ request, state, onDone }: Props) {
  const { t } = useCommands();
  const box = useRef<HTMLDivElement>(null);
  const canBeForAll = isForAll(request, state.block);
  const [scope, setScope] = useState<Scope>(state.own === 'one' || !canBeForAll ? 'one' : 'all');
  const { value, type, reset } = useOwnText(request, state, scope);
  useEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  const token = NAME_TOKENS[request.language];
  const isOwn = scope === 'one' ? state.own === 'one' : request.meeting.letter.blocks[state.block].text !== null;
  return (
    <div className="letters-editor" ref={box}>
      <WrittenField
        label={t('letter.textOf', { block: t(BLOCK_WORDS[state.block]) })}
        value={value}
        rows={Math.min(8, Math.max(2, Math.ceil(value.length / 45)))}
        onType={type}
        {...(scope === 'all' && value.includes(token) ? { description: t('letter.placeholder', { token }) } : {})}
      />
      {canBeForAll && request.to.length > 0 && (
        <PillRadios
          legend={t('letter.scope')}
          value={scope}
          choices={[
            { value: 'all', text: t('letter.scope.all') },
            { value: 'one', text: t('letter.scope.one') },
          ]}
          onChoose={setScope}
        />
      )}
      <div className="letters-buttons">
        <Button variant="secondary" onClick={onDone}>
          {t('letter.done')}
        </Button>
        {isOwn && (
          <Button variant="tertiary" onClick={reset}>
            {t('letter.reset')}
          </Button>
        )}
      </div>
    </div>
  );
}

function useOwnText({ meeting, to }: LetterRequest, state: BlockState, scope: Scope) {
  const context = useCommands();
  const { block, text, forAll } = state;
  const [head] = to;
  if (scope === 'all' || !head)
    return {
      value: forAll,
      type: (written: string) => typeInMeeting(context, { letter: withBlock(meeting, block, { text: written }) }),
      reset: () => planMeeting(context, { letter: withBlock(meeting, block, { text: null }) }),
    };
  const own = meeting.invitations[head.id]?.letter ?? {};
  const patch = (written: string | null) => ({ letter: withOwnText(own, block, written) });
  return {
    value: own[block] ?? text,
    type: (written: string) => typeInInvitation(context, head.id, patch(written)),
    reset: () => updateInvitation(context, head.id, patch(null)),
  };
}
