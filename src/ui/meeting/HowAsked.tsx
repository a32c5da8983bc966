import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { askTogether, typeInInvitation, updateInvitation } from '../../commands/invitations.ts';
import { namesOf } from '../../export/letter/households.ts';
import { type Household, idsOf } from '../../model/households.ts';
import { invitationOf, invitees } from '../../model/questions.ts';
import { ASKERS, type Invitation, MEANS, type Person, type PersonId } from '../../model/types.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import { ChoiceField } from '../kit/ChoiceField.tsx';
import { PillRadios } from '../kit/PillRadios.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import { ASKER_WORDS, MEANS_WORDS } from '../../scene/meetingWords.ts';

const UNKNOWN = 'unknown';

/** Who asks, how, and with whom; the same for all who are asked as one. */
export function HowAsked({ people }: { people: Household }) {
  const context = useCommands();
  const { t } = context;
  const { asker, askerName, means } = invitationOf(useMap(), people[0].id, useMeeting());
  const ids = idsOf(people);
  const unknown = { value: UNKNOWN, text: t('meeting.unknown') } as const;
  const set = (patch: Partial<Invitation>) => updateInvitation(context, ids, patch);
  return (
    <>
      <PillRadios
        legend={t('meeting.whoAsks', { name: namesOf(people, t) })}
        value={asker ?? UNKNOWN}
        choices={[...ASKERS.map((value) => ({ value, text: t(ASKER_WORDS[value]) })), unknown]}
        onChoose={(value) => set({ asker: value === UNKNOWN ? null : value })}
      />
      {asker === 'other' && (
        <WrittenField
          label={t('meeting.askerName')}
          value={askerName}
          onType={(text) => typeInInvitation(context, ids, { askerName: text })}
        />
      )}
      <PillRadios
        legend={t('meeting.how')}
        value={means ?? UNKNOWN}
        choices={[...MEANS.map((value) => ({ value, text: t(MEANS_WORDS[value]) })), unknown]}
        onChoose={(value) => set({ means: value === UNKNOWN ? null : value })}
      />
      <AskedWith people={people} />
    </>
  );
}

/** One more into the household, or everybody for themselves again. */
function AskedWith({ people }: { people: Household }) {
  const context = useCommands();
  const { t } = context;
  const meeting = useMeeting();
  const ids = idsOf(people);
  const others = invitees(useMap(), ['yes', 'maybe'], meeting).filter(({ id }) => !ids.includes(id));
  const [head] = people;
  // Chosen, but not done yet: arrows go through the names without tying anybody to the first of them.
  const [chosen, setChosen] = useState<Person | null>(null);
  const asked = meeting?.invitations[head.id]?.askedWith ?? null;
  const apart = () => updateInvitation(context, ids, { askedWith: null });
  if (people.length > 1)
    return (
      <Button variant="secondary" className="invitee-apart" onClick={apart}>
        {t('meeting.apart')}
      </Button>
    );
  if (others.length === 0) return null;
  const choose = (value: PersonId | typeof UNKNOWN) => {
    setChosen(others.find(({ id }) => id === value) ?? null);
    if (value === UNKNOWN && asked !== null) apart();
  };
  return (
    <>
      <ChoiceField<PersonId | typeof UNKNOWN>
        label={t('meeting.askedWith')}
        value={chosen?.id ?? asked ?? UNKNOWN}
        choices={[
          { value: UNKNOWN, text: t('meeting.askedAlone') },
          ...others.map((other) => ({ value: other.id, text: other.name })),
        ]}
        onChoose={choose}
      />
      {chosen && (
        <Button variant="secondary" className="invitee-apart" onClick={() => askTogether(context, head.id, chosen.id)}>
          {t('meeting.askTogether', { names: namesOf([head, chosen], t) })}
        </Button>
      )}
    </>
  );
}
