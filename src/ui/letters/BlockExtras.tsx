import { Checkbox, Textfield } from '@digdir/designsystemet-react';
import { typeInMeeting } from '../../commands/invitations.ts';
import { onlyScreen, wished } from '../../export/letter/households.ts';
import type { LetterRequest } from '../../export/letter/letterText.ts';
import type { IsoDate, Meeting } from '../../model/types.ts';
import { useCommands, useT } from '../kit/AppContext.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import { useChoose, useOut } from '../out/outChoices.ts';

/** Nobody by name: the same choice as for the other papers. */
export function RolesTick() {
  const t = useT();
  const { roles } = useOut();
  const choose = useChoose();
  return (
    <Checkbox
      label={t('letter.roles')}
      description={t('letter.roles.hint')}
      checked={roles}
      onChange={({ target }) => choose({ roles: target.checked })}
    />
  );
}

/** Those who are not for paper are no secret that another's letter tells. */
export function OthersNote({ request: { map, meeting } }: { request: LetterRequest }) {
  const t = useT();
  const isSomebodyLeftOut = wished(map, meeting, ['yes']).some((person) => onlyScreen(map, person));
  return isSomebodyLeftOut && <p className="letters-note">{t('letter.others.offPaper')}</p>;
}

/** To whom, on which number, by when: all of it may stay empty. */
export function AnswerFields({ meeting: { letter } }: { meeting: Meeting }) {
  const context = useCommands();
  const { t, mapStore } = context;
  return (
    <div className="letters-answer">
      <WrittenField
        label={t('letter.replyTo')}
        value={letter.replyTo}
        onType={(replyTo) => typeInMeeting(context, { letter: { ...letter, replyTo } })}
      />
      <WrittenField
        label={t('letter.replyPhone')}
        value={letter.replyPhone}
        type="tel"
        onType={(replyPhone) => typeInMeeting(context, { letter: { ...letter, replyPhone } })}
      />
      <Textfield
        label={t('letter.replyBy')}
        type="date"
        value={letter.replyBy ?? ''}
        onChange={({ target }) =>
          typeInMeeting(context, { letter: { ...letter, replyBy: (target.value || null) as IsoDate | null } })
        }
        onBlur={() => mapStore.getState().endField()}
      />
    </div>
  );
}
