import { Checkbox } from '@digdir/designsystemet-react';
import { updateInvitation } from '../../commands/invitations.ts';
import { haveBeenTold, namesOf } from '../../export/letter/households.ts';
import { type Household, idsOf } from '../../model/households.ts';
import type { Meeting } from '../../model/types.ts';
import { ANSWER_WORDS } from '../../scene/meetingWords.ts';
import { useCommands } from '../kit/AppContext.tsx';

type Props = { readonly meeting: Meeting; readonly people: Household; readonly isNamed?: boolean };

/** They have heard that the meeting is moved or falls away; ticked off by hand, for nothing is sent from here. */
export function ToldTick({ meeting, people, isNamed = false }: Props) {
  const context = useCommands();
  const { t } = context;
  const names = namesOf(people, t);
  const answer = meeting.invitations[people[0].id]?.answer ?? 'asked';
  return (
    <Checkbox
      label={
        <>
          <span translate="no">{names}</span>{' '}
          <span className={isNamed ? 'visually-hidden' : ''}>{t('meeting.chip.told')}</span>
        </>
      }
      {...(isNamed ? { description: t(ANSWER_WORDS[answer]) } : {})}
      checked={haveBeenTold(meeting, people)}
      onChange={({ target }) => updateInvitation(context, idsOf(people), { told: target.checked })}
    />
  );
}
